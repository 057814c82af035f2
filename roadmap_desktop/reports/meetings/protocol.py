"""«Протокол»: of one meeting, with the requisites of ГОСТ Р 7.0.97-2016; or an empty form to fill in by hand."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.agenda import points
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.meetings import MeetingKind
from roadmap_desktop.model.revision_row import bare_number
from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import Align, Block, Document, FillIn, Heading, Item, Paragraph, Signature
from roadmap_desktop.reports.community_words import whose
from roadmap_desktop.reports.meetings.agenda import agenda_point, items_of
from roadmap_desktop.reports.meetings.protocol_items import by_items, in_one_text
from roadmap_desktop.reports.parameters import BLANK, one_record
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

# Who meets, and what of theirs the protocol is of.
OF_WHAT = {
    "рабочая группа": "заседания рабочей группы по вопросам повышения качества образования",
    "директора школ": "совещания с директорами образовательных организаций",
    "родительская общественность": "встречи с родительской общественностью",
    "методическое объединение": "заседания методического объединения",
    "иное": "совещания",
}
_BLANK_POINTS = 3
_EMPTY_DATE = "«____» ______________ 20____ г. № ________"


def meeting_protocol(source: Source, record: str, *, blank: bool) -> Document:
    """The protocol of a meeting, or the form."""
    return blank_protocol(source) if blank else protocol(source, record)


def protocol(source: Source, record: str) -> Document:
    """The protocol of that meeting by the items of its agenda; of one without items, with what was heard where that is
    written down, in the short form otherwise."""
    meeting = source.entry("meetings", record)
    items = items_of(source, meeting)
    decisions = source.entries("decisions", meeting_id=record)
    values = meeting.values
    number = f" № {bare_number(values['protocol_number'])}" if values["protocol_number"] else ""
    said = of_what(meeting)
    return Document(
        title=f"Протокол{number} {said}",
        blocks=(*_head(source, said, _date_line(meeting)), *_filled(meeting, items, decisions)),
        signatures=_signatures(signing_name(values["chairman"]), signing_name(values["secretary"])),
    )


def blank_protocol(source: Source) -> Document:
    """The form with lines to write on."""
    return Document(
        title="Протокол (бланк)",
        blocks=(*_head(source, "", _EMPTY_DATE), *_form()),
        signatures=_signatures("", ""),
    )


def _head(source: Source, of_what: str, date_line: str) -> Iterator[Block]:
    if source.plan.info.approving_body:
        yield Paragraph(source.plan.info.approving_body, Align.CENTRE)
    yield Heading("ПРОТОКОЛ")
    if of_what:
        yield Paragraph(of_what, Align.CENTRE, bold=True)
    else:
        yield FillIn("Наименование заседания, совещания")
    yield Paragraph(date_line, Align.CENTRE)


def _filled(meeting: Entry, items: Sequence[Entry], decisions: Sequence[Entry]) -> Iterator[Block]:
    values = meeting.values
    if values["place"]:
        yield FillIn("Место проведения", values["place"])
    yield FillIn("Тема", values["name"])
    yield FillIn("Председатель", values["chairman"])
    yield FillIn("Секретарь", values["secretary"])
    yield FillIn("Присутствовали", _present(meeting))
    agenda = [agenda_point(one) for one in items] or points(values["agenda"]) or [values["name"]]
    yield Paragraph("ПОВЕСТКА ДНЯ:", bold=True)
    yield from (Item(f"{number}.", text) for number, text in enumerate(agenda, 1))
    # A meeting of an older file whose questions alone were written down anew has its discussion in its own text.
    by_text = values["heard"].strip() and not any(one.values["heard"] or one.values["spoke"] for one in items)
    yield from in_one_text(values["heard"], decisions) if by_text or not items else by_items(items, decisions)


def _form() -> Iterator[Block]:
    yield FillIn("Место проведения")
    yield FillIn("Тема", lines=2)
    yield FillIn("Председатель")
    yield FillIn("Секретарь")
    yield FillIn("Присутствовали", lines=3)
    yield Paragraph("ПОВЕСТКА ДНЯ:", bold=True)
    yield from (FillIn(f"Вопрос {number}") for number in range(1, _BLANK_POINTS + 1))
    for number in range(1, _BLANK_POINTS + 1):
        yield FillIn(f"По вопросу {number} СЛУШАЛИ", lines=2)
        yield FillIn("ВЫСТУПИЛИ", lines=2)
        yield FillIn("РЕШИЛИ", lines=2)
        yield FillIn("Срок, ответственный")


def of_what(meeting: Entry) -> str:
    """«заседания методического объединения учителей математики», as it stands after «протокол»."""
    community = meeting.texts["community_id"]
    words = OF_WHAT[meeting.values["kind"]]
    if not community:
        return words
    return f"{words} {whose(community) if words.endswith('объединения') else f'«{community}»'}"


def _date_line(meeting: Entry) -> str:
    day, number = meeting.values["held_on"], bare_number(meeting.values["protocol_number"])
    written = f"{day:%d.%m.%Y}" if day else "____.____.________"
    return f"{written} № {number or '________'}"


def _present(meeting: Entry) -> str:
    """«12 человек: Образцова А. А., …»; parents are counted and not named."""
    values = meeting.values
    count = values["present_count"]
    told = counted(count, "человек", "человека", "человек") if count else ""
    names = "" if values["kind"] == MeetingKind.PARENTS else "; ".join(points(values["present"]))
    return f"{told}: {names}" if told and names else told or names


def _signatures(chairman: str, secretary: str) -> tuple[Signature, ...]:
    return Signature("Председатель", chairman), Signature("Секретарь", secretary)


REPORT = Report(
    id="protocol",
    title="Протокол совещания",
    group=Group.MEETINGS,
    parameters=(
        one_record("meetings", "совещание", "«Ход выполнения дорожной карты»", unless="blank"),
        BLANK,
    ),
    build=meeting_protocol,
    signers=("Председатель", "Секретарь"),
)

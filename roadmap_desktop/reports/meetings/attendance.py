"""«Лист регистрации участников» of a meeting, a course, a lesson or a joint event, to sign on; or an empty one."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from roadmap_desktop.model.registers.meetings import MeetingKind
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.reports.blocks import PORTRAIT, Align, Block, Document, FillIn, Paragraph, headed
from roadmap_desktop.reports.columns import column, computed, numbered
from roadmap_desktop.reports.meetings.group import members_in_order
from roadmap_desktop.reports.meetings.protocol import of_what
from roadmap_desktop.reports.one_of import chosen_one, one_of
from roadmap_desktop.reports.period_records import days_words
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import by_school_and_name, work_of

TITLE = "Лист регистрации участников"
_MEETING = one_of("meeting", "совещание", "«Ход выполнения дорожной карты»", "meetings")
_COURSE = one_of("course", "курсы", "«Формирующее оценивание»", "courses")
_LESSON = one_of("lesson", "дистанционное занятие", "«математика»", "lessons")
_EVENT = one_of("event", "совместное мероприятие", "«Открытый урок»", "events")
# Room to sign in, in millimetres.
_HEIGHT = 9
_ROWS = 20


class Attendant(NamedTuple):
    """Whoever is expected; nobody in a row to fill in by hand."""

    name: str = ""
    work: str = ""
    school: str = ""


class Gathering(NamedTuple):
    """What people come to, when and where, and who of them is known."""

    what: str = ""
    days: str = ""
    place: str = ""
    known: Sequence[Attendant] = ()


_COLUMNS = (
    column(Teacher, "name", 50, cell=attrgetter("name")),
    computed("Должность, предмет", 42, attrgetter("work")),
    computed("Образовательная организация", 40, attrgetter("school")),
    computed("Подпись", 30, lambda _: ""),
)


def attendance(
    source: Source,
    meeting: str | None = None,
    course: str | None = None,
    lesson: str | None = None,
    event: str | None = None,
    rows: int = _ROWS,
) -> Document:
    """The sheet of that gathering with those who are known to come, then empty rows up to ``rows``. Raises UserError
    where several gatherings are chosen."""
    chosen = chosen_one({_MEETING: meeting, _COURSE: course, _LESSON: lesson, _EVENT: event})
    found = _FOUND[chosen[0]](source, chosen[1]) if chosen else Gathering()
    return headed(TITLE, _blocks(found, rows), PORTRAIT)


def _blocks(gathering: Gathering, rows: int) -> Iterator[Block]:
    if gathering.what:
        yield Paragraph(gathering.what, Align.CENTRE, bold=True)
    else:
        yield FillIn("Мероприятие", lines=2)
    yield FillIn("Дата", gathering.days)
    yield FillIn("Место проведения", gathering.place)
    empty = [Attendant()] * (rows - len(gathering.known))
    yield numbered(_COLUMNS, (*gathering.known, *empty), least_height=_HEIGHT)
    yield Paragraph("Всего зарегистрировано: __________ чел.")


def _of_meeting(source: Source, key: str) -> Gathering:
    found = source.entry("meetings", key)
    values = found.values
    what = f"{of_what(found)}\n«{values['name']}»"
    known: Sequence[Attendant] = ()
    if values["community_id"]:
        known = _teachers(source, source.entries("members", community_id=values["community_id"]))
    elif values["kind"] == MeetingKind.GROUP:
        known = [Attendant(one.name, one.values["position"]) for one in members_in_order(source)]
    return Gathering(what, days_words(values["held_on"], values["held_on"]), values["place"], known)


def _of_course(source: Source, key: str) -> Gathering:
    found = source.entry("courses", key)
    values = found.values
    known = _teachers(source, source.entries("participants", course_id=key))
    what = f"курсов повышения квалификации\n«{values['name']}»"
    return Gathering(what, days_words(values["starts_on"], values["ends_on"]), "", known)


def _of_lesson(source: Source, key: str) -> Gathering:
    values = source.entry("lessons", key).values
    what = f"дистанционного занятия: {values['subject']}" + (
        f"\n«{values['name']}»" if values["name"] else ""
    )
    return Gathering(what, days_words(values["held_on"], values["held_on"]) or values["schedule"])


def _of_event(source: Source, key: str) -> Gathering:
    values = source.entry("events", key).values
    what = f"совместного мероприятия сетевых партнёров\n«{values['name']}»"
    return Gathering(what, days_words(values["held_on"], values["held_on"]))


def _teachers(source: Source, links: Sequence[Entry]) -> list[Attendant]:
    found = by_school_and_name(source.entry("teachers", one.values["teacher_id"]) for one in links)
    return [Attendant(one.name, work_of(one), one.texts["school_id"]) for one in found]


_FOUND = {
    _MEETING.name: _of_meeting,
    _COURSE.name: _of_course,
    _LESSON.name: _of_lesson,
    _EVENT.name: _of_event,
}
REPORT = Report(
    id="attendance",
    title=TITLE,
    group=Group.MEETINGS,
    parameters=(
        _MEETING,
        _COURSE,
        _LESSON,
        _EVENT,
        Parameter("rows", "строк не меньше", str(_ROWS), ParameterKind.NUMBER, default=_ROWS),
    ),
    build=attendance,
    # Everyone signs in a row of his or her own.
    signers=(),
)

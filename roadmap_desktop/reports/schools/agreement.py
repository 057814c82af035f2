"""«Договор о сетевом взаимодействии»: an agreement of two schools, after a model form; before it is dated it says so.

It is about help of one school to another. Where schools carry out an educational programme together, article 15 of
273-ФЗ asks for an agreement of its own, with the programme's characteristics and resources; the text says so.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.due.writer import day_words
from roadmap_desktop.model.field_text import split_words
from roadmap_desktop.model.party_words import party_words
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.partnership import Agreement
from roadmap_desktop.model.registers.schools import SchoolKind
from roadmap_desktop.model.revision_row import bare_number
from roadmap_desktop.model.russian import capital, within
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Block,
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
    headed,
    subtitle,
)
from roadmap_desktop.reports.lists import full_name
from roadmap_desktop.reports.parameters import one_record
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.schools.agreement_words import (
    CLAUSES,
    DUTIES,
    HELPED_DUTIES,
    HELPED_RIGHTS,
    OTHER_DUTY,
    PARTNER_RIGHTS,
    UNTIL,
)
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Договор о сетевом взаимодействии"
_LINE, _SHORT_LINE, _DAY = "_" * 24, "_" * 14, "«____» ______________ 20____ г."
# A record without a date is not yet an agreement: the paper says that it is a form to be agreed upon.
_DRAFT = "Проект: составлен по примерной форме, условия стороны уточняют до подписания"
_SUBJECT = "оказание Школой-партнёром методической помощи Школе в повышении качества образования"


def agreement(source: Source, record: str) -> Document:
    """The agreement with what the file knows of it; lines to write on where it knows nothing."""
    found = source.entry("agreements", record)
    schools = {one.id: one for one in source.entries("schools")}
    parties = (schools[found.values["school_id"]], schools[found.values["partner_id"]])
    title = f"{TITLE} № {bare_number(found.values['number'])}"
    return headed(title, _blocks(found, parties, _directions(source, found)), PORTRAIT)


def _directions(source: Source, record: Entry) -> list[str]:
    """The directions of help of the two schools' partnership."""
    ends = {name: record.values[name] for name in ("school_id", "partner_id")}
    bonds = source.entries("partnerships", **ends)
    return list(dict.fromkeys(word for bond in bonds for word in split_words(bond.values["directions"])))


def _blocks(record: Entry, parties: tuple[Entry, Entry], directions: list[str]) -> Iterator[Block]:
    signed = record.values["signed_on"]
    if not signed:
        yield subtitle(_DRAFT)
    yield Paragraph(f"Место заключения: {record.values['place'] or _LINE}")
    yield Paragraph(f"Дата заключения: {_day(signed)}")
    yield Paragraph(_preamble(*parties), indent=True)
    yield from _subject(record, directions)
    yield from _duties(directions)
    yield from _clauses(3, "Ответственность Сторон", CLAUSES.liability)
    term = UNTIL.format(_day(record.values["valid_until"]))
    yield from _clauses(4, "Срок действия, изменение и расторжение договора", (term, *CLAUSES.term))
    yield from _clauses(5, "Порядок разрешения споров", CLAUSES.disputes)
    yield from _clauses(6, "Заключительные положения", CLAUSES.final)
    yield Heading("7. Адреса, реквизиты и подписи Сторон", level=2)
    yield _signatures(parties)


def _duties(directions: Sequence[str]) -> Iterator[Block]:
    yield Heading("2. Права и обязанности Сторон", level=2)
    duties = [DUTIES.get(each, OTHER_DUTY.format(each)) for each in directions]
    lists = {
        "Школа-партнёр обязуется:": duties or [DUTIES["методическая"]],
        "Школа обязуется:": HELPED_DUTIES,
        "Школа-партнёр вправе:": PARTNER_RIGHTS,
        "Школа вправе:": HELPED_RIGHTS,
    }
    for number, (words, points) in enumerate(lists.items(), 1):
        yield Item(f"2.{number}.", words)
        yield from _points(points)
    yield Item(f"2.{len(lists) + 1}.", CLAUSES.both)


def _clauses(number: int, title: str, clauses: Sequence[str]) -> Iterator[Block]:
    yield Heading(f"{number}. {title}", level=2)
    for index, clause in enumerate(clauses, 1):
        yield Item(f"{number}.{index}.", clause)


def _points(texts: Sequence[str]) -> Iterator[Block]:
    for index, text in enumerate(texts, 1):
        yield Item("–", f"{text}{'.' if index == len(texts) else ';'}")


def _preamble(school: Entry, partner: Entry) -> str:
    return (
        f"{_party(school, 'Школа')}, с одной стороны, и {_party(partner, 'Школа-партнёр')}, с другой стороны, "
        "вместе именуемые «Стороны», заключили настоящий договор о нижеследующем."
    )


def _party(school: Entry, called: str) -> str:
    values = school.values
    return party_words(
        full_name(school), called, _post(school), values["head"] or _LINE, values["head_genitive"]
    )


def _post(school: Entry) -> str:
    usual = "директор" if SchoolKind(school.values["kind"]).has_director else "руководитель"
    return school.values["head_post"] or usual


def _subject(record: Entry, directions: list[str]) -> Iterator[Block]:
    subject = record.values["subject"].strip().rstrip(".")
    yield Heading("1. Предмет договора", level=2)
    yield Item("1.1.", f"Предмет договора — {within(subject) or _SUBJECT}.")
    if directions:
        kind = "Направление помощи" if len(directions) == 1 else "Направления помощи"
        yield Item("1.2.", f"{kind}: {', '.join(directions)}.")
    yield Item("1.3." if directions else "1.2.", CLAUSES.free)
    yield Item("1.4." if directions else "1.3.", CLAUSES.not_a_programme)


def _day(day: date | None) -> str:
    return day_words(day) if day else _DAY


def _signatures(parties: tuple[Entry, Entry]) -> Table:
    """The details and where to sign, each a row: a row is not parted between pages."""
    columns = tuple(Column(field_of(Agreement, name).label, 1) for name in ("school_id", "partner_id"))
    return Table(columns, tuple(Row(tuple(map(cell, parties))) for cell in (_details, _to_sign)))


def _details(school: Entry) -> str:
    values = school.values
    return "\n".join(
        (
            full_name(school),
            f"Адрес: {values['address'] or _LINE}",
            f"ИНН: {values['inn'] or _SHORT_LINE}",
            f"ОГРН: {values['ogrn'] or _SHORT_LINE}",
            f"Телефон, почта: {values['contacts'] or _LINE}",
        )
    )


def _to_sign(school: Entry) -> str:
    name = signing_name(school.values["head"]) or _LINE
    return f"{capital(_post(school))}\n\n______________ {name}\n\nМ. П."


REPORT = Report(
    id="agreement",
    title=TITLE,
    group=Group.SCHOOLS,
    parameters=(one_record("agreements", "договор", "«3-С»"),),
    build=agreement,
    # Its parties sign in its last clause.
    signers=(),
)

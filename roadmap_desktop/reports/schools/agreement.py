"""«Договор о сетевом взаимодействии»: an agreement of two schools, ready to be signed.

It is about help of one school to another. Where schools carry out an educational programme together, article 15 of
273-ФЗ asks for an agreement of its own, with the programme's characteristics and resources; the text says so.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.due.writer import day_words
from roadmap_desktop.model.field_text import split_words
from roadmap_desktop.model.registers.partnership import Agreement
from roadmap_desktop.model.registers.schools import SchoolKind
from roadmap_desktop.model.revision_row import bare_number
from roadmap_desktop.model.russian import within
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
)
from roadmap_desktop.reports.lists import full_name
from roadmap_desktop.reports.parameters import one_record
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.schools.agreement_words import CLAUSES, DUTIES, HELPED_DUTIES, OTHER_DUTY
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Договор о сетевом взаимодействии"
_LINE, _DAY = "_" * 24, "«____» ______________ 20____ г."
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
    yield Paragraph(f"Место заключения: {record.values['place'] or _LINE}")
    yield Paragraph(f"Дата заключения: {_day(signed)}")
    yield Paragraph(_preamble(*parties), indent=True)
    yield from _subject(record, directions)
    yield Heading("2. Обязанности Сторон", level=2)
    yield Item("2.1.", "Школа-партнёр:")
    duties = [DUTIES.get(each, OTHER_DUTY.format(each)) for each in directions]
    yield from _points(duties or [DUTIES["методическая"]])
    yield Item("2.2.", "Школа:")
    yield from _points(HELPED_DUTIES)
    yield Item("2.3.", CLAUSES.both)
    yield from _conditions(record.values["valid_until"])
    yield Heading("5. Адреса и подписи Сторон", level=2)
    yield _signatures(parties)


def _points(texts: Sequence[str]) -> Iterator[Block]:
    for place, text in enumerate(texts, 1):
        yield Item("–", f"{text}{'.' if place == len(texts) else ';'}")


def _preamble(school: Entry, partner: Entry) -> str:
    return (
        f"{_acting(school, 'Школа')}, с одной стороны, и {_acting(partner, 'Школа-партнёр')}, с другой стороны, "
        "вместе именуемые Сторонами, заключили настоящий договор о нижеследующем."
    )


def _acting(school: Entry, called: str) -> str:
    """A party and who acts for it, in the nominative: a name with initials alone cannot be declined with certainty."""
    return (
        f"{full_name(school)} (далее — {called}), от имени которой на основании устава действует "
        f"{_post(school)} {school.values['head'] or _LINE}"
    )


def _post(school: Entry) -> str:
    return "руководитель" if school.values["kind"] == SchoolKind.OTHER else "директор"


def _subject(record: Entry, directions: list[str]) -> Iterator[Block]:
    subject = record.values["subject"].strip().rstrip(".")
    yield Heading("1. Предмет договора", level=2)
    yield Item("1.1.", f"Предмет договора — {within(subject) or _SUBJECT}.")
    if directions:
        kind = "Направление помощи" if len(directions) == 1 else "Направления помощи"
        yield Item("1.2.", f"{kind}: {', '.join(directions)}.")
    yield Item("1.3." if directions else "1.2.", CLAUSES.free)
    yield Item("1.4." if directions else "1.3.", CLAUSES.not_a_programme)


def _conditions(until: date | None) -> Iterator[Block]:
    yield Heading("3. Срок действия договора", level=2)
    yield Item(
        "3.1.", f"Договор вступает в силу со дня его подписания и действует до {_day(until)} включительно."
    )
    yield Item("3.2.", CLAUSES.leaving)
    yield Heading("4. Заключительные положения", level=2)
    for number, clause in enumerate(CLAUSES.final, 1):
        yield Item(f"4.{number}.", clause)


def _day(day: date | None) -> str:
    return day_words(day) if day else _DAY


def _signatures(parties: tuple[Entry, Entry]) -> Table:
    columns = tuple(Column(field_of(Agreement, name).label, 1) for name in ("school_id", "partner_id"))
    lines: tuple[Callable[[Entry], str], ...] = (
        full_name,
        lambda one: f"Адрес: {one.values['address'] or _LINE}",
        lambda one: f"Телефон, почта: {one.values['contacts'] or _LINE}",
        lambda one: f"{_post(one).capitalize()}\n\n______________ {one.values['head'] or _LINE}\n\nМ. П.",
    )
    return Table(columns, tuple(Row(tuple(map(line, parties))) for line in lines))


REPORT = Report(
    id="agreement",
    title=TITLE,
    group=Group.SCHOOLS,
    parameters=(one_record("agreements", "договор", "«3-С»"),),
    build=agreement,
    # Its parties sign in its last clause.
    signers=(),
)

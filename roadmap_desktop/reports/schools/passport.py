"""«Паспорт школы»: everything that is known of one school."""

from collections.abc import Callable, Iterator

from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Item,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Signature,
    Table,
    headed,
)
from roadmap_desktop.reports.lists import as_of
from roadmap_desktop.reports.parameters import parts_to_print
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report
from roadmap_desktop.reports.schools import passport_results, passport_work
from roadmap_desktop.reports.source import Entry, Source

# Tables of eight columns read better when fewer of their cells are wrapped.
_FONT_SIZE = 11
_FACTS = (Column("Показатель", 60), Column("Сведения", 120))
# Registers whose records belong to a school, and by which field; files may be attached to them.
_OWN = (("zones", "problem_zone"), ("agreements", "agreement"), ("practices", "practice"))


def _facts(source: Source, school: Entry) -> Iterator[Block]:
    values = school.values
    rows = (
        ("Полное название", values["full_name"] or values["name"]),
        ("Вид", str(values["kind"])),
        ("Руководитель", values["head"]),
        ("Адрес", values["address"]),
        ("Телефон, почта", values["contacts"]),
        ("Обучающихся", values["pupils"]),
        ("Классов", values["classes"]),
        ("Педагогов", values["teachers"]),
        ("Примечание", values["note"]),
    )
    yield Table(
        _FACTS, tuple(Row((name, value_text(value))) for name, value in rows if value not in ("", None))
    )


def _files(source: Source, school: Entry) -> Iterator[Block]:
    names = [*source.attached("school", school.id)]
    for register, table in _OWN:
        for record in source.entries(register, school_id=school.id):
            names += (f"{name} ({record.name})" for name in source.attached(table, record.id))
    if not names:
        yield Paragraph("Приложенных документов нет.")
    for name in sorted(names, key=as_counted):
        yield Item("–", name)


_Part = Callable[[Source, Entry], Iterator[Block]]
PARTS: dict[str, _Part] = {
    "Общие сведения": _facts,
    **passport_results.PARTS,
    **passport_work.PARTS,
    "Документы": _files,
}


def passport(source: Source, key: str, parts: frozenset[str] = frozenset(PARTS)) -> Document:
    """The chosen parts, each under its heading; what is not known is said so."""
    school = source.entry("schools", key)
    title = f"Паспорт школы: {school.name}"
    return headed(
        title,
        _blocks(source, school, parts),
        PageSetup(Orientation.LANDSCAPE, _FONT_SIZE),
        signatures=(Signature("Руководитель школы", school.values["head"]), Signature("Методист", "")),
    )


def _blocks(source: Source, school: Entry, parts: frozenset[str]) -> Iterator[Block]:
    yield Paragraph(as_of(source), Align.CENTRE, small=True)
    for title, build in PARTS.items():
        if title in parts:
            yield Heading(title, level=2)
            yield from build(source, school)


def _build(source: Source, choices: Choices) -> Document:
    return passport(source, choices["record"], choices["groups"])


REPORT = Report(
    id="passport",
    title="Паспорт школы",
    group="Школы",
    parameters=(
        Parameter("record", "школа", "«СОШ № 1»", ParameterKind.RECORD, register="schools", required=True),
        parts_to_print(PARTS),
    ),
    build=_build,
    signers=("Руководитель школы", "Методист"),
)

"""«Паспорт школы»: everything that is known of one school."""

from collections.abc import Callable, Iterator

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Orientation,
    PageSetup,
    Paragraph,
    Signature,
    cell_text,
    headed,
    subtitle,
)
from roadmap_desktop.reports.columns import computed, field_cell, table_of
from roadmap_desktop.reports.lists import as_of, full_name
from roadmap_desktop.reports.parameters import one_record, parts_to_print
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.schools import passport_results, passport_work
from roadmap_desktop.reports.source import Entry, Source

# Tables of eight columns read better when fewer of their cells are wrapped.
_FONT_SIZE = 11
_FACTS = (
    *("full_name", "kind", "head", "address", "inn", "ogrn", "contacts"),
    *("pupils", "classes", "teachers", "note"),
)
# Registers whose records belong to a school, and by which field; files may be attached to them.
_OWN = (("zones", "problem_zone"), ("agreements", "agreement"), ("practices", "practice"))


def _facts(source: Source, school: Entry) -> Iterator[Block]:
    def known(field: Field) -> str:
        return full_name(school) if field.name == "full_name" else cell_text(field_cell(field, school))

    columns = (
        computed("Показатель", 60, lambda field: field.label),
        computed("Сведения", 120, known),
    )
    fields = (field_of(School, name) for name in _FACTS)
    yield table_of(columns, [field for field in fields if known(field)])


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


def passport(source: Source, record: str, groups: frozenset[str] = frozenset(PARTS)) -> Document:
    """The chosen parts, each under its heading; what is not known is said so."""
    school = source.entry("schools", record)
    title = f"Паспорт школы: {school.name}"
    return headed(
        title,
        _blocks(source, school, groups),
        PageSetup(Orientation.LANDSCAPE, _FONT_SIZE),
        signatures=(Signature("Руководитель школы", school.values["head"]), Signature("Методист", "")),
    )


def _blocks(source: Source, school: Entry, parts: frozenset[str]) -> Iterator[Block]:
    yield subtitle(as_of(source))
    for title, build in PARTS.items():
        if title in parts:
            yield Heading(title, level=2)
            yield from build(source, school)


REPORT = Report(
    id="passport",
    title="Паспорт школы",
    group=Group.SCHOOLS,
    parameters=(
        one_record("schools", "школа", "«СОШ № 1»"),
        parts_to_print(PARTS),
    ),
    build=passport,
    signers=("Руководитель школы", "Методист"),
)

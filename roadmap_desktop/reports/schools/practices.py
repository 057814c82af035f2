"""«Реестр эффективных практик»: the experience of schools that is worth passing on."""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Document, Paragraph, Table, headed
from roadmap_desktop.reports.lists import NUMBER, as_of, by_names, numbered, school_names
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Реестр эффективных практик"
COLUMNS = (
    NUMBER,
    Column("Тема практики", 50),
    Column("Школа", 32),
    Column("Автор", 46),
    Column("Краткое описание", 70),
    Column("Где и когда представлена", 46),
    Column("Материалы", 36),
)


def practices(source: Source) -> Document:
    """All practices by school and theme, with the files attached to them."""
    return headed(TITLE, _blocks(source))


def _blocks(source: Source) -> Iterator[Block]:
    records = by_names(source.entries("practices"), school_names(source), "school_id", then="name")
    if not records:
        yield Paragraph("Эффективных практик пока не записано.", Align.CENTRE)
        return
    yield Paragraph(as_of(source), Align.CENTRE, small=True)
    yield Table(COLUMNS, numbered(_cells(source, one) for one in records))


def _cells(source: Source, practice: Entry) -> tuple[Cell, ...]:
    values = practice.values
    return (
        values["name"],
        practice.texts["school_id"],
        values["author"],
        values["description"],
        presented(practice),
        "\n".join(source.attached("practice", practice.id)),
    )


def presented(practice: Entry) -> str:
    """Where and when, as far as either is known: «Методическая неделя, 12.03.2021»."""
    day: date | None = practice.values["presented_on"]
    parts: Sequence[str] = (practice.values["presented_at"], f"{day:%d.%m.%Y}" if day else "")
    return ", ".join(filter(None, parts))


def _build(source: Source, _choices: Choices) -> Document:
    return practices(source)


REPORT = Report(
    id="practices", title="Реестр эффективных практик", group="Школы", parameters=(), build=_build
)

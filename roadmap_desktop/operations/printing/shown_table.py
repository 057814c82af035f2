"""Any table of the window as a report: what is shown, filtered and sorted, in the columns that are seen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.reports.blocks import (
    DEFAULT_FONT_SIZE,
    Align,
    Block,
    Cell,
    Column,
    Document,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.blocks import Caption as Caption
from roadmap_desktop.reports.columns import with_points_apart
from roadmap_desktop.reports.report import Report

GROUP = "Показанное на экране"

_MOST_UPRIGHT, _MOST_LARGE, _MOST_ON_A_SHEET = 4, 6, 11
_SMALL = 10


class ShownColumn(NamedTuple):
    """A column's heading, and its share of the width."""

    title: str
    width: float


class ShownTable(NamedTuple):
    """``id`` is that of the view; ``rows`` are cells, or a caption above those after it; ``total``: the last row sums
    up the others; ``note`` tells of a filter; where the columns do not fit on a sheet, the first ``lead`` are
    repeated."""

    id: str
    title: str
    columns: Sequence[ShownColumn]
    rows: Sequence[Sequence[Cell] | Caption]
    note: str = ""
    total: bool = False
    lead: int = 1


def found_note(query: str, shown: int, of: int, said: Iterable[str] = ()) -> str:
    """«Поиск: «математика». Показано 3 из 12»; empty where all is shown."""
    query = one_line(query)
    parts = [*said, *([f"Поиск: «{query}»"] if query else [])]
    return ". ".join((*parts, f"Показано {shown} из {of}")) if parts or shown != of else ""


def shown_report_of(table: ShownTable) -> Report:
    """The table as a report, to be given options and printed like any other; it reads no file."""
    document = shown_document(table)
    return Report(f"shown-{table.id}", table.title, GROUP, (), lambda _source: document, signers=())


def shown_document(table: ShownTable) -> Document:
    """The table under its title."""
    count = len(table.columns)
    orientation = Orientation.PORTRAIT if count <= _MOST_UPRIGHT else Orientation.LANDSCAPE
    size = _SMALL if count > _MOST_LARGE else DEFAULT_FONT_SIZE
    return headed(table.title, _blocks(table), PageSetup(orientation, size))


def _blocks(table: ShownTable) -> Iterator[Block]:
    if table.note:
        yield Paragraph(table.note, Align.CENTRE, small=True)
    if not table.rows:
        yield Paragraph("Записей нет.", Align.CENTRE)
        return
    columns = tuple(
        Column(column.title, column.width, _align(table, index)) for index, column in enumerate(table.columns)
    )
    last = len(table.rows) - 1
    rows = [
        cells
        if isinstance(cells, Caption)
        else Row(tuple(map(with_points_apart, cells)), is_total=table.total and index == last)
        for index, cells in enumerate(table.rows)
    ]
    wide = len(columns) > _MOST_ON_A_SHEET
    yield Table(columns, rows, table.lead if wide else 0, _MOST_ON_A_SHEET - table.lead if wide else 0)


def _align(table: ShownTable, index: int) -> Align:
    """Numbers stand in the middle, as in the other papers."""
    rows = [row for row in table.rows if not isinstance(row, Caption)]
    cells = [cells[index] for cells in rows if cells[index] not in (None, "")]
    return Align.CENTRE if cells and all(type(cell) is int for cell in cells) else Align.LEFT

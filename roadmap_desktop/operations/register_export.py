"""What a register's table shows: on paper, as an Excel workbook, on the clipboard."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.exchange.clipboard import rows_to_html, rows_to_tsv
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.plain_rows import PlainRow
from roadmap_desktop.operations.printing import save_document
from roadmap_desktop.operations.shown_table import ShownColumn, ShownTable, shown_document
from roadmap_desktop.reports.blocks import Cell

_WEIGHTS = {FieldKind.TEXT: 3.0, FieldKind.LINK: 2.0, FieldKind.LINE: 2.0, FieldKind.WORDS: 2.0}


class Shown(NamedTuple):
    """Some rows and columns of a listing."""

    listing: Listing
    columns: Sequence[Field]
    rows: Sequence[PlainRow]


def save_workbook(shown: Shown, path: Path) -> None:
    """Writes a workbook, replacing a file of that name only when the new one is whole. Raises UserError."""
    save_document(shown_document(shown_table(shown)), path)


def copied(shown: Shown) -> tuple[str, str]:
    """The same as tab-separated text and as HTML, for the clipboard."""
    header = [field.label for field in shown.columns]
    rows = [[shown.listing.text(row, field) for field in shown.columns] for row in shown.rows]
    return rows_to_tsv(header, rows), rows_to_html(header, rows)


def shown_table(shown: Shown, note: str = "") -> ShownTable:
    """The same as a table to print."""
    register = shown.listing.register
    columns = [ShownColumn(field.label, _WEIGHTS.get(field.kind, 1.0)) for field in shown.columns]
    rows = [tuple(_cell(shown, row, field) for field in shown.columns) for row in shown.rows]
    return ShownTable(register.id, register.title, columns, rows, note)


def _cell(shown: Shown, row: PlainRow, field: Field) -> Cell:
    value = shown.listing.value(row, field.name)
    return value if type(value) in (int, date) else shown.listing.text(row, field)

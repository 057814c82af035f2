"""What a register's table shows, as an Excel workbook or on the clipboard."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.exchange.clipboard import rows_to_html, rows_to_tsv
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.operations.registers import Listing, RecordRow
from roadmap_desktop.reports import render
from roadmap_desktop.reports.blocks import Cell, Column, Document, Heading, Row, Table
from roadmap_desktop.storage.output import refuse_to_replace

_WEIGHTS = {FieldKind.TEXT: 3.0, FieldKind.LINK: 2.0, FieldKind.LINE: 2.0, FieldKind.WORDS: 2.0}


class Shown(NamedTuple):
    """Some rows and columns of a listing."""

    listing: Listing
    columns: Sequence[Field]
    rows: Sequence[RecordRow]


def save_workbook(shown: Shown, path: Path) -> None:
    """Writes a workbook, replacing a file of that name only when the new one is whole. Raises KnownError."""
    refuse_to_replace(path, "таблица Excel")
    render.write_data(render.xlsx_bytes(_document(shown), lambda: False), path)


def copied(shown: Shown) -> tuple[str, str]:
    """The same as tab-separated text and as HTML, for the clipboard."""
    header = [field.label for field in shown.columns]
    rows = [[shown.listing.text(row, field) for field in shown.columns] for row in shown.rows]
    return rows_to_tsv(header, rows), rows_to_html(header, rows)


def _document(shown: Shown) -> Document:
    title = shown.listing.register.title
    columns = tuple(Column(field.label, _WEIGHTS.get(field.kind, 1.0)) for field in shown.columns)
    rows = [Row(tuple(_cell(shown, row, field) for field in shown.columns)) for row in shown.rows]
    return Document(title, (Heading(title), Table(columns, rows)))


def _cell(shown: Shown, row: RecordRow, field: Field) -> Cell:
    value = shown.listing.value(row, field.name)
    return value if type(value) in (int, date) else shown.listing.text(row, field)

"""Excel's .xlsx: values by openpyxl's streaming reader, merged cells and hidden columns from the sheet's own XML.

openpyxl's other reader knows both, but keeps every cell in memory and takes three times as long.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from roadmap_desktop.errors import UserError
from roadmap_desktop.exchange.documents.allowance import (
    MOST_ROWS,
    MOST_UNPACKED,
    Allowance,
    damaged,
    too_large,
    too_many_rows,
)
from roadmap_desktop.exchange.documents.safe_package import Package, parsed
from roadmap_desktop.exchange.documents.sheet_values import shown
from roadmap_desktop.exchange.documents.source_document import Block, Kind, SourceDocument
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:]+)\"")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_NUMBERS = re.compile(rb"\b(min|max)=\"(\d+)\"")
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")
_DOCTYPE = b"<!DOCTYPE"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_MOST_COLUMNS = 200
# Empty rows after which nothing more is looked for.
_LONGEST_GAP = 1_000
_FAULTS = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError,
    EOFError, OSError, SyntaxError, OverflowError, AssertionError, NotImplementedError,
)  # fmt: skip


class _Merged(NamedTuple):
    """A merged cell: how many rows and columns it takes."""

    rows: int
    columns: int


class _Layout(NamedTuple):
    """How a sheet is laid out beside its values: merged cells by their first row and column, hidden columns, from 0."""

    merged: dict[tuple[int, int], _Merged]
    covered: frozenset[tuple[int, int]]
    hidden: frozenset[int]


def read_workbook(data: bytes, package: Package, allowance: Allowance) -> SourceDocument:
    """The visible sheets of a workbook, each a table; formulas count by the values that were worked out last."""
    sizes = package.sizes(".xml")
    if any(size > MOST_UNPACKED for size in sizes.values()) or sum(sizes.values()) > 3 * MOST_UNPACKED:
        raise too_large()
    paths = _sheet_paths(package)
    blocks: list[Block] = []
    try:
        with warnings.catch_warnings():
            # It warns of what it does not read: pictures, extensions, rules.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                for sheet in book.worksheets:
                    if sheet.sheet_state == "visible":
                        part = package.part(paths.get(sheet.title, "")) or b""
                        # Told at once: to count them by reading takes longer than anybody waits.
                        if min(part.count(b"<row"), part.count(b"<v>") + part.count(b"<is>")) > MOST_ROWS:
                            raise too_many_rows()
                        layout = _layout(part)
                        blocks.append(_table(sheet, layout, allowance))
            finally:
                book.close()
    except UserError:
        raise
    except _FAULTS:
        raise damaged() from None
    return SourceDocument(Kind.WORKBOOK, tuple(blocks))


def _sheet_paths(package: Package) -> dict[str, str]:
    """The parts of the sheets by their titles. What declares a type of document is refused here, for openpyxl too."""
    for name in package.names:
        if name.endswith((".xml", ".rels")) and name.startswith(("xl/", "[Content", "_rels")):
            part = package.part(name) or b""
            if _DOCTYPE in part or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
                parsed(part)
    relations = package.tree("xl/_rels/workbook.xml.rels")
    book = package.tree("xl/workbook.xml")
    if book is None or relations is None:
        return {}
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    paths = {}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION), "")
        paths[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return paths


def _layout(sheet: bytes) -> _Layout:
    merged: dict[tuple[int, int], _Merged] = {}
    covered: set[tuple[int, int]] = set()
    end = max(sheet.rfind(b"</sheetData>"), sheet.rfind(b":sheetData>"))
    for found in _MERGED.finditer(sheet, max(end, 0)):
        try:
            left, top, right, bottom = (int(one or 1) for one in range_boundaries(found[1].decode()))
        except (ValueError, TypeError):
            continue
        rows, columns = bottom - top + 1, min(right, _MOST_COLUMNS) - left + 1
        if rows < 1 or columns < 1 or rows * columns > 100_000 or len(covered) > 500_000:
            continue
        merged[top - 1, left - 1] = _Merged(rows, columns)
        covered |= {
            (row, column) for row in range(top - 1, bottom) for column in range(left - 1, left - 1 + columns)
        }
    covered -= set(merged)
    return _Layout(merged, frozenset(covered), frozenset(_hidden_columns(sheet)))


def _hidden_columns(sheet: bytes) -> Iterator[int]:
    start = sheet.find(b"<sheetData")
    for found in _COLUMN.finditer(sheet, 0, start if start >= 0 else len(sheet)):
        numbers = {name: int(number) for name, number in _NUMBERS.findall(found[0])}
        if _HIDDEN.search(found[0]):
            yield from range(numbers.get(b"min", 1) - 1, min(numbers.get(b"max", 1), _MOST_COLUMNS))


def _table(sheet: Any, layout: _Layout, allowance: Allowance) -> Any:
    builder = TableBuilder(allowance, f"лист «{sheet.title}»")
    for column in layout.hidden:
        builder.hide_column(column)
    # A sheet may say that it is smaller than it is.
    sheet.reset_dimensions()
    empty = 0
    merged, covered, one = layout.merged, layout.covered, _Merged(1, 1)
    for number, row in enumerate(sheet.iter_rows()):
        filled = [
            (index, cell, value)
            for index, cell in enumerate(row[:_MOST_COLUMNS])
            if (value := cell.value) is not None
        ]
        empty = 0 if filled else empty + 1
        if empty > _LONGEST_GAP:
            break
        builder.start_row(number + 1)
        for index, cell, value in filled:
            if (number, index) not in covered:
                # What a value's format is takes long to ask, and no text has one.
                text = shown(value, None if type(value) is str else cell.number_format)
                rows, columns = merged.get((number, index), one)
                builder.put(index, text, rows=rows, columns=columns)
        allowance.look() if number % 500 == 0 else None
    return builder.table()

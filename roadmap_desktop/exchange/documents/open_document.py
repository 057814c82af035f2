"""LibreOffice's .odt and .ods, read from their XML: repeated rows and columns are bounded before they are made."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from roadmap_desktop.exchange.documents.allowance import Allowance, damaged, locked
from roadmap_desktop.exchange.documents.inner_tables import cell_text, is_layout
from roadmap_desktop.exchange.documents.safe_package import Package
from roadmap_desktop.exchange.documents.sheet_values import shown
from roadmap_desktop.exchange.documents.source_document import (
    SOFT_BREAK,
    Block,
    Kind,
    Paragraph,
    SourceDocument,
)
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

# Not part of the text: notes, comments, what was deleted, fields that count.
_UNSEEN = frozenset(
    {
        f"{_TEXT}note",
        f"{_OFFICE}annotation",
        f"{_OFFICE}annotation-end",
        f"{_TEXT}tracked-changes",
        f"{_TEXT}hidden-text",
    }
)
_INSIDE = frozenset(
    f"{space}{name}"
    for space, names in (
        (_TEXT, ("section", "index-body", "table-of-content", "soft-page-break")),
        (_TABLE, ("table-header-rows", "table-rows", "table-row-group")),
    )
    for name in names
)
_MONTH_ALONE = re.compile(r"[^\W\d]{3,}\.?[\s.,'’-]*(\d{2}|\d{4})?(\s*г(ода|\.)?)?")
_MOST_COLUMNS = 200
_MOST_REPEATED = 1_000


def read_open_document(package: Package, allowance: Allowance) -> SourceDocument:
    """A text's paragraphs and tables, or a workbook's visible sheets."""
    manifest = package.part("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise locked()
    root = package.tree("content.xml")
    body = root.find(f"{_OFFICE}body") if root is not None else None
    if body is None or not len(body):
        raise damaged()
    content = next((part for part in body if part.tag in (f"{_OFFICE}text", f"{_OFFICE}spreadsheet")), None)
    if content is None:
        raise damaged()
    kind = Kind.OPEN_SHEET if content.tag == f"{_OFFICE}spreadsheet" else Kind.OPEN_TEXT
    reader = _Reader(kind, allowance, _Styles([root, package.tree("styles.xml")]))
    return SourceDocument(reader.kind, tuple(reader.blocks(content)))


class _Styles:
    """What styles say of text, rows and sheets that are not shown, and of lists."""

    def __init__(self, roots: list[Any | None]) -> None:
        self.hidden_text: set[str] = set()
        self.hidden_sheets: set[str] = set()
        self.bullets: set[str] = set()
        self.numbers: dict[str, str] = {}
        for style in (one for root in roots if root is not None for one in root.iter(f"{_STYLE}style")):
            name = style.get(f"{_STYLE}name", "")
            text = style.find(f"{_STYLE}text-properties")
            if text is not None and text.get(f"{_TEXT}display") == "none":
                self.hidden_text.add(name)
            sheet = style.find(f"{_STYLE}table-properties")
            if sheet is not None and sheet.get(f"{_TABLE}display") == "false":
                self.hidden_sheets.add(name)
        for one in (one for root in roots if root is not None for one in root.iter(f"{_TEXT}list-style")):
            first = one[0] if len(one) else None
            if first is not None and first.tag == f"{_TEXT}list-level-style-number":
                self.numbers[one.get(f"{_STYLE}name", "")] = first.get(f"{_STYLE}num-suffix", "")


class _Reader:
    """Reads elements into blocks; numbered lists count through the document where they say so."""

    def __init__(self, kind: Kind, allowance: Allowance, styles: _Styles) -> None:
        self.kind = kind
        self._allowance = allowance
        self._styles = styles
        self._counts: dict[str, int] = {}

    def blocks(self, element: Any) -> Iterator[Block]:
        """Blocks of an element's content."""
        for child in element:
            tag = child.tag
            if tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._allowance.take_row()
                for box in child.iter(f"{_DRAW}text-box"):
                    yield from self.blocks(box)
                text = self._paragraph(child)
                if text.strip():
                    yield Paragraph(text)
            elif tag == f"{_TEXT}list":
                yield from self._list(child)
            elif tag == f"{_TABLE}table":
                if child.get(f"{_TABLE}style-name", "") not in self._styles.hidden_sheets:
                    yield from self._table(child)
            elif tag in _INSIDE and child.get(f"{_TEXT}display") != "none":
                yield from self.blocks(child)

    def _paragraph(self, element: Any) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: Any) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            tag = child.tag
            if tag == f"{_TEXT}line-break":
                yield SOFT_BREAK
            elif tag == f"{_TEXT}tab":
                yield "\t"
            elif tag == f"{_TEXT}s":
                yield " " * min(_whole(child, f"{_TEXT}c"), 100)
            elif not self._is_unseen(child, tag):
                yield from self._pieces(child)
            yield child.tail or ""

    def _is_unseen(self, element: Any, tag: str) -> bool:
        is_hidden = (
            tag == f"{_TEXT}span" and element.get(f"{_TEXT}style-name", "") in self._styles.hidden_text
        )
        return is_hidden or tag in _UNSEEN or tag.startswith(_DRAW)

    def _list(self, element: Any) -> Iterator[Block]:
        """The items of a list, with their numbers or dashes."""
        style = element.get(f"{_TEXT}style-name", "")
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list")
        if not goes_on:
            self._counts[style] = 0
        for item in element:
            if item.tag not in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
                continue
            first = item.find(f"{_TEXT}p")
            suffix = self._styles.numbers.get(style)
            mark = "-"
            if suffix is not None:
                start = item.get(f"{_TEXT}start-value", "")
                self._counts[style] = (
                    int(start) if start.isdecimal() and len(start) < 6 else self._counts.get(style, 0) + 1
                )
                mark = f"{self._counts[style]}{suffix or '.'}"
            blocks = list(self.blocks(item))
            if first is not None and not self._paragraph(first).strip():
                # A number alone in its cell.
                if suffix is not None:
                    yield Paragraph(mark)
                yield from blocks
                continue
            for index, block in enumerate(blocks):
                is_first = index == 0 and isinstance(block, Paragraph) and item.tag == f"{_TEXT}list-item"
                yield (
                    Paragraph(f"{mark} {block.text}") if is_first and isinstance(block, Paragraph) else block
                )

    def _table(self, element: Any) -> Iterator[Block]:
        name = element.get(f"{_TABLE}name", "")
        builder = TableBuilder(self._allowance, f"лист «{name}»" if self.kind is Kind.OPEN_SHEET else "")
        for column in _hidden_columns(element):
            builder.hide_column(column)
        layout: list[Block] = []
        found_layout = False
        line = 1
        for row in _rows(element):
            repeated = _whole(row, f"{_TABLE}number-rows-repeated")
            cells = [(cell, list(self.blocks(cell))) for cell in _cells(row)]
            found_layout = found_layout or any(is_layout(blocks) for _, blocks in cells)
            layout += [block for _, blocks in cells for block in blocks]
            is_filled = any(blocks for _, blocks in cells)
            for _ in range(min(repeated, _MOST_REPEATED) if is_filled else min(repeated, 1)):
                builder.start_row(line)
                self._put(builder, cells)
            line += repeated
        if found_layout:
            yield from layout
        else:
            yield builder.table()

    def _put(self, builder: TableBuilder, cells: list[tuple[Any, list[Block]]]) -> None:
        column = 0
        for cell, blocks in cells:
            repeated = min(_whole(cell, f"{_TABLE}number-columns-repeated"), _MOST_COLUMNS)
            if cell.tag == f"{_TABLE}covered-table-cell" or not blocks:
                column += repeated
                continue
            # A sheet has a paragraph for each line that was broken by Alt+Enter.
            text = cell_text(blocks, SOFT_BREAK if self.kind is Kind.OPEN_SHEET else "\n")
            text = _day(cell.get(f"{_OFFICE}date-value", ""), text) or text
            for _ in range(repeated):
                columns = _whole(cell, f"{_TABLE}number-columns-spanned")
                builder.put(column, text, rows=_whole(cell, f"{_TABLE}number-rows-spanned"), columns=columns)
                column += 1


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _INSIDE:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))


def _hidden_columns(table: Any) -> Iterator[int]:
    index = 0
    for column in table.iter(f"{_TABLE}table-column"):
        repeated = min(_whole(column, f"{_TABLE}number-columns-repeated"), _MOST_COLUMNS)
        if column.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            yield from range(index, index + repeated)
        index += repeated


def _day(value: str, text: str) -> str:
    """A real date as any workbook shows it: «Oct 25» is what another country's LibreOffice makes of «октябрь 2025»."""
    try:
        day = datetime.fromisoformat(value)
    except ValueError:
        return ""
    return shown(day, "mmmm yyyy" if _MONTH_ALONE.fullmatch(text.strip()) else "dd.mm.yyyy")


def _whole(element: Any, name: str) -> int:
    value = element.get(name, "")
    return max(int(value), 1) if value.isdecimal() and len(value) < 8 else 1

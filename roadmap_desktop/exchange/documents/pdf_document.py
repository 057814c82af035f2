"""PDF with a text layer: text by pdfium, cells by the lines that are drawn around them.

pdfplumber finds the same cells, but takes a third of a second for a page where this takes a fiftieth, and brings
pdfminer and a library for encryption along.
"""

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import Allowance, damaged, locked, too_large
from roadmap_desktop.exchange.documents.pdf_lines import Grid, Rule, grids
from roadmap_desktop.exchange.documents.plain_text import document_of_pages
from roadmap_desktop.exchange.documents.source_document import (
    SOFT_BREAK,
    Block,
    Kind,
    Paragraph,
    SourceDocument,
    Table,
)
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_MOST_PAGES = 400
# What pdfium has for the hyphen of a word broken at the line's end.
_BROKEN = re.compile("[\x02\ufffe][\r\n]*")
_THIN = 3.0
_MOST_SEGMENTS = 20_000
# As far the tails of letters reach into the cell below; a letter counts wherever a part of it is.
_DESCENT = 2.0
# Characters whose feet are as near are of one line; a step between lines so much longer than the usual is a gap.
_SAME_LINE = 3.0
_ROOMY = 1.25


def read_pdf(data: bytes, allowance: Allowance) -> SourceDocument:
    """The document's tables and the lines around them, page by page; without drawn tables, lines as they are laid."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise locked() if "assword" in str(error) else damaged() from None
    try:
        if len(document) > _MOST_PAGES:
            raise too_large()
        pages = []
        for number in range(len(document)):
            allowance.look()
            allowance.tell(number / len(document))
            pages.append(_Page(document, number, allowance))
        if not any(page.has_text for page in pages):
            raise UserError(
                "В этом PDF нет текста: похоже, это скан.",
                NOTHING_CHANGED,
                "Распознайте его (например, в Word или FineReader), сохраните как .docx и выберите новый файл.",
            )
    except pypdfium2.PdfiumError:
        raise damaged() from None
    finally:
        document.close()
    if any(isinstance(block, Table) for page in pages for block in page.blocks):
        return SourceDocument(Kind.PDF, tuple(block for page in pages for block in page.blocks))
    laid_out = document_of_pages(Kind.PDF, [page.laid_lines for page in pages], allowance)
    if laid_out.tables:
        return laid_out
    lines = tuple(Paragraph(line) for page in pages for line in page.lines if line.strip())
    return SourceDocument(Kind.PDF, lines, is_torn=True)


class _Page:
    """What is on a page: ``blocks`` where tables are drawn, ``lines`` in the order of the text, ``laid_lines`` with
    their places kept by spaces."""

    def __init__(self, document: Any, number: int, allowance: Allowance) -> None:
        page = document[number]
        text = page.get_textpage()
        try:
            self._width, self._height = page.get_size()
            self.lines = _lines(text.get_text_range())
            self.has_text = any(line.strip() for line in self.lines)
            found = grids(_rules(page)) if self.has_text else []
            self.blocks = list(self._blocks(text, found, f"стр. {number + 1}", allowance))
            self.laid_lines = [] if found or not self.has_text else _laid_out(text)
        finally:
            text.close()
            page.close()

    def _blocks(self, text: Any, found: list[Grid], origin: str, allowance: Allowance) -> Iterator[Block]:
        top = self._height + 1000
        for grid in found:
            yield from self._paragraphs(text, grid.top, top, origin)
            yield _table(text, grid, origin, allowance)
            top = grid.bottom
        yield from self._paragraphs(text, -1000, top, origin)

    def _paragraphs(self, text: Any, bottom: float, top: float, origin: str) -> Iterator[Block]:
        if top > bottom:
            words = text.get_text_bounded(-1000, bottom, self._width + 1000, top)
            yield from (Paragraph(line, origin) for line in _lines(words) if line.strip())


def _table(text: Any, grid: Grid, origin: str, allowance: Allowance) -> Table:
    builder = TableBuilder(allowance, origin)
    for cells in grid.rows():
        builder.start_row()
        for cell in cells:
            words = text.get_text_bounded(cell.left, cell.bottom, cell.right, cell.top - _DESCENT)
            builder.put(cell.column, SOFT_BREAK.join(_lines(words)), rows=cell.rows, columns=cell.columns)
    # As wide as it is drawn: by that it is known to go on with the one on the page before.
    return builder.table(len(grid.places_across) - 1)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in _BROKEN.sub("-\n", text).replace("\r", "").split("\n")]


def _rules(page: Any) -> Iterator[Rule]:
    """The straight lines that are drawn on a page, and thin boxes that stand for such."""
    count = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = drawn.get_bounds()
        if right - left < _THIN or top - bottom < _THIN:
            yield Rule(left, bottom, right, top)
            continue
        segments = list(_segments(drawn))
        count += len(segments)
        if count > _MOST_SEGMENTS:
            return
        yield from segments


def _segments(drawn: Any) -> Iterator[Rule]:
    """The straight pieces of a path, where they are on the page."""
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(drawn.raw), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(drawn.raw, index)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield Rule.between(before, point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield Rule.between(point, start)
        before = point


def _laid_out(text: Any) -> list[str]:
    """The page's lines with as many spaces between words as there is room between them."""
    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[tuple[float, float, float, str]] = []
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if (
            not character.isspace()
            and character != "\0"
            and raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        ):
            left, _, right, _ = text.get_charbox(index, loose=True)
            found.append((y.value, left, right, "-" if _BROKEN.match(character) else character))
    lines: list[list[tuple[float, float, float, str]]] = []
    for one in sorted(found, key=lambda one: -one[0]):
        if not lines or lines[-1][0][0] - one[0] > _SAME_LINE:
            lines.append([])
        lines[-1].append(one)
    if not lines:
        return []
    widths = sorted(right - left for _, left, right, _ in found)
    wide = max(widths[len(widths) // 2], 1.0)
    steps = sorted(above[0][0] - below[0][0] for above, below in pairwise(lines))
    usual = steps[len(steps) // 10] if steps else 0
    laid: list[str] = []
    for above, line in pairwise([lines[0], *lines]):
        # More room than within a cell is the edge of a row.
        laid += [""] if above[0][0] - line[0][0] > usual * _ROOMY else []
        laid.append(_line(sorted(piece[1:] for piece in line), wide))
    return laid


def _line(characters: list[tuple[float, float, str]], wide: float) -> str:
    line = ""
    end = characters[0][0]
    for left, right, character in characters:
        gap = left - end
        if gap > wide * 1.2:
            line = line.ljust(max(round(left / wide), len(line) + 2))
        elif gap > wide * 0.22:
            line += " "
        elif not line:
            line = " " * round(left / wide)
        line += character
        end = right
    return line

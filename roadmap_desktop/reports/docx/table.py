"""A table of a Word document: fixed widths as on paper, its header repeated on each page."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from roadmap_desktop.reports.blocks import POINTS_IN_MM, Caption, PageSetup, Row, Table
from roadmap_desktop.reports.docx.markup import aligned, element, paragraph, run
from roadmap_desktop.reports.docx.styles import GRID, caption_style, cell_style, header_style
from roadmap_desktop.reports.docx.units import twips, twips_of_points
from roadmap_desktop.reports.pdf.columns import measure

# What each column has besides, in points: borders take of a column's width, and twips are not exact.
_SPARE = 1.5
_LEADING = 1.15
# Rows, the header among them.
_HELD_FROM = 3
_LETTER = 0.5
# A row that may be higher than this part of the page is split over two rather than leave the rest of the first empty.
_WHOLE_MOST = 0.4
_GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="E6E6E6"/>'


class Drawn(NamedTuple):
    """A table as an element, and the size of its font, for which there must be styles."""

    element: BaseOxmlElement
    size: float


def draw_table(table: Table, page: PageSetup, cancelled: Callable[[], bool]) -> Drawn:
    """The table with its rows; stops half-way when it is told to."""
    drawing = _Drawing(table, page)
    drawn = element(drawing.frame())
    drawn.append(element(drawing.header()))
    for row in drawing.rows():
        if cancelled():
            break
        # One by one: a parser refuses a text of hundreds of megabytes, and the memory for it is not there either.
        drawn.append(element(row))
    _hold_last_but_one(drawn)
    return Drawn(drawn, drawing.size)


def _hold_last_but_one(drawn: BaseOxmlElement) -> None:
    """A page has two rows of a table at least, but for a table of so few that they are better not held."""
    rows = drawn.findall(qn("w:tr"))
    if len(rows) > _HELD_FROM:
        for each in rows[-2].iter(qn("w:pPr")):
            if each.find(qn("w:keepNext")) is None:
                each.insert(1, element("<w:keepNext/>"))


class _Drawing:
    """One table turned into markup row by row."""

    def __init__(self, table: Table, page: PageSetup) -> None:
        self._table = table
        measures = measure(table, page.width * POINTS_IN_MM, table.size_in(page.font_size), _SPARE)
        points, self.size, self._side, self._above = measures
        edges = [twips_of_points(sum(points[:index])) for index in range(len(points) + 1)]
        self._widths = [right - left for left, right in pairwise(edges)]
        self._letters = [max(width - 2 * self._side, 1) / (self.size * _LETTER) for width in points]
        self._most_lines = page.height * POINTS_IN_MM * _WHOLE_MOST / (self.size * _LEADING)
        self._looks = [aligned(column.align) for column in table.columns]
        self._cell = cell_style(self.size)

    def frame(self) -> str:
        """The table without its rows."""
        side, above = twips_of_points(self._side), twips_of_points(self._above)
        margins = "".join(
            f'<w:{name} w:w="{width}" w:type="dxa"/>'
            for name, width in (("top", above), ("left", side), ("bottom", above), ("right", side))
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid></w:tbl>"
        )

    def header(self) -> str:
        """The row of the columns' titles."""
        style = header_style(self.size)
        cells = (
            self._boxed(paragraph(style, run(column.title)), width)
            for column, width in zip(self._table.columns, self._widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def rows(self) -> Iterator[str]:
        """The rows beneath it."""
        for row in self._table.rows:
            yield self._caption(row) if isinstance(row, Caption) else self._row(row)

    def _caption(self, caption: Caption) -> str:
        cell = self._boxed(
            paragraph(caption_style(self.size), run(caption.text)),
            sum(self._widths),
            f'<w:gridSpan w:val="{len(self._widths)}"/>',
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"

    def _row(self, row: Row) -> str:
        height = twips(self._table.least_height)
        look = "" if self._is_long(row) else "<w:cantSplit/>"
        look += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
        first, last = row.over or (0, 0)
        cells = (
            self._boxed(
                paragraph(self._cell, run(text, bold=row.is_total), self._looks[index]),
                sum(self._widths[index : last + 1]) if last and index == first else self._widths[index],
                (f'<w:gridSpan w:val="{last - first + 1}"/>' if last and index == first else "")
                + (_GROUND if index in row.shaded else ""),
            )
            for index, text in enumerate(row.texts)
            if not first < index <= last
        )
        return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"

    def _boxed(self, content: str, width: int, look: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{content}</w:tc>'

    def _is_long(self, row: Row) -> bool:
        """By the count of letters: measuring each word would take longer than writing the row."""
        return any(
            len(text) / letters + text.count("\n") > self._most_lines
            for text, letters in zip(row.texts, self._letters, strict=True)
        )

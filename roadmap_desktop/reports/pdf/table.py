"""A table drawn over pages: the header on each, a row whole unless it is taller than a page, a caption with its row."""

from collections.abc import Iterator

from roadmap_desktop.reports.blocks import Align, Caption, Table
from roadmap_desktop.reports.pdf.columns import column_widths
from roadmap_desktop.reports.pdf.flow import LEADING, Flow
from roadmap_desktop.reports.pdf.rows import LaidRow, cut, lay, split
from roadmap_desktop.reports.pdf.wrapping import wrapper

# Room beside and above a cell's text, in sizes. It follows the size because readers that give the text back take two
# columns less than one size apart for one, and two rows closer than about a line and a half likewise.
_SIDE = 0.52
_ABOVE = 0.33


def draw_table(flow: Flow, table: Table, tail: float) -> None:
    """Draws the whole table from the pen down. ``tail`` is the height of what must not stand on a page without a row
    of this table: the lines to sign on."""
    drawing = _Drawing(flow, table)
    drawing.begin()
    for group, is_last in _groups(drawing.laid_rows()):
        if flow.cancelled():
            return
        drawing.place(group, tail if is_last else 0.0)
    drawing.end()


def _groups(rows: Iterator[LaidRow]) -> Iterator[tuple[list[LaidRow], bool]]:
    """Rows with the captions that must stay with them, and whether they are the last. One row is held at a time, so the
    memory does not grow with the table."""
    held: list[LaidRow] = []
    for row in rows:
        if held and not held[-1].is_caption:
            yield held, False
            held = []
        held.append(row)
    if held:
        yield held, True


class _Drawing:
    """One table on its way down the pages."""

    def __init__(self, flow: Flow, table: Table) -> None:
        self._flow = flow
        self._table = table
        self._leading = flow.size * LEADING
        self._side = _SIDE * flow.size
        self._above = _ABOVE * flow.size
        self._widths = column_widths(table, flow.width, flow.size, self._side)
        self._edges = [flow.left]
        for width in self._widths:
            self._edges.append(self._edges[-1] + width)
        # A hair more than there is: a column made to fit a word must still hold it after the arithmetic.
        self._units = [max(width - 2 * self._side, 1.0) * 1000 / flow.size + 0.01 for width in self._widths]
        self._aligns = [column.align for column in table.columns]
        titles = zip(table.columns, self._units, strict=True)
        self._header = LaidRow(tuple(wrapper(False).balance(column.title, units) for column, units in titles))
        self._segment_top = flow.y

    def laid_rows(self) -> Iterator[LaidRow]:
        """The table's rows, wrapped one by one as they are asked for."""
        regular, bold = wrapper(False), wrapper(True)
        across = (self._edges[-1] - self._edges[0] - 2 * self._side) * 1000 / self._flow.size
        for row in self._table.rows:
            if isinstance(row, Caption):
                yield LaidRow((bold.balance(row.text, across),), is_caption=True)
            else:
                yield lay(row.texts, self._units, regular)

    def begin(self) -> None:
        """Starts the table with its header, where the header and three lines still fit."""
        self._flow.need(self._height(self._header) + 3 * self._leading + 2 * self._above)
        self._draw_header()

    def place(self, group: list[LaidRow], tail: float) -> None:
        """Draws captions with the row after them; ``tail`` points must be left under the last line."""
        flow = self._flow
        row = group[-1]
        whole = sum(map(self._height, group)) + tail
        captions = whole - self._height(row) - tail
        body = flow.page_room - self._height(self._header)
        if whole > flow.room and (whole <= body or captions + self._split_height() > flow.room):
            self._next_page()
        for caption in group[:-1]:
            self._draw_over_pages(caption, 0.0)
        self._draw_over_pages(row, tail)

    def end(self) -> None:
        """Closes the frame."""
        self._close_segment()

    def _draw_over_pages(self, row: LaidRow, tail: float) -> None:
        while self._height(row) + tail > self._flow.room:
            fitting = int((self._flow.room - 2 * self._above) / self._leading)
            parts = split(row, fitting)
            if parts is None and self._is_fresh:
                if self._height(row) <= self._flow.room or fitting < 1:
                    break
                parts = cut(row, fitting)
            if parts is not None:
                self._draw_row(parts[0])
                row = parts[1]
            self._next_page()
            if self._flow.cancelled():
                return
        self._draw_row(row)

    @property
    def _is_fresh(self) -> bool:
        """Whether this page has nothing of the table but its header."""
        return self._flow.y == self._fresh_y

    def _split_height(self) -> float:
        return 2 * self._leading + 2 * self._above

    def _height(self, row: LaidRow) -> float:
        return row.line_count * self._leading + 2 * self._above

    def _next_page(self) -> None:
        self._close_segment()
        self._flow.new_page()
        self._draw_header()

    def _draw_header(self) -> None:
        flow = self._flow
        self._segment_top = flow.y
        flow.surface.rule(self._edges[0], flow.y, self._edges[-1], flow.y)
        self._draw_cells(self._header, [Align.CENTRE] * len(self._edges))
        self._fresh_y = flow.y

    def _draw_row(self, row: LaidRow) -> None:
        if row.is_caption:
            self._draw_caption(row)
        else:
            self._draw_cells(row, self._aligns)

    def _draw_caption(self, row: LaidRow) -> None:
        flow = self._flow
        self._close_segment()
        left, right = self._edges[0], self._edges[-1]
        flow.write(
            row.cells[0],
            left + self._side,
            right - left - 2 * self._side,
            flow.y - self._above,
            flow.size,
            align=Align.CENTRE,
            bold=True,
        )
        top = flow.y
        flow.y -= self._height(row)
        for edge in (left, right):
            flow.surface.rule(edge, top, edge, flow.y)
        flow.surface.rule(left, flow.y, right, flow.y)
        self._segment_top = flow.y

    def _draw_cells(self, row: LaidRow, aligns: list[Align]) -> None:
        flow = self._flow
        for lines, left, units, align in zip(row.cells, self._edges, self._units, aligns, strict=False):
            if lines and (len(lines) > 1 or lines[0]):
                width = units * flow.size / 1000
                flow.write(lines, left + self._side, width, flow.y - self._above, flow.size, align=align)
        flow.y -= self._height(row)
        flow.surface.rule(self._edges[0], flow.y, self._edges[-1], flow.y)

    def _close_segment(self) -> None:
        """Draws the vertical rules of the rows since the last caption or the head of the page."""
        if self._segment_top > self._flow.y:
            for edge in self._edges:
                self._flow.surface.rule(edge, self._segment_top, edge, self._flow.y)
        self._segment_top = self._flow.y

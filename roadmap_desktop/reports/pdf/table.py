"""A table drawn over pages: the header on each, a row whole unless it is taller than a page, a caption with its row."""

from collections.abc import Iterator, Sequence
from itertools import count

from roadmap_desktop.reports.blocks import Align, Caption, Table
from roadmap_desktop.reports.pdf.closing import Extent, closeness
from roadmap_desktop.reports.pdf.columns import Measures, measure
from roadmap_desktop.reports.pdf.flow import LEADING, MM, Flow
from roadmap_desktop.reports.pdf.lines import with_gap
from roadmap_desktop.reports.pdf.row_groups import RowGroups
from roadmap_desktop.reports.pdf.rows import LaidRow, cut, lay, split
from roadmap_desktop.reports.pdf.wrapping import wrapper

_GIVING_WAY = (0.95, 0.9, 0.85, 0.8, 0.75)
# Of a page: rows that are lower go to the next one with what they belong to.
_MOST_MOVED = 0.5


def _beneath(flow: Flow, tail: Extent) -> float:
    return with_gap(tail.at(flow.closeness), flow.gap / 2)


class LaidTable:
    """One table, its columns measured, on its way down the pages."""

    def __init__(self, flow: Flow, table: Table) -> None:
        self._flow = flow
        self._table = table
        self._measures: Measures = measure(table, flow.width, table.size_in(flow.size))
        self._size = self._measures.size
        self._leading = self._size * LEADING
        self._side = self._measures.side
        self._edges = [flow.left]
        for width in self._measures.widths:
            self._edges.append(self._edges[-1] + width)
        # A hair more than there is: a column made to fit a word must still hold it after the arithmetic.
        self._units = [
            max(width - 2 * self._side, 1.0) * 1000 / self._size + 0.01 for width in self._measures.widths
        ]
        self._aligns = [column.align for column in table.columns]
        titles = zip(table.columns, self._units, strict=True)
        self._header = LaidRow(tuple(wrapper(False).balance(column.title, units) for column, units in titles))
        self._body = flow.page_room - self._height(self._header)
        self._least = min(table.least_height * MM, self._body)
        self._groups = RowGroups(self._laid_rows())
        self._rest: Extent | None = None
        self._segment_top = self._fresh_y = flow.y
        self._over: tuple[int, int] | None = None

    @property
    def _above(self) -> float:
        return self._measures.above * self._flow.closeness

    def beginning(self, tail: float) -> float:
        """The height of what must stand together: the header and the first row, or two lines of it where it takes half
        a page, which would leave no room for what is above; where it is the only one, with ``tail``."""
        header = self._height(self._header)
        tail = with_gap(tail, self._flow.gap / 2)
        first = self._groups.at(0)
        if first is None:
            return header + tail
        whole = sum(map(self._height, first.rows)) + (tail if first.is_last else 0.0)
        return header + (whole if whole <= self._body * _MOST_MOVED else self._least_height(first.rows))

    def is_lower(self, room: float) -> bool:
        """Whether the whole table takes no more than that."""
        used = self._height(self._header)
        for row in self._laid_rows():
            used += self._height(row)
            if used > room:
                return False
        return True

    def draw(self, tail: Extent, rest: Extent | None = None) -> None:
        """Draws the whole table from the pen down. ``tail`` is what must not stand on a page without a row of this
        table: the lines to sign on; ``rest`` is all that follows, where that is but text."""
        self._flow.need(self.beginning(tail.height))
        self._settle_heights(self._flow.room - tail.height)
        self._rest = rest
        self._draw_header()
        self._close_up([])
        while group := self._groups.take():
            if self._flow.cancelled():
                return
            self._place(group.rows, tail if group.is_last else Extent())
        self._close_segment()
        self._flow.skip(self._flow.gap / 2)

    def _close_up(self, begun: Sequence[LaidRow]) -> None:
        """Where little is left of the document beneath a table's header, with the rows that are ``begun``, it is drawn
        so close that this page holds it."""
        if self._rest is None:
            return
        gap = self._flow.gap / 2
        rest, rows = self._rest.and_then(Extent(gap, gap)), begun
        for index in count():
            for row in rows:
                height = self._height(row)
                rest = rest.and_then(Extent(height, min(2 * self._above, height - row.least)))
            group = self._groups.at(index)
            if group is None:
                self._flow.closeness = closeness(rest, self._flow.room)
            if group is None or rest.least > self._flow.room:
                break
            rows = group.rows

    def _laid_rows(self) -> Iterator[LaidRow]:
        """The table's rows, wrapped one by one as they are asked for."""
        regular, bold = wrapper(False), wrapper(True)
        across = (self._edges[-1] - self._edges[0] - 2 * self._side) * 1000 / self._size
        for row in self._table.rows:
            if isinstance(row, Caption):
                yield LaidRow((bold.balance(row.text, across),), is_caption=True)
            else:
                units = self._units_of(row.over) if row.over else self._units
                laid = lay(row.texts, units, bold if row.is_total else regular)
                laid.least, laid.shaded, laid.is_total = self._least, row.shaded, row.is_total
                laid.over = row.over
                yield laid

    def _units_of(self, over: tuple[int, int]) -> list[float]:
        """How wide the cells of a row are in which one takes several columns."""
        first, last = over
        units = list(self._units)
        units[first] += (self._edges[last + 1] - self._edges[first + 1]) * 1000 / self._size
        return units

    def _settle_heights(self, room: float) -> None:
        """Rows of a set height give way a little where that keeps the whole table on this page."""
        wanted = self._least
        if not wanted or self.is_lower(room):
            return
        for share in _GIVING_WAY:
            self._least = wanted * share
            if self.is_lower(room):
                break
        else:
            self._least = wanted
        self._groups = RowGroups(self._laid_rows())

    def _place(self, group: Sequence[LaidRow], tail: Extent) -> None:
        """Draws captions with the row after them and its totals; beneath the last line there is room for ``tail``."""
        whole = sum(map(self._height, group)) + _beneath(self._flow, tail)
        room = self._flow.room
        fits_a_page = whole <= self._body and not self._is_fresh
        if (whole > room and (fits_a_page or self._least_height(group) > room)) or self._leaves_one(group):
            self._next_page(group)
        for row in group[:-1]:
            self._draw_over_pages(row, Extent())
        self._draw_over_pages(group[-1], tail)

    def _leaves_one(self, group: Sequence[LaidRow]) -> bool:
        """Whether the last row would be the only one of the last page: then this one goes along."""
        last = self._groups.at(0)
        if self._rest is None or last is None or not last.is_last or self._is_fresh:
            return False
        own = sum(map(self._height, group))
        both = own + sum(map(self._height, last.rows)) + self._rest.at(self._flow.closeness)
        return own <= self._flow.room < both <= self._body * _MOST_MOVED

    def _least_height(self, group: Sequence[LaidRow]) -> float:
        """The height of the captions and of two lines of their row."""
        captions = [row for row in group[:-1] if row.is_caption]
        return sum(map(self._height, captions)) + 2 * self._leading + 2 * self._above

    def _draw_over_pages(self, row: LaidRow, tail: Extent) -> None:
        while self._height(row) + _beneath(self._flow, tail) > self._flow.room:
            fitting = int((self._flow.room - 2 * self._above) / self._leading)
            parts = split(row, fitting)
            if parts is None and self._is_fresh:
                if self._height(row) <= self._flow.room or fitting < 1:
                    break
                parts = cut(row, fitting)
            if parts is not None:
                self._draw_cells(parts[0], self._aligns)
                row = parts[1]
            self._next_page([row])
            if self._flow.cancelled():
                return
        self._draw_cells(row, self._aligns)

    @property
    def _is_fresh(self) -> bool:
        """Whether this page has nothing of the table but its header."""
        return self._flow.y == self._fresh_y

    def _height(self, row: LaidRow) -> float:
        return max(row.line_count * self._leading + 2 * self._above, row.least)

    def _next_page(self, begun: Sequence[LaidRow]) -> None:
        self._close_segment()
        self._flow.new_page()
        self._draw_header()
        self._close_up(begun)

    def _draw_header(self) -> None:
        flow = self._flow
        self._segment_top = flow.y
        flow.surface.rule(self._edges[0], flow.y, self._edges[-1], flow.y)
        self._draw_cells(self._header, [Align.CENTRE] * len(self._edges))
        self._fresh_y = flow.y

    def _draw_caption(self, row: LaidRow) -> None:
        flow = self._flow
        self._close_segment()
        left, right = self._edges[0], self._edges[-1]
        width = right - left - 2 * self._side
        top = flow.y - self._above
        flow.write(row.cells[0], left + self._side, width, top, self._size, align=Align.CENTRE, bold=True)
        top = flow.y
        flow.y -= self._height(row)
        for edge in (left, right):
            flow.surface.rule(edge, top, edge, flow.y)
        flow.surface.rule(left, flow.y, right, flow.y)
        self._segment_top = flow.y

    def _draw_cells(self, row: LaidRow, aligns: list[Align]) -> None:
        if row.is_caption:
            self._draw_caption(row)
            return
        flow, size, height = self._flow, self._size, self._height(row)
        if row.over != self._over:
            self._close_segment()
            self._over = row.over
        units_of = self._units_of(row.over) if row.over else self._units
        for column in row.shaded:
            left, right = self._edges[column : column + 2]
            flow.surface.ground(left, flow.y - height, right - left, height)
        top = flow.y - self._above
        for lines, left, units, align in zip(row.cells, self._edges, units_of, aligns, strict=False):
            if lines and (len(lines) > 1 or lines[0]):
                width = units * size / 1000
                flow.write(lines, left + self._side, width, top, size, align=align, bold=row.is_total)
        flow.y -= height
        flow.surface.rule(self._edges[0], flow.y, self._edges[-1], flow.y)

    def _close_segment(self) -> None:
        """Draws the vertical rules of the rows since the last caption, the head of the page, or where cells have other
        widths."""
        if self._segment_top > self._flow.y:
            first, last = self._over or (0, 0)
            for edge in (*self._edges[: first + 1], *self._edges[last + 1 :]) if last else self._edges:
                self._flow.surface.rule(edge, self._segment_top, edge, self._flow.y)
        self._segment_top = self._flow.y

"""Where things lie in the grid: cells, bars, and what is under the mouse."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics

from roadmap_desktop.ui.calendar.lanes import Segment
from roadmap_desktop.ui.calendar.layout import MonthLayout
from roadmap_desktop.ui.calendar.month import DAYS_IN_WEEK

_BAR_MARGIN = 4
_GRIP = 6


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """Measures of a grid of that size. ``head`` is a cell's line with the day's number."""

    size: QSize
    weeks: int
    header: int
    head: int
    bar: int

    @classmethod
    def of(cls, size: QSize, weeks: int, font: QFontMetrics) -> "GridGeometry":
        """Measures that follow from the font: nothing is cut off when it is larger than usual."""
        return cls(size, weeks, header=font.height() + 6, head=font.height() + 6, bar=font.height() + 1)

    @property
    def capacity(self) -> int:
        """How many lanes fit the lowest row."""
        lowest = (self.size.height() - self.header) // self.weeks
        return max((lowest - self.head) // self.pitch, 0)

    @property
    def pitch(self) -> int:
        """From one lane to the next."""
        return self.bar + 3

    @property
    def days(self) -> QRect:
        """Where the cells are."""
        return QRect(0, self.header, self.size.width(), self.size.height() - self.header)

    def cell(self, week: int, column: int) -> QRect:
        """The cell of a day."""
        left, right = self._left(column), self._left(column + 1)
        top, bottom = self._top(week), self._top(week + 1)
        return QRect(left, top, right - left, bottom - top)

    def header_cell(self, column: int) -> QRect:
        """Where the name of a weekday stands."""
        left = self._left(column)
        return QRect(left, 0, self._left(column + 1) - left, self.header)

    def more(self, week: int, column: int) -> QRect:
        """Where «ещё N» stands: beside the day's number, so that it takes no lane."""
        cell = self.cell(week, column)
        return QRect(
            cell.left() + cell.width() // 3, cell.top(), cell.width() - cell.width() // 3 - 6, self.head
        )

    def bar_rect(self, segment: Segment, *, begins: bool, ends: bool) -> QRect:
        """A segment's bar: apart from the cell's edges where the bar begins and ends, up to them where it continues."""
        first, last = self.cell(segment.week, segment.first), self.cell(segment.week, segment.last)
        left = first.left() + (_BAR_MARGIN if begins else 0)
        right = last.right() - (_BAR_MARGIN if ends else 0)
        top = first.top() + self.head + segment.lane * self.pitch
        return QRect(QPoint(left, top), QPoint(right, top + self.bar - 1))

    def record_rect(self, segment: Segment) -> QRect:
        """A record's segment: thinner than the bar of an activity."""
        return self.bar_rect(segment, begins=True, ends=True).adjusted(0, 1, 0, -2)

    def cell_at(self, position: QPoint) -> tuple[int, int]:
        """Week and column under the position, the nearest ones where it lies outside."""
        height = max(self.size.height() - self.header, 1)
        # The inverse of the rounded-down edges of ``cell``: the added remainder keeps both to the same pixel.
        week = ((position.y() - self.header) * self.weeks + self.weeks - 1) // height
        column = (position.x() * DAYS_IN_WEEK + DAYS_IN_WEEK - 1) // max(self.size.width(), 1)
        return min(max(week, 0), self.weeks - 1), min(max(column, 0), DAYS_IN_WEEK - 1)

    def grip(self, rect: QRect) -> int:
        """How wide the edge is by which a bar is dragged."""
        return min(_GRIP, rect.width() // 4)

    def _left(self, column: int) -> int:
        return self.size.width() * column // DAYS_IN_WEEK

    def _top(self, week: int) -> int:
        return self.header + (self.size.height() - self.header) * week // self.weeks


def day_cell(layout: MonthLayout, day: date) -> tuple[int, int]:
    """Week and column of a day that the month shows."""
    return divmod((day - layout.days.start).days, DAYS_IN_WEEK)

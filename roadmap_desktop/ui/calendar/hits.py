"""What lies under the mouse: a bar and the part of it, «ещё N», or just a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from roadmap_desktop.ui.calendar.drag import Grip
from roadmap_desktop.ui.calendar.entries import Entry
from roadmap_desktop.ui.calendar.geometry import GridGeometry
from roadmap_desktop.ui.calendar.lanes import Segment
from roadmap_desktop.ui.calendar.layout import MonthLayout

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord


@dataclass(frozen=True, slots=True)
class BarHit:
    """A bar under the mouse: which part of it, and its rectangle within that week."""

    entry: Entry
    grip: Grip
    rect: QRect


class Hits:
    """Answers for one layout and its measures."""

    def __init__(self, geometry: GridGeometry, layout: MonthLayout) -> None:
        self._geometry = geometry
        self._layout = layout

    def day(self, position: QPoint) -> date:
        """The day under the position, or the nearest one."""
        return self._layout.day(*self._geometry.cell_at(position))

    def covers(self, position: QPoint) -> bool:
        """Whether the position lies on the days."""
        return self._geometry.days.contains(position)

    def rect_of(self, segment: Segment) -> QRect:
        """Where a segment's bar lies."""
        begins, ends = self._layout.begins(segment), self._layout.ends(segment)
        return self._geometry.bar_rect(segment, begins=begins, ends=ends)

    def bar(self, position: QPoint) -> BarHit | None:
        """The bar under the position."""
        for segment in self._layout.laid.segments:
            rect = self.rect_of(segment)
            if rect.contains(position):
                return BarHit(self._layout.entry(segment), self._grip(segment, rect, position), rect)
        return None

    def record(self, position: QPoint) -> DatedRecord | None:
        """The record of a register under the position."""
        lanes = self._layout.dated
        for segment in lanes.segments:
            if self.record_rect(segment).contains(position):
                return lanes.record(segment)
        return None

    def record_rect(self, segment: Segment) -> QRect:
        """Where a segment of a record lies."""
        return self._geometry.record_rect(segment)

    def more(self, position: QPoint) -> date | None:
        """The day whose «ещё N» is under the position."""
        if position.y() < self._geometry.header:
            return None
        week, column = self._geometry.cell_at(position)
        day = self._layout.day(week, column)
        shown = self._layout.hidden(day) and self._geometry.more(week, column).contains(position)
        return day if shown else None

    def bar_of(self, activity_id: str) -> BarHit | None:
        """The first bar of an activity that the month shows."""
        for segment in self._layout.laid.segments:
            entry = self._layout.entry(segment)
            if entry.row.id == activity_id:
                return BarHit(entry, Grip.WHOLE, self.rect_of(segment))
        return None

    def _grip(self, segment: Segment, rect: QRect, position: QPoint) -> Grip:
        """An edge only where the bar really begins or ends: where it continues there is nothing to take hold of."""
        edge = self._geometry.grip(rect)
        if self._layout.entry(segment).can_stretch:
            if self._layout.begins(segment) and position.x() < rect.left() + edge:
                return Grip.START
            if self._layout.ends(segment) and position.x() > rect.right() - edge:
                return Grip.END
        return Grip.WHOLE

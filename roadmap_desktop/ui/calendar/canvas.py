"""A month on the screen: it paints a layout made before and answers what lies where. It takes no input but tooltips."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from roadmap_desktop import clock
from roadmap_desktop.ui.calendar.captions import day_summary, plain_tooltip, record_tooltip, tooltip
from roadmap_desktop.ui.calendar.days_off import DaysOff
from roadmap_desktop.ui.calendar.entries import CalendarPlan
from roadmap_desktop.ui.calendar.geometry import GridGeometry
from roadmap_desktop.ui.calendar.gestures import BarGestures
from roadmap_desktop.ui.calendar.hits import Hits
from roadmap_desktop.ui.calendar.layout import MonthLayout, month_layout
from roadmap_desktop.ui.calendar.month import month_of, same_day, weeks_of
from roadmap_desktop.ui.calendar.painting import Look, MonthPainter, paint_bubble
from roadmap_desktop.ui.theme import sized

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord


class MonthCanvas(QWidget):
    """Shows ``set_month`` of ``set_plan``; ``gestures`` holds the bar being dragged."""

    settled = Signal()  # the month is on the screen, what takes longer may begin

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(420, 320)
        self.setFont(sized(0.9))
        self.gestures = BarGestures()
        self._plan: CalendarPlan | None = None
        self._records: Sequence[DatedRecord] = ()
        self._today = clock.today()
        self._day = self._today
        self._month = month_of(self._today)
        self._chosen: frozenset[str] = frozenset()
        self._days_off = DaysOff()
        self._cached: MonthLayout | None = None

    @property
    def layout_shown(self) -> MonthLayout:
        """The month as it lies now; laid out again only after something that it depends on has changed."""
        capacity = self.geometry_shown.capacity
        if self._cached is None:
            self._cached = month_layout(self._plan, self._month, capacity, self._records)
        return self._cached

    @property
    def geometry_shown(self) -> GridGeometry:
        """The measures at the present size."""
        return GridGeometry.of(self.size(), len(weeks_of(self._month)), self.fontMetrics())

    @property
    def hits(self) -> Hits:
        """What lies where."""
        return Hits(self.geometry_shown, self.layout_shown)

    @property
    def days_off(self) -> frozenset[date]:
        """The days shown that are not worked."""
        return self._days_off.among(self.layout_shown.days)

    @property
    def focused_day(self) -> date:
        """The day that the keys act on."""
        return self._day

    def set_plan(self, plan: CalendarPlan | None, today: date) -> None:
        """Shows another plan, or the same one after an edit."""
        self._plan, self._today = plan, today
        self._relay()

    def set_records(self, records: Sequence[DatedRecord]) -> None:
        """Shows these records of registers below the activities."""
        self._records = records
        self._relay()

    def set_month(self, month: date, day: date | None = None) -> None:
        """Shows another month, with the keys on that day or on the one with the same number as before."""
        self._month = month
        self._relay()
        self.focus_day(day or same_day(month, self._day))

    @property
    def chosen_ids(self) -> frozenset[str]:
        """The activities marked as chosen."""
        return self._chosen

    def set_chosen(self, ids: frozenset[str]) -> None:
        """Marks the bars of the chosen activities."""
        self._chosen = ids
        self.update()

    def focus_day(self, day: date) -> None:
        """Puts the keys on another day of the month."""
        self._day = day
        self._tell_day()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        layout, geometry, drag = self.layout_shown, self.geometry_shown, self.gestures.drag
        focused = self._day if self.hasFocus() and drag is None else None
        look = Look(self._today, self.days_off, self._chosen, focused, drag)
        painter = QPainter(self)
        MonthPainter(painter, geometry, layout, look, self.font()).paint()
        if drag is not None:
            paint_bubble(painter, self.rect(), self.gestures.position, drag.period, self._month.year)
        painter.end()
        if not self._days_off.holidays_known:
            # Not before the month is on the screen: the library of holidays takes longer to load than all the rest.
            QTimer.singleShot(0, self, self._learn_holidays)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tooltip_at(event.pos()), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_day()
        self.update()

    def _relay(self) -> None:
        self.gestures.cancel()
        self._cached = None
        self.update()

    def _tell_day(self) -> None:
        """For those who do not see the grid."""
        if self.hasFocus():
            self.setAccessibleDescription(day_summary(self._day, len(self.layout_shown.on_day(self._day))))

    def tooltip_at(self, position: QPoint) -> str:
        """What the mouse resting there is told: of a bar, or of a holiday."""
        hit = self.hits.bar(position)
        if hit is not None:
            return tooltip(hit.entry.row, hit.entry.standing)
        dated = self.hits.record(position)
        if dated is not None:
            return record_tooltip(dated)
        name = self._days_off.name(self.hits.day(position))
        return plain_tooltip(name) if name and position.y() >= self.geometry_shown.header else ""

    def _learn_holidays(self) -> None:
        self._days_off.learn_holidays()
        self.update()
        self.settled.emit()

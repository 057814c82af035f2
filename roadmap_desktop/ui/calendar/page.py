"""The calendar page: the month's name, the strip of year-round activities, the grid, and what connects them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.ui.calendar.captions import day_words, month_status
from roadmap_desktop.ui.calendar.commands import CalendarCommands
from roadmap_desktop.ui.calendar.entries import CalendarPlan
from roadmap_desktop.ui.calendar.grid import CalendarGrid
from roadmap_desktop.ui.calendar.header import MonthHeader
from roadmap_desktop.ui.calendar.month import month_of, shifted
from roadmap_desktop.ui.calendar.month_memory import MonthMemory
from roadmap_desktop.ui.calendar.popup import ActivityPopup
from roadmap_desktop.ui.calendar.records_shown import RecordsShown
from roadmap_desktop.ui.calendar.strip import YearStrip
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord

_MONTH_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_MONTH_KEYS_WITH_CTRL = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CalendarPage(Page):
    """A month of the open plan."""

    guide = "calendar"
    can_add = True
    month: date

    def __init__(
        self,
        document: RoadmapDocument,
        selection: Selection,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._memory = MonthMemory(settings)
        self._commands = CalendarCommands(document, selection, self)
        self._plan: CalendarPlan | None = None
        self._today = document.today()
        self._is_stale = True
        self.month = month_of(self._today)
        self.header = MonthHeader()
        self.strip = YearStrip()
        self.grid = CalendarGrid()
        self.records = RecordsShown(document, settings, self)
        self.header.add_at_right(self.records.button)
        self.starts_at = self.grid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addWidget(self.grid, 1)
        self._connect_parts()
        self._on_replaced()

    @property
    def status_text(self) -> str:
        """How many activities the month has."""
        return month_status(self._plan, self.month) if self._plan is not None else ""

    def show_month(self, month: date, day: date | None = None) -> None:
        """Shows a month, with the keys on that day."""
        self.month = month
        if self._document.plan is not None:
            self._memory.remember(self._document.plan.info, month)
        self.header.show_month(month)
        self.records.show_month(month)
        self.grid.set_month(month, day)
        self.status_changed.emit()

    def show_day(self, day: date) -> None:
        """Shows the month of a day and puts the keys on it."""
        self.show_month(month_of(day), day)

    def shows(self, register_id: str, id_: str) -> bool:
        layout, plan = self.grid.layout_shown, self._plan
        if register_id != ACTIVITIES.id or plan is None:
            return any(record.id == id_ for record in layout.dated.records)
        rows = [*(entry.row for entry in layout.entries), *plan.year_round, *plan.undated]
        return not id_ or any(row.id == id_ for row in rows)

    def add(self) -> None:
        """Adds an activity on the day that the keys are on, and opens it."""
        self._commands.add_on(self.grid.focused_day)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def event(self, event: QEvent) -> bool:
        # A new day may have begun since the window was last looked at.
        if event.type() == QEvent.Type.WindowActivate and self._document.today() != self._today:
            self._on_changed()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        months = (_MONTH_KEYS_WITH_CTRL if with_ctrl else _MONTH_KEYS).get(Qt.Key(event.key()))
        if months is not None:
            self.show_month(shifted(self.month, months))
        elif event.key() == Qt.Key.Key_Home:
            self.show_day(self._document.today())
        else:
            super().keyPressEvent(event)

    def _connect_parts(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.replaced.connect(self._on_replaced)
        self._selection.changed.connect(self._show_selection)
        self._commands.edit_requested.connect(self._edit)
        self.header.step_requested.connect(lambda months: self.show_month(shifted(self.month, months)))
        self.header.today_requested.connect(lambda: self.show_day(self._document.today()))
        self.header.month_chosen.connect(self.show_month)
        for part in (self.strip, self.grid):
            part.chosen.connect(self._choose)
            part.edit_requested.connect(self._edit)
            part.menu_requested.connect(self._open_menu)
        self.strip.year_list_requested.connect(partial(self._list_beside, dated=True))
        self.strip.undated_list_requested.connect(partial(self._list_beside, dated=False))
        self.records.changed.connect(self.grid.set_records)
        self.grid.settled.connect(self.records.wake)
        self.grid.record_wanted.connect(self.record_wanted)
        self.grid.let_go.connect(lambda: self._selection.choose(()))
        self.grid.add_requested.connect(self._commands.add_on)
        self.grid.day_menu_requested.connect(self._commands.open_day_menu)
        self.grid.dates_dropped.connect(self._commands.set_period)
        self.grid.list_requested.connect(self._list_day)
        self.grid.month_requested.connect(self.show_day)

    def _on_replaced(self) -> None:
        plan, today = self._document.plan, self._document.today()
        self._on_changed()
        if plan is not None:
            month = self._memory.first_month(plan.info, today)
            self.show_month(month, today if month_of(today) == month else month)

    def _on_changed(self, _change_set: object = None) -> None:
        self._is_stale = True
        self.grid.can_drag = self._document.can_edit
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Sorts the plan anew if it has changed since; not while the page is hidden, which edits would pay for."""
        if not self._is_stale:
            return
        self._is_stale = False
        self.records.refresh()
        plan, today = self._document.plan, self._document.today()
        # It is the same plan where something else was edited.
        if self._plan is not None and self._plan.plan is plan and self._today == today:
            return
        self._today = today
        self._plan = CalendarPlan(plan, today, self._plan) if plan is not None else None
        self.grid.set_plan(self._plan, self._today)
        rows = self._plan.year_round if self._plan is not None else []
        undated = len(self._plan.undated) if self._plan is not None else 0
        self.strip.show_rows(rows, undated, self._today)
        self._show_selection()
        self.status_changed.emit()

    def _show_selection(self) -> None:
        chosen = frozenset(self._selection.ids)
        self.grid.set_chosen(chosen)
        self.strip.set_chosen(chosen)

    def _choose(self, activity_id: str) -> None:
        self._selection.choose([activity_id])

    def _edit(self, activity_id: str) -> None:
        self._choose(activity_id)
        self.details_wanted.emit(activity_id)

    def _open_menu(self, activity_id: str, point: QPoint) -> None:
        self._choose(activity_id)
        menu = self._commands.menu(activity_id, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _list_day(self, day: date, point: QPoint) -> None:
        plan = self._document.plan
        ids = {entry.row.id for entry in self.grid.layout_shown.on_day(day)}
        records = self.grid.layout_shown.records_on(day)
        if plan is not None and (ids or records):
            rows = [row for row in plan.activities if row.id in ids]
            self._open_list(day_words(day), rows, point, records)

    def _list_beside(self, point: QPoint, *, dated: bool) -> None:
        """What stands above the grid: activities of the whole year, or without a date."""
        if self._plan is not None:
            rows = self._plan.year_round if dated else self._plan.undated
            self._open_list("Весь год" if dated else "Без даты", rows, point)

    def _open_list(
        self,
        title: str,
        rows: Sequence[ActivityRow],
        point: QPoint,
        records: Sequence["DatedRecord"] = (),
    ) -> None:
        popup = ActivityPopup(title, rows, self._today, self, records)
        popup.record_wanted.connect(self.record_wanted)
        popup.chosen.connect(self._choose)
        popup.edit_requested.connect(self._edit)
        popup.open_at(point)

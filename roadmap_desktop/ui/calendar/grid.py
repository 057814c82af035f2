"""The month under mouse and keys: turns them into wishes for the page."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.calendar.canvas import MonthCanvas
from roadmap_desktop.ui.calendar.geometry import day_cell
from roadmap_desktop.ui.calendar.gestures import cursor_over
from roadmap_desktop.ui.calendar.hits import Hits
from roadmap_desktop.ui.calendar.month import month_of

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CalendarGrid(MonthCanvas):
    """What the user wants goes out by signals; nothing is changed here."""

    chosen = Signal(str)
    let_go = Signal()  # nothing is to be chosen any more
    edit_requested = Signal(str)
    add_requested = Signal(date)
    list_requested = Signal(date, QPoint)
    menu_requested = Signal(str, QPoint)
    day_menu_requested = Signal(date, QPoint)
    dates_dropped = Signal(object, object)  # Entry, its new Period
    month_requested = Signal(date)
    record_wanted = Signal(str, str)  # register, record

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar-grid")
        self.setAccessibleName("Дни месяца")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.can_drag = True  # not where the plan is only read

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        hit = self.hits.bar(position)
        if event.button() == Qt.MouseButton.LeftButton:
            self.gestures.press(hit if self.can_drag else None, position)
            if position.y() >= self.geometry_shown.header:
                self.focus_day(self.hits.day(position))
        if hit is not None:
            self.chosen.emit(hit.entry.row.id)
        elif self.hits.more(position) is None and self.hits.record(position) is None:
            self.let_go.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position, hits = event.position().toPoint(), self.hits
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self.gestures.move(position, hits):
                self.update()
            return
        shape = cursor_over(hits.bar(position), over_more=_is_link(hits, position))
        bare = shape == Qt.CursorShape.SizeHorCursor and not self.can_drag
        self.setCursor(Qt.CursorShape.PointingHandCursor if bare else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        position = event.position().toPoint()
        self.gestures.move(position, self.hits)
        drag = self.gestures.release()
        self.update()
        if drag is not None:
            if drag.changes_anything:
                self.dates_dropped.emit(drag.entry, drag.period)
            return
        day, record = self.hits.more(position), self.hits.record(position)
        if record is not None:
            self.record_wanted.emit(record.register, record.id)
        elif day is not None:
            self.list_requested.emit(day, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        hit = self.hits.bar(position)
        if hit is not None:
            self.edit_requested.emit(hit.entry.row.id)
        elif position.y() >= self.geometry_shown.header and not _is_link(self.hits, position):
            self.add_requested.emit(self.hits.day(position))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            hit = next(filter(None, map(self.hits.bar_of, self.chosen_ids)), None)
            point = self.mapToGlobal(hit.rect.bottomLeft()) if hit else QPoint()
        else:
            hit, point = self.hits.bar(event.pos()), event.globalPos()
        if hit is not None:
            self.menu_requested.emit(hit.entry.row.id, point)
        elif event.pos().y() >= self.geometry_shown.header:
            self.day_menu_requested.emit(self.hits.day(event.pos()), point)

    def event(self, event: QEvent) -> bool:
        # The window's own «Insert» adds at the end of the plan; here it adds on the day.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Insert:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif plain and key in _STEPS:
            self._step(timedelta(days=_STEPS[key]))
        elif plain and key == Qt.Key.Key_Space:
            self._request_list()
        elif plain and key == Qt.Key.Key_Insert:
            self.add_requested.emit(self.focused_day)
        elif plain and key in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gestures.cancel()
        self.update()

    def _escape(self) -> None:
        if self.gestures.cancel():
            self.update()
        else:
            self.let_go.emit()

    def _step(self, by: timedelta) -> None:
        day = self.focused_day + by
        if month_of(day) == self.layout_shown.month:
            self.focus_day(day)
        else:
            self.month_requested.emit(day)

    def _enter(self) -> None:
        """Edits the day's only or chosen activity, lists several, adds where there is none."""
        ids = {entry.row.id for entry in self.layout_shown.on_day(self.focused_day)}
        chosen = ids if len(ids) == 1 else ids & self.chosen_ids
        if len(chosen) == 1:
            self.edit_requested.emit(next(iter(chosen)))
        elif ids or self.layout_shown.records_on(self.focused_day):
            self._request_list()
        else:
            self.add_requested.emit(self.focused_day)

    def _request_list(self) -> None:
        cell = self.geometry_shown.cell(*day_cell(self.layout_shown, self.focused_day))
        point = cell.topLeft() + QPoint(8, self.geometry_shown.head)
        self.list_requested.emit(self.focused_day, self.mapToGlobal(point))


def _is_link(hits: Hits, position: QPoint) -> bool:
    """Whether a click there opens something that is no bar."""
    return hits.more(position) is not None or hits.record(position) is not None

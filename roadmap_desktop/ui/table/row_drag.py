"""Rows dragged with the mouse: a line between rows shows where they would go."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QTableView

_EDGE = 28
_STEP = 24
_TICK_MS = 30


class RowDrag(QObject):
    """Follows one drag. The view forwards its mouse; ``dropped`` says into which gap (0 above the first row)."""

    dropped = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._gap: int | None = None
        self._allowed = True
        self.is_active = False
        self._scrolling = QTimer(self, interval=_TICK_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._y = 0

    @property
    def line_y(self) -> int | None:
        """Where the line is to be drawn in the viewport; None when nothing would move."""
        if self._gap is None:
            return None
        rows = self._view.verticalHeader()
        if self._gap < rows.count():
            return rows.sectionViewportPosition(self._gap)
        return rows.sectionViewportPosition(rows.count() - 1) + rows.sectionSize(rows.count() - 1)

    def begin(self, allowed: bool) -> None:
        """Starts following the mouse; where moving means nothing (a sorted table) the cursor says so."""
        self.is_active = True
        self._allowed = allowed
        self._gap = None
        self._scrolling.stop()
        shape = Qt.CursorShape.DragMoveCursor if allowed else Qt.CursorShape.ForbiddenCursor
        self._view.viewport().setCursor(QCursor(shape))

    def follow(self, y: int) -> None:
        """The mouse moved; at the edges the table scrolls along."""
        self._y = y
        if not self._allowed:
            return
        self._gap = self._gap_at(y)
        near_edge = y < _EDGE or y > self._view.viewport().height() - _EDGE
        if near_edge and not self._scrolling.isActive():
            self._scrolling.start()
        elif not near_edge:
            self._scrolling.stop()
        self._view.viewport().update()

    def drop(self) -> None:
        """The button was released: the rows go where the line is."""
        gap = self._gap
        self.cancel()
        if gap is not None:
            self.dropped.emit(gap)

    def cancel(self) -> None:
        """Ends the drag; nothing moves."""
        self.is_active = False
        self._gap = None
        self._scrolling.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def _gap_at(self, y: int) -> int:
        rows = self._view.verticalHeader()
        place = rows.logicalIndexAt(y)
        if place < 0:
            return rows.count() if y > 0 else 0
        middle = rows.sectionViewportPosition(place) + rows.sectionSize(place) // 2
        return place + (y > middle)

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (-_STEP if self._y < _EDGE else _STEP))
        self.follow(self._y)

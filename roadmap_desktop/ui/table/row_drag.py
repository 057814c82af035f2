"""Rows dragged with the mouse: a line between rows shows where they would go."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QTableView

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
        self._line = QFrame(view.viewport())
        self._line.setObjectName("drop-line")
        self._line.hide()

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
        self._show_line(self._gap)

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
        self._line.hide()

    def _gap_at(self, y: int) -> int:
        rows = self._view.verticalHeader()
        row = rows.logicalIndexAt(y)
        if row < 0:
            return rows.count() if y > 0 else 0
        middle = rows.sectionViewportPosition(row) + rows.sectionSize(row) // 2
        return row + (y > middle)

    def _show_line(self, gap: int) -> None:
        rows, viewport = self._view.verticalHeader(), self._view.viewport()
        last = rows.count() - 1
        y = rows.sectionViewportPosition(min(gap, last)) + (rows.sectionSize(last) if gap > last else 0)
        self._line.setGeometry(0, y - 1, viewport.width(), 2)
        self._line.show()

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (-_STEP if self._y < _EDGE else _STEP))
        self.follow(self._y)

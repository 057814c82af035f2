"""The mouse on bars: press, drag, drop or cancel. Knows positions and days, not what is done with them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.ui.calendar.drag import Drag, Grip
from roadmap_desktop.ui.calendar.hits import BarHit, Hits

_EDGES = (Grip.START, Grip.END)


class BarGestures:
    """One press at a time; ``drag`` is set while a bar is being dragged."""

    def __init__(self) -> None:
        self.drag: Drag | None = None
        self.position = QPoint()
        self._pressed: BarHit | None = None
        self._pressed_at = QPoint()

    def press(self, hit: BarHit | None, position: QPoint) -> None:
        """The left button went down, on that bar or beside any."""
        self.drag = None
        self._pressed = hit if hit is not None and hit.entry.can_move else None
        self._pressed_at = self.position = position

    def move(self, position: QPoint, hits: Hits) -> bool:
        """The mouse moved with the button down. Returns whether the picture changed."""
        if self._pressed is None:
            return False
        if self.drag is None:
            if (position - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return False
            self.drag = Drag.begin(self._pressed.entry, self._pressed.grip, hits.day(self._pressed_at))
        self.position = position
        # Outside the days nothing is meant: the bar is back where it was, and is left there when it is let go of.
        day = hits.day(position) if hits.covers(position) else self.drag.grabbed
        self.drag = self.drag.to(day)
        return True

    def release(self) -> Drag | None:
        """The button went up. Returns the drag that it ended, if any."""
        drag = self.drag
        self.cancel()
        return drag

    def cancel(self) -> bool:
        """Lets go of the bar with nothing changed. Returns whether one was being dragged."""
        was_dragging = self.drag is not None
        self.drag = self._pressed = None
        return was_dragging


def cursor_over(hit: BarHit | None, *, over_more: bool) -> Qt.CursorShape:
    """The cursor that tells what a press would take hold of."""
    if hit is None:
        return Qt.CursorShape.PointingHandCursor if over_more else Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.SizeHorCursor if hit.grip in _EDGES else Qt.CursorShape.PointingHandCursor

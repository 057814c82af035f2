"""A menu of boxes to tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


class StayingMenu(QMenu):
    """Stays open while its boxes are ticked, by the mouse or the space bar, so that several are one visit; Enter is
    done, and Esc says so by ``given_up``."""

    given_up = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        is_box = action is not None and action.isCheckable()
        if event.key() == Qt.Key.Key_Space and is_box:
            action.toggle()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_box:
            self.close()
        else:
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
            super().keyPressEvent(event)

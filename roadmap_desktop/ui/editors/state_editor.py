"""One of the five states, each in its tint."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui.theme import pill_text, tint

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StateEditor(QComboBox):
    """A choice is done at once."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent)
        self._in_cell = in_cell
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for place, state in enumerate(State):
            standing = Standing(state, 0)
            self.addItem(pill_text(standing), state)
            ground, ink = tint(standing)
            self.setItemData(place, ground, Qt.ItemDataRole.BackgroundRole)
            self.setItemData(place, ink, Qt.ItemDataRole.ForegroundRole)
        if not in_cell:
            self.currentIndexChanged.connect(self._wear_tint)
        # Chosen from the list is done; the combo box is then still in the middle of its own work.
        self.activated.connect(lambda _index: QTimer.singleShot(0, self, self.committed.emit))

    def value(self) -> Any:
        """The state chosen; None when none is, as for several activities that differ."""
        state = self.currentData()
        return State(state) if state else None

    def set_value(self, value: State | None) -> None:
        """Shows a state."""
        self.setCurrentIndex(-1 if value is None else self.findData(value))
        if not self._in_cell:
            self._wear_tint()

    def _wear_tint(self) -> None:
        """Looks like the pill of its state."""
        state = self.value()
        if state is None:
            self.setStyleSheet("")
            return
        ground, ink = tint(Standing(state, 0))
        self.setStyleSheet(f"StateEditor {{ background: {ground.name()}; color: {ink.name()}; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self._in_cell)
            self.cancelled.emit()
        elif event.key() in _ENTER and self._in_cell:
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must not change the plan.
        event.ignore()

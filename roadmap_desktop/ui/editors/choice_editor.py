"""One of some words."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComboEditor(QComboBox):
    """What is chosen from a list is done at once."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent)
        self._in_cell = in_cell
        # Whether the value was chosen in the open list: arrow keys pass over others on their way.
        self.was_listed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A name may be longer than any panel is wide.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._is_passing = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        self.was_listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.was_listed = False
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self._in_cell)
            self.cancelled.emit()
        else:
            # In a cell arrow keys and letters pass over others on their way: Enter or Tab is done, Esc takes it back.
            self._is_passing = self._in_cell and event.key() not in _ENTER
            super().keyPressEvent(event)
            self._is_passing = False

    def _on_activated(self, _index: int) -> None:
        if not self._is_passing:
            # The combo box is still in the middle of its own work.
            QTimer.singleShot(0, self, self.committed.emit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must not change anything.
        event.ignore()


class ChoiceEditor(ComboEditor):
    """One of some values, each shown by its word."""

    def __init__(
        self, values: Iterable[Any], parent: QWidget | None = None, *, in_cell: bool = False
    ) -> None:
        super().__init__(parent, in_cell=in_cell)
        # Kept here: Qt would give an enumeration's member back as a text.
        self._values = list(values)
        self.addItems([str(value) for value in self._values])

    def value(self) -> Any:
        """The value chosen; None when none is."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: Any) -> None:
        """Shows a value; what is none of them shows the first."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._in_cell:
            self.committed.emit()
        else:
            super().keyPressEvent(event)

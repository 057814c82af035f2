"""Editors of cells made of Qt's plain ones: ``value``, ``set_value`` and the signals ``committed``, ``cancelled``."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.values import parse_date, split_performers
from roadmap_desktop.ui import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_MARGINS = 14
_FONT_RATIO = 0.96


class TextEditor(QPlainTextEdit):
    """Text that grows downwards. Enter is done; Ctrl+Enter and Shift+Enter begin a new line."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.sized(_FONT_RATIO))
        # The letters stay where the cell had them.
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.updateGeometry)

    def value(self) -> Any:
        """The text as typed."""
        return self.toPlainText()

    def set_value(self, value: Any) -> None:
        """Shows a text, the caret at its end."""
        self.setPlainText(value)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def sizeHint(self) -> QSize:
        # The document of a plain text edit counts its height in lines.
        lines = max(round(self.document().size().height()), 1)
        return QSize(self.width(), lines * QFontMetrics(self.font()).lineSpacing() + _MARGINS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & _NEW_LINE:
            self.insertPlainText("\n")
        else:
            self.committed.emit()


class PerformersEditor(TextEditor):
    """Performers separated by commas."""

    def value(self) -> Any:
        """The names."""
        return tuple(split_performers(self.toPlainText()))

    def set_value(self, value: Iterable[str]) -> None:
        """Shows names."""
        super().set_value(", ".join(value))


class DateEditor(TextEditor):
    """A date as 05.10.2020. What is no date leaves the old one."""

    def value(self) -> Any:
        """The date, or None."""
        try:
            return parse_date(self.toPlainText())
        except KnownError:
            return self._before

    def set_value(self, value: date | None) -> None:
        """Shows a date."""
        self._before = value
        super().set_value(f"{value:%d.%m.%Y}" if value else "")


class StateEditor(QComboBox):
    """One of the states."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems([state.value for state in State])

    def value(self) -> Any:
        """The state chosen."""
        return State(self.currentText())

    def set_value(self, value: State) -> None:
        """Shows a state."""
        self.setCurrentText(value.value)

    def hidePopup(self) -> None:
        super().hidePopup()
        # Chosen from the list is done; the combo box is still in the middle of its own work.
        QTimer.singleShot(0, self, self.committed.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in _ENTER:
            self.committed.emit()
        else:
            super().keyPressEvent(event)

"""Numbers, shares and school years, typed in a line."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.operations.typed_values import parse_field

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ParsedEditor(QLineEdit):
    """A line whose text is read as its field's kind asks."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent)
        self._field, self._in_cell, self._before = field, in_cell, ""
        self.setPlaceholderText("2020–2021" if field.kind is FieldKind.YEAR else "")

    def value(self) -> Any:
        """What is typed, as the field keeps it. Raises KnownError for what it cannot keep."""
        return parse_field(self._field, self.text())

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        self._before = value_text(value)
        self.setText(self._before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._in_cell or self.text() != self._before):
            self.setText(self._before)
            self.cancelled.emit()
        elif event.key() in _ENTER:
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.committed.emit()

"""Numbers, shares and school years, typed in a line."""

from typing import Any

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.ui.editors.text_editor import TextEditor

_EXAMPLES = {FieldKind.YEAR: "2020–2021", FieldKind.HOURS: "9:30–13:00"}


class ParsedEditor(TextEditor):
    """A line whose text is read as its field's kind asks."""

    def __init__(self, field: Field, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent, in_cell=in_cell, one_line=True)
        self._field = field
        self.setPlaceholderText(_EXAMPLES.get(field.kind, ""))

    def value(self) -> Any:
        """What is typed, as the field keeps it. Raises UserError for what it cannot keep."""
        return parse_field(self._field, self.toPlainText())

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        super().set_value(value if isinstance(value, str) else value_text(value))

"""The roadmap's own fields as a form, as their declaration lists them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.ui.editors import editor_for


class RoadmapForm(QWidget):
    """An editor for each declared field."""

    def __init__(self, values: Mapping[str, Any], period: Period) -> None:
        super().__init__()
        self._editors: dict[str, Any] = {}
        self.form = QFormLayout(self)
        self.form.setContentsMargins(18, 18, 18, 9)
        self.form.setSpacing(9)
        for field in Roadmap.fields:
            editor = self._editors[field.name] = _editor(field, values.get(field.name, field.default), period)
            (editor.focusProxy() or editor).setAccessibleName(field.label)
            self.form.addRow(field.label, editor)

    def field(self, name: str) -> QWidget:
        """The editor of a field."""
        editor: QWidget = self._editors[name]
        return editor

    def values(self) -> dict[str, Any]:
        """What stands in the form. Raises UserError for a mistake in it, in words for who fills it in."""
        values = {name: _value(editor) for name, editor in self._editors.items()}
        start, end = values["period_start"], values["period_end"]
        if start is None or end is None:
            raise UserError("Укажите начало и конец периода: по ним читаются сроки мероприятий.")
        if start > end:
            raise UserError("Период заканчивается раньше, чем начинается.")
        if not values["title"].strip():
            raise UserError("Напишите название дорожной карты.")
        return values


def _editor(field: Field, value: Any, period: Period) -> Any:
    if field.kind is FieldKind.LINE:
        # Enter saves.
        return QLineEdit(value)
    editor = editor_for(field, lambda _field: (), period)
    editor.set_value(value)
    return editor


def _value(editor: Any) -> Any:
    return editor.text().strip() if isinstance(editor, QLineEdit) else editor.value()

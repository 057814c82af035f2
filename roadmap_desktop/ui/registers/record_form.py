"""The fields of one record in groups, with what is wrong beside each."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import Group, Register
from roadmap_desktop.ui.registers.editors import Choices, editor_for, kept_value, shown_value

_LABEL_WIDTH = 182
_NARROW = (FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE, FieldKind.YEAR, FieldKind.DATE)


class RecordForm(QScrollArea):
    """``changed`` says that something was typed or chosen. A field that is mistaken from the beginning, being empty,
    says so only when it was left or the record is to be saved."""

    changed = Signal()

    def __init__(
        self,
        register: Register,
        choices: Callable[[str], Choices],
        plan: Period,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._register, self._choices, self._plan = register, choices, plan
        self._shown: dict[str, Any] = {}
        self._touched: set[str] = set()
        self._is_showing = False
        self.editors: dict[str, Any] = {}
        self.mistakes: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("record-form")
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        for group in register.form_groups:
            self._add_group(column, group)
        column.addStretch(1)
        self.setWidget(inner)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Shows a record; what was typed gives way."""
        self._touched.clear()
        self._is_showing = True
        for name, editor in self.editors.items():
            self._shown[name] = values.get(name)
            editor.set_value(shown_value(self._register.field(name), values.get(name)))
        self._is_showing = False
        for label in self.mistakes.values():
            label.hide()
        self._shown = {name: self.kept(name) for name in self.editors}

    def begin(self, filled: Collection[str] = ()) -> None:
        """Gives the caret to the first field; those ``filled`` from where the form was asked for are passed by."""
        first = next((editor for name, editor in self.editors.items() if name not in filled), None)
        if first is not None:
            first.setFocus()

    def allow(self, editing: bool) -> None:
        """Lets fields be edited, or only read."""
        for editor in self.editors.values():
            if isinstance(editor, (QPlainTextEdit, QLineEdit)):
                editor.setReadOnly(not editing)
            else:
                editor.setEnabled(editing)

    @property
    def changes(self) -> dict[str, Any]:
        """What differs from what was shown; a mistaken field differs."""
        return {name: value for name in self.editors if (value := self.kept(name)) != self._shown.get(name)}

    def values(self) -> dict[str, Any] | None:
        """All values; None when something is mistaken, which is then told beside the field, and the first such field
        gets the caret."""
        self._touched = set(self.editors)
        mistakes = self._tell_mistakes()
        if not mistakes:
            return {name: kept_value(editor) for name, editor in self.editors.items()}
        first = next((name for name in self.editors if name in mistakes), None)
        if first is not None:
            self.editors[first].setFocus()
            self.ensureWidgetVisible(self.editors[first])
        return None

    def kept(self, name: str) -> Any:
        """What a field would be saved as; a UserError in its place when that cannot be."""
        try:
            return kept_value(self.editors[name])
        except UserError as error:
            return error

    def _tell_mistakes(self) -> dict[str, str]:
        values = {name: self.kept(name) for name in self.editors}
        unread = {name: error.hint for name, error in values.items() if isinstance(error, UserError)}
        sound = {name: value for name, value in values.items() if name not in unread}
        mistakes = mistakes_in(self._register, sound) | unread
        for name, label in self.mistakes.items():
            why = mistakes.get(name, "") if name in self._touched else ""
            label.setText(why)
            label.setVisible(bool(why))
        return mistakes

    def _on_changed(self, name: str) -> None:
        if self._is_showing:
            return
        self._touched.add(name)
        self._tell_mistakes()
        self.changed.emit()

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        if group.title:
            title = QLabel(group.title)
            title.setObjectName("details-caption")
            column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(group.fields):
            self._add_field(grid, place, self._register.field(name))
        column.addLayout(grid)
        column.addSpacing(8)

    def _add_field(self, grid: QGridLayout, place: int, field: Field) -> None:
        editor = self.editors[field.name] = editor_for(self._register, field, self._choices, self._plan)
        label = QLabel(f"{field.label} *" if field.required else field.label)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName("details-label")
        label.setFixedWidth(_LABEL_WIDTH)
        label.setWordWrap(True)
        label.setBuddy(editor)
        editor.setAccessibleName(field.label)
        (editor.focusProxy() or editor).setAccessibleName(field.label)
        mistake = self.mistakes[field.name] = QLabel()
        mistake.setTextFormat(Qt.TextFormat.PlainText)
        mistake.setObjectName("mistake")
        mistake.setWordWrap(True)
        mistake.hide()
        line = QHBoxLayout()
        line.addWidget(editor, 1)
        if field.kind in _NARROW:
            editor.setMaximumWidth(190)
            line.addStretch(2)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addLayout(line)
        beside.addWidget(mistake)
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(beside, place, 1)
        editor.committed.connect(lambda: self._on_changed(field.name))
        typed = getattr(editor, "textEdited", None) or getattr(editor, "textChanged", None)
        if typed is not None and not isinstance(editor, QComboBox):
            typed.connect(lambda *_: self._on_changed(field.name))

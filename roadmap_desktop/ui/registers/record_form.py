"""The fields of one record in groups, with what is wrong beside each."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import Group, Register
from roadmap_desktop.ui.editors import DateEditor, LinkEditor, Offers, TextEditor, editor_for
from roadmap_desktop.ui.theme import scaled

_LABEL_WIDTH = 182
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordForm(QWidget):
    """It is written as a whole, by who asks for ``values``, or with ``may_write`` field by field, as long as that
    allows it: ``written`` carries the name and the value of a field that was left. ``changed`` says that something was
    typed or chosen. A field that is mistaken from the beginning, being empty, says so only when it was left or the
    record is to be saved."""

    changed = Signal()
    written = Signal(str, object)

    narrow: ClassVar[Collection[FieldKind]] = (
        FieldKind.NUMBER,
        FieldKind.DECIMAL,
        FieldKind.SHARE,
        FieldKind.YEAR,
        FieldKind.HOURS,
        FieldKind.DATE,
    )

    def __init__(
        self,
        register: Register,
        choices: Offers,
        plan: Period,
        parent: QWidget | None = None,
        *,
        may_write: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("record-form")
        self._register, self._choices, self._plan, self._may_write = register, choices, plan, may_write
        # The record's values, and what the editors made of those.
        self._values: Mapping[str, Any] = {}
        self._shown: dict[str, Any] = {}
        self._touched: set[str] = set()
        self._is_showing, self._editable = False, True
        self.editors: dict[str, Any] = {}
        self.labels: dict[str, QLabel] = {}
        self.mistakes: dict[str, QLabel] = {}
        self.lay_out(QVBoxLayout(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What an editor leaves to the form: Enter is done with a field, and closes no dialog around it; Esc brings
        back what was shown, and closes the dialog where that is what stands there."""
        name = next((name for name, editor in self.editors.items() if _has_focus(editor)), "")
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if name:
                self._on_committed(name)
        elif (
            event.key() == Qt.Key.Key_Escape and name in self._shown and self.kept(name) != self._shown[name]
        ):
            self._show_value(name)
            self._on_changed(name)
        else:
            super().keyPressEvent(event)

    def show_values(self, values: Mapping[str, Any], besides: Collection[str] = ()) -> None:
        """Shows a record; what was typed gives way, but for the fields ``besides``."""
        self._values = values
        self._offer(values)
        for name, editor in self.editors.items():
            if isinstance(editor, LinkEditor) and not self._register.field(name).within:
                # Most plans have no sections.
                for part in (editor, self.labels[name]):
                    part.setHidden(editor.offers_nothing)
        for name in self.editors:
            # What was typed may be what the record has by now.
            if name not in besides or self.kept(name) == values.get(name):
                self._show_value(name)
        self._tell_mistakes()

    def _show_value(self, name: str) -> None:
        self._touched.discard(name)
        self._is_showing = True
        editor, value = self.editors[name], self._values.get(name)
        if isinstance(editor, LinkEditor) and not editor.knows(value):
            # It was made since what can be pointed at was read.
            editor.offer(self._choices(name, self._values))
        # Also an equal value: it is what Esc brings back from now on.
        editor.set_value(value)
        self._is_showing = False
        self._shown[name] = self.kept(name)

    def forget(self) -> None:
        """Lets go of the record: it is gone with its file, and a copy of that file has one with the same key."""
        self._values, self._shown = {}, {}

    def commit(self) -> None:
        """Writes whatever differs from what is shown."""
        for name in self.editors:
            self._commit_field(name)

    def _commit_field(self, name: str) -> None:
        """Writes one field, if its value is another one; what it cannot be stays typed, to be mended."""
        value, values = self.kept(name), self._values
        if name not in self._shown or isinstance(value, UserError) or value == self._shown[name]:
            return
        if self._may_write is None or not self._may_write():
            # It stays typed: the file may come back.
            return
        # A refusal opens a box, which takes the focus, which comes here again: now there is nothing new to write.
        self._shown[name] = value
        self.written.emit(name, value)
        if self._values is values:
            # It was refused, and gives way to the old one.
            self._show_value(name)

    def begin(self, filled: Collection[str] = ()) -> None:
        """Gives the caret to the first field; those ``filled`` from where the form was asked for are passed by."""
        first = next((editor for name, editor in self.editors.items() if name not in filled), None)
        if first is not None:
            first.setFocus()

    def allow(self, editing: bool) -> None:
        """Lets fields be edited, or only read and copied from; writes what waited for that."""
        for editor in self.editors.values():
            if isinstance(editor, TextEditor):
                editor.setReadOnly(not editing)
            else:
                editor.setEnabled(editing)
        waited, self._editable = editing and not self._editable, editing
        if waited:
            self.commit()

    @property
    def changes(self) -> dict[str, Any]:
        """What differs from what was shown; a mistaken field differs."""
        return {name: value for name, shown in self._shown.items() if (value := self.kept(name)) != shown}

    def values(self) -> dict[str, Any] | None:
        """All values; None when something is mistaken, which is then told beside the field, and the first such field
        gets the caret."""
        self._touched = set(self.editors)
        values, mistakes = self._tell_mistakes()
        if not mistakes:
            return values
        first = next((name for name in self.editors if name in mistakes), None)
        if first is not None:
            self.editors[first].setFocus()
        return None

    def kept(self, name: str) -> Any:
        """What a field would be saved as; a UserError in its place when that cannot be."""
        try:
            return self.editors[name].value()
        except UserError as error:
            return error

    def _tell_mistakes(self) -> tuple[dict[str, Any], dict[str, str]]:
        """What the fields would be saved as, and what is wrong with them."""
        values = {name: self.kept(name) for name in self.editors}
        unread = {name: error.hint for name, error in values.items() if isinstance(error, UserError)}
        sound = {name: value for name, value in values.items() if name not in unread}
        # What is written at once is refused by whoever writes it.
        mistakes = unread if self._may_write else mistakes_in(self._register, sound) | unread
        for name, label in self.mistakes.items():
            why = mistakes.get(name, "") if name in self._touched else ""
            # What is no date is told by its editor.
            if isinstance(values[name], UserError) and isinstance(self.editors[name], DateEditor):
                why = ""
            label.setText(why)
            label.setVisible(bool(why))
        return values, mistakes

    def _on_changed(self, name: str) -> None:
        if not self._is_showing:
            self._touched.add(name)
            values, _mistakes = self._tell_mistakes()
            self._offer({name: values[name]}, of=name)
            self.changed.emit()

    def _on_committed(self, name: str) -> None:
        self._on_changed(name)
        self._commit_field(name)

    def _offer(self, values: Mapping[str, Any], of: str = "") -> None:
        """Has links offer what is within that of these values, or of the value of one field."""
        sound = {name: value for name, value in values.items() if not isinstance(value, UserError)}
        for field in self._register.fields:
            if field.within and field.name in self.editors and of in ("", field.within):
                self.editors[field.name].offer(self._choices(field.name, sound))

    def lay_out(self, column: QVBoxLayout) -> None:
        """Puts the groups one beneath another; a form of another shape arranges its fields otherwise."""
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        for group in self._register.form_groups:
            self._add_group(column, group)
        column.addStretch(1)

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        if group.title:
            title = QLabel(group.title)
            title.setObjectName("details-caption")
            column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for index, name in enumerate(group.fields):
            label, beside = self.new_field(self._register.field(name))
            label.setFixedWidth(scaled(_LABEL_WIDTH))
            grid.addWidget(label, index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(beside, index, 1)
        column.addLayout(grid)
        column.addSpacing(8)

    def new_field(self, field: Field) -> tuple[QLabel, QVBoxLayout]:
        """A field's label, and its editor with what is wrong beneath."""
        editor = self.editors[field.name] = editor_for(
            field, lambda name: self._choices(name, self._values), self._plan
        )
        label = self.labels[field.name] = QLabel(f"{field.label} *" if field.required else field.label)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName("details-label")
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
        if field.kind in self.narrow:
            editor.setMaximumWidth(190)
            line.addStretch(2)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addLayout(line)
        beside.addWidget(mistake)
        editor.committed.connect(lambda: self._on_committed(field.name))
        if isinstance(editor, TextEditor):
            editor.textChanged.connect(lambda: self._on_changed(field.name))
        return label, beside


def _has_focus(editor: QWidget) -> bool:
    focus = editor.window().focusWidget()
    return focus is editor or (focus is not None and editor.isAncestorOf(focus))

"""The fields of one activity beneath its name."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import standing
from roadmap_desktop.ui.details.fields import shown_fields
from roadmap_desktop.ui.editors import DateEditor, DueEditor, PerformersEditor, SectionEditor, TextEditor
from roadmap_desktop.ui.editors.by_kind import activity_editor
from roadmap_desktop.ui.editors.field_values import value_of, writing

_LABEL_WIDTH = 92


class DetailsForm(QWidget):
    """One editor for each field. ``written`` carries an operation that the panel hands to the document."""

    written = Signal(object)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._row: ActivityRow | None = None
        self._number = QLabel()
        self._number.setObjectName("details-number")
        self._overdue = QLabel()
        self._overdue.setObjectName("details-overdue")
        self._name = TextEditor()
        self._name.setObjectName("details-name")
        self._name.setAccessibleName("Наименование мероприятия")
        self._fields = shown_fields()
        self._editors: dict[str, Any] = {"name": self._name}
        self._labels: dict[str, QLabel] = {}
        self._shown: dict[str, Any] = {}
        self._editable = True
        self._may_edit: Callable[[], bool] = lambda: True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._number, self._name, self._overdue):
            column.addWidget(part)
        column.addLayout(self._grid(plan))
        for line in self.findChildren(QLineEdit):
            # A line would take a dropped file for the words of its path.
            line.setAcceptDrops(False)
        for name, editor in self._editors.items():
            editor.committed.connect(lambda name=name: self.commit_field(name))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def show_activity(self, row: ActivityRow, plan: Plan, today: date) -> None:
        """Shows an activity. A field that is being typed into keeps what is typed, if the activity is the same."""
        same = self._row is not None and self._row.id == row.id
        self._row, self._plan = row, plan
        self._number.setText(f"Мероприятие {row.number}")
        present = standing(row, today)
        self._overdue.setText(f"! {present.word}")
        self._overdue.setVisible(present.is_overdue)
        for name in self._editors:
            self._show_value(name, value_of(row, name), keep_typed=same)

    def ask_before_writing(self, may_edit: Callable[[], bool]) -> None:
        """What cannot be written just now stays typed: the file may come back."""
        self._may_edit = may_edit

    def allow(self, editing: bool) -> None:
        """Lets fields be edited, or only read and copied from; writes what waited for that."""
        if editing == self._editable:
            return
        self._editable = editing
        for editor in self._editors.values():
            if isinstance(editor, TextEditor):
                editor.setReadOnly(not editing)
            else:
                editor.setEnabled(editing)
        if editing:
            self.commit()

    def forget(self) -> None:
        """Lets go of the activity: it is gone with its file, and a copy of that file has one with the same key."""
        self._row = None

    def commit(self) -> None:
        """Writes whatever differs from what is shown."""
        for name in self._editors:
            self.commit_field(name)

    def commit_field(self, name: str) -> None:
        """Writes one field, if its value is another one. A refused value gives way to the old one."""
        try:
            value = self._editors[name].value()
        except UserError:
            # What it cannot be stays typed, to be mended; the old value stays in the file.
            return
        if self._row is None or (value is None and name == "state") or value == self._shown.get(name):
            return
        if not self._may_edit():
            return
        row_id = self._row.id
        # A refusal opens a box, which takes the focus, which comes here again: now there is nothing new to write.
        self._shown[name] = value
        self.written.emit(writing(self._plan, [row_id], name, value))
        if self._row.id == row_id and value_of(self._row, name) != value:
            self._show_value(name, value_of(self._row, name), keep_typed=False)

    def edit(self, name: str) -> None:
        """Puts the caret into that field."""
        editor = self._editors[name]
        editor.setFocus()
        if isinstance(editor, TextEditor):
            editor.selectAll()

    def _grid(self, plan: Plan) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for field in self._fields:
            self._add_field(grid, field, plan)
        return grid

    def _add_field(self, grid: QGridLayout, field: Field, plan: Plan) -> None:
        editor = self._editors[field.name] = activity_editor(field, plan)
        if isinstance(editor, TextEditor) and field.kind is not FieldKind.NAMES:
            editor.setPlaceholderText("не указано")
        label = self._labels[field.name] = QLabel(field.label)
        label.setObjectName("details-label")
        label.setWordWrap(True)
        label.setBuddy(editor)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        editor.setAccessibleName(field.label)
        (editor.focusProxy() or editor).setAccessibleName(field.label)
        place = grid.rowCount()
        if field.kind in (FieldKind.TEXT, FieldKind.NAMES):
            # A column of two words beside a label is no way to read a paragraph.
            grid.addWidget(label, place, 0, 1, 2)
            grid.addWidget(editor, place + 1, 0, 1, 2)
        else:
            # Labels wrap, so that a due wording keeps its line.
            label.setFixedWidth(_LABEL_WIDTH)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, place, 1)

    def _acquaint(self, name: str, editor: Any) -> None:
        """Tells an editor what it needs of the plan as it is now."""
        if isinstance(editor, PerformersEditor):
            editor.know(self._plan.performers)
        elif isinstance(editor, DueEditor):
            editor.set_plan(self._plan.info.period)
        elif isinstance(editor, SectionEditor):
            editor.offer(self._plan.sections)
            for part in (editor, self._labels[name]):
                part.setVisible(bool(self._plan.sections))

    def _show_value(self, name: str, value: Any, *, keep_typed: bool) -> None:
        editor = self._editors[name]
        self._acquaint(name, editor)
        being_typed = (editor.hasFocus() or not self._editable) and editor.value() != self._shown.get(name)
        if isinstance(editor, DateEditor):
            # Its value is then the old one, yet what was typed must stay beside what is said of it.
            being_typed = being_typed or editor.is_mistaken
        if keep_typed and being_typed:
            return
        self._shown[name] = value
        # Also an equal value: it is what Esc brings back from now on.
        editor.set_value(value)

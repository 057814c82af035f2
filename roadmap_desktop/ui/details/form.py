"""The fields of one activity beneath its name."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import standing
from roadmap_desktop.ui.editors import DueEditor, LinkEditor, NamesEditor, TextEditor
from roadmap_desktop.ui.registers.record_form import RecordForm

_LABEL_WIDTH = 92
# A column of two words beside a label is no way to read a paragraph.
_LONG = (FieldKind.TEXT, FieldKind.NAMES)


class DetailsForm(RecordForm):
    """A form for a narrow panel. The name stands at its head, long texts beneath their labels."""

    narrow = ()

    def __init__(self, plan: Plan, may_write: Callable[[], bool], parent: QWidget | None = None) -> None:
        self._number, self._overdue = QLabel(), QLabel()
        self._number.setObjectName("details-number")
        self._overdue.setObjectName("details-overdue")
        super().__init__(ACTIVITIES, plan.choices, plan.info.period, parent, may_write=may_write)
        self.activity_id = ""
        self.editors["name"].setObjectName("details-name")
        for field in ACTIVITIES.fields:
            editor = self.editors[field.name]
            if isinstance(editor, TextEditor) and field.kind is not FieldKind.NAMES and not field.required:
                editor.setPlaceholderText("не указано")
        self.editors["section_id"].set_placeholder("без раздела")
        for line in self.findChildren(QLineEdit):
            # A line would take a dropped file for the words of its path.
            line.setAcceptDrops(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def show_activity(self, row: ActivityRow, plan: Plan, today: date) -> None:
        """Shows an activity. A field that is being typed into keeps what is typed, if the activity is the same."""
        typed = self.changes if row.id == self.activity_id else ()
        self.activity_id = row.id
        self._number.setText(f"Мероприятие {row.number}")
        present = standing(row, today)
        self._overdue.setText(f"! {present.word}")
        self._overdue.setVisible(present.is_overdue)
        self._acquaint(plan)
        self.show_values({field.name: plan.entered(row, field) for field in ACTIVITIES.fields}, typed)

    def forget(self) -> None:
        super().forget()
        self.activity_id = ""

    def edit(self, name: str) -> None:
        """Puts the caret into that field."""
        editor = self.editors[name]
        editor.setFocus()
        if isinstance(editor, TextEditor):
            editor.selectAll()

    def lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        _, name = self.new_field(ACTIVITIES.field("name"))
        column.addWidget(self._number)
        column.addLayout(name)
        column.addWidget(self._overdue)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for group in ACTIVITIES.form_groups:
            for field in group.fields:
                if field != "name":
                    self._add_field(grid, field)
        column.addLayout(grid)

    def _add_field(self, grid: QGridLayout, name: str) -> None:
        label, beside = self.new_field(ACTIVITIES.field(name))
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        place = grid.rowCount()
        if ACTIVITIES.field(name).kind in _LONG:
            grid.addWidget(label, place, 0, 1, 2)
            grid.addLayout(beside, place + 1, 0, 1, 2)
        else:
            # Labels wrap, so that a due wording keeps its line.
            label.setFixedWidth(_LABEL_WIDTH)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(beside, place, 1)

    def _acquaint(self, plan: Plan) -> None:
        """Tells the editors what they need of the plan as it is now."""
        for name, editor in self.editors.items():
            if isinstance(editor, DueEditor):
                editor.set_plan(plan.info.period)
            elif isinstance(editor, (LinkEditor, NamesEditor)):
                editor.offer(plan.choices(name))
            if isinstance(editor, LinkEditor):
                # Most plans have no sections.
                for part in (editor, self.labels[name]):
                    part.setVisible(bool(plan.choices(name)))

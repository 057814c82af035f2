"""A record's fields one beneath another, for a narrow panel; what is typed is written field by field."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import Register
from roadmap_desktop.ui.editors import Offers, TextEditor
from roadmap_desktop.ui.registers.record_form import RecordForm
from roadmap_desktop.ui.theme import scaled

LABEL_WIDTH = 98
# A column of two words beside a label is no way to read a paragraph, nor the name of a section or a school.
_LONG = (FieldKind.TEXT, FieldKind.NAMES, FieldKind.LINK)


class NarrowForm(RecordForm):
    """The name stands at its head, long texts beneath their labels; ``head`` is what stands above the name, ``warning``
    what stands beneath it."""

    narrow = ()

    def __init__(
        self,
        register: Register,
        choices: Offers,
        plan: Period,
        may_write: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        self.head, self.warning = QLabel(), QLabel()
        for label, name in ((self.head, "details-number"), (self.warning, "details-overdue")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.warning.hide()
        super().__init__(register, choices, plan, parent, may_write=may_write)
        self.record_id = ""
        self.editors["name"].setObjectName("details-name")
        for field in register.fields:
            editor = self.editors[field.name]
            if isinstance(editor, TextEditor) and field.kind is not FieldKind.NAMES and not field.required:
                editor.setPlaceholderText(editor.placeholderText() or "не указано")
        for line in self.findChildren(QLineEdit):
            # A line would take a dropped file for the words of its path.
            line.setAcceptDrops(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def forget(self) -> None:
        super().forget()
        self.record_id = ""

    def edit(self, name: str) -> None:
        """Puts the caret into that field."""
        editor = self.editors[name]
        editor.setFocus()
        if isinstance(editor, TextEditor):
            editor.selectAll()

    def lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        _, name = self.new_field(self._register.field("name"))
        column.addWidget(self.head)
        column.addLayout(name)
        column.addWidget(self.warning)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for group in self._register.form_groups:
            for field in group.fields:
                if field != "name":
                    self._add_field(grid, field)
        column.addLayout(grid)

    def _add_field(self, grid: QGridLayout, name: str) -> None:
        label, beside = self.new_field(self._register.field(name))
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = grid.rowCount()
        if self._register.field(name).kind in _LONG:
            grid.addWidget(label, row, 0, 1, 2)
            grid.addLayout(beside, row + 1, 0, 1, 2)
        else:
            # Labels wrap, so that a due wording keeps its line.
            label.setFixedWidth(scaled(LABEL_WIDTH))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(beside, row, 1)

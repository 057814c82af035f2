"""«Не выполнено»: why, and whether it is carried over."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.operations.month import editing
from roadmap_desktop.ui.dialogs import answer_buttons, save_by_keys
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import DateEditor, TextEditor


class NotDoneDialog(QDialog):
    """One edit either way: the state with its reason, or the new day, with the reason kept beside it."""

    guide: ClassVar[str] = "month#Отметить, что сделано"

    def __init__(self, document: RoadmapDocument, lines: Sequence[PlanLine], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Не выполнено")
        self.setMinimumWidth(440)
        self._document, self._lines = document, tuple(lines)
        self.reason = TextEditor()
        self.reason.setAccessibleName("Почему не выполнено")
        self.reason.setPlaceholderText("например, школа на карантине")
        self.reason.setMinimumHeight(64)
        self.carry = QCheckBox("Перенести на день:")
        self.day = DateEditor()
        self.day.setAccessibleName("На какой день перенести")
        self.day.set_value(editing.next_month(self._lines[0]))
        self.day.setEnabled(False)
        self.carry.toggled.connect(self.day.setEnabled)
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.hide()
        buttons, self.save = answer_buttons("Записать", self.accept, self.reject)
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(QLabel("Почему не выполнено?"))
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.addWidget(self.carry)
        row.addWidget(self.day, 1)
        column.addLayout(row)
        column.addWidget(self._mistake)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Writes it."""
        reason = self.reason.toPlainText().strip()
        lines = self._lines
        if not self.carry.isChecked():
            self._document.execute(lambda file: editing.set_state(file, lines, WorkState.NOT_DONE, reason))
            super().accept()
            return
        try:
            day = self.day.value()
        except UserError:
            day = None
        if day is None:
            self._mistake.setText("Укажите день, на который переносите.")
            self._mistake.show()
            return
        self._document.execute(lambda file: editing.carry_over(file, lines, lambda _line: day, reason))
        super().accept()

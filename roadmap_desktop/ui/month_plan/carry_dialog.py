"""«Перенести незавершённое»: which works, and to which days."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.span_words import days_words
from roadmap_desktop.operations.month import editing
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import DateEditor

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CarryDialog(QDialog):
    """What is ticked is moved as one step of undo; those that are over are ticked at first."""

    guide: ClassVar[str] = "month#Перенести незавершённое"

    def __init__(self, document: RoadmapDocument, lines: Sequence[PlanLine], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Перенести незавершённое")
        self.resize(620, 420)
        self._document, self._lines = document, tuple(lines)
        self.list = QListWidget()
        self.list.setAccessibleName("Что перенести")
        self._fill()
        self.to_next_month = QRadioButton("на следующий месяц, на те же числа")
        self.to_next_month.setChecked(True)
        self.to_day = QRadioButton("на день:")
        self.day = DateEditor()
        self.day.setAccessibleName("На какой день перенести")
        self.day.set_value(editing.next_month(self._lines[0]))
        self.day.setEnabled(False)
        self.to_day.toggled.connect(self.day.setEnabled)
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.hide()
        self._lay_out()

    def accept(self) -> None:
        """Moves what is ticked."""
        chosen = self.chosen()
        day = self._day()
        if not chosen or (self.to_day.isChecked() and day is None):
            self._mistake.setText("Укажите день." if chosen else "Отметьте, что перенести.")
            self._mistake.show()
            return
        self._document.execute(
            lambda file: editing.carry_over(
                file, chosen, editing.next_month if day is None else lambda _line: day
            )
        )
        super().accept()

    def chosen(self) -> list[PlanLine]:
        """The ticked lines."""
        items = (self.list.item(index) for index in range(self.list.count()))
        return [line for line, item in zip(self._lines, items, strict=True) if item.checkState() == _CHECKED]

    def _day(self) -> date | None:
        if not self.to_day.isChecked():
            return None
        try:
            return self.day.value()
        except UserError:
            return None

    def _fill(self) -> None:
        today = self._document.today()
        for line in self._lines:
            days = days_words([line.period.start]) if line.period else ""
            item = QListWidgetItem(f"{days} — {one_line(line.name)}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_over = line.last_day is not None and line.last_day < today
            item.setCheckState(_CHECKED if is_over or len(self._lines) == 1 else _UNCHECKED)
            self.list.addItem(item)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(
            QLabel(
                "Отметьте, что перенести. День, на который дело было назначено, останется в отчёте за месяц."
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(self.to_next_month)
        row = QHBoxLayout()
        row.addWidget(self.to_day)
        row.addWidget(self.day)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._mistake)
        buttons, _ = answer_buttons("Перенести", self.accept, self.reject)
        column.addWidget(buttons)

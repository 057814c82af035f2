"""State, date and document of the cells that are chosen."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.registers.by_school import Cell
from roadmap_desktop.ui.dialogs import answer_buttons, save_by_keys
from roadmap_desktop.ui.editors import DateEditor, StateEditor


class CellDialog(QDialog):
    """``settled`` carries what the cells are to hold."""

    guide: ClassVar[str] = "by_school"
    settled = Signal(object)

    def __init__(self, cell: Cell | None, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"По школам: {counted(number, 'ячейка', 'ячейки', 'ячеек')}")
        self.setMinimumWidth(420)
        self.state, self.done_on, self.document = StateEditor(), DateEditor(), QLineEdit()
        self.done_on.setAccessibleName("Дата")
        present = cell or Cell(State.DONE, None, "")
        self.state.set_value(present.state)
        self.done_on.set_value(present.done_on)
        self.document.setText(present.document)
        form = QFormLayout()
        form.setSpacing(9)
        form.addRow("Состояние", self.state)
        form.addRow("Дата", self.done_on)
        form.addRow("Документ", self.document)
        buttons, _ = answer_buttons("Сохранить", self.accept, self.reject)
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.addLayout(form)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Tells what was chosen; a mistaken date stays told beside its field."""
        if self.done_on.is_mistaken:
            self.done_on.setFocus()
            return
        super().accept()
        text = one_line(self.document.text())
        self.settled.emit(Cell(self.state.value() or State.PLANNED, self.done_on.value(), text))

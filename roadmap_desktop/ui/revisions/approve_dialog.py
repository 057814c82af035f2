"""«Утвердить редакцию»: a name, the order by which the plan is approved, what it was corrected for."""

from collections.abc import Collection
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.editors.date_editor import DateEditor


class ApproveDialog(QDialog):
    """``approved`` carries the name, the order's number and its date or None, the ground in words."""

    guide: ClassVar[str] = "revisions"
    approved = Signal(str, str, object, str)

    def __init__(self, suggested: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Утвердить редакцию")
        self.setMinimumWidth(460)
        self._taken = taken
        self.name, self.order, self.date = QLineEdit(suggested), QLineEdit(), DateEditor()
        self.date.setAccessibleName("Дата приказа")
        self.ground = QLineEdit()
        self.ground.setPlaceholderText("Решение рабочей группы, письмо…")
        self.name.selectAll()
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.hide()
        self.name.textEdited.connect(self._mistake.hide)
        hint = QLabel("План запоминается таким, какой он сейчас. Работать с ним можно дальше.")
        hint.setObjectName("start-hint")
        form = QFormLayout()
        form.setSpacing(9)
        form.addRow("Название", self.name)
        form.addRow("Номер приказа", self.order)
        form.addRow("Дата приказа", self.date)
        form.addRow("Основание", self.ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(self._mistake)
        column.addWidget(answer_buttons("Утвердить", self.accept, self.reject)[0])
        self.name.setFocus()

    def accept(self) -> None:
        """Tells what was typed and closes; a mistake is told beside the fields."""
        name = one_line(self.name.text())
        mistake = self._mistake_in(name)
        if mistake:
            self._mistake.setText(mistake)
            self._mistake.show()
            return
        super().accept()
        self.approved.emit(name, self.order.text(), self.date.value(), self.ground.text())

    def _mistake_in(self, name: str) -> str:
        if not name:
            return "Напишите название редакции."
        if name in self._taken:
            return "Редакция с таким названием уже есть."
        return "Такой даты нет." if self.date.is_mistaken else ""

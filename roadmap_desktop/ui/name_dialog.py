"""A dialog that asks for a name: of a section, of a view that is saved."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.ui.dialogs import answer_buttons

_WIDTH = 460


class NameDialog(QDialog):
    """``named`` carries what was typed, never nothing; ``yes`` is the word on the button."""

    guide: ClassVar[str] = "table"
    named = Signal(str)

    def __init__(self, title: str, label: str, name: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.line = QLineEdit(name)
        self.line.setAccessibleName(label)
        self.line.selectAll()
        buttons, self.accept_button = answer_buttons(yes, self._take, self.reject)
        self.line.textChanged.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        for part in (QLabel(label), self.line, buttons):
            column.addWidget(part)
        self._enable()

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.line.text().strip()))

    def _take(self) -> None:
        name = one_line(self.line.text())
        self.accept()
        self.named.emit(name)

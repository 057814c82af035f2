"""«Лицензии»: the libraries, fonts and dictionaries that the program is passed on with, and their licences in full."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.operations import licences
from roadmap_desktop.ui.dialogs import dialog_button

_SIZE = (900, 560)
_LIST_WIDTH = 350


class LicencesDialog(QDialog):
    """What there is on the left, the text of the chosen on the right."""

    guide = "support"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Лицензии")
        self.resize(*_SIZE)
        self._components = licences.components()
        self.list = QListWidget()
        self.list.setAccessibleName("Из чего сделана программа")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([component.title for component in self._components])
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Текст лицензии")
        self.text.setReadOnly(True)
        self.list.currentRowChanged.connect(self._show)
        self._lay_out()
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(dialog_button("Закрыть", self.reject))
        whole = QVBoxLayout(self)
        whole.addWidget(parts, 1)
        whole.addLayout(buttons)

    def _show(self, row: int) -> None:
        self.text.setPlainText(licences.text_of(self._components[row]))

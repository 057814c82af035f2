"""Some of several words."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.field_text import WORDS_BREAK, split_words
from roadmap_desktop.ui.staying_menu import StayingMenu


class WordsEditor(QPushButton):
    """Boxes to tick in a list that stays open beneath the field; in a cell it opens at once."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent)
        self._in_cell, self._before = in_cell, ""
        self.setAutoDefault(False)
        self.setProperty("words", True)
        self._menu = StayingMenu(self)
        self._actions = {word: self._menu.addAction(word) for word in field.choices}
        for action in self._actions.values():
            action.setCheckable(True)
            action.toggled.connect(self._tell)
        self._menu.aboutToShow.connect(self._begin)
        self._menu.given_up.connect(lambda: self.set_value(self._before))
        self._menu.aboutToHide.connect(self.committed)
        self.setMenu(self._menu)
        self._tell()

    def value(self) -> Any:
        """The words, in the order of the declaration."""
        return WORDS_BREAK.join(word for word, action in self._actions.items() if action.isChecked())

    def set_value(self, value: Any) -> None:
        """Ticks words."""
        chosen = split_words(value or "")
        for word, action in self._actions.items():
            action.setChecked(word in chosen)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._in_cell:
            # Not before the editor has its place over the cell.
            QTimer.singleShot(0, self, self._open)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Of a cell that is left nothing stays over the table and takes its keys.
        self._menu.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if not self.isVisible():
            # The cell was left before its turn came.
            return
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _begin(self) -> None:
        self._before = self.value()
        self._menu.setMinimumWidth(self.width())

    def _tell(self) -> None:
        # The style gives the text of a button with a menu no padding.
        self.setText(f"  {self.value().replace(WORDS_BREAK, ', ') or 'не указано'}")

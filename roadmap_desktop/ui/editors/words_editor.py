"""Some of several words."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.field_text import WORDS_BREAK, split_words
from roadmap_desktop.ui.staying_menu import StayingMenu


class WordsEditor(QPushButton):
    """Ticked in a menu that stays open."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("words", True)
        self._menu = StayingMenu(self)
        self._actions = {word: self._menu.addAction(word) for word in field.choices}
        for action in self._actions.values():
            action.setCheckable(True)
            action.toggled.connect(self._tell)
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

    def _tell(self) -> None:
        # The style gives the text of a button with a menu no padding.
        self.setText(f"  {self.value().replace(WORDS_BREAK, ', ') or 'не указано'}")

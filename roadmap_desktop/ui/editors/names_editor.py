"""Names separated by commas, each completed from those already known."""

import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QWidget

from roadmap_desktop.model.performer_list import last_name_start, split_performers
from roadmap_desktop.ui.editors.completion_keys import CompletionKeys
from roadmap_desktop.ui.editors.link_editor import Choices
from roadmap_desktop.ui.editors.text_editor import TextEditor

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesEditor(TextEditor):
    """The value is the tuple of names in their order; commas inside «…» belong to the name."""

    def __init__(self, known: Choices = (), parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent, in_cell=in_cell)
        self._known = QStringListModel(self)
        self.offer(known)
        self._completer = QCompleter(self._known, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.popup().setObjectName("names")
        self._completer.activated.connect(self._take)
        CompletionKeys(self._completer, self, self._take)
        self.setPlaceholderText("не указан")

    def offer(self, known: Choices) -> None:
        """Replaces the names to complete from."""
        self._known.setStringList([name for _, name in known])

    def value(self) -> Any:
        """The names."""
        return tuple(split_performers(self.toPlainText()))

    def set_value(self, value: Iterable[str]) -> None:
        """Shows names."""
        super().set_value(value if isinstance(value, str) else ", ".join(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._completer.popup().isVisible() and event.key() in (*_TAKES, Qt.Key.Key_Escape):
            # The list takes these keys itself.
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._offer()

    def _offer(self) -> None:
        begun = self._begun()
        chosen = {name.casefold() for name in self.value()}
        self._completer.setCompletionPrefix(begun)
        only_itself = (
            self._completer.completionCount() == 1
            and begun.casefold() in chosen
            and (self._completer.currentCompletion().casefold() == begun.casefold())
        )
        if len(begun) < 2 or not self._completer.completionCount() or only_itself or self._is_inside_a_name():
            self._completer.popup().hide()
            return
        caret = self.cursorRect().translated(self.viewport().pos())
        self._completer.complete(QRect(0, caret.top(), max(self.width(), 260), caret.height() + 4))
        self._completer.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _begun(self) -> str:
        """The name that the caret stands in, up to the caret."""
        return self.toPlainText()[self._start() : self.textCursor().position()].lstrip()

    def _is_inside_a_name(self) -> bool:
        """Whether letters follow the caret: a name put in there would leave its tail behind."""
        after = self.toPlainText()[self.textCursor().position() :]
        return bool(re.split("[,;\n]", after, maxsplit=1)[0].strip())

    def _start(self) -> int:
        return last_name_start(self.toPlainText()[: self.textCursor().position()])

    def _take(self, name: str) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._start(), QTextCursor.MoveMode.KeepAnchor)
        lead = "" if self._start() == 0 else " "
        cursor.insertText(f"{lead}{name}")
        self.setTextCursor(cursor)

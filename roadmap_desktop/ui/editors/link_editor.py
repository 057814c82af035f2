"""A record that is pointed at."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.letters import composed
from roadmap_desktop.model.search import words
from roadmap_desktop.ui.editors.choice_editor import ComboEditor
from roadmap_desktop.ui.editors.completion_keys import CompletionKeys

# So many names are items of a list at once.
_FEW = 200
# Key and name of what a field can point at.
Choices = Sequence[tuple[str, str]]
# The choices of a field, by its name, of a record with these values.
Offers = Callable[[str, Mapping[str, Any]], Choices]


class LinkEditor(ComboEditor):
    """Found by typing any part of its name. Thousands become items when they are first asked for: Qt would look
    through them all each time the form is put together."""

    def __init__(self, choices: Choices, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent, in_cell=in_cell)
        self.setEditable(True)
        self._line = QLineEdit()
        self._line.setPlaceholderText("не указано")
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLineEdit(self._line)
        self._keys: list[str | None] = []
        self._texts: list[str] = []
        self._place, self._is_filled = 0, False
        self.offer(choices)
        self._line.textEdited.connect(self._complete)
        self._line.editingFinished.connect(self._settle)
        # Another window of the system that comes to the front ends no editing in a cell.
        done = self._line.returnPressed if in_cell else self._line.editingFinished
        done.connect(self.committed)

    def offer(self, choices: Choices) -> None:
        """Takes what can be pointed at now, in place of what could be; what is typed stays."""
        keys, texts = [None, *(key for key, _ in choices)], ["", *(name for _, name in choices)]
        if (keys, texts) == (self._keys, self._texts):
            return
        self._keys, self._texts = keys, texts
        vars(self).pop("_by_name", None)
        self._place, self._is_filled = 0, False
        if len(texts) <= _FEW:
            self._fill()
        # The one that an editable combo box makes of its own, or that of the names before.
        self.setCompleter(None)  # type: ignore[arg-type]

    def _settle(self) -> None:
        """Shows what was meant by a part of a name."""
        meant = self._meant()
        if meant is not None:
            self.set_value(meant)

    def _meant(self) -> str | None:
        """The key of the only name of which a part is typed."""
        typed = composed(self._line.text()).strip().casefold()
        if not typed or words(typed) in self._by_name:
            return None
        found = [key for key, text in zip(self._keys, self._texts, strict=True) if typed in text.casefold()]
        return found[0] if len(found) == 1 else None

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._fill()
        super().keyPressEvent(event)
        if self._in_cell and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Qt leaves it to what stands around: the table, its cell being closed by now, would open the record.
            event.accept()

    def _fill(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            typed = self._line.text()
            self.setModel(QStringListModel(self._texts, self))
            self.setCurrentIndex(self._place)
            self._line.setText(typed)

    def _complete(self) -> None:
        """What the letters typed could be, from the first of them on."""
        if self._line.completer() is not None:
            return
        self._fill()
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        popup.setObjectName("names")
        popup.setUniformItemSizes(True)  # type: ignore[attr-defined]
        self.setCompleter(completer)
        CompletionKeys(completer, self._line)

    def set_placeholder(self, text: str) -> None:
        """What stands in it while it is empty."""
        self._line.setPlaceholderText(text)

    def value(self) -> Any:
        """The key of the record. Raises UserError for a name that none has."""
        text = words(self.currentText())
        if not text:
            return None
        shown = max(self.currentIndex(), 0) if self._is_filled else self._place
        if words(self._texts[shown]) == text:
            return self._keys[shown]
        if text in self._by_name:
            return self._by_name[text]
        meant = self._meant()
        if meant is not None:
            return meant
        raise UserError(
            f"«{self.currentText()}» в списке нет.", advice="Выберите из списка или сначала добавьте."
        )

    def set_value(self, value: Any) -> None:
        """Shows a record."""
        self._place = self._keys.index(value) if value in self._keys else 0
        if self._is_filled:
            self.setCurrentIndex(self._place)
        self._line.setText(self._texts[self._place])
        self._line.setCursorPosition(0)

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], str | None]:
        """The keys by names as they are compared; of several of one name the first."""
        pairs = zip(reversed(self._texts), reversed(self._keys), strict=True)
        return {words(text): key for text, key in pairs}

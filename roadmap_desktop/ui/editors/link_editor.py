"""A record that is pointed at."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.letters import composed, one_line
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.search import words
from roadmap_desktop.operations.registers.missing import Missing
from roadmap_desktop.ui.editors.choice_editor import ComboEditor
from roadmap_desktop.ui.editors.completion_keys import CompletionKeys

# Fewer letters name nothing.
_SHORTEST = 2
# So many names are items of a list at once.
_FEW = 200
# Key and name of what a field can point at.
Choices = Sequence[tuple[str, str]]
# The choices of a field, by its name, of a record with these values.
Offers = Callable[[str, Mapping[str, Any]], Choices]


class LinkEditor(ComboEditor):
    """Found by typing any part of its name. Thousands become items when they are first asked for: Qt would look
    through them all each time the form is put together. With ``makes``, a table, what is typed and is not there can be
    chosen all the same, «+ школа «лицей 1»»: its value is ``Missing``."""

    def __init__(
        self, choices: Choices, parent: QWidget | None = None, *, makes: str = "", in_cell: bool = False
    ) -> None:
        super().__init__(parent, in_cell=in_cell)
        self._makes = makes
        # What would be made, and the last item that says so.
        self._new, self._new_text = "", ""
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
        self._new = self._new_text = ""
        if len(texts) <= _FEW:
            self._fill()
        # The one that an editable combo box makes of its own, or that of the names before.
        self.setCompleter(None)  # type: ignore[arg-type]

    @property
    def offers_nothing(self) -> bool:
        """Whether there is nothing to choose, and nothing can be made here."""
        return len(self._keys) == 1 and not self._makes

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

    def knows(self, value: Any) -> bool:
        """Whether it is none, or one of what can be pointed at."""
        return value in self._keys

    def _complete(self, typed: str) -> None:
        """What the letters typed could be, from the first of them on."""
        self._fill()
        if self._makes:
            self._offer_new(typed)
        if self._line.completer() is not None:
            return
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        popup.setObjectName("names")
        popup.setUniformItemSizes(True)  # type: ignore[attr-defined]
        self.setCompleter(completer)
        CompletionKeys(completer, self._line)

    def _offer_new(self, typed: str) -> None:
        """Makes what is typed the last item, where nothing is called so."""
        name, model, last = one_line(composed(typed)), self.model(), len(self._texts)
        is_new = len(name) >= _SHORTEST and words(name) not in self._by_name
        self._new, had = name if is_new else "", bool(self._new_text)
        self._new_text = f"+ {BY_TABLE[self._makes].record.caption.lower()} «{name}»" if is_new else ""
        caret, was_chosen = self._line.cursorPosition(), self.currentIndex() == last
        if is_new != had:
            (model.insertRow if is_new else model.removeRow)(last)
        if is_new:
            model.setData(model.index(last, 0), self._new_text)
        if was_chosen:
            # It is typed on in what was chosen: the box has put the item's new text, or none, in its place.
            self.setCurrentIndex(-1)
            self._line.setText(typed)
            self._line.setCursorPosition(caret)

    def set_placeholder(self, text: str) -> None:
        """What stands in it while it is empty."""
        self._line.setPlaceholderText(text)

    def value(self) -> Any:
        """The key of the record, or what is to be made. Raises UserError for a name that none has."""
        text = words(self.currentText())
        if not text:
            return None
        if self.currentText() == self._new_text:
            return Missing(self._makes, self._new)
        shown = max(self.currentIndex(), 0) if self._is_filled else self._place
        if shown < len(self._texts) and words(self._texts[shown]) == text:
            return self._keys[shown]
        if text in self._by_name:
            return self._by_name[text]
        meant = self._meant()
        if meant is not None:
            return meant
        advice = f"Выберите из списка или добавьте: последняя строка списка — «{self._new_text}»."
        raise UserError(
            f"«{self.currentText()}» в списке нет.",
            advice=advice if self._new_text else "Выберите из списка или сначала добавьте.",
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

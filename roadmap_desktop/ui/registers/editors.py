"""An editor for each kind of field; all speak as those of ``ui.editors`` do, and say what is mistaken."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPushButton, QWidget

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import WORDS_BREAK, split_words, value_text
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.search import words
from roadmap_desktop.operations.typed_values import parse_field
from roadmap_desktop.ui.editors import DateEditor, DueEditor, DueValue, StateEditor, TextEditor
from roadmap_desktop.ui.staying_menu import StayingMenu

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# So many names are items of a list at once.
_FEW = 200
# Key and name of what a link can point at.
Choices = Sequence[tuple[str, str]]


class ParsedEditor(QLineEdit):
    """A line whose text is read as its field's kind asks: numbers, shares, school years."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, register: Register, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register, self._field = register, field
        self._before = ""
        self.setPlaceholderText("2020–2021" if field.kind is FieldKind.YEAR else "")

    def value(self) -> Any:
        """What is typed, as the field keeps it. Raises KnownError for what it cannot keep."""
        return parse_field(self._field, self.text())

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        self._before = value_text(value)
        self.setText(self._before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
            self.cancelled.emit()
        elif event.key() in _ENTER:
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.committed.emit()


class ChoiceEditor(QComboBox):
    """One of some words."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, register: Register, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for word in field.choices:
            self.addItem(word, parse_field(field, word))
        self.activated.connect(lambda _index: QTimer.singleShot(0, self, self.committed.emit))

    def value(self) -> Any:
        """The word chosen."""
        return self.itemData(self.currentIndex())

    def set_value(self, value: Any) -> None:
        """Shows a word; None shows the first."""
        self.setCurrentIndex(max(self.findText(str(value)), 0) if value is not None else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must not change anything.
        event.ignore()


class LinkEditor(QComboBox):
    """A record that is pointed at, found by typing any part of its name. Thousands become items when they are first
    asked for: Qt would look through them all each time the form is put together."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self._line = QLineEdit()
        self._line.setPlaceholderText("не указано")
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._keys = [None, *(key for key, _ in choices)]
        self._texts = ["", *(name for _, name in choices)]
        self._place, self._is_filled = 0, False
        self.setLineEdit(self._line)
        if len(self._texts) <= _FEW:
            self._fill()
        # The one that an editable combo box makes of its own.
        self.setCompleter(None)  # type: ignore[arg-type]
        self._line.textEdited.connect(self._offer)
        self.activated.connect(lambda _index: QTimer.singleShot(0, self, self.committed.emit))
        self._line.editingFinished.connect(self._settle)
        self._line.editingFinished.connect(self.committed)

    def _settle(self) -> None:
        """Takes what was meant by a part of a name, when it is a part of one name only."""
        typed = self._line.text().strip().casefold()
        if typed and words(typed) not in self._by_name:
            meant = [
                key for key, text in zip(self._keys, self._texts, strict=True) if typed in text.casefold()
            ]
            if len(meant) == 1:
                self.set_value(meant[0])

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._fill()
        super().keyPressEvent(event)

    def _fill(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            typed = self._line.text()
            self.setModel(QStringListModel(self._texts, self))
            self.setCurrentIndex(self._place)
            self._line.setText(typed)

    def _offer(self) -> None:
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

    def set_placeholder(self, text: str) -> None:
        """What stands in it while it is empty."""
        self._line.setPlaceholderText(text)

    def value(self) -> Any:
        """The key of the record. Raises KnownError for a name that none has."""
        text = words(self.currentText())
        if not text:
            return None
        shown = max(self.currentIndex(), 0) if self._is_filled else self._place
        if words(self._texts[shown]) == text:
            return self._keys[shown]
        if text in self._by_name:
            return self._by_name[text]
        raise KnownError(f"«{self.currentText()}» в списке нет. Выберите из списка или сначала добавьте.")

    def set_value(self, value: Any) -> None:
        """Shows a record."""
        self._place = self._keys.index(value) if value in self._keys else 0
        if self._is_filled:
            self.setCurrentIndex(self._place)
        else:
            self._line.setText(self._texts[self._place])
        self._line.setCursorPosition(0)

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], str | None]:
        """The keys by names as they are compared; of several of one name the first."""
        pairs = zip(reversed(self._texts), reversed(self._keys), strict=True)
        return {words(text): key for text, key in pairs}

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WordsEditor(QPushButton):
    """Some of several words, ticked in a menu that stays open."""

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


def editor_for(
    register: Register,
    field: Field,
    choices: Callable[[str], Choices],
    plan: Period,
    *,
    in_cell: bool = False,
) -> Any:
    """A fresh editor for values of that field; ``choices`` gives what a link can point at."""
    match field.kind:
        case FieldKind.LINK:
            return LinkEditor(choices(field.name))
        case FieldKind.DATE:
            return DateEditor(in_cell=in_cell)
        case FieldKind.DUE:
            return DueEditor(plan, in_cell=in_cell)
        case FieldKind.CHOICE if field.choices == tuple(State):
            return StateEditor(in_cell=in_cell)
        case FieldKind.CHOICE:
            return ChoiceEditor(register, field)
        case FieldKind.WORDS:
            return WordsEditor(field)
        case FieldKind.NUMBER | FieldKind.DECIMAL | FieldKind.SHARE | FieldKind.YEAR:
            return ParsedEditor(register, field)
    return TextEditor(in_cell=in_cell, one_line=field.kind is FieldKind.LINE)


def shown_value(field: Field, value: Any) -> Any:
    """A field's value as its editor takes it."""
    if field.kind is FieldKind.DUE:
        return DueValue(value or "")
    return "" if value is None and field.kind in (FieldKind.LINE, FieldKind.TEXT) else value


def kept_value(editor: Any) -> Any:
    """What an editor holds, as the field keeps it. Raises KnownError."""
    if isinstance(editor, DateEditor) and editor.is_mistaken:
        raise KnownError("Такой даты нет. Напишите её так: 05.10.2020.")
    value = editor.value()
    return value.text if isinstance(value, DueValue) else value

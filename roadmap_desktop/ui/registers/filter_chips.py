"""Chips that filter a register's table: by choices, links, school years and words, several of each at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.expiry import Expiry
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.ui.registers.listing_marks import LATE, NOT_SAID
from roadmap_desktop.ui.registers.listing_model import ListingModel
from roadmap_desktop.ui.staying_menu import StayingMenu

_KINDS = (FieldKind.CHOICE, FieldKind.LINK, FieldKind.YEAR, FieldKind.WORDS)
# More chips find no room, and more words of one no screen.
_MOST_CHIPS, _MOST_WORDS = 4, 60
_LONGEST = 22


class FilterChips(QWidget):
    """Those of one register; ``changed`` says that other rows are shown."""

    changed = Signal()

    def __init__(self, model: ListingModel) -> None:
        super().__init__()
        self._model = model
        register = model.register
        fields = [
            field
            for field in register.columns_possible
            if field.kind in _KINDS or field.name == register.expires
        ]
        # What is in the table at first matters most.
        fields.sort(key=lambda field: field.name not in register.columns)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.chips = [_Chip(field, model, self._on_chosen) for field in fields]
        for chip in self.chips:
            row.addWidget(chip)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        model.modelReset.connect(self._offer)
        self._offer()

    def reset(self) -> None:
        """Shows all rows again."""
        for chip in self.chips:
            chip.choose(frozenset())

    def _on_chosen(self) -> None:
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer()

    def _offer(self) -> None:
        """As many as find room; a chip without a choice would only stand in the way."""
        offered, room = 0, self.width()
        for chip in self.chips:
            width = chip.sizeHint().width() + self._row.spacing()
            is_offered = bool(chip.chosen) or (offered < _MOST_CHIPS and width <= room and chip.is_useful())
            chip.setVisible(is_offered)
            if is_offered:
                offered, room = offered + 1, room - width


def filter_label(field: Field) -> str:
    """What a chip that filters by the field is called."""
    if field.choices == tuple(State):
        return "Состояние"
    return "Срок договора" if field.kind is FieldKind.DATE else field.label


class _Chip(QToolButton):
    def __init__(self, field: Field, model: ListingModel, told: Callable[[], object]) -> None:
        super().__init__()
        self._field, self._model, self._told = field, model, told
        self.chosen: frozenset[str] = frozenset()
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = StayingMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._name()

    def is_useful(self) -> bool:
        """Whether the records differ in it, and not in too many ways."""
        return 1 < len(self._model.marks_of_all(self._field)) <= _MOST_WORDS

    def choose(self, chosen: frozenset[str]) -> None:
        """Shows the records with any of these words; with none all of them."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._name()
            self._model.set_filter(self._field.name, chosen)
            self._told()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        every = menu.addAction("Все", lambda: self.choose(frozenset()))
        every.setEnabled(bool(self.chosen))
        menu.addSeparator()
        for word in self._words():
            # «&» in a menu's text marks a shortcut letter; the user's own «&» must stay a letter.
            action = QAction(word.replace("&", "&&"), menu, checkable=True, checked=word in self.chosen)
            action.toggled.connect(
                lambda on, word=word: self.choose(self.chosen | {word} if on else self.chosen - {word})
            )
            menu.addAction(action)

    def _words(self) -> list[str]:
        found = self._model.marks_of_all(self._field) | self.chosen
        order = [*(self._field.choices or map(str, Expiry)), LATE]
        known = [word for word in order if word in found]
        others = sorted(found - set(known) - {NOT_SAID}, key=as_counted)
        return [*known, *others, *([NOT_SAID] if NOT_SAID in found else [])]

    def _name(self) -> None:
        label = filter_label(self._field)
        words = ", ".join(sorted(self.chosen, key=as_counted))
        if self.chosen:
            many = f"{label}: {len(self.chosen)}"
            label = words if len(words) <= _LONGEST else many
        self.setText(f"{label.replace('&', '&&')} ▾")
        self.setAccessibleName(f"Отбор: {self._field.label}")
        self.setChecked(bool(self.chosen))

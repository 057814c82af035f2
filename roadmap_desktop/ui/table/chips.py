"""Chips that filter a table: those of an exclusive facet one at a time, others with a menu of words, several of each at
once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from roadmap_desktop.model.russian import small
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.ui.staying_menu import StayingMenu
from roadmap_desktop.ui.table.facets import Facet
from roadmap_desktop.ui.table.group_menu import TITLE, fill_groups
from roadmap_desktop.ui.table.model import TableModel

# More menus find no room, and more words of one no screen.
_MOST_MENUS, _MOST_WORDS = 4, 60
_LONGEST = 24


class FilterChips(QWidget):
    """Those of one table: ``words`` by their word, ``menus`` by the names of facets."""

    def __init__(self, model: TableModel) -> None:
        super().__init__()
        self._model = model
        self._is_offering = False
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        facets = model.facts.facets.values()
        self.words = {
            word: WordChip(facet, word, model)
            for facet in facets
            if facet.is_exclusive
            for word in facet.known
        }
        self.menus = {facet.name: MenuChip(facet, model) for facet in facets if not facet.is_exclusive}
        self._all: list[WordChip | MenuChip] = [*self.words.values(), *self.menus.values()]
        self.rest = RestChip(model)
        self.groups = GroupChip(model)
        for chip in (*self._all, self.rest, self.groups):
            row.addWidget(chip)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        model.filtered.connect(self._show_chosen)
        model.grouped.connect(self._offer)
        model.records_changed.connect(self._count)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer()

    def _count(self) -> None:
        counts: dict[str, Mapping[str, int]] = {}
        for word, chip in self.words.items():
            name = chip.facet.name
            counts[name] = counts.get(name) or self._model.facts.counts(name, self._model.found)
            chip.setText(f"{word} {counts[name][word]}")
        self._offer()

    def _show_chosen(self) -> None:
        for chip in self._all:
            chip.show_chosen()
        self._count()

    def _offer(self) -> None:
        """As many as find room. Showing one can lay the line out anew, which comes here again: a chip that is hidden
        while it is being shown stays to be seen."""
        if self._is_offering:
            return
        self._is_offering = True
        offered_at = -1
        while offered_at != self.width():
            offered_at = self.width()
            self._show_fitting()
        self._is_offering = False

    def _show_fitting(self) -> None:
        """Shows what fits, and behind one chip the rest of what filters; a menu without a choice would only stand in
        the way."""
        self.groups.show_chosen()
        useful = [chip for chip in self._all if chip.isChecked() or chip.is_useful()]
        words = [chip for chip in useful if isinstance(chip, WordChip)]
        menus = [chip for chip in useful if isinstance(chip, MenuChip)]
        menus.sort(key=lambda chip: not chip.isChecked())
        # What matters most comes first: a chosen one says why rows are missing.
        kept = [chip for chip in words if not chip.yields or chip.isChecked()]
        order = [*kept, *menus[:1], *(chip for chip in words if chip not in kept), *menus[1:_MOST_MENUS]]
        room = self.width() + self._row.spacing()
        if self.groups.is_useful():
            room -= self._width(self.groups)
        does_all_fit = len(menus) <= _MOST_MENUS and sum(map(self._width, order)) <= room
        room -= 0 if does_all_fit else self._width(self.rest)
        shown = set()
        for chip in order:
            if self._width(chip) <= room or chip.isChecked():
                shown.add(chip)
                room -= self._width(chip)
        for chip in self._all:
            chip.setVisible(chip in shown)
        self.rest.menus = [chip for chip in menus if chip not in shown]
        self.rest.setVisible(bool(self.rest.menus))
        self.groups.setVisible(self.groups.is_useful() and room >= 0)

    def _width(self, chip: QWidget) -> int:
        return chip.sizeHint().width() + self._row.spacing()


class WordChip(QPushButton):
    """One word of an exclusive facet, and how many records have it; the first chooses nothing."""

    def __init__(self, facet: Facet, word: str, model: TableModel) -> None:
        super().__init__(word)
        self.facet, self._word, self._model = facet, word, model
        self.yields = word in facet.yields
        self.setCheckable(True)
        self.setProperty("chip", True)
        self.clicked.connect(self.choose)

    def is_useful(self) -> bool:
        """Whether there is anything to choose."""
        return True

    def choose(self) -> None:
        """Shows the records that have the word."""
        is_first = self._word == self.facet.known[0]
        chosen = frozenset() if is_first else frozenset({self._word})
        self._model.filter_by(self._model.row_filter.choosing(self.facet.name, chosen))
        # A click on what is chosen already would leave it unchecked.
        self.show_chosen()

    def show_chosen(self) -> None:
        """Shows whether it is the one chosen."""
        chosen = self._model.row_filter.chosen.get(self.facet.name) or {self.facet.known[0]}
        self.setChecked(self._word in chosen)


class _OpeningChip(QToolButton):
    """Opens a menu, which is filled when it is about to be shown."""

    def __init__(self, name: str, menu: QMenu, fill: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("chip", True)
        self.setAccessibleName(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu.setParent(self, menu.windowFlags())
        menu.aboutToShow.connect(fill)
        self.setMenu(menu)

    def say(self, words: str) -> None:
        """Names the chip; an «&» of the user's own must stay a letter, and mark no shortcut."""
        self.setText(f"{words.replace('&', '&&')} ▾")


class RestChip(_OpeningChip):
    """The chips ``menus`` that find no room."""

    def __init__(self, model: TableModel) -> None:
        super().__init__(f"Другие отборы: {model.cells.register.title}", QMenu(), self._fill)
        self.menus: list[MenuChip] = []
        self.say("Отбор")

    def _fill(self) -> None:
        self.menu().clear()
        for chip in self.menus:
            chip.menu().setTitle(chip.label)
            self.menu().addMenu(chip.menu())


class GroupChip(_OpeningChip):
    """By what the rows are grouped."""

    def __init__(self, model: TableModel) -> None:
        super().__init__("Группировать", QMenu(), lambda: fill_groups(self.menu(), model))
        self._model = model
        self.setCheckable(True)

    def is_useful(self) -> bool:
        """Whether there is anything to group by. A register's page, whose line is full of buttons, has it in menus."""
        return self._model.cells.register.is_numbered

    def show_chosen(self) -> None:
        """Names itself by what is chosen."""
        by = self._model.grouping
        is_chosen = by is not None and not by.is_own
        self.say(f"Группы: {small(by.label)}" if by is not None and is_chosen else TITLE)
        self.setChecked(is_chosen)


class MenuChip(_OpeningChip):
    """The words of a facet in a menu; ``chosen`` are those of which a record has any."""

    def __init__(self, facet: Facet, model: TableModel) -> None:
        super().__init__(f"Отбор: {facet.title or facet.label}", StayingMenu(), self._fill)
        self._facet, self._model, self.label = facet, model, facet.label
        self.setCheckable(True)

    @property
    def chosen(self) -> frozenset[str]:
        """The words chosen."""
        return self._model.row_filter.chosen.get(self._facet.name, frozenset())

    def is_useful(self) -> bool:
        """Whether the records differ in it, and not in too many ways."""
        return (
            not self._facet.is_counted or 1 < len(self._model.facts.offered(self._facet.name)) <= _MOST_WORDS
        )

    def choose(self, chosen: frozenset[str]) -> None:
        """Shows the records with any of these words; with none all of them."""
        self._model.filter_by(self._model.row_filter.choosing(self._facet.name, chosen))

    def show_chosen(self) -> None:
        """Names itself by what is chosen."""
        label, chosen = self._facet.label, self.chosen
        if len(chosen) == 1:
            (word,) = chosen
            label = word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
        elif chosen:
            words = ", ".join(sorted(chosen, key=as_counted))
            label = words if len(words) <= _LONGEST else f"{self._facet.plural or label}: {len(chosen)}"
        self.say(label)
        self.setChecked(bool(chosen))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        every = menu.addAction(self._facet.every, lambda: self.choose(frozenset()))
        every.setEnabled(bool(self.chosen))
        menu.addSeparator()
        offered = self._model.facts.offered(self._facet.name)
        for word in self._facet.in_order([*self.chosen, *offered]):
            action = QAction(word.replace("&", "&&"), menu, checkable=True, checked=word in self.chosen)
            action.toggled.connect(lambda on, word=word: self._tick(word, on))
            menu.addAction(action)

    def _tick(self, word: str, on: bool) -> None:
        self.choose(self.chosen | {word} if on else self.chosen - {word})

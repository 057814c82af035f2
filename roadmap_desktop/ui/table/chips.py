"""The line above the table: its title and the chips that filter it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.search import folded
from roadmap_desktop.ui.staying_menu import StayingMenu
from roadmap_desktop.ui.table.listing import Filter

_HEIGHT = 42
_MARGINS = 24
_LONGEST_NAME = 24


class Chips(QFrame):
    """Title and chips. ``changed`` says that ``filter`` or ``performers`` is another one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page-header")
        self.setFixedHeight(_HEIGHT)
        self.filter = Filter.ALL
        self.performers: frozenset[str] = frozenset()
        self._plan: Plan | None = None
        self._title = title = QLabel("Мероприятия")
        title.setObjectName("page-title")
        self._buttons = {chosen: self._chip(chosen) for chosen in Filter}
        self.responsible = self._responsible_chip()
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(title)
        line.addSpacing(8)
        for button in (*self._buttons.values(), self.responsible):
            line.addWidget(button)
        line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On a narrow page the title goes first, for the navigation says it too; no chip is cut."""
        parts = (self._title, *self._buttons.values(), self.responsible)
        spacing = self._line.spacing()
        missing = sum(part.sizeHint().width() + spacing for part in parts) + _MARGINS - self.width()
        for part in (self._title, self._buttons[Filter.UNDATED], self._buttons[Filter.THIS_MONTH]):
            is_hidden = missing > 0 and part is not self._buttons.get(self.filter)
            part.setHidden(is_hidden)
            missing -= part.sizeHint().width() + spacing if is_hidden else 0

    def show_counts(self, plan: Plan | None, counts: Mapping[Filter, int]) -> None:
        """Writes the counts on the chips; the performers are read from the plan when their menu opens."""
        self._plan = plan
        for chosen, button in self._buttons.items():
            button.setText(f"{chosen.value} {counts[chosen]}")
        self._fit()

    def reset(self) -> None:
        """Back to all rows."""
        self.performers = frozenset()
        self._choose(Filter.ALL)

    def show_overdue(self) -> None:
        """The overdue rows alone."""
        self._choose(Filter.OVERDUE)

    def _chip(self, chosen: Filter) -> QPushButton:
        button = QPushButton(chosen.value)
        button.setCheckable(True)
        button.setChecked(chosen is Filter.ALL)
        button.setProperty("chip", True)
        button.clicked.connect(lambda: self._choose(chosen))
        return button

    def _responsible_chip(self) -> QToolButton:
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
        chip = QToolButton()
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setText("Ответственный ▾")
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = StayingMenu(chip)
        menu.aboutToShow.connect(self._fill_menu)
        chip.setMenu(menu)
        return chip

    def _choose(self, chosen: Filter) -> None:
        self.filter = chosen
        self._buttons[chosen].setChecked(True)
        self._name_responsible()
        self._fit()
        self.changed.emit()

    def _fill_menu(self) -> None:
        menu = self.responsible.menu()
        menu.clear()
        every = menu.addAction("Все ответственные", self._forget_performers)
        every.setEnabled(bool(self.performers))
        menu.addSeparator()
        for key, name in self._names().items():
            # «&» in a menu's text marks a shortcut letter; the user's own «&» must stay a letter.
            action = QAction(name.replace("&", "&&"), menu, checkable=True, checked=key in self.performers)
            action.toggled.connect(lambda on, key=key: self._toggle(key, on))
            menu.addAction(action)

    def _names(self) -> dict[str, str]:
        """Performers by folded name, in dictionary order: spellings that differ in case alone are one entry."""
        names: dict[str, str] = {}
        for name in self._plan.performers if self._plan else ():
            names.setdefault(folded(name), name)
        return dict(sorted(names.items()))

    def _toggle(self, key: str, on: bool) -> None:
        self.performers = self.performers | {key} if on else self.performers - {key}
        self._name_responsible()
        self.changed.emit()

    def _forget_performers(self) -> None:
        self.performers = frozenset()
        self._name_responsible()
        self.changed.emit()

    def _name_responsible(self) -> None:
        count = len(self.performers)
        label = "Ответственный"
        if count == 1:
            name = self._names().get(next(iter(self.performers)), "")
            label = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        elif count:
            label = f"Ответственные: {count}"
        self.responsible.setText(f"{label.replace('&', '&&')} ▾")
        self.responsible.setChecked(bool(count))

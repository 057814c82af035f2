"""Which value of each conflict is taken: nothing by itself, one by one by a click, or all at once."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from roadmap_desktop.model.merging import Conflict, ConflictKey, Prefer

_AT_ONCE = ((Prefer.NEWEST, "Все новые"), (Prefer.MINE, "Все мои"), (Prefer.THEIRS, "Все из копии"))


class ConflictChoices(QObject):
    """``choices`` is what is chosen so far."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.conflicts: tuple[Conflict, ...] = ()
        self.choices: dict[ConflictKey, Prefer] = {}

    @property
    def is_settled(self) -> bool:
        """Whether every conflict has its value."""
        return len(self.choices) == len(self.conflicts)

    def begin(self, conflicts: Iterable[Conflict]) -> None:
        """Takes these conflicts; of those that stood before, as they stand now, the choice is kept."""
        before = {conflict.key: conflict for conflict in self.conflicts}
        self.conflicts = tuple(conflicts)
        kept = {one.key: self.choices[one.key] for one in self.conflicts if one.key in self.choices}
        self.choices.clear()
        self.choices.update(
            {one.key: kept[one.key] for one in self.conflicts if one.key in kept and before[one.key] == one}
        )
        self.changed.emit()

    def choose(self, conflict: Conflict, side: Prefer) -> None:
        """Takes one side's value."""
        self.choices[conflict.key] = side
        self.changed.emit()

    def choose_all(self, side: Prefer) -> None:
        """Takes one side's value, or the newest, of every conflict, also of those chosen before."""
        for conflict in self.conflicts:
            self.choices[conflict.key] = conflict.newest if side is Prefer.NEWEST else side
        self.changed.emit()


class ConflictChoicesBar(QWidget):
    """How many conflicts are settled, and the buttons that settle all; seen only when there are any."""

    def __init__(self, choices: ConflictChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._said = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        for side, words in _AT_ONCE:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, side=side: choices.choose_all(side))
            row.addWidget(button)
        choices.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        count, done = len(self._choices.conflicts), len(self._choices.choices)
        self.setVisible(bool(count))
        how = "" if done == count else ": щёлкните значение, которое должно остаться"
        self._said.setText(f"Выбрано {done} из {count}{how}.")

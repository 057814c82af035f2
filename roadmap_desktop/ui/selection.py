"""Which activities are chosen: one truth for the table, the calendar and the details beside them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Keys of the chosen activities; the first is the one that the details show."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen keys."""
        return self._ids

    @property
    def current(self) -> str | None:
        """The key that the details show; None when nothing is chosen."""
        return self._ids[0] if self._ids else None

    def choose(self, ids: Iterable[str]) -> None:
        """Chooses exactly these; tells of it only when that is a change."""
        chosen = tuple(ids)
        if chosen != self._ids:
            self._ids = chosen
            self.changed.emit()

"""Where words were found, as a table: what is ticked will be replaced."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.operations.registers.replacing import SEARCHED, Place
from roadmap_desktop.ui.rows_model import Index, RowsModel
from roadmap_desktop.ui.theme import colour

COLUMNS = ("Где", "Поле", "Было", "Станет")
_BEFORE, _AFTER = 2, 3
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PlacesModel(RowsModel):
    """A line for each field of a record; what it cannot hold is told in place of what it would be, and cannot be
    ticked."""

    headings = COLUMNS
    ticked = Signal()  # others are ticked

    def __init__(self) -> None:
        super().__init__()
        self._left: set[int] = set()

    def show(self, places: Sequence[Place]) -> None:
        """Shows other places, ticked."""
        self._left = {row for row, place in enumerate(places) if place.why}
        self.show_rows(places)
        self.ticked.emit()

    def chosen(self) -> list[Place]:
        """The ticked places."""
        return [place for row, place in enumerate(self.rows) if row not in self._left]

    def tick_all(self, *, on: bool) -> None:
        """Ticks every line that can be, or none."""
        self._left = {row for row, place in enumerate(self.rows) if place.why or not on}
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Ticks a line, or no more."""
        if 0 <= row < len(self.rows) and not self.rows[row].why:
            self._left ^= {row}
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticked.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_be_ticked = index.column() == 0 and not self.rows[index.row()].why
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_be_ticked else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return _UNCHECKED if index.row() in self._left else _CHECKED
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return one_line(_text(place, index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and place.why:
            return colour("ink-soft")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        if (Qt.CheckState(value) is _UNCHECKED) is not (index.row() in self._left):
            self.toggle(index.row())
        return True


def _text(place: Place, column: int) -> str:
    register = SEARCHED[place.register]
    if column == _BEFORE:
        return place.before
    if column == _AFTER:
        return f"Останется как было. {place.why}" if place.why else place.after
    return register.field(place.field).label if column else f"{register.record.caption}: {place.name}"

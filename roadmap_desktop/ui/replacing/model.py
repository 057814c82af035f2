"""Where words were found, as a table: what is ticked will be replaced."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers.replacing import Place
from roadmap_desktop.ui.theme import colour

COLUMNS = ("Где", "Поле", "Было", "Станет")
_BEFORE, _AFTER = 2, 3
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlacesModel(QAbstractTableModel):
    """A line for each field of a record; what it cannot hold is told in place of what it would be, and cannot be
    ticked."""

    ticked = Signal()  # others are ticked

    def __init__(self) -> None:
        super().__init__()
        self._places: Sequence[Place] = ()
        self._left: set[int] = set()

    def show(self, places: Sequence[Place]) -> None:
        """Shows other places, ticked."""
        self.beginResetModel()
        self._places = places
        self._left = {row for row, place in enumerate(places) if place.why}
        self.endResetModel()
        self.ticked.emit()

    def chosen(self) -> list[Place]:
        """The ticked places."""
        return [place for row, place in enumerate(self._places) if row not in self._left]

    def tick_all(self, *, on: bool) -> None:
        """Ticks every line that can be, or none."""
        self._left = {row for row, place in enumerate(self._places) if place.why or not on}
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Ticks a line, or no more."""
        if 0 <= row < len(self._places) and not self._places[row].why:
            self._left ^= {row}
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticked.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_be_ticked = index.column() == 0 and not self._places[index.row()].why
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_be_ticked else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return _UNCHECKED if index.row() in self._left else _CHECKED
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join(_text(place, index.column()).split())
        if role == Qt.ItemDataRole.ForegroundRole and place.why:
            return colour("ink-soft")
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        if (Qt.CheckState(value) is _UNCHECKED) is not (index.row() in self._left):
            self.toggle(index.row())
        return True


def _text(place: Place, column: int) -> str:
    register = BY_ID[place.register]
    if column == _BEFORE:
        return place.before
    if column == _AFTER:
        return f"Останется как было. {place.why}" if place.why else place.after
    return register.field(place.field).label if column else f"{register.record.caption}: {place.name}"

"""A table of the digest as Qt shows it: plain cells, sorted by what they are and not by how they are written."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from roadmap_desktop.model.digest_tables import Value
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
# The state that tints a cell, by the row and the column of the model.
Tint = Callable[[int, int], Standing | None]

_VALUE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class DigestModel(QAbstractTableModel):
    """Rows of values under headings. Texts are set to the left, numbers and dates in the middle."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[str] = ()
        self._rows: list[tuple[Value, ...]] = []
        self._numbers = range(0)
        self._tint: Tint = lambda _row, _column: None

    def show_rows(
        self, headings: Sequence[str], rows: list[tuple[Value, ...]], numbers: range, tint: Tint
    ) -> None:
        """Shows these rows in place of the present ones. ``numbers`` are the columns whose headings stand in the
        middle, as their cells do."""
        self.beginResetModel()
        self._headings, self._rows, self._numbers, self._tint = headings, rows, numbers, tint
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return int(Qt.AlignmentFlag.AlignCenter)
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if wanted and orientation == Qt.Orientation.Horizontal and section < len(self._headings):
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(value)
        if role == _VALUE:
            return value
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, str):
            # Escaped and wrapped, because Qt guesses whether a tip is markup.
            return f"<p>{escape(value)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(value, str):
            return int(Qt.AlignmentFlag.AlignCenter)
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole):
            standing = self._tint(index.row(), index.column())
            if standing is not None:
                ground, ink = theme.tint(standing)
                return ground if role == Qt.ItemDataRole.BackgroundRole else ink
        return None


class Sorted(QSortFilterProxyModel):
    """Sorts by value: numbers and days as such, «Школа 2» before «Школа 10», what is empty first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collator = QCollator(QLocale())
        self._collator.setNumericMode(True)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(_VALUE), right.data(_VALUE)
        if isinstance(one, str) and isinstance(other, str):
            return self._collator.compare(one, other) < 0
        if one is None or other is None or isinstance(one, str) != isinstance(other, str):
            return (one is not None, isinstance(one, str)) < (other is not None, isinstance(other, str))
        return bool(one < other)


def shown(value: Value) -> str:
    """A value as a cell shows it."""
    if value is None:
        return ""
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)

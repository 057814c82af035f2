"""The rows as Qt has them."""

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.model.merging import ConflictKey, Prefer
from roadmap_desktop.ui.merging.merge_rows import MINE, THEIRS
from roadmap_desktop.ui.merging.rows import Row, RowKind, named, top

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SIDES = {MINE: Prefer.MINE, THEIRS: Prefer.THEIRS}


class RowsModel(QAbstractItemModel):
    """A tree of rows, and which value of each conflict is chosen. An index carries the number of its row."""

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._root = top()
        self._numbered: list[Row] = []
        self._numbers: dict[int, int] = {}
        self.choices: dict[ConflictKey, Prefer] = {}

    def show(self, root: Row, headings: tuple[str, ...] | None = None) -> None:
        """Shows these rows in place of the present ones."""
        self.beginResetModel()
        self._headings = headings or self._headings
        self._root = root
        self._numbered = list(_all_below(root))
        self._numbers = {id(row): number for number, row in enumerate(self._numbered)}
        self.endResetModel()

    @property
    def root(self) -> Row:
        """The invisible row above all."""
        return self._root

    @property
    def size(self) -> int:
        """How many rows there are on all levels."""
        return len(self._numbered)

    def row_at(self, index: Index) -> Row:
        """The row that stands there."""
        return self._numbered[index.internalId()] if index.isValid() else self._root

    def index_of(self, row: Row, column: int = 0) -> QModelIndex:
        """Where a row stands."""
        return self.createIndex(row.place, column, self._numbers[id(row)])

    def is_chosen(self, index: Index) -> bool:
        """Whether the value that stands there is the one chosen of a conflict."""
        conflict = self.row_at(index).conflict
        return conflict is not None and self.choices.get(conflict.key) is SIDES.get(index.column(), False)

    def look_again(self) -> None:
        """The choices are others: what is chosen is drawn anew."""
        for row in self._numbered:
            if row.kind is RowKind.CONFLICT:
                self.dataChanged.emit(self.index_of(row, MINE), self.index_of(row, THEIRS))

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self.row_at(parent).children
        if not (0 <= row < len(children) and 0 <= column < len(self._headings)):
            return QModelIndex()
        return self.index_of(children[row], column)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self.row_at(index).parent if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self.index_of(above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self.row_at(parent).children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._headings[section] if wanted and section < len(self._headings) else None

    def data(self, index: Index, role: int = 0) -> Any:
        cells = self.row_at(index).cells
        if index.column() >= len(cells):
            return None
        row, cell = self.row_at(index), cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole and cell.text:
            text = named(row.record) if row.record and not index.column() else cell.text
            # Escaped and wrapped, because Qt guesses whether a tip is markup.
            return f"<p style='white-space: pre-wrap'>{escape(text)}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = "выбрано" if self.is_chosen(index) else ""
            return ", ".join(part for part in (cell.text, cell.note, chosen) if part)
        return None


def _all_below(row: Row) -> list[Row]:
    found: list[Row] = []
    waiting = list(reversed(row.children))
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(reversed(one.children))
    return found

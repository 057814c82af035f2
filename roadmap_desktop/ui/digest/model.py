"""A table of the digest as Qt shows it: plain cells, sorted by what they are and not by how they are written."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import Qt

from roadmap_desktop.model.digest_tables import Value
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.rows_model import Index, RowsModel

# The state that tints a cell, by the row and the column of the model.
Tint = Callable[[int, int], Standing | None]


class DigestModel(RowsModel):
    """Rows of values under headings. Texts are set to the left, numbers and dates in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = range(0)
        self._order: list[int] = []
        self._sorted = (0, Qt.SortOrder.AscendingOrder)
        self._tint: Tint = lambda _row, _column: None

    def show_table(
        self, headings: Sequence[str], rows: list[tuple[Value, ...]], numbers: range, tint: Tint
    ) -> None:
        """Shows these rows in place of the present ones. ``numbers`` are the columns whose headings stand in the
        middle, as their cells do."""
        self.beginResetModel()
        self.headings, self.rows, self._numbers, self._tint = headings, rows, numbers, tint
        self._order = list(range(len(rows)))
        self._put_in_order()
        self.endResetModel()

    def place(self, row: int) -> int:
        """Where the row of that place among those given is shown now."""
        return self._order.index(row)

    def given(self, index: int) -> int:
        """Which of the rows given is shown there: the reverse of ``place``."""
        return self._order[index]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by the values of a column; what is chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        meant = [(self._order[index.row()], index.column()) for index in held]
        self._sorted = (column, order)
        self._put_in_order()
        places = {row: place for place, row in enumerate(self._order)}
        self.changePersistentIndexList(held, [self.index(places[row], each) for row, each in meant])
        self.layoutChanged.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return int(Qt.AlignmentFlag.AlignCenter)
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if wanted and orientation == Qt.Orientation.Horizontal and section < len(self.headings):
            return self.headings[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        row = self._order[index.row()]
        value = self.rows[row][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(value)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, str):
            # Escaped and wrapped, because Qt guesses whether a tip is markup.
            return f"<p>{escape(value)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(value, str):
            return int(Qt.AlignmentFlag.AlignCenter)
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole):
            standing = self._tint(row, index.column())
            if standing is not None:
                ground, ink = theme.tint(standing)
                return ground if role == Qt.ItemDataRole.BackgroundRole else ink
        return None

    def _put_in_order(self) -> None:
        column, order = self._sorted
        # Columns of files come and go with the files.
        if not 0 <= column < len(self.headings):
            column = 0
        self._order.sort(
            key=lambda row: _order_of(self.rows[row][column]), reverse=order == Qt.SortOrder.DescendingOrder
        )


def _order_of(value: Value) -> tuple[Any, ...]:
    """What is empty, then numbers or dates, then texts."""
    if value is None or value == "":
        return (0,)
    return (2, as_counted(value)) if isinstance(value, str) else (1, value)


def shown(value: Value) -> str:
    """A value as a cell shows it."""
    if value is None:
        return ""
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)

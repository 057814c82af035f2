"""How texts and dates will read in the new file: the old beside the new, which can be changed here."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTableView

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.near_change import near_the_change
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.new_year.drafting import WordingTold
from roadmap_desktop.operations.registers.typed_values import parse_date
from roadmap_desktop.ui.editors.row_delegate import RowDelegate
from roadmap_desktop.ui.rows_model import Index, RowsModel
from roadmap_desktop.ui.theme import colour

_WHERE, _NEW = 0, 2
# So many rows are as high as their texts; of more each has two lines, lest the window waits for them.
_MEASURED = 400


class WordingsModel(RowsModel):
    """Rows of wordings. What was changed here stays where it stands."""

    headings = ("Где", "Было", "Станет")

    def show_rows(self, rows: Sequence[WordingTold]) -> None:
        """Shows these in the order they have, or the same ones, reworded, in the order in which they stand."""
        by_place = {row.place: row for row in rows}
        if by_place.keys() == {row.place for row in self.rows}:
            self.rows = [by_place[row.place] for row in self.rows]
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, _NEW))
            return
        super().show_rows(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _NEW else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            where = f"{row.name}. {row.label}"
            told = f"{where}\n! {row.trouble.value}" if row.trouble else where
            return (told, *near_the_change(row.old, row.new))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != _WHERE:
            # Plain: «<» in the user's text is a letter.
            return f"<p>{escape(row.new if index.column() == _NEW else row.old)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.ForegroundRole and row.trouble and index.column() == _WHERE:
            return QBrush(colour("danger"))
        return None


class WordingsTable(QTableView):
    """``typed`` carries the place of a wording and what it is to be, as the file keeps it."""

    typed = Signal(tuple, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.wordings = WordingsModel()
        self.setModel(self.wordings)
        self.setObjectName("wordings")
        self.setAccessibleName(name)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[WordingTold], plan: Period) -> None:
        """Shows these wordings of a plan."""
        self._delegate.plan = plan
        is_measured = len(rows) <= _MEASURED
        modes = QHeaderView.ResizeMode
        self.verticalHeader().setSectionResizeMode(modes.ResizeToContents if is_measured else modes.Fixed)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + 8)
        self.wordings.show_rows(rows)


class _Delegate(RowDelegate):
    """Edits a wording by the editor of its field."""

    def __init__(self, table: WordingsTable) -> None:
        super().__init__(table, "Станет")
        self._table = table

    def field_at(self, index: Index) -> Field:
        # The words alone are edited here: days given by hand stay beside them.
        return self._row(index).field._replace(dates="")

    def value_at(self, index: Index) -> Any:
        row = self._row(index)
        return parse_date(row.new) if row.field.kind is FieldKind.DATE else row.new

    def take(self, index: Index, value: Any) -> None:
        text = value.isoformat() if hasattr(value, "isoformat") else value or ""
        self._table.typed.emit(self._row(index).place, text)

    def _row(self, index: Index) -> WordingTold:
        row: WordingTold = self._table.wordings.rows[index.row()]
        return row

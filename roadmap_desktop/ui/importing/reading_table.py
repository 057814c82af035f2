"""What was read of a document: its rows, and those whose due is not understood, to be put right."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from roadmap_desktop.model.due import DueKind, describe
from roadmap_desktop.model.due_dates import DueValue, effective_due
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.imported import Found
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.editors.row_delegate import RowDelegate
from roadmap_desktop.ui.importing.text_table import TextTable
from roadmap_desktop.ui.rows_model import Index, RowsModel
from roadmap_desktop.ui.theme import colour

_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class _ReadModel(RowsModel):
    def __init__(self) -> None:
        super().__init__()
        self.unread: frozenset[int] = frozenset()
        self.due: int | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_unread = index.column() == self.due and index.row() in self.unread
        text = self.rows[index.row()].texts[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{text}\n! не понят".strip() if is_unread and text else text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _TOP_LEFT
            case Qt.ItemDataRole.ForegroundRole if is_unread:
                return QBrush(colour("danger"))
        return None


class ReadingTable(TextTable):
    """``cell_chosen`` carries the row and the column that is looked at."""

    cell_chosen = Signal(int, int)

    def __init__(self) -> None:
        self.read = _ReadModel()
        super().__init__("Понято", self.read)
        self.setObjectName("wordings")
        self.setShowGrid(False)

    def show_found(self, found: Found) -> None:
        """Shows these rows; the place that was looked at stays."""
        kept = self.currentIndex()
        self.read.headings, self.read.due = found.headings, found.due
        self.read.unread = frozenset(found.unread)
        self.read.show_rows(found.rows)
        self.show_lines()
        self.measure([row.texts for row in found.rows])
        if kept.isValid() and kept.row() < len(found.rows) and kept.column() < len(found.headings):
            self.setCurrentIndex(self.read.index(kept.row(), kept.column()))

    def choose(self, row: int, column: int) -> None:
        """Looks at a cell."""
        self.setCurrentIndex(self.read.index(row, column))

    def looked_at(self, row: int, column: int) -> None:
        self.cell_chosen.emit(row, column)


class DueRow(NamedTuple):
    """A row whose due was not understood: what it is called and what the due is by now."""

    row: int
    name: str
    due: DueValue


class _DuesModel(RowsModel):
    headings = ("Мероприятие", "Срок", "Читается так")
    plan: Period

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 1 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: DueRow = self.rows[index.row()]
        reading = effective_due(row.due.text, row.due.dates, self.plan)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                said = describe(reading) if row.due.text or row.due.dates else "без срока"
                return (row.name, row.due.text, said)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                # Plain: «<» in the user's text is a letter.
                return f"<p>{escape(row.name)}</p>"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _TOP_LEFT
            case Qt.ItemDataRole.ForegroundRole if index.column() == 2 and reading.kind is DueKind.UNKNOWN:
                return QBrush(colour("danger"))
        return None


class DuesTable(TextTable):
    """``due_typed`` carries the row of the reading and its due; ``row_chosen`` the row that is looked at."""

    due_typed = Signal(int, object)
    row_chosen = Signal(int)

    def __init__(self, field: Field) -> None:
        """``field`` is that of the due."""
        self.dues = _DuesModel()
        super().__init__("Сроки, которые не поняты", self.dues)
        self.setObjectName("wordings")
        self.setShowGrid(False)
        self._delegate = _DueDelegate(self, field)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
            | triggers.SelectedClicked
        )

    def show_dues(self, rows: Sequence[DueRow], plan: Period) -> None:
        """Shows these dues of a plan of that period; the same rows stay where they are."""
        self.dues.plan = self._delegate.plan = plan
        if [row.row for row in rows] == [row.row for row in self.dues.rows] and rows:
            self.dues.rows = rows
            self.dues.dataChanged.emit(self.dues.index(0, 0), self.dues.index(len(rows) - 1, 2))
            return
        self.dues.show_rows(rows)
        self.show_lines()

    def looked_at(self, row: int, column: int) -> None:
        self.row_chosen.emit(self.dues.rows[row].row)


class _DueDelegate(RowDelegate):
    def __init__(self, table: DuesTable, field: Field) -> None:
        super().__init__(table, "Срок")
        self._table, self._field = table, field

    def field_at(self, _index: Index) -> Field:
        return self._field

    def value_at(self, index: Index) -> DueValue:
        due: DueValue = self._table.dues.rows[index.row()].due
        return due

    def take(self, index: Index, value: Any) -> None:
        self._table.due_typed.emit(self._table.dues.rows[index.row()].row, value)


def dues_of(found: Found, indices: Sequence[int], typed: Mapping[int, DueValue]) -> list[DueRow]:
    """The rows of these indices as they are listed, with what was typed for them."""
    assert found.due is not None
    rows = []
    for index in indices:
        texts = found.rows[index].texts
        words = (texts[0], texts[found.named]) if found.named else texts[:1]
        name = one_line(". ".join(filter(None, words)))
        rows.append(DueRow(index, name, typed.get(index, DueValue(texts[found.due]))))
    return rows

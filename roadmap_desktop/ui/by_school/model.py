"""The matrix as a table: activities down, schools across, totals at the end of both."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.registers.by_school import Cell, Matrix, Place, progress_in, progress_of

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report

_Index = QModelIndex | QPersistentModelIndex
_SHORT = {
    State.PLANNED: "план",
    State.IN_WORK: "в работе",
    State.DONE: "✓ есть",
    State.MOVED: "перенос",
    State.CANCELLED: "отмена",
}
_FIRST, _TOTAL = "Мероприятие", "Выполнено"
# How many times wider than a cell a name is on paper.
_NAME_WIDTH = 3.2


class MatrixModel(QAbstractTableModel):
    """The last column and the last row hold totals."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.matrix = Matrix((), {}, False)
        self._rows: tuple[ActivityRow, ...] = ()
        self._of_rows: list[str] = []
        self._of_columns: list[str] = []

    def show(self, plan: Plan, matrix: Matrix) -> None:
        """Shows the matrix; only cells are told as changed where the rows and columns are the same."""
        same = [row.id for row in plan.activities] == [
            row.id for row in self._rows
        ] and matrix.schools == self.matrix.schools
        if same:
            self._take(plan, matrix)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._take(plan, matrix)
        self.endResetModel()

    def looks(self, row: int, column: int) -> tuple[str, State | None]:
        """What is written in a cell, and in the tint of which state; a total and an empty cell have none."""
        if row >= len(self._rows):
            return (self._of_columns[column] if column < len(self._of_columns) else ""), None
        if column >= len(self.matrix.schools):
            return self._of_rows[row], None
        cell = self.matrix.cells.get((self._rows[row].id, self.matrix.schools[column].id))
        if cell is None:
            return "", None
        short = _SHORT[cell.state]
        return (f"{short}\n{cell.done_on:%d.%m.%Y}" if cell.done_on else short), cell.state

    def _take(self, plan: Plan, matrix: Matrix) -> None:
        self.plan, self.matrix, self._rows = plan, matrix, plan.activities
        self._of_rows = [str(progress_of(matrix, row.id)) for row in plan.activities]
        self._of_columns = [str(progress_in(matrix, plan, school.id)) for school in matrix.schools]

    def place(self, index: _Index) -> Place | None:
        """The activity and the school of a cell; None for a total."""
        if index.row() >= len(self._rows) or index.column() >= len(self.matrix.schools):
            return None
        return self._rows[index.row()].id, self.matrix.schools[index.column()].id

    def cell(self, index: _Index) -> Cell | None:
        """What stands in a cell."""
        place = self.place(index)
        return self.matrix.cells.get(place) if place is not None else None

    def block(self, indexes: Iterable[_Index]) -> tuple[list[str], list[list[str]]]:
        """The headings and the rows of these cells, each row with what it is about, as they are copied."""
        places = {(index.row(), index.column()) for index in indexes}
        columns = sorted({column for _, column in places})
        headings = [_FIRST, *(str(self.headerData(column, Qt.Orientation.Horizontal)) for column in columns)]
        rows = [
            [
                str(self.headerData(row, Qt.Orientation.Vertical)),
                *(self.looks(row, column)[0] if (row, column) in places else "" for column in columns),
            ]
            for row in sorted({row for row, _ in places})
        ]
        return headings, rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._rows else len(self._rows) + 1

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self.matrix.schools else len(self.matrix.schools) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.looks(index.row(), index.column())[0]
        cell = self.cell(index) if role == Qt.ItemDataRole.ToolTipRole else None
        return _told(cell) if cell is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.matrix.schools[section].name if section < len(self.matrix.schools) else _TOTAL
        if section >= len(self._rows):
            return _TOTAL
        row = self._rows[section]
        return f"{row.number}. {one_line(row.name)}"


def shown_report(model: MatrixModel) -> "Report":
    """The matrix with its totals, as a report to print."""
    from roadmap_desktop.operations.printing.shown_table import ShownColumn, ShownTable, shown_report_of

    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    places = range(model.columnCount())
    columns = [
        ShownColumn(_FIRST, _NAME_WIDTH),
        *(ShownColumn(model.headerData(place, across), 1) for place in places),
    ]
    rows = [
        # The tick is the screen's: the faces of printed papers have none.
        (
            model.headerData(row, down),
            *(model.looks(row, place)[0].removeprefix("✓ ") for place in places),
        )
        for row in range(model.rowCount())
    ]
    return shown_report_of(ShownTable("by-school", "Выполнение по школам", columns, rows, total=True))


def _told(cell: Cell) -> str:
    parts = [cell.state.value, f"{cell.done_on:%d.%m.%Y}" if cell.done_on else "", cell.document]
    # A tool tip would read tags as markup.
    return "\n".join(part for part in parts if part).replace("&", "&amp;").replace("<", "&lt;")

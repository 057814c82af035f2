"""A list as it was read, with what would come of each row; what is at fault is marked where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers.list_import import ListImport, Outcome, ReadList
from roadmap_desktop.ui.rows_model import Index, RowsModel
from roadmap_desktop.ui.theme import colour

# Before the columns of the list stand the number of the row and what would come of it.
NUMBER, OUTCOME, FIRST = range(3)
NOT_TAKEN = "не брать"
_FAULT, _DIFFERENCE = "! ", "≠ "


class ListModel(RowsModel):
    """``typed`` carries the list in which a cell was written anew."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.source = ReadList((), (), ())
        self.fields: Sequence[str] = ()
        self._outcomes: Sequence[Outcome] = ()
        # A sign and why, by row and column of the list; what is wrong with a whole row stands at its outcome.
        self._marks: Mapping[tuple[int, int], tuple[str, str]] = {}

    def show_list(
        self, register: Register, source: ReadList, fields: Sequence[str], read: ListImport | None
    ) -> None:
        """Shows a list, and what its rows would become where that is known."""
        self.source, self.fields = source, fields
        self._outcomes = read.outcomes if read is not None else ()
        self._marks = dict(_marks(register, read)) if read is not None else {}
        labels = [register.field(name).label if name else NOT_TAKEN for name in fields]
        titles = [title or f"столбец {index}" for index, title in enumerate(source.titles, 1)]
        heads = [f"{one_line(title)}\n→ {label} ▾" for title, label in zip(titles, labels, strict=True)]
        headings = ("Строка", "Что будет", *heads)
        is_same_size = (len(source.rows), len(headings)) == (len(self.rows), len(self.headings))
        self.headings = headings
        if not is_same_size:
            self.show_rows(source.rows)
            return
        # Who has written a cell anew goes on where she is.
        self.rows = source.rows
        last = len(headings) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = index.column() - FIRST
        mark, why = self._marks.get((index.row(), column), ("", ""))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{mark if column >= 0 else ''}{one_line(self._text(index))}"
        if role == Qt.ItemDataRole.EditRole:
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return why or self._text(index)
        if role == Qt.ItemDataRole.ForegroundRole:
            if mark:
                return colour("danger" if mark == _FAULT else "link")
            return colour("ink-faint" if column >= 0 and not self.fields[column] else "ink")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = index.column() - FIRST
        if role != Qt.ItemDataRole.EditRole or column < 0 or value == self._text(index):
            return False
        row = self.rows[index.row()]
        written = row._replace(cells=(*row.cells[:column], str(value).strip(), *row.cells[column + 1 :]))
        rows = (*self.rows[: index.row()], written, *self.rows[index.row() + 1 :])
        self.typed.emit(replace(self.source, rows=rows))
        return True

    def _text(self, index: Index) -> str:
        row, column = self.rows[index.row()], index.column()
        if column == NUMBER:
            return f"{row.origin}, {row.number}" if row.origin else str(row.number)
        if column == OUTCOME:
            return str(self._outcomes[index.row()]) if self._outcomes else ""
        return str(row.cells[column - FIRST])


def _marks(register: Register, read: ListImport) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    rows = {(row.number, row.origin): index for index, row in enumerate(read.source.rows)}
    columns: dict[str, list[int]] = {"": [OUTCOME - FIRST]}
    for index, name in enumerate(read.fields):
        if name:
            columns.setdefault(register.field(name).label, []).append(index)
    told = [(one.row, one.origin, one.label, _DIFFERENCE, str(one)) for one in read.differences]
    told += [(one.row, one.origin, one.label, _FAULT, one.why) for one in read.faults]
    for number, origin, label, sign, why in told:
        for column in columns.get(label, columns[""]):
            yield (rows[number, origin], column), (sign, why)

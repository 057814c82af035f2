"""A table laid out from cells that take several rows or columns, however carelessly the source says so."""

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.source_document import Cell, Table

_WIDEST = 200


class TableBuilder:
    """Takes cells row by row; ``table`` squares them. A cell that reaches below stands in the rows that come."""

    def __init__(self, allowance: Allowance, origin: str = "") -> None:
        self._allowance = allowance
        self._origin = origin
        self._rows: list[dict[int, int]] = []  # of each row: its cells by column
        self._texts: list[str] = []
        self._spans: dict[int, list[int]] = {}  # of cells that take several: row, column, rows, columns
        self._below: dict[int, tuple[int, int]] = {}  # by column: the cell, and the last row that it takes
        self._lines: list[int] = []
        self._hidden: set[int] = set()

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def start_row(self, line: int | None = None) -> None:
        """Begins the next row; ``line`` is its number in the source."""
        row = len(self._rows)
        self._allowance.take_row()
        self._rows.append({})
        self._lines.append(row + 1 if line is None else line)
        for column, (cell, last) in list(self._below.items()):
            if row <= last:
                self._set(column, cell)
            else:
                del self._below[column]

    def free_column(self, start: int = 0) -> int:
        """The first column from ``start`` on that nothing has taken in the row at hand."""
        taken = self._rows[-1]
        while start in taken:
            start += 1
        return start

    def put(self, column: int, text: str, *, rows: int = 1, columns: int = 1) -> int:
        """A cell of the row at hand; returns the column after it."""
        if column >= _WIDEST:
            return column
        columns = max(1, min(columns, _WIDEST - column))
        row = len(self._rows) - 1
        index = len(self._texts)
        self._texts.append(text)
        if columns == 1 and rows == 1:
            self._rows[-1][column] = index
            return column + 1
        self._spans[index] = [row, column, 1, columns]
        for place in range(column, column + columns):
            self._set(place, index)
            if rows > 1:
                self._below[place] = (index, row + rows - 1)
        return column + columns

    def reach_down(self, column: int, columns: int, text: str = "") -> int:
        """The row at hand goes on with the cell above in these columns; returns the column after it."""
        above = self._rows[-2].get(column) if len(self._rows) > 1 else None
        if above is None:
            return self.put(column, text, columns=columns)
        self._spans.setdefault(above, [len(self._rows) - 2, column, 1, 1])
        for index in range(column, min(column + columns, _WIDEST)):
            self._set(index, above)
        if text.strip():
            self._texts[above] = "\n".join(filter(None, (self._texts[above], text)))
        return column + columns

    def hide_column(self, column: int) -> None:
        """The source does not show the column."""
        self._hidden.add(column)

    def table(self, at_least: int = 0) -> Table:
        """What was put, squared; empty columns at the right and empty rows at the end are left out, but not of so many
        columns that are seen to be there."""
        is_filled = [bool(text) and not text.isspace() for text in self._texts]
        rows = self._rows
        while rows and not any(is_filled[cell] for cell in rows[-1].values()):
            rows.pop()
        width = max(
            (column + 1 for row in rows for column, cell in row.items() if is_filled[cell]), default=0
        )
        width = max(width, at_least if rows else 0)
        texts, spans = self._texts, self._spans
        cells = {index: self._cell(index, width) for index in spans}
        squared = []
        for number, row in enumerate(rows):
            line = []
            for column in range(width):
                taken = row.get(column)
                if taken in spans:
                    line.append(cells[taken])
                else:
                    line.append(Cell("" if taken is None else texts[taken], number, column))
            squared.append(tuple(line))
        hidden = frozenset(column for column in self._hidden if column < width)
        return Table(tuple(squared), self._origin, tuple(self._lines[: len(squared)]), hidden)

    def _set(self, column: int, cell: int) -> None:
        row = len(self._rows) - 1
        self._rows[-1][column] = cell
        self._spans[cell][2] = row - self._spans[cell][0] + 1

    def _cell(self, index: int, width: int) -> Cell:
        row, column, rows, columns = self._spans[index]
        return Cell(self._texts[index], row, column, rows, min(columns, width - column))

"""The document as it stands: its paragraphs and tables, what of it was read, and what its columns hold."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent

from roadmap_desktop.model.imported import Found, Grid, Place
from roadmap_desktop.ui.column_menu import ask_column
from roadmap_desktop.ui.column_widths import LOOKED_AT
from roadmap_desktop.ui.importing.text_table import TextTable
from roadmap_desktop.ui.rows_model import Index
from roadmap_desktop.ui.theme import colour

_ROOT = QModelIndex()
_NO_GRID = Grid(0, (), (), {})
_MENU_SIGN = "▾"


class OriginalModel(QAbstractTableModel):
    """The texts of a grid. ``marked`` are the places of the cell that is looked at, ``beside`` those of its row."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = _NO_GRID
        self.labels: Mapping[int, str] = {}
        self.used: Collection[Place] = frozenset()
        self._marked: Collection[Place] = frozenset()
        self._beside: Collection[Place] = frozenset()

    def show_grid(self, grid: Grid) -> None:
        """Shows another document."""
        self.beginResetModel()
        self.grid, self.labels, self._marked, self._beside = grid, {}, frozenset(), frozenset()
        self.endResetModel()

    def show_reading(self, labels: Mapping[int, str], used: Collection[Place]) -> None:
        """Names the columns by what they hold; what is not ``used`` is shown fainter."""
        self.labels, self.used = labels, used
        self._marked, self._beside = frozenset(), frozenset()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.grid.width - 1))
        self._repaint()

    def mark(self, places: Collection[Place], beside: Collection[Place]) -> None:
        """Marks cells."""
        self._marked, self._beside = frozenset(places), frozenset(beside)
        self._repaint()

    @property
    def marked(self) -> Collection[Place]:
        """The places of the cell that is looked at."""
        return self._marked

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.grid.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.grid.rows[place[0]][place[1]]
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.BackgroundRole if place in self._marked:
                return QBrush(colour("mark"))
            case Qt.ItemDataRole.BackgroundRole if place in self._beside:
                return QBrush(colour("mark-soft"))
            case Qt.ItemDataRole.ForegroundRole if place not in self.used:
                return QBrush(colour("ink-soft"))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            label = self.labels.get(section)
            return f"{label} {_MENU_SIGN}" if label else ""
        return None

    def _repaint(self) -> None:
        if self.grid.rows:
            last = self.index(len(self.grid.rows) - 1, self.grid.width - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class OriginalView(TextTable):
    """``place_chosen`` carries the place that is looked at, ``column_told`` a column and what it is said to hold."""

    place_chosen = Signal(tuple)
    column_told = Signal(int, str)

    def __init__(self) -> None:
        self.original = OriginalModel()
        super().__init__("Документ", self.original)
        self.setObjectName("original")
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setToolTip("Щёлкните, чтобы сказать, что в этом столбце")
        header.sectionClicked.connect(self.ask_column)
        self._found: Found | None = None

    def show_grid(self, grid: Grid) -> None:
        """Shows a document in which nothing was found yet."""
        self.clearSpans()
        self.original.show_grid(grid)
        for span in grid.spans:
            self.setSpan(*span)
        self.show_lines()

    def show_found(self, found: Found) -> None:
        """Names the columns and shows what was read."""
        self._found = found
        has_columns = bool(found.fields)
        columns = range(self.original.grid.width) if has_columns else ()
        labels = {column: found.labels[found.fields.get(column, "")] for column in columns}
        used = {place for row in found.rows for places in row.places for place in places}
        self.original.show_reading(labels, used)
        grid = self.original.grid
        wide = {(span.row, span.column) for span in grid.spans if span.columns > 1}
        self.horizontalHeader().setStretchLastSection(grid.width == 1)
        self.measure(
            [
                ["" if (row, column) in wide else text for column, text in enumerate(texts)]
                for row, texts in enumerate(grid.rows[:LOOKED_AT])
            ]
        )

    def mark(self, places: Collection[Place], beside: Collection[Place]) -> None:
        """Marks where a cell was read from, and what was read into its row; the first of it comes into view."""
        self.original.mark(places, beside)
        shown = min(places or beside, default=None)
        if shown is not None:
            self.scrollTo(self.original.index(*shown))

    def ask_column(self, column: int) -> None:
        """Asks what a column holds."""
        found = self._found
        if found is None or column not in self.original.labels:
            return
        ask_column(
            self.horizontalHeader(),
            column,
            [(found.labels[name], name) for name in found.choices],
            found.fields.get(column, ""),
            partial(self.column_told.emit, column),
        )

    def looked_at(self, row: int, column: int) -> None:
        self.place_chosen.emit(self.original.grid.first((row, column)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What a click on the heading does.
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
            and self.currentIndex().isValid()
        ):
            self.ask_column(self.currentIndex().column())
            return
        super().keyPressEvent(event)

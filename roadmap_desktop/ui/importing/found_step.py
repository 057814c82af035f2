"""The second step: the document beside what was understood of it, which can be put right here."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.imported import Found, Grid, Place
from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.importing.original_view import OriginalView
from roadmap_desktop.ui.importing.reading_table import DuesTable, ReadingTable, dues_of

_READ, _DUES, _LEFT_OUT = "Понято", "Сроки не поняты", "Не вошло"
_HOW = (
    "Слева — документ, справа — то, что в нём понято. Выберите ячейку: откуда она взята, отмечено цветом. Если столбец "
    "понят не так, щёлкните его заголовок."
)


class FoundStep(QWidget):
    """Knows a grid and what was found in it, not what the rows become. ``columns_told`` carries what columns are said
    to hold, ``dues_typed`` the dues by the rows' indices."""

    columns_told = Signal(object)
    dues_typed = Signal(object)

    def __init__(self, due: Field) -> None:
        """``due`` is the field that a due becomes."""
        super().__init__()
        self.original, self.read, self.dues = OriginalView(), ReadingTable(), DuesTable(due)
        self.left_out = QListWidget()
        self.left_out.setObjectName("sentences")
        self.left_out.setAccessibleName(_LEFT_OUT)
        self.left_out.setWordWrap(True)
        self.left_out.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.refusal = QLabel()
        self.refusal.setObjectName("mistake")
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._columns: dict[int, str] = {}
        self._typed: dict[int, DueValue] = {}
        self._unread: tuple[int, ...] = ()
        self._found: Found | None = None
        self._at: dict[Place, tuple[int, int]] = {}
        self._lay_out()
        self.original.place_chosen.connect(self._on_place)
        self.original.column_told.connect(self._on_column)
        self.read.cell_chosen.connect(self._mark)
        self.dues.row_chosen.connect(lambda row: self.read.choose(row, self._due))
        self.dues.due_typed.connect(self._on_due)

    @property
    def columns(self) -> Mapping[int, str]:
        """What columns were said to hold."""
        return self._columns

    @property
    def typed(self) -> Mapping[int, DueValue]:
        """The dues that were typed, by the rows' indices."""
        return self._typed

    def show_document(self, grid: Grid) -> None:
        """Shows another document."""
        self._columns.clear()
        self._found = None
        self.original.show_grid(grid)

    def show_found(self, found: Found, refusal: str, plan: Period) -> None:
        """Shows what is found in it, by other columns than before; dues are read by that period."""
        self._typed.clear()
        self._unread = tuple(found.unread)
        self._show(found)
        self.dues.show_dues(dues_of(found, self._unread, {}) if found.due is not None else [], plan)
        self.left_out.clear()
        self.left_out.addItems(list(found.left_out))
        self.refusal.setText(refusal)
        self._pages.setCurrentIndex(1 if refusal else 0)
        counts = ((_READ, found.rows), (_DUES, self._unread), (_LEFT_OUT, found.left_out))
        for index, (title, listed) in enumerate(counts):
            self.tabs.setTabText(index, f"{title} ({len(listed)})")
        self.tabs.setTabVisible(1, bool(self._unread))
        self.tabs.setTabVisible(2, bool(found.left_out))

    def show_corrected(self, found: Found, plan: Period) -> None:
        """Shows the same rows with the dues that were typed."""
        self._show(found)
        self.dues.show_dues(dues_of(found, self._unread, self._typed), plan)

    @property
    def _due(self) -> int:
        return (self._found.due if self._found is not None else None) or 0

    def _show(self, found: Found) -> None:
        self._found = found
        self._at = {
            place: (index, column)
            for index, row in reversed(list(enumerate(found.rows)))
            for column, places in enumerate(row.places)
            for place in places
        }
        self.original.show_found(found)
        with QSignalBlocker(self.read):
            self.read.show_found(found)
        if found.rows and not self.read.currentIndex().isValid():
            self.read.choose(0, found.named)
        elif found.rows:
            self._mark(self.read.currentIndex().row(), self.read.currentIndex().column())

    def _mark(self, row: int, column: int) -> None:
        if self._found is None:
            return
        places = self._found.rows[row].places
        self.original.mark(places[column], [place for some in places for place in some])

    def _on_place(self, place: Place) -> None:
        if place in self._at:
            self.tabs.setCurrentIndex(0)
            self.read.choose(*self._at[place])

    def _on_column(self, column: int, name: str) -> None:
        # A field is in one column.
        self._columns = {one: "" if name and held == name else held for one, held in self._columns.items()}
        self._columns[column] = name
        self.columns_told.emit(dict(self._columns))

    def _on_due(self, row: int, due: DueValue) -> None:
        self._typed[row] = due
        self.dues_typed.emit(dict(self._typed))

    def _lay_out(self) -> None:
        how = QLabel(_HOW)
        how.setObjectName("start-hint")
        how.setWordWrap(True)
        self.tabs = QTabWidget()
        for title, part in ((_READ, self.read), (_DUES, self.dues), (_LEFT_OUT, self.left_out)):
            self.tabs.addTab(part, title)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tabs)
        self._pages.addWidget(self.refusal)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.original)
        middle.addWidget(self._pages)
        middle.setSizes([1000, 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(how)
        column.addWidget(middle, 1)

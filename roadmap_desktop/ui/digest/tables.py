"""The two tables of the digest: the files, and the activities with the state of each in every file."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from roadmap_desktop.model.digest import Digest
from roadmap_desktop.model.digest_tables import (
    ACTIVITY_LEAD,
    FILE_HEADINGS,
    FIRST_FILE_COLUMN,
    FIRST_FILE_COUNT,
    activity_headings,
)
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui.digest.model import DigestModel, Tint
from roadmap_desktop.ui.digest.reading import Shown
from roadmap_desktop.ui.to_clipboard import put_table

_FILE_WIDTHS = (52, 140, 110, 120, 92, 66, 104, 88, 110, 126, 108, 98, 46, 90)
_SENTENCE = FILE_HEADINGS.index("Дорожная карта")
_NUMBER_WIDTH, _NAME_WIDTH = 52, 330
_COUNT_WIDTH = 110
_MARK_WIDTH = 128
_LOW, _HIGH = 30, 40


class FilesTable(QTableView):
    """A row for each file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Свод по файлам")
        self.rows = DigestModel()
        self._refused: list[int] = []
        set_up_view(self, self.rows, _LOW)
        self.rows.layoutChanged.connect(self._give_room)

    def show_digest(self, shown: Shown) -> None:
        """Shows another digest in the order chosen before."""
        digest = shown.digest
        numbers = range(FIRST_FILE_COUNT, len(FILE_HEADINGS))
        self.rows.show_table(FILE_HEADINGS, shown.file_rows, numbers, lambda _row, _column: None)
        for column, width in enumerate(_FILE_WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(_SENTENCE, QHeaderView.ResizeMode.Stretch)
        self._refused = [row for row, line in enumerate(digest.files) if line.refusal]
        self._give_room()

    @property
    def chosen(self) -> set[int]:
        """The chosen files by their places in the digest."""
        found = self.selectionModel().selectedRows()
        return {self.rows.given(index.row()) for index in found}

    def _give_room(self) -> None:
        """A refusal is a sentence: it takes the room of what is not known of the file, wherever sorting puts it."""
        self.clearSpans()
        for row in self._refused:
            place = self.rows.place(row)
            self.setSpan(place, _SENTENCE, 1, len(FILE_HEADINGS) - _SENTENCE)


class ActivitiesTable(QWidget):
    """A row for each activity. Number and name stay where they are while the columns of the files are scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DigestModel()
        self.names, self.states = QTableView(), QTableView()
        self.names.setAccessibleName("Мероприятия")
        self.states.setAccessibleName("Состояния по файлам")
        for view in (self.names, self.states):
            set_up_view(view, self.rows, _HIGH)
        self.states.setSelectionModel(self.names.selectionModel())
        self.names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.states.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.names.verticalScrollBar().valueChanged.connect(self.states.verticalScrollBar().setValue)
        self.states.verticalScrollBar().valueChanged.connect(self.names.verticalScrollBar().setValue)
        # There for its height alone, so that both tables scroll equally far.
        self.names.horizontalScrollBar().setEnabled(False)
        for one, other in ((self.names, self.states), (self.states, self.names)):
            one.horizontalHeader().sortIndicatorChanged.connect(
                partial(_show_arrow, other.horizontalHeader())
            )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.names)
        row.addWidget(self.states, 1)

    def show_digest(self, shown: Shown) -> None:
        """Shows another digest in the order chosen before."""
        digest = shown.digest
        self.rows.show_table(
            activity_headings(digest),
            shown.activity_rows,
            range(ACTIVITY_LEAD, FIRST_FILE_COLUMN),
            _tint(digest),
        )
        for column in range(self.rows.columnCount()):
            self.names.setColumnHidden(column, column >= ACTIVITY_LEAD)
            self.states.setColumnHidden(column, column < ACTIVITY_LEAD)
            self.states.setColumnWidth(column, _COUNT_WIDTH if column < FIRST_FILE_COLUMN else _MARK_WIDTH)
        self.names.setColumnWidth(0, _NUMBER_WIDTH)
        self.names.setColumnWidth(1, _NAME_WIDTH)
        self.names.setFixedWidth(_NUMBER_WIDTH + _NAME_WIDTH + 2)


def set_up_view(view: QTableView, rows: DigestModel, height: int) -> None:
    """Gives a table of the digest its manners: read-only, sorted by a click on a heading, whole rows chosen."""
    view.setObjectName("digest")
    view.setTabKeyNavigation(False)
    view.setModel(rows)
    view.setSortingEnabled(True)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(height)
    view.setShowGrid(True)


def paper_widths(headings: Sequence[str]) -> list[float]:
    """The shares of the columns of either table on paper, as on the screen."""
    if tuple(headings) == tuple(FILE_HEADINGS):
        return list(_FILE_WIDTHS)
    beyond = [_COUNT_WIDTH] * (FIRST_FILE_COLUMN - ACTIVITY_LEAD)
    widths = [_NUMBER_WIDTH, _NAME_WIDTH, *beyond]
    return [*widths, *[_MARK_WIDTH] * (len(headings) - len(widths))]


def copy_rows(rows: DigestModel, selection: QItemSelectionModel) -> int:
    """Puts the chosen rows, or all when none is chosen, on the clipboard as text and as HTML, in the order shown.
    Returns how many there were."""
    columns = range(rows.columnCount())
    headings = [rows.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    rows_shown = sorted(index.row() for index in selection.selectedRows()) or list(range(rows.rowCount()))
    cells = [[rows.index(row, column).data() for column in columns] for row in rows_shown]
    put_table(headings, cells)
    return len(cells)


def _show_arrow(header: QHeaderView, column: int, order: Qt.SortOrder) -> None:
    """Of two tables side by side only the one with the column has an arrow."""
    was = header.blockSignals(True)
    header.setSortIndicator(column, order)
    header.blockSignals(was)


def _tint(digest: Digest) -> Tint:
    def of(row: int, column: int) -> Standing | None:
        mark = (
            digest.activities[row].marks[column - FIRST_FILE_COLUMN] if column >= FIRST_FILE_COLUMN else None
        )
        return mark.standing if mark else None

    return of

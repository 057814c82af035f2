"""The table's model: plain rows keyed by id, filtered, searched and sorted here rather than in a proxy, so that a
keystroke over ten thousand rows costs one pass over a list."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import standing
from roadmap_desktop.operations.school_counts import Progress
from roadmap_desktop.ui.table.columns import COLUMNS, PLACES
from roadmap_desktop.ui.table.listing import Filter, RowFacts, RowFilter, Sorting, listed
from roadmap_desktop.ui.theme import pill_text

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
# Headings wrap. Not by the header's default alignment: with a wrap in it QHeaderView cannot restore its state.
_HEADING_ALIGNMENT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)


class TableModel(QAbstractTableModel):
    """Shows the listed rows of a plan. A field edit is a ``dataChanged`` of its rows; anything that adds, drops or
    moves rows is a reset, over which the view keeps selection and place by id."""

    filtered = Signal()  # the filter or the search is another one: marks and words of an empty list change

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.row_filter = RowFilter()
        self.sorting = Sorting()
        self.plan: Plan | None = None
        self.rows: list[ActivityRow] = []
        self.progress: Mapping[str, Progress] = {}  # of schools, by the keys of activities
        self.keeps_place = True  # whether the reset under way should leave the view where it is
        self._places: dict[str, int] = {}
        self._facts = RowFacts(today)
        self._unprepared: Iterator[ActivityRow] = iter(())

    def show(self, plan: Plan | None) -> None:
        """Shows this plan, or the present one after an edit."""
        self.plan = plan
        self._unprepared = iter(plan.activities if plan else ())
        self._facts.look_at(plan)
        self._list_anew(keeps_place=True)

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """Shows how many schools have done what is in work."""
        if progress != self.progress:
            self.progress = progress
            if self.rows:
                state = PLACES["state"]
                self.dataChanged.emit(self.index(0, state), self.index(len(self.rows) - 1, state))

    def pill(self, row: ActivityRow) -> str:
        """What the pill of a state says: «в работе 8/12» where schools have begun."""
        how, progress = standing(row, self.today()), self.progress.get(row.id)
        if progress is None or how.is_overdue or row.state is not State.IN_WORK:
            return pill_text(how)
        return f"{pill_text(how)} {progress.done}/{progress.of}"

    def filter_by(self, row_filter: RowFilter) -> None:
        """Filters and searches."""
        if row_filter != self.row_filter:
            self.row_filter = row_filter
            self._list_anew(keeps_place=False)
            self.filtered.emit()

    def sort_by(self, sorting: Sorting) -> None:
        """Sorts the rows."""
        self.sorting = sorting
        self._list_anew(keeps_place=False)

    def counts(self) -> dict[Filter, int]:
        """How many rows of the whole plan belong under each chip."""
        return self._facts.counts()

    def place_of(self, activity_id: str) -> int | None:
        """The row number of an activity; None when it is not listed."""
        return self._places.get(activity_id)

    def places_of(self, ids: Iterable[str]) -> list[int]:
        """The row numbers of those activities that are listed, ascending."""
        return sorted(self._places[id_] for id_ in ids if id_ in self._places)

    def text(self, row: ActivityRow, column: int) -> str:
        """What a cell says."""
        return COLUMNS[column].text(row, self.plan) if self.plan else ""

    def prepare_some(self, count: int) -> bool:
        """Prepares some rows for search and sort ahead of the first letter or click; False when all are ready."""
        batch = list(islice(self._unprepared, count))
        for row in batch:
            self._facts.prepare(row)
        return bool(batch)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and COLUMNS[index.column()].key == "state":
            return standing(row, self.today()).word
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(row, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _HEADING_ALIGNMENT
        return COLUMNS[section].label if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def _list_anew(self, *, keeps_place: bool) -> None:
        rows = listed(self.plan, self.row_filter, self.sorting, self._facts) if self.plan else []
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self._replace_changed(rows)
            return
        self.keeps_place = keeps_place
        self.beginResetModel()
        self.rows = rows
        self._places = {row.id: place for place, row in enumerate(rows)}
        self.endResetModel()

    def _replace_changed(self, rows: list[ActivityRow]) -> None:
        """Same rows in the same order: tells of those whose content is another."""
        changed = [
            place for place, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old is not new
        ]
        self.rows = rows
        # Neighbouring rows go out as one range: a renumbering or a change of all rows is one signal.
        start = None
        for position, place in enumerate(changed):
            start = place if start is None else start
            if position + 1 == len(changed) or changed[position + 1] != place + 1:
                self.dataChanged.emit(self.index(start, 0), self.index(place, len(COLUMNS) - 1))
                start = None

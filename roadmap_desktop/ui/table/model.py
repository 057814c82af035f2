"""The table's model: plain rows keyed by id, filtered, searched and sorted here rather than in a proxy, so that a
keystroke over ten thousand rows costs one pass over a list."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.table.captions import Caption, Part, captioned, parts_of
from roadmap_desktop.ui.table.cells import NUMBERS, Cells
from roadmap_desktop.ui.table.columns import columns_of
from roadmap_desktop.ui.table.grouping import Grouping
from roadmap_desktop.ui.table.listing import RowFacts, RowFilter, Sorting, found, in_order, picked

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
# Headings wrap. Not by the header's default alignment: with a wrap in it QHeaderView cannot restore its state.
_WRAP = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_LEFT, _RIGHT = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignRight)


class TableModel(QAbstractTableModel):
    """Shows the listed rows of a register: of all records some are ``found`` by search and filters, of these some are
    ``listed`` by what is chosen one at a time, and the ``rows`` are these beneath their captions, without what is
    folded away. A field edit is a ``dataChanged`` of its rows; anything that adds, drops or moves rows is a reset, over
    which the view keeps selection and place by id."""

    filtered = Signal()  # the filter or the search is another one: marks and words of an empty list change
    grouped = Signal()  # rows stand beneath other captions
    folding_changed = Signal()
    records_changed = Signal()  # there are other records, or they say something else

    def __init__(self, cells: Cells, first: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = cells
        self.first = tuple(first) or cells.register.columns  # the columns that are shown at first
        self.columns = columns_of(cells.register, self.first)
        self.places = {field.name: index for index, field in enumerate(self.columns)}
        self.row_filter = RowFilter()
        self.sorting = Sorting()
        self.found: list[Any] = []
        self.listed: list[Any] = []
        self.rows: list[Any] = []
        self.keeps_place = True  # whether the reset under way should leave the view where it is
        self.facts = RowFacts(cells)
        self.groupings = {each.name: each for each in cells.groupings(self.facts.facets.values())}
        self.grouping: Grouping | None = next((each for each in self.groupings.values() if each.is_own), None)
        self.folded: set[str] = set()  # keys of captions
        self._parts: list[Part] = []
        self._places: dict[str, int] = {}
        self._flags = [_flags_of(cells, field) for field in self.columns]

    @property
    def listing(self) -> Listing:
        """All records, whether they are listed or not."""
        return self.cells.listing

    def show(self, listing: Listing, period: Period | None) -> None:
        """Shows these records, or the present ones after an edit; ``period`` is the plan's."""
        self.facts.show(listing, period)
        self._list_anew(keeps_place=True)
        self.records_changed.emit()

    def filter_by(self, row_filter: RowFilter) -> None:
        """Filters and searches."""
        if row_filter != self.row_filter:
            self.row_filter = row_filter
            self._list_anew(keeps_place=False)
            self.filtered.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].name if column >= 0 else None
        self.sorting = Sorting(key, order == Qt.SortOrder.DescendingOrder)
        self._list_anew(keeps_place=False)

    def row_of(self, id_: str) -> int | None:
        """The row number of a record; None when it is not listed."""
        return self._places.get(id_)

    def places_of(self, ids: Iterable[str]) -> list[int]:
        """The row numbers of those records that are listed, ascending."""
        return sorted(self._places[id_] for id_ in ids if id_ in self._places)

    def text(self, row: Any, field: Field) -> str:
        """What a cell says."""
        if isinstance(row, Caption):
            return row.text if field is self.columns[0] else ""
        return self.cells.text(row, field)

    def records(self) -> list[Any]:
        """The rows in sight that are records, without captions."""
        return [row for row in self.rows if not isinstance(row, Caption)]

    def fold_at(self, index: int) -> bool:
        """Folds or unfolds what stands under that row, if it is a caption; answers whether it is."""
        caption = self.rows[index] if 0 <= index < len(self.rows) else None
        if not isinstance(caption, Caption):
            return False
        self.fold(self.folded ^ {caption.key})
        return True

    def fold(self, keys: Collection[str]) -> None:
        """Folds what stands under the captions with these keys, and unfolds the rest."""
        self.folded = set(keys)
        self._stand_anew(keeps_place=True)
        self.folding_changed.emit()

    def group_by(self, name: str) -> None:
        """Shows the rows beneath captions of that grouping; beneath none where there is no such."""
        self.grouping = self.groupings.get(name)
        self._parts = _parts(self)
        self._stand_anew(keeps_place=False)
        self.grouped.emit()

    def tell_changed(self, id_: str) -> None:
        """Has the row of a record shown anew, if it is listed."""
        row = self.row_of(id_)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, field = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            standing = None if isinstance(row, Caption) else self.cells.standing(row, field)
            return standing.word if standing is not None else self.text(row, field)
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tool tip would read tags as markup.
            text = row.text if isinstance(row, Caption) else self.text(row, field)
            return text.replace("&", "&amp;").replace("<", "&lt;")
        return self.text(row, field) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        field = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WRAP | (_RIGHT if field.kind in NUMBERS else _LEFT)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heading, is_sorted = self.cells.heading(field), field.name == self.sorting.key
        # Beside its words there is an arrow where the rows are sorted by it.
        return f"{heading} {'▼' if self.sorting.descending else '▲'}" if is_sorted else heading

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Caption):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return self._flags[index.column()]

    def _list_anew(self, *, keeps_place: bool) -> None:
        self.found = found(self.listing, self.row_filter, self.facts)
        picked_rows = picked(self.found, self.row_filter, self.facts)
        self.listed = in_order(picked_rows, self.sorting, self.listing, self.facts)
        self._parts = _parts(self)
        self._stand_anew(keeps_place=keeps_place)

    def _stand_anew(self, *, keeps_place: bool) -> None:
        rows = captioned(self._parts, self.folded)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            # The same rows in the same order: those are told of that say something else.
            changed, self.rows = _changed(self.rows, rows), rows
            for first, last in changed:
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            return
        self.keeps_place = keeps_place
        self.beginResetModel()
        self.rows = rows
        self._places = {row.id: index for index, row in enumerate(rows)}
        self.endResetModel()


def _parts(model: TableModel) -> list[Part]:
    """What a model lists, under the captions of its grouping."""
    by, cells = model.grouping, model.cells
    if by is None or (by.is_own and not model.sorting.is_own_order):
        return [Part(None, model.listed)]
    with_empty = by.shows_empty and model.row_filter.is_open
    return parts_of(model.listed, by, cells.tally, unread=cells.unread, with_empty=with_empty)


def _changed(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[int, int]]:
    """First and last of rows that are others. Neighbours are one range: a renumbering or a change of all is one."""
    ranges: list[tuple[int, int]] = []
    for index, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is new or (isinstance(old, Caption) and old == new):
            continue
        if ranges and ranges[-1][1] == index - 1:
            ranges[-1] = (ranges[-1][0], index)
        else:
            ranges.append((index, index))
    return ranges


def _flags_of(cells: Cells, field: Field) -> Qt.ItemFlag:
    """What can be done with the cells of a column."""
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
    if cells.register.is_numbered:
        flags |= Qt.ItemFlag.ItemIsDragEnabled
    return flags | Qt.ItemFlag.ItemIsEditable if cells.is_editable(field) else flags

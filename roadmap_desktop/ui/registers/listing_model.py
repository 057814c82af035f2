"""The records of a register for a table: sorted, filtered, as plain rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.expiry import SOON, Expiry, expiry
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plain_rows import PlainRow
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.search import folded, words
from roadmap_desktop.model.standing import Standing, standing_of
from roadmap_desktop.ui.registers.listing_marks import marks_of
from roadmap_desktop.ui.registers.listing_order import KeptOrder
from roadmap_desktop.ui.theme import colour

_Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE)


class ListingModel(QAbstractTableModel):
    """``rows`` are those that are shown, in their order."""

    def __init__(self, register: Register, columns: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.columns: tuple[Field, ...] = tuple(register.field(name) for name in columns)
        self.listing = Listing(register, (), {})
        self.rows: tuple[PlainRow, ...] = ()
        self.query = ""
        self._sorted_by: tuple[int, bool] | None = None
        self._filters: dict[str, frozenset[str]] = {}
        self._marks: dict[str, set[str]] = {}
        self._order = KeptOrder()
        self._folded: dict[str, str] = {}
        self._ends: dict[str, date | None] = {}
        self._plan: Period | None = None
        self._today = date.min

    def show(self, listing: Listing, plan: Period, today: date) -> None:
        """Shows records; the order and the filter stay."""
        self.listing, self._plan, self._today = listing, plan, today
        self._folded.clear()
        self._marks.clear()
        self._list_anew()

    def set_columns(self, names: Iterable[str]) -> None:
        """Shows these fields."""
        columns = tuple(self.register.field(name) for name in names)
        self.beginResetModel()
        by = self.columns[self._sorted_by[0]].name if self._sorted_by is not None else ""
        self.columns = columns
        shown = [field.name for field in self.columns]
        if self._sorted_by is not None:
            self._sorted_by = (shown.index(by), self._sorted_by[1]) if by in shown else None
        self.endResetModel()

    def set_query(self, query: str) -> None:
        """Shows the records in which all words of the query stand."""
        if query != self.query:
            self.query = query
            self._list_anew()

    @property
    def filters(self) -> Mapping[str, frozenset[str]]:
        """The words chosen, by the fields that are filtered."""
        return self._filters

    def set_filter(self, field: str, chosen: frozenset[str]) -> None:
        """Shows the records that have any of these words in that field; with no words it filters nothing."""
        self._filters = {name: words for name, words in self._filters.items() if name != field}
        if chosen:
            self._filters[field] = chosen
        self._list_anew()

    def marks(self, row: PlainRow, field: Field) -> tuple[str, ...]:
        """The words by which a field of a record is filtered."""
        if field.name == self.register.expires:
            return (expiry(self.listing.value(row, field.name), self._today).value,)
        return marks_of(field, self.listing.text(row, field), self.standing(row, field))

    def marks_of_all(self, field: Field) -> set[str]:
        """The words that some record has in that field."""
        if field.name not in self._marks:
            rows: Iterable[PlainRow] = self.listing.rows
            # A row for each value is enough; but of a state the due says whether it is late.
            if field.choices != tuple(State):
                rows = {self.listing.value(row, field.name): row for row in rows}.values()
            self._marks[field.name] = {mark for row in rows for mark in self.marks(row, field)}
        return self._marks[field.name]

    def text(self, row: PlainRow, field: Field) -> str:
        """A cell's text; of a date of expiry also what it means today."""
        text = self.listing.text(row, field)
        left = self.days_left(row, field)
        if left is None or left > SOON:
            return text
        return f"{text}, {Expiry.EXPIRED}" if left < 0 else f"{text}, ещё {left} дн."

    def days_left(self, row: PlainRow, field: Field) -> int | None:
        """How many days a record is still valid, in the cell of its expiry; None in others."""
        if field.name != self.register.expires:
            return None
        until = self.listing.value(row, field.name)
        return (until - self._today).days if until is not None else None

    def standing(self, row: PlainRow, field: Field) -> Standing | None:
        """How the record stands, for the cell of its state; None for any other cell."""
        state = self.listing.value(row, field.name)
        return standing_of(state, self._end(row), self._today) if isinstance(state, State) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.text(self.rows[index.row()], self.columns[index.column()])
            # A tool tip would read tags as markup.
            return (
                text
                if role == Qt.ItemDataRole.DisplayRole
                else text.replace("&", "&amp;").replace("<", "&lt;")
            )
        if role == Qt.ItemDataRole.ForegroundRole:
            left = self.days_left(self.rows[index.row()], self.columns[index.column()])
            return colour("danger") if left is not None and left <= SOON else None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].kind in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].kind in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_own = self.columns[index.column()].name in self.listing.fields
        return flags | Qt.ItemFlag.ItemIsEditable if is_own else flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._list_anew()

    def _list_anew(self) -> None:
        # A model that failed between the beginning and the end of a reset would stay half reset.
        wanted = words(self.query)
        rows: Sequence[PlainRow] = self.listing.rows
        if self._sorted_by is not None and self._sorted_by[0] < len(self.columns):
            place, backwards = self._sorted_by
            rows = self._order.of(self.listing, self.columns[place], backwards=backwards)
        shown = tuple(row for row in rows if self._matches(row, wanted))
        self.beginResetModel()
        self.rows = shown
        self.endResetModel()

    def _matches(self, row: PlainRow, wanted: tuple[str, ...]) -> bool:
        for name, chosen in self._filters.items():
            if chosen.isdisjoint(self.marks(row, self.register.field(name))):
                return False
        if not wanted:
            return True
        text = self._folded.get(row.id)
        if text is None:
            fields = self.register.fields
            text = self._folded[row.id] = folded("\n".join(self.text(row, field) for field in fields))
        return all(word in text for word in wanted)

    def _end(self, row: PlainRow) -> date | None:
        """The last day of a due wording, read once for each wording."""
        if self._plan is None or self.register.day != "due_text":
            return None
        wording = self.listing.value(row, "due_text")
        if wording not in self._ends:
            periods = effective_due(wording, "", self._plan).periods
            self._ends[wording] = max((period.end for period in periods), default=None)
        return self._ends[wording]

"""Tables of records: a column says what it shows of a row, and is made of a record's field wherever it shows one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Any, TypeVar

from roadmap_desktop.model.base import Record, field_of
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.reports.blocks import Align, Caption, Cell, Column, Row, Table
from roadmap_desktop.reports.source import Entry

K = TypeVar("K")
NUMBER = Column("№ п/п", 0, Align.CENTRE)
# Shares of the width; a column of any other kind is as wide as its longest word.
_WIDTHS = {
    FieldKind.TEXT: 80,
    FieldKind.WORDS: 56,
    FieldKind.LINE: 44,
    FieldKind.LINK: 40,
    FieldKind.DUE: 32,
}
_CENTRED = frozenset({FieldKind.DATE, FieldKind.HOURS, FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE})


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column, and what it shows of a row, which is a record or whatever the table is about."""

    heading: Column
    cell: Callable[[Any], Cell]

    def wide(self, width: float) -> "TableColumn":
        """The same with another share of the width."""
        return replace(self, heading=replace(self.heading, weight=width))

    def of(self, found: Callable[[Any], Any]) -> "TableColumn":
        """The same over other rows, in each of which ``found`` finds what the column is about."""
        return replace(self, cell=lambda row: self.cell(found(row)))


def column(
    record: type[Record],
    name: str,
    width: float | None = None,
    *,
    title: str = "",
    align: Align | None = None,
    cell: Callable[[Any], Cell] | None = None,
) -> TableColumn:
    """The column of a declared field, with its label, and width and alignment by its kind where not told otherwise.
    ``cell`` is for what is not shown as its field is."""
    field = field_of(record, name)
    shown = cell or (lambda record: field_cell(field, record))
    width = _WIDTHS.get(field.kind, 0) if width is None else width
    if field.kind in _CENTRED:
        align = align or Align.CENTRE
    return computed(title or field.label, width, shown, align)


def computed(
    title: str, width: float, cell: Callable[[Any], Cell], align: Align | None = None
) -> TableColumn:
    """A column that no field stands behind. One as wide as its longest word stands in the middle."""
    return TableColumn(Column(title, width, align or (Align.LEFT if width else Align.CENTRE)), cell)


def columns_for(
    keys: Mapping[K, str], width: float, cell: Callable[[K, Any], Cell], align: Align | None = None
) -> tuple[TableColumn, ...]:
    """A column for each key under its title; ``cell`` gets the key and the row."""
    return tuple(computed(title, width, partial(cell, key), align) for key, title in keys.items())


def field_cell(field: Field, record: Entry) -> Cell:
    """A field's value as a cell: numbers and dates as such, links by name."""
    if field.kind is FieldKind.LINK:
        return record.texts[field.name]
    value: Cell = record.values[field.name]
    if field.kind is FieldKind.WORDS:
        return str(value).replace(";", ",")
    return str(value) if field.kind is FieldKind.CHOICE else value


def table_of(
    columns: Sequence[TableColumn], rows: Iterable[Any], *, total: Any = None, **layout: Any
) -> Table:
    """The table of these rows, and of one that sums them up. Captions and ``Row``s stand as they are. ``layout`` goes
    to ``Table``."""
    made = [row if isinstance(row, Caption | Row) else Row(cells_of(columns, row)) for row in rows]
    if total is not None:
        made.append(Row(cells_of(columns, total), is_total=True))
    return Table(tuple(one.heading for one in columns), tuple(made), **layout)


def numbered(columns: Sequence[TableColumn], rows: Iterable[Any], **layout: Any) -> Table:
    """The table with «№ п/п» before its columns."""
    numbers = count(1)
    return table_of((TableColumn(NUMBER, lambda _row: f"{next(numbers)}."), *columns), rows, **layout)


def cells_of(columns: Sequence[TableColumn], row: Any) -> tuple[Cell, ...]:
    """What the columns show of that row."""
    return tuple(one.cell(row) for one in columns)

"""What the windows of merging and comparing list, as a tree of plain rows without Qt."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.local_time import here
from roadmap_desktop.model.merging import Conflict, Difference, RecordName
from roadmap_desktop.model.records import record_class

NONE_THERE = "—"
EMPTY = "пусто"


class RowKind(Enum):
    """``GROUP``, ``RECORD`` and ``NOTE`` are one text over all columns; ``FIELD`` and ``CONFLICT`` have values."""

    GROUP = auto()
    RECORD = auto()
    NOTE = auto()
    FIELD = auto()
    CONFLICT = auto()


class Cell(NamedTuple):
    """A text and, in smaller letters below it, who wrote it and when. ``is_value``: the text is the user's own."""

    text: str = ""
    note: str = ""
    is_value: bool = False


@dataclass(slots=True, eq=False)
class Row:
    """A line of the tree; ``parent`` and ``place`` are where it stands."""

    kind: RowKind
    cells: tuple[Cell, ...]
    record: RecordName | None = None
    conflict: Conflict | None = None
    children: list["Row"] = field(default_factory=list)
    parent: "Row | None" = None
    place: int = 0

    def add(self, rows: Iterable["Row"]) -> None:
        """Puts rows below this one."""
        for row in rows:
            row.parent, row.place = self, len(self.children)
            self.children.append(row)

    def leaves(self) -> Iterator["Row"]:
        """The rows without rows below them, this one among them if it is such."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def top() -> Row:
    """The invisible row that holds all others."""
    return Row(RowKind.GROUP, ())


def group(title: str, rows: Iterable[Row]) -> Row:
    """A titled group of rows."""
    made = Row(RowKind.GROUP, (Cell(title),))
    made.add(rows)
    return made


def by_record(changes: Iterable[Difference], told: Callable[[Difference], Row]) -> Iterator[Row]:
    """Changes under the records they belong to; what is told of a record's links stands with its fields."""
    records: dict[RecordName, list[Difference]] = {}
    for change in changes:
        records.setdefault(change.record, []).append(change)
    for record, own in records.items():
        row = Row(RowKind.RECORD, (Cell(named(record)),), record)
        row.add(map(told, own))
        yield row


def named(record: RecordName) -> str:
    """«Мероприятие 3 · Выявление проблемных зон»."""
    head = f"{record.caption} {record.number}" if record.number else record.caption
    return f"{head} · {record.name}" if record.name else head


def signed(author: str | None, at: datetime | None) -> str:
    """Who and when, as far as the journal tells."""
    when = f"{here(at):%d.%m.%Y %H:%M}" if at else ""
    return ", ".join(part for part in (author, when) if part)


def valued(table: str, name: str, value: Value, note: str = "") -> Cell:
    """A value of a field as people write it."""
    if value in (None, ""):
        return Cell(NONE_THERE if _is_of_many(table, name) else EMPTY, note)
    if _kind(table, name) is FieldKind.DATE:
        return Cell(f"{datetime.fromisoformat(str(value)):%d.%m.%Y}", note, True)
    return Cell(str(value), note, True)


def _is_of_many(table: str, name: str) -> bool:
    """Whether the field is told by what came and went in it: nothing is no value of it."""
    return _kind(table, name) in (None, FieldKind.ORDER)


def _kind(table: str, name: str) -> FieldKind | None:
    try:
        return field_of(record_class(table), name).kind
    except KeyError:
        return None

"""The whole journal of a file in memory, as it stands in its tables, and the union of several."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from roadmap_desktop.model.base import Record
from roadmap_desktop.storage.journal.ancestry import Ancestry
from roadmap_desktop.storage.journal.values import encode
from roadmap_desktop.storage.journal.writer import Row

Key = tuple[str, str]  # Table and record.

_SETS = 'SELECT id, at, author, label, kind, target, "after" FROM change_set'
_CHANGES = (
    "SELECT change_set_id, ordinal, table_name, record_id, field, old, new FROM change"
    " ORDER BY change_set_id, ordinal"
)


class Headline(NamedTuple):
    """The row of a change set; ``after`` as it stands in the file."""

    id: str
    at: str
    author: str
    label: str
    kind: str
    target: str | None
    after: str


class Contents:
    """Change sets by their keys, and the rows of ``change`` of each in their order."""

    def __init__(self, headlines: dict[str, Headline], rows: dict[str, list[Row]]) -> None:
        self.headlines = headlines
        self.rows = rows

    @cached_property
    def order(self) -> list[Headline]:
        """The change sets by their time and key; each comes after those that it knows."""
        return sorted(self.headlines.values(), key=lambda head: (head.at, head.id))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each change set in the order."""
        return {head.id: place for place, head in enumerate(self.order)}

    @cached_property
    def ancestry(self) -> Ancestry:
        """Who knew what."""
        return Ancestry((head.id, tuple(head.after.split())) for head in self.order)

    @cached_property
    def by_record(self) -> dict[Key, list[Row]]:
        """All rows of each record, oldest first."""
        return self.of_records(None)

    @cached_property
    def ever_deleted(self) -> set[Key]:
        """The records that any change set deletes."""
        return {(row[2], row[3]) for row in self.all_rows() if row[6] is None}

    def all_rows(self) -> Iterator[Row]:
        """Every row, change set by change set."""
        for rows in self.rows.values():
            yield from rows

    def of_records(self, wanted: set[Key] | None) -> dict[Key, list[Row]]:
        """All rows of these records (None: of all), oldest first."""
        found: dict[Key, list[Row]] = {} if wanted is None else {key: [] for key in wanted}
        for head in self.order:
            for row in self.rows.get(head.id, ()):
                key = (row[2], row[3])
                if wanted is None:
                    found.setdefault(key, []).append(row)
                elif key in wanted:
                    found[key].append(row)
        return found


def read_contents(connection: sqlite3.Connection) -> Contents:
    """Reads the journal of an open file. Raises sqlite3.Error."""
    headlines = {row[0]: Headline._make(row) for row in connection.execute(_SETS)}
    rows = {id_: list(of_one) for id_, of_one in groupby(connection.execute(_CHANGES), key=itemgetter(0))}
    return Contents(headlines, rows)


def united(one: Contents, other: Contents) -> Contents:
    """Everything that stands in either. Where a copy was made without some of it, the fuller one counts; the answer
    does not depend on which is named first."""
    headlines = {**other.headlines, **one.headlines}
    rows = {**other.rows, **one.rows}
    for id_ in one.headlines.keys() & other.headlines.keys():
        if one.headlines[id_] != other.headlines[id_]:
            headlines[id_] = Headline._make(map(_fuller, one.headlines[id_], other.headlines[id_]))
        mine, theirs = one.rows.get(id_, []), other.rows.get(id_, [])
        if mine != theirs:
            rows[id_] = _united_rows(mine, theirs)
    return Contents(headlines, rows)


def _united_rows(one: list[Row], other: list[Row]) -> list[Row]:
    found: dict[tuple[str, str, str], Row] = {}
    for row in (*one, *other):
        key = row[2:5]
        first = found.get(key)
        found[key] = row if first is None else _united_row(first, row)
    ordered = sorted(found.values(), key=lambda row: row[1:5])
    if len({row[1] for row in ordered}) == len(ordered):
        return ordered
    return [(row[0], ordinal, *row[2:]) for ordinal, row in enumerate(ordered)]


def _united_row(one: Row, other: Row) -> Row:
    id_, ordinal, table, record_id, field, old, new = one
    _, other_ordinal, _, _, _, other_old, other_new = other
    return (
        id_,
        min(ordinal, other_ordinal),
        table,
        record_id,
        field,
        _fuller(old, other_old) if field else _united_objects(table, old, other_old),
        _fuller(new, other_new) if field else _united_objects(table, new, other_new),
    )


def _united_objects(table: str, one: str | None, other: str | None) -> str | None:
    if one == other or one is None or other is None:
        return _fuller(one, other)
    fuller, poorer = (json.loads(text) for text in sorted((one, other), key=_weight, reverse=True))
    values = poorer | fuller
    # The collector writes fields as they are declared: what is put together again reads as what was never apart.
    declared = [column.name for column in Record.metadata.tables[table].columns]
    return encode({name: values[name] for name in declared if name in values})


def _fuller(one: str | None, other: str | None) -> str | None:
    return max(one, other, key=_weight)


def _weight(text: str | None) -> tuple[int, str]:
    return (-1, "") if text is None else (len(text), text)


def differing(one: Contents, other: Contents) -> Iterable[str]:
    """The change sets that stand otherwise in the one than in the other, or not at all."""
    for id_, headline in one.headlines.items():
        if other.headlines.get(id_) != headline or other.rows.get(id_) != one.rows.get(id_):
            yield id_

"""The journal of a file as merging reads it, and the union of several. What nobody asks for is not read: of two large
copies nearly everything is the same."""

import json
import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from roadmap_desktop.model.records import METADATA
from roadmap_desktop.storage.batches import batches, marks
from roadmap_desktop.storage.journal.ancestry import Ancestry
from roadmap_desktop.storage.journal.values import encode
from roadmap_desktop.storage.journal.writer import Row

Key = tuple[str, str]  # Table and record.
# How many rows a change set has, the bytes of their old and new values, and how many records it deletes: a copy from
# which something was left out differs in one of them.
Weight = tuple[int, int, int, int]

_SETS = 'SELECT id, at, author, label, kind, target, "after" FROM change_set'
_CHANGES = "SELECT change_set_id, ordinal, table_name, record_id, field, old, new FROM change"
_WEIGHTS = (
    "SELECT change_set_id, count(*), coalesce(sum(length(CAST(old AS BLOB))), 0),"
    " coalesce(sum(length(CAST(new AS BLOB))), 0), sum(new IS NULL) FROM change GROUP BY change_set_id"
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


class Contents(ABC):
    """A journal: change sets by their keys in ``headlines``, the weight of each in ``weights``, and rows on demand."""

    headlines: dict[str, Headline]
    weights: dict[str, Weight]

    @abstractmethod
    def rows_of(self, id_: str) -> list[Row]:
        """The rows of a change set in their order."""

    @abstractmethod
    def read_together(self, ids: Iterable[str]) -> None:
        """Reads the rows of change sets that will be asked for, in few questions."""

    @abstractmethod
    def found_rows(self, record_ids: Iterable[str] | None) -> Iterable[Row]:
        """The rows of these records (None: of all), in any order."""

    def of_records(self, keys: Iterable[Key] | None) -> dict[Key, list[Row]]:
        """The rows of each of these records (None: of all), oldest first."""
        found: dict[Key, list[Row]] = {} if keys is None else {key: [] for key in keys}
        rows = self.found_rows(None if keys is None else {record_id for _, record_id in found})
        places = self.places
        for row in sorted(rows, key=lambda row: (places[row[0]], row[1])):
            key = (row[2], row[3])
            if keys is None:
                found.setdefault(key, []).append(row)
            elif key in found:
                found[key].append(row)
        return found

    def mentioning(self, record_ids: Iterable[str]) -> set[Key]:
        """The records in whose values any of these keys stands."""
        named = re.compile("|".join(sorted(map(re.escape, record_ids))))
        return {(row[2], row[3]) for row in self.found_rows(None) if row[6] and named.search(row[6])}

    @cached_property
    def ever_deleted(self) -> frozenset[Key]:
        """The records that any change set deletes."""
        deleting = (self.rows_of(id_) for id_, weight in self.weights.items() if weight[3])
        return frozenset((row[2], row[3]) for rows in deleting for row in rows if row[6] is None)

    @cached_property
    def order(self) -> list[Headline]:
        """The change sets by their time and key; each comes after those that it knows."""
        return sorted(self.headlines.values(), key=lambda headline: (headline.at, headline.id))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each change set in the order."""
        return {headline.id: place for place, headline in enumerate(self.order)}

    @cached_property
    def ancestry(self) -> Ancestry:
        """Who knew what."""
        return Ancestry((headline.id, tuple(headline.after.split())) for headline in self.order)


class FileContents(Contents):
    """The journal of an open file, within one transaction of reading."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Raises sqlite3.Error, as every method does."""
        self._connection = connection
        self._rows: dict[str, list[Row]] = {}
        self.headlines = {row[0]: Headline._make(row) for row in connection.execute(_SETS)}
        self.weights = {row[0]: tuple(row[1:]) for row in connection.execute(_WEIGHTS)}

    def rows_of(self, id_: str) -> list[Row]:
        """See ``Contents``."""
        found = self._rows.get(id_)
        if found is None:
            query = f"{_CHANGES} WHERE change_set_id = ? ORDER BY ordinal"
            found = self._rows[id_] = self._connection.execute(query, (id_,)).fetchall()
        return found

    def read_together(self, ids: Iterable[str]) -> None:
        """See ``Contents``."""
        for batch in batches(id_ for id_ in ids if id_ in self.headlines and id_ not in self._rows):
            self._rows |= {id_: [] for id_ in batch}
            query = f"{_CHANGES} WHERE change_set_id IN ({marks(batch)}) ORDER BY change_set_id, ordinal"
            for row in self._connection.execute(query, batch):
                self._rows[row[0]].append(row)

    def found_rows(self, record_ids: Iterable[str] | None) -> Iterator[Row]:
        """See ``Contents``."""
        if record_ids is None:
            yield from self._connection.execute(_CHANGES)
            return
        for batch in batches(record_ids):
            yield from self._connection.execute(f"{_CHANGES} WHERE record_id IN ({marks(batch)})", batch)


class UnitedContents(Contents):
    """Everything that stands in either of two journals. Where a copy was made without some of it, the fuller one
    counts; the answer does not depend on which is named first."""

    def __init__(self, one: Contents, other: Contents) -> None:
        self._one, self._other = one, other
        self.headlines = {**other.headlines, **one.headlines}
        self.weights = {**other.weights, **one.weights}
        self._mended: dict[str, list[Row]] = {}
        for id_ in one.headlines.keys() & other.headlines.keys():
            if one.headlines[id_] != other.headlines[id_]:
                self.headlines[id_] = Headline._make(map(_fuller, one.headlines[id_], other.headlines[id_]))
            if one.weights.get(id_) != other.weights.get(id_):
                rows = _united_rows(one.rows_of(id_), other.rows_of(id_))
                self._mended[id_], self.weights[id_] = rows, _weighed(rows)

    def rows_of(self, id_: str) -> list[Row]:
        """See ``Contents``."""
        if id_ in self._mended:
            return self._mended[id_]
        return (self._one if id_ in self._one.headlines else self._other).rows_of(id_)

    def read_together(self, ids: Iterable[str]) -> None:
        """See ``Contents``."""
        wanted = [id_ for id_ in ids if id_ not in self._mended]
        self._one.read_together(wanted)
        self._other.read_together(id_ for id_ in wanted if id_ not in self._one.headlines)

    def found_rows(self, record_ids: Iterable[str] | None) -> Iterator[Row]:
        """See ``Contents``."""
        wanted = None if record_ids is None else set(record_ids)
        for row in self._one.found_rows(wanted):
            if row[0] not in self._mended:
                yield row
        for row in self._other.found_rows(wanted):
            if row[0] not in self._one.headlines and row[0] not in self._mended:
                yield row
        for rows in self._mended.values():
            for row in rows:
                if wanted is None or row[3] in wanted:
                    yield row


def differing(one: Contents, other: Contents) -> Iterator[str]:
    """The change sets that stand otherwise in the one than in the other, or not at all."""
    for id_, headline in one.headlines.items():
        if other.headlines.get(id_) != headline or other.weights.get(id_) != one.weights.get(id_):
            yield id_


def _weighed(rows: list[Row]) -> Weight:
    old, new = (sum(len(text.encode()) for text in texts if text) for texts in _values(rows))
    return len(rows), old, new, sum(row[6] is None for row in rows)


def _values(rows: list[Row]) -> tuple[list[str | None], list[str | None]]:
    return [row[5] for row in rows], [row[6] for row in rows]


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
    fuller, poorer = (json.loads(text) for text in sorted((one, other), key=_size, reverse=True))
    values = poorer | fuller
    # The collector writes fields as they are declared: what is put together again reads as what was never apart.
    declared = [column.name for column in METADATA.tables[table].columns]
    return encode({name: values[name] for name in declared if name in values})


def _fuller(one: str | None, other: str | None) -> str | None:
    return max(one, other, key=_size)


def _size(text: str | None) -> tuple[int, str]:
    return (-1, "") if text is None else (len(text), text)

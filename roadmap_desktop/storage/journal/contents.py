"""The journal of a file as merging reads it, and the union of several. What nobody asks for is not read: of two large
copies nearly everything is the same."""

import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from roadmap_desktop.storage.batches import batches, marks
from roadmap_desktop.storage.journal.ancestry import Ancestry
from roadmap_desktop.storage.journal.row import CHANGES, JournalRow, Key, journal_rows
from roadmap_desktop.storage.journal.times import made_at

_SETS = 'SELECT id, at, author, label, kind, target, "after" FROM change_set'


@contextmanager
def undecoded(connection: sqlite3.Connection) -> Iterator[None]:
    """While texts are only compared they stay bytes: making letters of them takes most of the time."""
    usual, connection.text_factory = connection.text_factory, bytes
    try:
        yield
    finally:
        connection.text_factory = usual


def fingerprint(rows: Iterable[JournalRow]) -> int:
    """See ``Contents.fingerprints``."""
    return hash(
        tuple(tuple(cell.encode() if isinstance(cell, str) else cell for cell in row) for row in rows)
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

    @property
    def made_at(self) -> datetime:
        """See ``times.made_at``. Raises ValueError for what is no time."""
        return made_at(self.id, self.at)


class Contents(ABC):
    """A journal: change sets by their keys in ``headlines``, and rows on demand."""

    headlines: dict[str, Headline]

    @property
    @abstractmethod
    def fingerprints(self) -> Mapping[str, int]:
        """A number for the rows of each change set that has any; of other rows it is another. Good for this process."""

    @abstractmethod
    def deletions(self) -> Iterable[JournalRow]:
        """The rows that delete a record, in any order."""

    @abstractmethod
    def rows_of(self, id_: str) -> list[JournalRow]:
        """The rows of a change set in their order."""

    @abstractmethod
    def read_together(self, ids: Iterable[str]) -> None:
        """Reads the rows of change sets that will be asked for, in few questions."""

    @abstractmethod
    def found_rows(self, record_ids: Iterable[str] | None) -> Iterable[JournalRow]:
        """The rows of these records (None: of all), in any order."""

    def of_records(self, keys: Iterable[Key] | None) -> dict[Key, list[JournalRow]]:
        """The rows of each of these records (None: of all), oldest first."""
        found: dict[Key, list[JournalRow]] = {} if keys is None else {key: [] for key in keys}
        rows = self.found_rows(None if keys is None else {record_id for _, record_id in found})
        places = self.places
        for row in sorted(rows, key=lambda row: (places[row.change_set_id], row.ordinal)):
            if keys is None:
                found.setdefault(row.key, []).append(row)
            elif row.key in found:
                found[row.key].append(row)
        return found

    def mentioning(self, record_ids: Iterable[str]) -> set[Key]:
        """The records in whose values any of these keys stands."""
        named = re.compile("|".join(sorted(map(re.escape, record_ids))))
        return {row.key for row in self.found_rows(None) if row.new and named.search(row.new)}

    @cached_property
    def ever_deleted(self) -> frozenset[Key]:
        """The records that any change set deletes."""
        return frozenset(row.key for row in self.deletions())

    @cached_property
    def order(self) -> list[Headline]:
        """The change sets by their time and key; each comes after those that it knows."""
        return sorted(self.headlines.values(), key=lambda headline: (headline.at, headline.id))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each change set in the order."""
        return {headline.id: index for index, headline in enumerate(self.order)}

    @cached_property
    def ancestry(self) -> Ancestry:
        """Who knew what."""
        return Ancestry((headline.id, tuple(headline.after.split())) for headline in self.order)


class Fingerprints:
    """Keeps the fingerprints of a file's journal, once they were read."""

    def __init__(self) -> None:
        self.read: Mapping[str, int] | None = None


class FileContents(Contents):
    """The journal of an open file, within one transaction of reading."""

    def __init__(self, connection: sqlite3.Connection, known: Fingerprints | None = None) -> None:
        """``known``: what is kept of the file as it is. Raises sqlite3.Error, as every method does."""
        self._connection = connection
        self._known = known or Fingerprints()
        self._rows: dict[str, list[JournalRow]] = {}
        self.headlines = {row[0]: Headline._make(row) for row in connection.execute(_SETS)}

    @property
    def fingerprints(self) -> Mapping[str, int]:
        """See ``Contents``. Every row is read once."""
        if self._known.read is None:
            self._known.read = self._fingerprints()
        return self._known.read

    def _fingerprints(self) -> dict[str, int]:
        with undecoded(self._connection):
            rows = self._connection.execute(f"{CHANGES} ORDER BY change_set_id, ordinal")
            return {id_.decode(): hash(tuple(of_one)) for id_, of_one in groupby(rows, itemgetter(0))}

    def deletions(self) -> Iterable[JournalRow]:
        """See ``Contents``."""
        return journal_rows(self._connection, "WHERE new IS NULL")

    def rows_of(self, id_: str) -> list[JournalRow]:
        """See ``Contents``."""
        found = self._rows.get(id_)
        if found is None:
            rows = journal_rows(self._connection, "WHERE change_set_id = ? ORDER BY ordinal", (id_,))
            found = self._rows[id_] = list(rows)
        return found

    def read_together(self, ids: Iterable[str]) -> None:
        """See ``Contents``."""
        for batch in batches(id_ for id_ in ids if id_ in self.headlines and id_ not in self._rows):
            self._rows |= {id_: [] for id_ in batch}
            asked = f"WHERE change_set_id IN ({marks(batch)}) ORDER BY change_set_id, ordinal"
            for row in journal_rows(self._connection, asked, batch):
                # In a damaged file an index leads to rows that are not what was asked for.
                if row.change_set_id in self._rows:
                    self._rows[row.change_set_id].append(row)

    def found_rows(self, record_ids: Iterable[str] | None) -> Iterator[JournalRow]:
        """See ``Contents``."""
        if record_ids is None:
            yield from journal_rows(self._connection)
            return
        for batch in batches(record_ids):
            yield from journal_rows(self._connection, f"WHERE record_id IN ({marks(batch)})", batch)

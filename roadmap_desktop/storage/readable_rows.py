"""Rows of a damaged table as far as they can be read: from both ends, and between them by trial."""

import itertools
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

Row = tuple[Any, ...]

# Attempts to find readable rows between two damaged places of one table.
_ATTEMPTS = 400


def readable_rows(connection: sqlite3.Connection, table: str, columns: list[str]) -> list[Row]:
    """The rows of a table that has a rowid, each once; pages that fail are stepped over."""
    reader = _Reader(connection, table, columns)
    if not reader.read("ORDER BY rowid"):
        reader.read("ORDER BY rowid DESC")
        reader.read_between()
    return [row[1:] for row in reader.found.values()]


def readable_keyed_rows(
    connection: sqlite3.Connection, table: str, columns: list[str], keys: list[str]
) -> list[Row]:
    """The rows of a table WITHOUT ROWID, each once, read from both ends of its primary key ``keys``."""
    reader = _KeyedReader(connection, table, columns, len(keys))
    order = ", ".join(keys)
    if not reader.read(f"ORDER BY {order}"):
        reader.read(f"ORDER BY {', '.join(f'{key} DESC' for key in keys)}")
    return list(reader.found.values())


def rows_with(
    connection: sqlite3.Connection, table: str, columns: list[str], column: str, values: Iterable[str]
) -> Iterator[Row]:
    """The rows that have one of these values in an indexed column, looked up one by one; what fails is left out."""
    question = f"SELECT {', '.join(columns)} FROM {table} WHERE {column} = ?"
    for value in values:
        try:
            yield from connection.execute(question, (value,)).fetchall()
        except UNREADABLE:
            continue


# A key that cannot be written back, a number out of range, an error whose words quote a damaged page.
UNREADABLE = (sqlite3.Error, UnicodeError, OverflowError)


class _Reader:
    """Rows by their rowid; the first column read is the rowid."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: list[str]) -> None:
        self.found: dict[Any, Row] = {}
        self._connection = connection
        self._question = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED"
        self._attempts = _ATTEMPTS

    def read(self, rest: str, *parameters: object) -> bool:
        """Reads rows until the end or an error; tells whether the end was reached."""
        try:
            for row in self._connection.execute(f"{self._question} {rest}", parameters):
                self.found.setdefault(row[0], row)
        except UNREADABLE:
            return False
        return True

    def read_between(self) -> None:
        """Tries the middle of every gap, then the middles of what remains of it."""
        keys = sorted(self.found)
        gaps = [(low, high) for low, high in itertools.pairwise(keys) if high - low > 1]
        if not keys:
            gaps = [(0, 1 << 20)]
        while gaps and self._attempts:
            self._attempts -= 1
            gaps.extend(self._halves(*gaps.pop(0)))

    def _halves(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        middle = (low + high) // 2
        before = set(self.found)
        whole = self.read("WHERE rowid >= ? AND rowid < ? ORDER BY rowid", middle, high)
        whole_below = self.read("WHERE rowid < ? AND rowid > ? ORDER BY rowid DESC", middle, low)
        new = set(self.found) - before
        above = max((key for key in new if key >= middle), default=middle)
        below = min((key for key in new if key < middle), default=middle)
        if not whole and high - above > 1:
            yield above, high
        if not whole_below and below - low > 1:
            yield low, below


class _KeyedReader(_Reader):
    """Rows by the first columns, which are their key."""

    def __init__(
        self, connection: sqlite3.Connection, table: str, columns: list[str], key_length: int
    ) -> None:
        super().__init__(connection, table, columns)
        self._question = f"SELECT {', '.join(columns)} FROM {table}"
        self._key_length = key_length

    def read(self, rest: str, *parameters: object) -> bool:
        try:
            for row in self._connection.execute(f"{self._question} {rest}", parameters):
                self.found.setdefault(row[: self._key_length], row)
        except UNREADABLE:
            return False
        return True

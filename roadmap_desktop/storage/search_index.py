"""An index of texts for search over everything: SQLite's FTS5, in memory, never in the file of the user."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple
from weakref import finalize

from roadmap_desktop.model.search import folded

# A letter or a figure is a part of a word; everything else parts words, as the query is parted.
_TABLE = "CREATE VIRTUAL TABLE entry USING fts5(words, content='', prefix='1 2 3')"
_SHOWN = "CREATE TABLE shown (rowid INTEGER PRIMARY KEY, record_id TEXT, title TEXT, text TEXT)"
_HITS = "SELECT group_concat(rowid) FROM (SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rowid)"


class Entry(NamedTuple):
    """A record to be found: ``group_id`` says of which sort, ``title`` what it is called, ``text`` all that stands in
    it."""

    group_id: str
    record_id: str
    title: str
    text: str


class Found(NamedTuple):
    """``number`` of a group's hits, of which ``entries`` are the first: record, title, the text around the words."""

    group_id: str
    number: int
    entries: tuple[tuple[str, str, str], ...]


class SearchIndex:
    """Entries of one group must come one after another. Usable from the thread that made it and, one at a time, from
    others."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        # Whoever searches may still hold an index that was forgotten: it closes when nobody does, and when it is not
        # filled to its end.
        self._close = finalize(self, self._connection.close)
        self._connection.execute(_TABLE)
        self._connection.execute(_SHOWN)
        self._connection.execute("BEGIN")
        # The last row of each group: a hit's group is told by its number, without reading the row.
        self._groups: dict[str, int] = {}
        for rowid, entry in enumerate(entries, start=1):
            self._groups[entry.group_id] = rowid
            words = folded(f"{entry.title}\n{entry.text}")
            self._connection.execute("INSERT INTO entry (rowid, words) VALUES (?, ?)", (rowid, words))
            shown = (rowid, entry.record_id, entry.title, entry.text)
            self._connection.execute("INSERT INTO shown VALUES (?, ?, ?, ?)", shown)
        self._connection.execute("COMMIT")

    def find(self, query: str, most: int = 20) -> list[Found]:
        """The records in which every word of the query begins a word, in the order they were given, by group; nothing
        for a query without words."""
        wanted = words_of(query)
        if not wanted:
            return []
        # Words are quoted: nothing that is typed is a sign of FTS5's own language.
        match = " AND ".join(f'"{word}"*' for word in wanted)
        # As one text: forty thousand rows fetched one by one would be half of the answer's time.
        (joined,) = self._connection.execute(_HITS, (match,)).fetchone()
        hits = joined.split(",") if joined else []
        found = []
        begin = 0
        for group_id, last in self._groups.items():
            end = bisect_right(hits, last, begin, key=int)
            if begin < end:
                shown = tuple(self._shown(int(rowid), wanted) for rowid in hits[begin:end][:most])
                found.append(Found(group_id, end - begin, shown))
            begin = end
        return found

    def close(self) -> None:
        """Forgets everything, before nobody uses it any more."""
        self._close()

    def _shown(self, rowid: int, wanted: list[str]) -> tuple[str, str, str]:
        """Record, title, and the line of the text in which most of the words stand that the title does not show."""
        record_id, title, text = self._connection.execute(
            "SELECT record_id, title, text FROM shown WHERE rowid = ?", (rowid,)
        ).fetchone()
        in_title = folded(title)
        missing = [word for word in wanted if word not in in_title] or wanted
        lines = [line for line in text.split("\n") if line.strip()]
        best = max(lines, key=lambda line: sum(word in folded(line) for word in missing), default="")
        return record_id, title, best


def words_of(query: str) -> list[str]:
    """The words of a query as the index parts them."""
    parted = "".join(letter if letter.isalnum() else " " for letter in folded(query))
    return parted.split()

"""The union of a file with a copy of it: what the copy brings into the journal, and what becomes of the records."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.storage.journal.contents import Contents, Key, differing, read_contents, united
from roadmap_desktop.storage.journal.state import State, same
from roadmap_desktop.storage.journal.writer import INSERT_CHANGE, INSERT_CHANGE_SET


class FileJournal:
    """The journal of a file, and the records that stay there only because another needs them."""

    def __init__(self, contents: Contents, revived: frozenset[Key]) -> None:
        self.contents = contents
        self.revived = revived

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> "FileJournal":
        """Reads it from an open file. Raises sqlite3.Error."""
        revived = connection.execute("SELECT table_name, record_id FROM revived").fetchall()
        return cls(read_contents(connection), frozenset(revived))


class Union:
    """Two journals as one. Nothing of it is written anywhere."""

    def __init__(self, mine: FileJournal, theirs: FileJournal) -> None:
        self.mine, self.theirs = mine.contents, theirs.contents
        self.whole = united(self.mine, self.theirs)
        # Change sets that stand in the union otherwise than in mine (in theirs), nearly always not at all.
        self.brought = set(differing(self.whole, self.mine))
        self.own = set(differing(self.whole, self.theirs))
        self._revived = mine.revived | theirs.revived

    @property
    def has_common_past(self) -> bool:
        """Whether the two are copies of one file."""
        return not self.mine.headlines.keys().isdisjoint(self.theirs.headlines)

    @cached_property
    def touched(self) -> set[Key]:
        """The records that the two may see differently."""
        rows = (row for id_ in self.brought | self.own for row in self.whole.rows.get(id_, ()))
        return {(row[2], row[3]) for row in rows} | self._revived | self._referring()

    def _referring(self) -> set[Key]:
        """Those because of which the revived records stay; nothing else needs to have been done to them."""
        if not self._revived:
            return set()
        named = re.compile("|".join(sorted(re.escape(record_id) for _, record_id in self._revived)))
        return {(row[2], row[3]) for row in self.whole.all_rows() if row[6] and named.search(row[6])}

    @cached_property
    def state(self) -> State:
        """What becomes of those records."""
        return State(self.whole, sorted(self.touched))

    def journal(self) -> FileJournal:
        """The union as the journal of a file, to be united with one more."""
        return FileJournal(self.whole, frozenset(self.state.revived))


def write_union(connection: sqlite3.Connection, union: Union) -> list[Change]:
    """Brings the union into the file of ``mine``, within the transaction that the caller began. Answers what it
    changed of the records. Raises sqlite3.Error."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    _write_journal(connection, union)
    changes = list(_record_changes(connection, union.state))
    write_records(connection, changes)
    heads = union.whole.ancestry.heads()
    connection.execute("DELETE FROM head")
    connection.execute("DELETE FROM revived")
    if len(heads) > 1:
        connection.executemany("INSERT INTO head (id) VALUES (?)", [(id_,) for id_ in heads])
        connection.executemany(
            "INSERT INTO revived (table_name, record_id) VALUES (?, ?)", sorted(union.state.revived)
        )
    return changes


def _write_journal(connection: sqlite3.Connection, union: Union) -> None:
    replaced = [(id_,) for id_ in union.brought if id_ in union.mine.headlines]
    connection.executemany("DELETE FROM change WHERE change_set_id = ?", replaced)
    connection.executemany("DELETE FROM change_set WHERE id = ?", replaced)
    brought = [headline for headline in union.whole.order if headline.id in union.brought]
    connection.executemany(INSERT_CHANGE_SET, brought)
    rows = [row for headline in brought for row in union.whole.rows.get(headline.id, ())]
    connection.executemany(INSERT_CHANGE, rows)


def _record_changes(connection: sqlite3.Connection, state: State) -> Iterator[Change]:
    """What must be done to the records in the file for them to be in that state."""
    for table, record_id in state.keys:
        columns, query = _reading(table)
        present = connection.execute(query, (record_id,)).fetchone()
        wanted = state.record((table, record_id))
        if wanted is None:
            for name, old in zip(columns, present or (), strict=bool(present)):
                yield Change(table, record_id, name, old, NOTHING)
            continue
        for place, name in enumerate(columns):
            if present is None:
                new = wanted[name] if name in wanted else _default(table, name)
                yield Change(table, record_id, name, NOTHING, new)
            elif name in wanted and not same(present[place], wanted[name]):
                yield Change(table, record_id, name, present[place], wanted[name])


def write_records(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Makes the changes in the tables of records, journal aside. Raises sqlite3.Error."""
    by_record: dict[Key, dict[str, Value]] = {}
    came: set[Key] = set()
    for change in changes:
        key = (change.table, change.record_id)
        by_record.setdefault(key, {})[change.field] = change.new
        if change.old is NOTHING:
            came.add(key)
    for key, values in by_record.items():
        table, record_id = key
        if NOTHING in values.values():
            connection.execute(f"DELETE FROM {_quoted(table)} WHERE id = ?", (record_id,))
        elif key in came:
            connection.execute(_inserting(table, tuple(values)), (record_id, *values.values()))
        else:
            connection.execute(_updating(table, tuple(values)), (*values.values(), record_id))


@cache
def _reading(table: str) -> tuple[tuple[str, ...], str]:
    columns = tuple(column.name for column in Record.metadata.tables[table].columns if column.name != "id")
    return columns, f"SELECT {_listed(columns)} FROM {_quoted(table)} WHERE id = ?"


@cache
def _inserting(table: str, fields: tuple[str, ...]) -> str:
    marks = ", ?" * len(fields)
    return f"INSERT INTO {_quoted(table)} (id, {_listed(fields)}) VALUES (?{marks})"


@cache
def _updating(table: str, fields: tuple[str, ...]) -> str:
    setting = ", ".join(f"{_quoted(field)} = ?" for field in fields)
    return f"UPDATE {_quoted(table)} SET {setting} WHERE id = ?"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def _default(table: str, field: str) -> Value:
    """What stands in a field of which no copy has kept a value."""
    column = Record.metadata.tables[table].columns[field]
    value = getattr(column.default, "arg", None)
    if isinstance(value, str):
        return str(value)
    return None if column.nullable else ""

"""The union of a file with a copy of it: what the copy brings into the journal, and what becomes of the records."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.records import record_class
from roadmap_desktop.storage.agreement import agrees, agrees_about
from roadmap_desktop.storage.batches import batches, marks
from roadmap_desktop.storage.differences import empty_value
from roadmap_desktop.storage.expected import Records
from roadmap_desktop.storage.journal.contents import Contents, FileContents
from roadmap_desktop.storage.journal.row import Key
from roadmap_desktop.storage.journal.state import State, same
from roadmap_desktop.storage.journal.united import UnitedContents, differing
from roadmap_desktop.storage.journal.writer import INSERT_CHANGE, INSERT_CHANGE_SET
from roadmap_desktop.storage.known_files import KnownFile
from roadmap_desktop.storage.own_schema import record_columns
from roadmap_desktop.storage.schema import not_whole


class Journal(NamedTuple):
    """The journal of a union, and the records that stay there only because another needs them."""

    contents: Contents
    revived: frozenset[Key]


class FileJournal(NamedTuple):
    """The same of one open file."""

    contents: Contents
    revived: frozenset[Key]
    connection: sqlite3.Connection
    path: Path

    @classmethod
    def read(
        cls, connection: sqlite3.Connection, path: Path, known: KnownFile | None = None
    ) -> "FileJournal":
        """The journal of an open file, which must stay open and as it is while this is used; ``known``: what was found
        out about it before. Raises sqlite3.Error."""
        revived = connection.execute("SELECT table_name, record_id FROM revived").fetchall()
        return cls(
            FileContents(connection, known.fingerprints if known else None),
            frozenset(revived),
            connection,
            path,
        )

    def check(self, keys: Collection[Key] | None = None) -> None:
        """Refuses a file whose tables do not hold what its journal says of these records (None: of all). Raises
        UserError, sqlite3.Error."""
        if not (agrees(self.connection) if keys is None else agrees_about(self.connection, keys)):
            raise not_whole(self.path)


class Union:
    """Two journals as one. Nothing of it is written anywhere."""

    def __init__(self, mine: Journal | FileJournal, theirs: FileJournal) -> None:
        self.mine, self.theirs = mine.contents, theirs.contents
        self.whole = UnitedContents(self.mine, self.theirs)
        # Change sets that stand in the union otherwise than in mine (in theirs), nearly always not at all.
        self.brought = set(differing(self.whole, self.mine))
        # A past that theirs tells otherwise is neither news of theirs nor of mine.
        self.rewritten = frozenset(self.whole.rewritten)
        self.own = set(differing(self.whole, self.theirs)) - self.rewritten
        self._revived = mine.revived | theirs.revived

    @property
    def has_common_past(self) -> bool:
        """Whether the two are copies of one file."""
        return not self.mine.headlines.keys().isdisjoint(self.theirs.headlines)

    @cached_property
    def touched_by_mine(self) -> set[Key]:
        """The records to which mine did something that theirs does not know."""
        return self._of(self.own)

    @cached_property
    def touched_by_theirs(self) -> set[Key]:
        """The records to which theirs did something that mine does not know."""
        return self._of(self.brought)

    @cached_property
    def touched_by_rewriting(self) -> set[Key]:
        """The records of which theirs tells the shared past otherwise."""
        return self._of(set(self.rewritten)) | {
            row.key for id_ in self.rewritten for row in self.theirs.rows_of(id_)
        }

    @property
    def is_empty(self) -> bool:
        """Whether the two journals say the same."""
        return not (self.brought or self.own or self.rewritten)

    @cached_property
    def unsettled(self) -> set[Key]:
        """The records that stay only because of others, and those others, whoever touched them."""
        if not self._revived:
            return set()
        return self.whole.mentioning(record_id for _, record_id in self._revived) | self._revived

    @property
    def touched(self) -> set[Key]:
        """The records that the two may see differently."""
        return self.touched_by_mine | self.touched_by_theirs | self.unsettled

    def _of(self, change_sets: set[str]) -> set[Key]:
        self.whole.read_together(change_sets)
        return {row.key for id_ in change_sets for row in self.whole.rows_of(id_)}

    @cached_property
    def state(self) -> State:
        """What becomes of those records."""
        return State(self.whole, sorted(self.touched))

    def journal(self) -> Journal:
        """The union as the journal of a file, to be united with one more."""
        return Journal(self.whole, frozenset(self.state.revived))


class Writing:
    """What uniting a file with copies writes into it. Everything is worked out before anything is written, because the
    file's own journal is read on demand."""

    def __init__(self, connection: sqlite3.Connection, unions: Sequence[Union]) -> None:
        mine, whole = unions[0].mine, unions[-1].whole
        touched = {key for union in unions for key in union.touched}
        state = unions[0].state if len(unions) == 1 else State(whole, sorted(touched))
        brought = set(differing(whole, mine))
        self._connection = connection
        self._replaced = [(id_,) for id_ in sorted(brought) if id_ in mine.headlines]
        self._headlines = [headline for headline in whole.order if headline.id in brought]
        self._rows = [row for headline in self._headlines for row in whole.rows_of(headline.id)]
        self._heads = whole.ancestry.heads()
        self._revived = sorted(state.revived)
        self.brought = frozenset(brought)
        # What only mine touched stands in its tables already.
        fresh = state.revived.union(*(union.touched_by_theirs | union.unsettled for union in unions))
        self.touched = frozenset(fresh)
        self.changes = list(record_changes(connection, state, sorted(fresh)))

    def write(self) -> None:
        """Writes it, within the transaction that the caller began. Raises sqlite3.Error."""
        connection = self._connection
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.executemany("DELETE FROM change WHERE change_set_id = ?", self._replaced)
        connection.executemany("DELETE FROM change_set WHERE id = ?", self._replaced)
        connection.executemany(INSERT_CHANGE_SET, self._headlines)
        connection.executemany(INSERT_CHANGE, self._rows)
        write_records(connection, self.changes)
        connection.execute("DELETE FROM head")
        connection.execute("DELETE FROM revived")
        if len(self._heads) > 1:
            connection.executemany("INSERT INTO head (id) VALUES (?)", [(id_,) for id_ in self._heads])
            revived = "INSERT INTO revived (table_name, record_id) VALUES (?, ?)"
            connection.executemany(revived, self._revived)


def record_changes(connection: sqlite3.Connection, state: State, keys: Iterable[Key]) -> Iterator[Change]:
    """What must be done to these records in the file for them to be in that state. Raises sqlite3.Error."""
    keys = list(keys)
    stored = stored_records(connection, keys)
    for table, record_id in keys:
        present = stored.get((table, record_id))
        wanted = state.record((table, record_id))
        if wanted is None:
            for name, old in (present or {}).items():
                yield Change(table, record_id, name, old, NOTHING)
            continue
        for name in _columns(table):
            if present is None:
                new = wanted[name] if name in wanted else empty_value(table, name)
                yield Change(table, record_id, name, NOTHING, new)
            elif name in wanted and not same(present[name], wanted[name]):
                yield Change(table, record_id, name, present[name], wanted[name])


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


def stored_records(connection: sqlite3.Connection, keys: Iterable[Key]) -> dict[Key, dict[str, Value]]:
    """Those of the records that are in the file, with the values of their fields. Raises sqlite3.Error."""
    ids: dict[str, list[str]] = {}
    for table, record_id in keys:
        ids.setdefault(table, []).append(record_id)
    found: dict[Key, dict[str, Value]] = {}
    for table, wanted in ids.items():
        columns = _columns(table)
        reading = f"SELECT {_listed(columns)}, id FROM {_quoted(table)} WHERE id IN"
        for batch in batches(wanted):
            for row in connection.execute(f"{reading} ({marks(batch)})", batch):
                # zip leaves the key at the end out.
                found[table, row[-1]] = dict(zip(columns, row, strict=False))
    return found


def all_records(connection: sqlite3.Connection) -> Records:
    """Every record of the file with the values of its fields, by table and key, in the order of the keys. Raises
    sqlite3.Error."""
    found: Records = {}
    for table, columns in record_columns().items():
        rows = connection.execute(f"SELECT {_listed(columns)}, id FROM {_quoted(table)} ORDER BY id")
        found[table] = {row[-1]: dict(zip(columns, row, strict=False)) for row in rows}
    return found


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(field.name for field in record_class(table).fields)


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

"""The last resort: what can be read of a damaged file, row by row, as a new file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop.model.change_set import LOST_LABEL, ChangeSetKind
from roadmap_desktop.model.identity import is_key
from roadmap_desktop.storage import table_repair
from roadmap_desktop.storage.connection import connect, write_transaction
from roadmap_desktop.storage.content_faults import salvage_contents
from roadmap_desktop.storage.database_uri import database_uri
from roadmap_desktop.storage.differences import (
    JOURNAL_TABLES,
    columns_of,
    is_readable,
    lenient_text,
    record_tables,
)
from roadmap_desktop.storage.evidence import Lost, evidence_of, is_whole
from roadmap_desktop.storage.journal.ancestry import Ancestry
from roadmap_desktop.storage.journal.times import format_at, parse_at
from roadmap_desktop.storage.journal.values import is_text
from roadmap_desktop.storage.migrations import migrate
from roadmap_desktop.storage.readable_rows import readable_keyed_rows, readable_rows, rows_with
from roadmap_desktop.storage.reconciling import Doubtful, reconcile
from roadmap_desktop.storage.tables import TABLES

_HEADINGS, _CHANGES = JOURNAL_TABLES

_INDEXES = "indexes of the journal"

Row = tuple[Any, ...]


class Salvaged(NamedTuple):
    """What had to be decided without knowing for certain, and how many edits have lost their details."""

    doubts: tuple[Doubtful, ...]
    lost_edits: int
    is_journal_whole: bool


def salvage(damaged: Path, target: Path) -> Salvaged | None:
    """Makes a new file at ``target`` of all that can be read of the damaged one; None when nothing can be read (there
    is no file then). Raises sqlite3.Error, OSError for the target."""
    found, whole = _read(damaged)
    if not any(found.values()):
        return None
    target.touch(exist_ok=False)
    with closing(connect(target)) as connection:
        migrate(connection, 0)
        with write_transaction(connection, target):
            made = _fill(connection, found, whole)
    salvage_contents(damaged, target)
    return made


def readable_edits(damaged: Path) -> set[str]:
    """The keys of the change sets whose headings can be read. Raises sqlite3.Error when the file cannot be reached."""
    with _opened(damaged) as connection:
        return {row[0] for row in _journal_rows(connection, _HEADINGS) if _is_sound_heading(row[:-1])}


@contextmanager
def _opened(damaged: Path) -> Iterator[sqlite3.Connection]:
    uri = database_uri(damaged.absolute(), "ro")
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.text_factory = lenient_text
        # A schema that does not parse must not keep what can be read from being read.
        for pragma in ("writable_schema = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            with suppress(sqlite3.Error, UnicodeDecodeError):
                connection.execute(f"PRAGMA {pragma}")
        yield connection


def _read(damaged: Path) -> tuple[dict[str, list[Row]], set[str]]:
    """The readable rows of every table, as the mapped classes and the journal name their columns, and which tables are
    whole."""
    found: dict[str, list[Row]] = {}
    with _opened(damaged) as connection:
        for table in JOURNAL_TABLES:
            found[table] = _journal_rows(connection, table)
        ids = {row[0] for row in found[_HEADINGS]}
        found[_CHANGES] += rows_with(connection, _CHANGES, _columns(_CHANGES), "change_set_id", ids)
        for table in record_tables():
            found[table] = _record_rows(connection, table, found[_CHANGES])
        whole = {table for table in found if is_whole(connection, table)}
        if is_whole(connection, _CHANGES, with_indexes=True):
            whole.add(_INDEXES)
    return found, whole


def _columns(table: str) -> list[str]:
    return list(TABLES[table].columns)


def _journal_rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    keys = list(TABLES[table].keys)
    columns = _columns(table)
    rows = readable_keyed_rows(connection, table, columns, keys)
    if rows or table != _HEADINGS:
        return rows
    # A file of version 1 does not say upon what a change set was written.
    return [(*row, None) for row in readable_keyed_rows(connection, table, columns[:-1], keys)]


def _record_rows(connection: sqlite3.Connection, table: str, changes: list[Row]) -> list[Row]:
    names = _columns(_CHANGES)
    table_at, record_at = names.index("table_name"), names.index("record_id")
    rows = readable_rows(connection, table, _columns(table))
    known = {row[record_at] for row in changes if row[table_at] == table} - {row[0] for row in rows}
    return rows + list(rows_with(connection, table, _columns(table), "id", known))


def _fill(connection: sqlite3.Connection, found: dict[str, list[Row]], whole: set[str]) -> Salvaged:
    connection.text_factory = lenient_text
    lost = _insert_journal(connection, found[_HEADINGS], found[_CHANGES])
    spoiled: set[tuple[str, str, str]] = set()
    for table in record_tables():
        seen = set[object]()
        for row in found[table]:
            values = dict(zip(_columns(table), row, strict=True))
            record_id = values.pop("id")
            if record_id in seen or not is_key(record_id):
                whole.discard(table)
                continue
            seen.add(record_id)
            readable = {name: value for name, value in values.items() if is_readable(table, name, value)}
            spoiled |= {(table, record_id, name) for name in values.keys() - readable.keys()}
            table_repair.insert_record(connection, table, record_id, readable)
    evidence = evidence_of(
        connection,
        whole,
        is_journal_whole=_CHANGES in whole,
        are_headings_whole=_HEADINGS in whole,
        may_have_gaps=_INDEXES not in whole,
        lost=lost,
    )
    return Salvaged(
        reconcile(connection, evidence, spoiled),
        evidence.lost_edits,
        is_journal_whole=evidence.damaged_until is None,
    )


def _insert_journal(connection: sqlite3.Connection, headings: list[Row], changes: list[Row]) -> Lost:
    """What can be read of the journal; a change whose heading is lost gets one that says so, dated by its key. Returns
    what is missing in it."""
    sound = {row[0]: row for row in headings if _is_sound_heading(row[:-1])}
    rows = [row for row in changes if _is_sound(_CHANGES, row) and _is_of_a_field(row) and _has_values(row)]
    upon = {id_: row[1] for row in sound.values() if is_text(row[-1]) for id_ in row[-1].split()}
    for id_ in {row[0] for row in rows} - sound.keys():
        sound[id_] = _lost_heading(id_, upon.get(id_))
    lost = Lost({row[0] for row in set(changes) - set(rows) if is_text(row[0])})
    before, parents = "", list[tuple[str, tuple[str, ...]]]()
    for heading in sorted(sound.values(), key=itemgetter(1, 0)):
        told = heading[-1].split() if is_text(heading[-1]) else []
        after = {id_ for id_ in told if id_ in sound}
        # What has lost its neighbours in time stands in line with the others, not beside them.
        is_alone = before not in upon and sound.get(before, ("",) * 4)[3] == LOST_LABEL
        if before and (len(after) < len(told) or not told or is_alone):
            lost.upon[heading[0]] = set(told) - after
            after.add(before)
        parents.append((heading[0], tuple(sorted(after))))
        _insert(connection, _HEADINGS, (*heading[:-1], " ".join(parents[-1][1])))
        before = heading[0]
    for row in rows:
        _insert(connection, _CHANGES, row)
    heads = Ancestry(parents).heads()
    for id_ in heads if len(heads) > 1 else ():
        connection.execute("INSERT INTO head (id) VALUES (?)", (id_,))
    return lost


def _has_values(change: Row) -> bool:
    """Whether both values of a change are what the journal writes."""
    try:
        for text in change[5:7]:
            if text is not None:
                value = json.loads(text)
                if not change[4] and not isinstance(value, dict):
                    return False
    except (ValueError, RecursionError):
        return False
    return True


def _is_sound_heading(row: Row) -> bool:
    _, at, _, _, kind = row[:5]
    try:
        ChangeSetKind(kind)
        parse_at(at)
    except (ValueError, TypeError):
        return False
    return _is_sound(_HEADINGS, row) and is_key(row[0])


def _is_of_a_field(change: Row) -> bool:
    """Whether the change is of a table and a field that there are: a spoiled page can hold rows of any nonsense."""
    id_, _, table, _, field, _, _ = change[:7]
    return is_key(id_) and table in record_tables() and (not field or field in columns_of(table))


def _is_sound(table: str, row: Row) -> bool:
    """Whether each cell of a row of the journal is of its column's kind."""
    columns, nullable = TABLES[table].columns, TABLES[table].nullable
    return all(
        (column in nullable if cell is None else is_text(cell) or isinstance(cell, int))
        for column, cell in zip(columns, row, strict=False)
    )


def _lost_heading(id_: str, next_at: str | None) -> Row:
    """A heading that says so; right before the one that was written upon it, else when its key was made."""
    try:
        if next_at is not None:
            at = parse_at(next_at) - timedelta(microseconds=1)
        else:
            at = datetime.fromtimestamp(int(id_.replace("-", "")[:12], 16) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        at = datetime(1970, 1, 1, tzinfo=UTC)
    return (id_, format_at(at), "", LOST_LABEL, ChangeSetKind.EDIT.value, None, None)


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    connection.execute(
        f"INSERT OR IGNORE INTO {table} ({', '.join(_columns(table))}) VALUES (?{', ?' * (len(row) - 1)})",
        row,
    )

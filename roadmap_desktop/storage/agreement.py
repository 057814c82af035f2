"""Whether the tables of a file and its journal say the same: asked whenever a file is opened, so it must be quick."""

import sqlite3
from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from roadmap_desktop.model.change_set import Value
from roadmap_desktop.storage.batches import batches, marks
from roadmap_desktop.storage.expected import Expected, expected_of, settle
from roadmap_desktop.storage.journal.row import JournalRow, Key, journal_rows
from roadmap_desktop.storage.own_schema import record_columns


def agrees(connection: sqlite3.Connection) -> bool:
    """Whether every field has the value of its last change, and every record its history. Raises sqlite3.Error."""
    rows = list(journal_rows(connection, _disputed()))
    keys = {row.key for row in rows}

    def agree(expected: Expected) -> bool:
        existing = _count_agreeing(connection, keys, expected)
        return (
            existing is not None and _stored_rows(connection) == _changes(connection) - len(rows) + existing
        )

    return _agree_at_last(connection, rows, agree)


def agrees_about(connection: sqlite3.Connection, keys: Collection[Key]) -> bool:
    """The same of these records alone. Raises sqlite3.Error."""
    rows = sorted(
        (
            row
            for batch in batches({record_id for _, record_id in keys})
            for row in journal_rows(connection, f"WHERE record_id IN ({marks(batch)})", batch)
        ),
        key=lambda row: (row.change_set_id, row.ordinal),
    )
    return _agree_at_last(
        connection, rows, lambda expected: _count_agreeing(connection, keys, expected) is not None
    )


def _agree_at_last(
    connection: sqlite3.Connection, rows: list[JournalRow], agree: Callable[[Expected], bool]
) -> bool:
    if not {row.table for row in rows} <= record_columns().keys():
        return False
    expected = expected_of(connection, rows)
    return not expected.unreadable and (agree(expected) or (settle(connection, expected) and agree(expected)))


@cache
def _disputed() -> str:
    """The condition for the changes of every record but those that never changed since they came, and stand in their
    table word for word as the journal has them: nearly all of a large plan. SQLite compares them itself, without making
    them values of ours."""
    standing = " ".join(
        f"WHEN '{table}' THEN (SELECT json_object({_named(table)}) FROM {table} r WHERE r.id = change.record_id)"
        for table in record_columns()
    )
    changed = "SELECT record_id FROM change GROUP BY record_id HAVING count(*) > 1"
    return (
        f"WHERE field <> '' OR old IS NOT NULL OR record_id IN ({changed})"
        f" OR new IS NOT CASE table_name {standing} END ORDER BY change_set_id, ordinal"
    )


def _named(table: str) -> str:
    return ", ".join(f"'{name}', r.{name}" for name in record_columns()[table])


def _stored_rows(connection: sqlite3.Connection) -> int:
    counts = (f"(SELECT count(*) FROM {table})" for table in record_columns())
    return int(connection.execute(f"SELECT {' + '.join(counts)}").fetchone()[0])


def _changes(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM change").fetchone()[0])


def _count_agreeing(connection: sqlite3.Connection, keys: Collection[Key], expected: Expected) -> int | None:
    """How many of the records there are to be; None when any of them is otherwise than expected."""
    existing = 0
    for table in record_columns():
        records = expected.records.get(table, {})
        ids = sorted(record_id for named, record_id in keys if named == table)
        existing += sum(record_id in records for record_id in ids)
        if ids and not _agree_in(connection, table, ids, records):
            return None
    return existing


def _agree_in(
    connection: sqlite3.Connection, table: str, ids: list[str], records: dict[str, dict[str, Value]]
) -> bool:
    names = list(record_columns()[table])
    found = 0
    for batch in batches(ids):
        for row in connection.execute(
            f"SELECT {', '.join(names)}, id FROM {table} WHERE id IN ({marks(batch)})", batch
        ):
            known, found = records.get(row[-1]), found + 1
            # zip leaves the key at the end out; two equal dicts are most of the work.
            values = dict(zip(names, row, strict=False))
            if known is None or (known != values and not _says_the_same(table, values, known)):
                return False
    return found == sum(record_id in records for record_id in ids)


def _says_the_same(table: str, values: dict[str, Any], known: dict[str, Value]) -> bool:
    # What is empty only the classes of the registers know, and they take longer to map than a file to open.
    from roadmap_desktop.storage.differences import is_empty

    return all(
        known[name] == value if name in known else is_empty(table, name, value)
        for name, value in values.items()
    )

"""The last resort: what can be read of a damaged file, row by row, as a new file."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from roadmap_desktop.model.change_set import LOST_LABEL, NOTHING, ChangeSetKind
from roadmap_desktop.model.identity import is_key
from roadmap_desktop.model.records import METADATA
from roadmap_desktop.storage import mending
from roadmap_desktop.storage.connection import bare_connection, connect, make_engine
from roadmap_desktop.storage.content_faults import salvage_contents
from roadmap_desktop.storage.differences import (
    JOURNAL_TABLES,
    columns_of,
    is_readable,
    lenient_text,
    record_tables,
)
from roadmap_desktop.storage.journal.times import format_at, parse_at
from roadmap_desktop.storage.readable_rows import readable_keyed_rows, readable_rows, rows_with

_HEADINGS, _CHANGES = JOURNAL_TABLES

Row = tuple[Any, ...]


def salvage(damaged: Path, target: Path) -> int:
    """Makes a new file at ``target`` of all that can be read of the damaged one; returns how many records it holds, 0
    when nothing can be read (there is no file then). Raises sqlite3.Error, OSError for the target."""
    from roadmap_desktop.storage.migrations import migrate

    found = _read(damaged)
    if not any(found.values()):
        return 0
    target.touch(exist_ok=False)
    with closing(connect(target)) as empty:
        migrate(empty, 0)
    engine = make_engine(target, lambda: connect(target))
    try:
        writing = engine.execution_options(writes=True)
        with Session(writing, autoflush=False) as session:
            connection = session.connection()
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            count = _fill(session, found)
            session.commit()
    finally:
        engine.dispose()
    salvage_contents(damaged, target)
    return count


def _read(damaged: Path) -> dict[str, list[Row]]:
    """The readable rows of every table, as the mapped classes and the journal name their columns."""
    uri = f"{damaged.absolute().as_uri()}?mode=ro"
    found: dict[str, list[Row]] = {}
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.text_factory = lenient_text
        # A schema that does not parse must not keep what can be read from being read.
        for pragma in ("writable_schema = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            with suppress(sqlite3.Error, UnicodeDecodeError):
                connection.execute(f"PRAGMA {pragma}")
        for table in JOURNAL_TABLES:
            found[table] = _journal_rows(connection, table)
        ids = {row[0] for row in found[_HEADINGS]}
        found[_CHANGES] += rows_with(connection, _CHANGES, _columns(_CHANGES), "change_set_id", ids)
        for table in record_tables():
            found[table] = _record_rows(connection, table, found[_CHANGES])
    return found


def _columns(table: str) -> list[str]:
    return [column.name for column in METADATA.tables[table].columns]


def _journal_rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    keys = [column.name for column in METADATA.tables[table].primary_key]
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


def _fill(session: Session, found: dict[str, list[Row]]) -> int:
    connection = session.connection()
    bare_connection(connection).text_factory = lenient_text
    _insert_journal(connection, found[_HEADINGS], found[_CHANGES])
    spoiled: set[tuple[str, str, str]] = set()
    for table in record_tables():
        for row in found[table]:
            values = dict(zip(_columns(table), row, strict=True))
            record_id = values.pop("id")
            # A row whose key is spoiled comes back from the journal under its own.
            if is_key(record_id):
                readable = {name: value for name, value in values.items() if is_readable(table, name, value)}
                spoiled |= {(table, record_id, name) for name in values.keys() - readable.keys()}
                mending.insert_record(connection, table, record_id, readable)
    _complete(connection, spoiled)
    mending.write_down(session)
    return sum(
        connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0 for table in record_tables()
    )


def _insert_journal(connection: Connection, headings: list[Row], changes: list[Row]) -> None:
    """What can be read of the journal; a change whose heading is lost gets one that says so, dated by its key."""
    sound = [row for row in headings if _is_sound_heading(row[:-1])]
    known = {row[0] for row in sound}
    rows = [row for row in changes if _is_sound(_CHANGES, row) and _is_of_a_field(row)]
    lost = {row[0] for row in rows} - known
    before, placed = "", set[str]()
    for heading in sorted([*sound, *map(_lost_heading, lost)], key=itemgetter(1, 0)):
        # One of which it is not known upon what it was written stands in line with the others.
        after = heading[-1] if _is_text(heading[-1]) else before
        kept = " ".join(id_ for id_ in after.split() if id_ in placed)
        _insert(connection, _HEADINGS, (*heading[:-1], kept or before))
        before = heading[0]
        placed.add(before)
    for row in rows:
        _insert(connection, _CHANGES, row)


def _is_sound_heading(row: Row) -> bool:
    _, at, _, _, kind = row[:5]
    try:
        ChangeSetKind(kind)
        parse_at(at)
    except (ValueError, TypeError):
        return False
    return _is_sound(_HEADINGS, row)


def _is_of_a_field(change: Row) -> bool:
    """Whether the change is of a table and a field that there are: a spoiled page can hold rows of any nonsense."""
    _, _, table, _, field, _, _ = change[:7]
    return table in record_tables() and (not field or field in columns_of(table))


def _is_sound(table: str, row: Row) -> bool:
    """Whether each cell of a row of the journal is of its column's kind."""
    columns = METADATA.tables[table].columns
    return all(
        (column.nullable if cell is None else _is_text(cell) or isinstance(cell, int))
        for column, cell in zip(columns, row, strict=False)
    )


def _lost_heading(id_: str) -> Row:
    try:
        milliseconds = int(id_.replace("-", "")[:12], 16)
        at = format_at(datetime.fromtimestamp(milliseconds / 1000, UTC))
    except (ValueError, OverflowError, OSError):
        at = format_at(datetime(1970, 1, 1, tzinfo=UTC))
    return (id_, at, "", LOST_LABEL, ChangeSetKind.EDIT.value, None, None)


def _insert(connection: Connection, table: str, row: Row) -> None:
    connection.exec_driver_sql(
        f"INSERT OR IGNORE INTO {table} ({', '.join(_columns(table))}) VALUES (?{', ?' * (len(row) - 1)})",
        row,
    )


def _is_text(value: object) -> bool:
    """Whether it is a text that can be written again."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False


def _complete(connection: Connection, spoiled: set[tuple[str, str, str]]) -> None:
    """Brings back from the journal the records and fields that the tables have lost, and makes the whole hold
    together."""
    for side in ("old", "new"):
        connection.exec_driver_sql(
            f"DELETE FROM {_CHANGES} WHERE {side} IS NOT NULL AND NOT json_valid({side})"
        )
    lost = [
        item
        for item in mending.differences_in(connection)
        if item.in_table is NOTHING or (item.table, item.record_id, item.field) in spoiled
    ]
    mending.take_from_journal(connection, lost)
    mending.keep_one_roadmap(connection)
    mending.release_dangling(connection)

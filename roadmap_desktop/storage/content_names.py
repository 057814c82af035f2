"""Which contents a file names, in its records and in their history, and which of its contents nobody names."""

import json
import sqlite3
from collections.abc import Iterator
from functools import cache

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.records import RECORDS
from roadmap_desktop.storage.journal.newest import newest_change_set


@cache
def content_fields() -> dict[str, str]:
    """The tables whose records name contents, with the field that does."""
    return {
        kind.__tablename__: field.name
        for kind in RECORDS
        for field in kind.fields
        if field.kind is FieldKind.CONTENT
    }


def named_contents(connection: sqlite3.Connection) -> dict[str, str]:
    """The hashes of the contents that the records and the journal name, each with the name of a file that has it.
    What of the journal cannot be read is passed over. Raises sqlite3.Error."""
    found: dict[str, str] = {}
    for table, field in content_fields().items():
        for sha256, name in _in_journal(connection, table, field):
            found.setdefault(sha256, name)
        found.update(connection.execute(f"SELECT {field}, name FROM {table}"))
    return {sha256: name for sha256, name in found.items() if sha256}


def attached_contents(connection: sqlite3.Connection) -> set[str]:
    """The hashes of the contents that the records name now. Raises sqlite3.Error."""
    tables = content_fields().items()
    return {
        sha256 for table, field in tables for (sha256,) in connection.execute(f"SELECT {field} FROM {table}")
    }


def lacking_contents(connection: sqlite3.Connection) -> set[str]:
    """The hashes of the contents that are named and of which the file does not even know that they are lost. Raises
    sqlite3.Error."""
    return named_contents(connection).keys() - _stored(connection)


def lacks_newest(connection: sqlite3.Connection) -> bool:
    """Whether a content that came with the newest change set is not there, and nobody knows it as lost: as in a copy
    that was taken by other means while the file was being attached. Raises sqlite3.Error."""
    newest = newest_change_set(connection)
    return newest is not None and any(
        connection.execute(
            f"SELECT 1 FROM change c JOIN {table} r ON r.id = c.record_id"
            " WHERE c.change_set_id = ? AND c.table_name = ?"
            f" AND NOT EXISTS (SELECT 1 FROM content WHERE sha256 = r.{field}) LIMIT 1",
            (newest.id, table),
        ).fetchone()
        for table, field in content_fields().items()
    )


def drop_unnamed(connection: sqlite3.Connection) -> int:
    """Deletes the contents that nothing names any more; returns how many that were. Raises sqlite3.Error."""
    stored = _stored(connection)
    unnamed = stored - named_contents(connection).keys() if stored else set()
    connection.executemany("DELETE FROM content WHERE sha256 = ?", [(sha256,) for sha256 in sorted(unnamed)])
    return len(unnamed)


def _stored(connection: sqlite3.Connection) -> set[str]:
    return {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM content")}


def _in_journal(connection: sqlite3.Connection, table: str, field: str) -> Iterator[tuple[str, str]]:
    query = "SELECT field, old, new FROM change WHERE table_name = ? AND field IN ('', ?)"
    for name, *texts in connection.execute(query, (table, field)):
        for text in texts:
            yield from _in_value(text, name, field)


def _in_value(text: str | None, name: str, field: str) -> Iterator[tuple[str, str]]:
    try:
        value = None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return
    # A record that came or went has its values together, see ``change_table``.
    values = {field: value} if name else value
    if isinstance(values, dict) and isinstance(values.get(field), str):
        yield values[field], str(values.get("name", ""))

"""Writes a change set into the journal, in the transaction of the edit itself."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from sqlalchemy import func, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind, Value
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.storage.connection import bare_connection
from roadmap_desktop.storage.journal.tables import change_set_table, change_table
from roadmap_desktop.storage.journal.values import encode

_Row = tuple[str, int, str, str, str, str | None, str | None]


@cache
def _statements() -> tuple[str, str, str]:
    """Insert a change set, insert a change, the newest time: compiled once, and not before the first edit."""
    dialect = sqlite.dialect()
    newest = select(func.max(change_set_table.c.at))
    made = (insert(change_set_table), insert(change_table), newest)
    return tuple(str(statement.compile(dialect=dialect)) for statement in made)  # type: ignore[return-value]


_AT_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a change set before it is made."""

    label: str
    author: str
    kind: ChangeSetKind = ChangeSetKind.EDIT
    target: str | None = None


def write_change_set(
    session: Session, heading: Heading, now: datetime, changes: tuple[Change, ...]
) -> ChangeSet:
    """Adds the change set to the journal and returns it. ``now`` is aware; the time that is written is never earlier
    than the newest one in the file, so that a wrong clock cannot reorder history."""
    connection = bare_connection(session.connection())
    insert_change_set, insert_change, newest = _statements()
    at = _after_newest(connection, newest, now)
    made = ChangeSet(new_id(), at, heading.author, heading.label, heading.kind, heading.target, changes)
    connection.execute(
        insert_change_set, (made.id, format_at(at), made.author, made.label, made.kind.value, made.target)
    )
    connection.executemany(insert_change, _rows(made))
    return made


def _rows(made: ChangeSet) -> Iterator[_Row]:
    """The rows of ``change``: one for each field, one for each record that came or went."""
    whole: dict[tuple[str, str, bool], dict[str, Value]] = {}
    ordinal = 0
    for change in made.changes:
        if NOTHING in (change.old, change.new):
            came = change.old is NOTHING
            value = change.new if came else change.old
            whole.setdefault((change.table, change.record_id, came), {})[change.field] = value
        else:
            yield (
                made.id,
                ordinal,
                change.table,
                change.record_id,
                change.field,
                encode(change.old),
                encode(change.new),
            )
            ordinal += 1
    for (table, record_id, came), values in whole.items():
        text = encode(values)
        yield (made.id, ordinal, table, record_id, "", None if came else text, text if came else None)
        ordinal += 1


def format_at(at: datetime) -> str:
    """A moment as text that sorts as time does."""
    return at.astimezone(UTC).strftime(_AT_FORMAT)


def parse_at(text: str) -> datetime:
    """The reverse of ``format_at``. Raises ValueError for any other text."""
    return datetime.fromisoformat(text)


def _after_newest(connection: sqlite3.Connection, question: str, now: datetime) -> datetime:
    (newest,) = connection.execute(question).fetchone()
    return now if newest is None else max(now, parse_at(newest) + timedelta(microseconds=1))

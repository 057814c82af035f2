"""Writes a change set into the journal, in the transaction of the edit itself."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind, Value
from roadmap_desktop.model.identity import id_made_at
from roadmap_desktop.storage.journal.newest import Newest, newest_change_set
from roadmap_desktop.storage.journal.row import NO_VALUES, JournalRow
from roadmap_desktop.storage.journal.times import EARLIEST, LATEST, format_at, parse_at
from roadmap_desktop.storage.journal.values import encode

INSERT_CHANGE_SET = (
    'INSERT INTO change_set (id, at, author, label, kind, target, "after") VALUES (?, ?, ?, ?, ?, ?, ?)'
)
INSERT_CHANGE = (
    "INSERT INTO change (change_set_id, ordinal, table_name, record_id, field, old, new)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class Heading(NamedTuple):
    """What is known of a change set before it is made."""

    label: str
    author: str
    kind: ChangeSetKind = ChangeSetKind.EDIT
    target: str | None = None


def write_change_set(
    connection: sqlite3.Connection, heading: Heading, now: datetime, changes: tuple[Change, ...]
) -> ChangeSet:
    """Adds the change set to the journal, upon everything that stands there, and returns it. ``now`` is aware; the
    time by which it stands in order is never earlier than the newest one in the file, so that a wrong clock cannot
    reorder history, and its key keeps ``now``. Raises UserError where nothing can stand behind the newest,
    sqlite3.Error."""
    newest = newest_change_set(connection)
    heads = [id_ for (id_,) in connection.execute("SELECT id FROM head ORDER BY id")]
    now = min(max(now, EARLIEST), LATEST)
    after = " ".join(heads) if heads else newest.id if newest else ""
    made = ChangeSet(
        id_made_at(now), now, heading.author, heading.label, heading.kind, heading.target, changes
    )
    connection.execute(
        INSERT_CHANGE_SET,
        (made.id, _place(newest, now), made.author, made.label, made.kind.value, made.target, after),
    )
    rows = list(rows_of(made))
    if heads:
        rows += _wanted(connection, made.id, rows)
        connection.execute("DELETE FROM head")
        connection.execute("DELETE FROM revived")
    connection.executemany(INSERT_CHANGE, rows)
    return made


def _place(newest: Newest | None, now: datetime) -> str:
    """The time by which the change set stands behind the newest. Raises UserError where nothing can."""
    try:
        at = now if newest is None else max(now, parse_at(newest.at) + timedelta(microseconds=1))
        written = format_at(at)
    except (ValueError, OverflowError):
        written = ""
    if not written or (newest is not None and written <= newest.at):
        raise UserError(
            "В истории файла последним стоит изменение с невозможным временем, и новое за ним записать нельзя.",
            NOTHING_CHANGED,
            "Проверьте файл: «Файл → Проверить файл…».",
        )
    return written


def _wanted(connection: sqlite3.Connection, change_set_id: str, rows: list[JournalRow]) -> list[JournalRow]:
    """Rows saying that the revived records are wanted, for those of which the change set says nothing yet."""
    said = {row.key for row in rows}
    revived = connection.execute("SELECT table_name, record_id FROM revived ORDER BY table_name, record_id")
    unsaid: Iterable[tuple[str, str]] = [record for record in revived if tuple(record) not in said]
    return [
        JournalRow(change_set_id, ordinal, table, record_id, "", NO_VALUES, NO_VALUES)
        for ordinal, (table, record_id) in enumerate(unsaid, start=len(rows))
    ]


def rows_of(made: ChangeSet) -> Iterator[JournalRow]:
    """A change set as rows of ``change``: one for each field, one for each record that came or went."""
    whole: dict[tuple[str, str, bool], dict[str, Value]] = {}
    ordinal = 0
    for change in made.changes:
        if NOTHING in (change.old, change.new):
            came = change.old is NOTHING
            value = change.new if came else change.old
            whole.setdefault((change.table, change.record_id, came), {})[change.field] = value
        else:
            old, new = encode(change.old), encode(change.new)
            yield JournalRow(made.id, ordinal, change.table, change.record_id, change.field, old, new)
            ordinal += 1
    for (table, record_id, came), values in whole.items():
        text = encode(values)
        old, new = (None, text) if came else (text, None)
        yield JournalRow(made.id, ordinal, table, record_id, "", old, new)
        ordinal += 1

"""Reads change sets back: the history of a record or of the whole file."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from roadmap_desktop import clock
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind
from roadmap_desktop.storage.journal.times import is_ahead, made_at
from roadmap_desktop.storage.journal.values import decode

_SETS = "SELECT id, at, author, label, kind, target FROM change_set"
_NEWEST_FIRST = "ORDER BY at DESC, id DESC"
_CHANGES = "SELECT change_set_id, table_name, record_id, field, old, new FROM change"
_IN_ORDER = "ORDER BY change_set_id, ordinal"
_EVERY = -1  # What SQLite takes for no limit.
# However many keys there are, they are one value.
_NAMED = "(SELECT value FROM json_each(?))"


def file_history(connection: sqlite3.Connection, limit: int | None = None) -> list[ChangeSet]:
    """The newest ``limit`` change sets of the file (None: all), newest first."""
    sets = connection.execute(
        f"{_SETS} {_NEWEST_FIRST} LIMIT ?", (_EVERY if limit is None else limit,)
    ).fetchall()
    if limit is None:
        return _joined(sets, connection.execute(f"{_CHANGES} {_IN_ORDER}"))
    keys = json.dumps([row[0] for row in sets])
    return _joined(
        sets, connection.execute(f"{_CHANGES} WHERE change_set_id IN {_NAMED} {_IN_ORDER}", (keys,))
    )


def record_history(
    connection: sqlite3.Connection, record_ids: Iterable[str], limit: int | None = None
) -> list[ChangeSet]:
    """The change sets that touched any of these records, newest first, each with only the changes of these records."""
    keys = json.dumps(list(record_ids))
    touching = f"SELECT change_set_id FROM change WHERE record_id IN {_NAMED}"
    sets = connection.execute(
        f"{_SETS} WHERE id IN ({touching}) {_NEWEST_FIRST} LIMIT ?",
        (keys, _EVERY if limit is None else limit),
    ).fetchall()
    return _joined(sets, connection.execute(f"{_CHANGES} WHERE record_id IN {_NAMED} {_IN_ORDER}", (keys,)))


def change_set(connection: sqlite3.Connection, change_set_id: str) -> ChangeSet:
    """One change set, whole. Raises KeyError when the journal has none with that key."""
    sets = connection.execute(f"{_SETS} WHERE id = ?", (change_set_id,)).fetchall()
    if not sets:
        raise KeyError(change_set_id)
    return _joined(
        sets, connection.execute(f"{_CHANGES} WHERE change_set_id = ? {_IN_ORDER}", (change_set_id,))
    )[0]


def change_count(connection: sqlite3.Connection, change_set_id: str) -> int:
    """How many rows of the journal a change set has: fields changed and records that came or went."""
    ((count,),) = connection.execute("SELECT count(*) FROM change WHERE change_set_id = ?", (change_set_id,))
    return int(count)


def edition(connection: sqlite3.Connection, now: datetime | None = None) -> tuple[datetime | None, int]:
    """When the file was changed last, None for an empty journal, and how many change sets there are."""
    ((count,),) = connection.execute("SELECT count(*) FROM change_set")
    return last_change(connection, now or clock.now()), count


def last_change(connection: sqlite3.Connection, now: datetime) -> datetime | None:
    """When the newest change set was made; one that is dated ahead of ``now`` by a wrong clock counts only where there
    is no other. None for an empty journal. Raises ValueError for what is no time."""
    newest = None
    for id_, at in connection.execute(f"SELECT id, at FROM change_set {_NEWEST_FIRST}"):
        made = made_at(id_, at)
        newest = newest or made
        if not is_ahead(made, now):
            return made
    return newest


def _joined(sets: Sequence[Any], rows: Iterable[Any]) -> list[ChangeSet]:
    by_set: dict[str, list[Change]] = {row[0]: [] for row in sets}
    for change_set_id, *row in rows:
        if change_set_id in by_set:
            by_set[change_set_id].extend(changes_of(*row))
    return [
        ChangeSet(id_, made_at(id_, at), author, label, ChangeSetKind(kind), target, tuple(by_set[id_]))
        for id_, at, author, label, kind, target in sets
    ]


def changes_of(
    table: str, record_id: str, field: str, old_text: str | None, new_text: str | None
) -> Iterator[Change]:
    """A row of the journal as changes."""
    old, new = decode(old_text), decode(new_text)
    if field:
        yield Change(table, record_id, field, old, new)
        return
    # A record that came or went: its values stand together, as they were written.
    for name, value in (new if old is NOTHING else old).items():
        came = old is NOTHING
        yield Change(table, record_id, name, old if came else value, value if came else new)

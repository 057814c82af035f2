"""Makes the tables of a file and its journal say the same again: from the journal, or by writing down what stands."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from roadmap_desktop import clock
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.storage.author import current_author
from roadmap_desktop.storage.differences import Difference, columns_of, empty_value, find_differences
from roadmap_desktop.storage.expected import expected_state
from roadmap_desktop.storage.journal.writer import Heading, write_change_set
from roadmap_desktop.storage.tables import TABLES

_ROADMAP = Roadmap.__tablename__
LABEL = "Восстановлено при проверке файла"


def differences_in(connection: sqlite3.Connection) -> list[Difference]:
    """Where the tables and the journal differ now."""
    return find_differences(connection, expected_state(connection))


def take_from_journal(connection: sqlite3.Connection, differences: Iterable[Difference]) -> None:
    """Sets these fields to what the journal says; records that are missing are made again."""
    missing: dict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
    for difference in differences:
        if difference.in_journal is NOTHING:
            continue
        value = difference.in_journal
        if not difference.repairable:
            value = empty_value(difference.table, difference.field)
        if difference.in_table is NOTHING:
            missing[difference.table, difference.record_id][difference.field] = value
        else:
            connection.execute(
                f"UPDATE {difference.table} SET {difference.field} = ? WHERE id = ?",
                (value, difference.record_id),
            )
    for (table, record_id), values in missing.items():
        insert_record(connection, table, record_id, values)


def insert_record(
    connection: sqlite3.Connection, table: str, record_id: str, values: dict[str, Value]
) -> None:
    """Adds a record unless its key is there; fields without a value are empty."""
    row = {name: values.get(name, empty_value(table, name)) for name in columns_of(table)}
    connection.execute(
        f"INSERT OR IGNORE INTO {table} (id, {', '.join(row)}) VALUES (?{', ?' * len(row)})",
        (record_id, *row.values()),
    )


def clear_unreadable(connection: sqlite3.Connection, differences: Iterable[Difference]) -> None:
    """Empties the fields that can be read neither in the table nor in the journal."""
    for difference in differences:
        if not difference.readable and not difference.repairable:
            connection.execute(
                f"UPDATE {difference.table} SET {difference.field} = ? WHERE id = ?",
                (empty_value(difference.table, difference.field), difference.record_id),
            )


def delete_record(connection: sqlite3.Connection, table: str, record_id: str) -> None:
    """Takes a record out of its table, as often as it stands there."""
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (record_id,))


def release_dangling(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Takes away references to what is not there: an optional one is emptied, a record that needs it goes. Returns the
    records that went."""
    gone: list[tuple[str, str]] = []
    for _ in TABLES:
        rows = connection.execute("PRAGMA foreign_key_check").fetchall()
        if not rows:
            break
        for table, rowid, _parent, key in rows:
            if rowid is not None:
                gone += _release(connection, table, rowid, key)
    return gone


def _release(connection: sqlite3.Connection, table: str, rowid: int, key: int) -> list[tuple[str, str]]:
    keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    column = next(row[3] for row in keys if row[0] == key)
    if column in TABLES[table].nullable:
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (rowid,))
        return []
    gone = connection.execute(f"SELECT id FROM {table} WHERE rowid = ?", (rowid,)).fetchall()
    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    return [(table, id_) for (id_,) in gone]


def keep_one_roadmap(connection: sqlite3.Connection) -> list[str]:
    """A file is about one roadmap: of several the one that the journal knows stays, and where there is none, one is
    made to be filled in by hand: its key is returned."""
    ids = [row[0] for row in connection.execute(f"SELECT id FROM {_ROADMAP}").fetchall()]
    known = expected_state(connection).records.get(_ROADMAP, {})
    for id_ in sorted(ids, key=lambda id_: id_ not in known)[1:]:
        connection.execute(f"DELETE FROM {_ROADMAP} WHERE id = ?", (id_,))
    made = [] if ids else [new_id()]
    for id_ in made:
        insert_record(connection, _ROADMAP, id_, {"title": Roadmap.caption})
    return made


def write_down(connection: sqlite3.Connection) -> int:
    """Adds one change set with everything in which the tables still differ from the journal, so that the history
    explains what stands; returns how many fields that were. Nothing is written when they agree."""
    changes = tuple(
        Change(item.table, item.record_id, item.field, item.in_journal, item.in_table)
        for item in differences_in(connection)
    )
    if changes:
        heading = Heading(LABEL, current_author())
        write_change_set(connection, heading, clock.now(), changes)
    return len(changes)

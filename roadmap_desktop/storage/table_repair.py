"""Makes the tables of a file and its journal say the same again: from the journal, or by writing down what stands."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from roadmap_desktop import clock
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.model.records import METADATA
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.storage.author import current_author
from roadmap_desktop.storage.connection import bare_connection
from roadmap_desktop.storage.differences import Difference, columns_of, empty_value, find_differences
from roadmap_desktop.storage.expected import expected_state
from roadmap_desktop.storage.journal.writer import Heading, write_change_set

_ROADMAP = Roadmap.__tablename__
LABEL = "Восстановлено при проверке файла"


def differences_in(connection: Connection) -> list[Difference]:
    """Where the tables and the journal differ now."""
    raw = bare_connection(connection)
    return find_differences(raw, expected_state(raw))


def take_from_journal(connection: Connection, differences: Iterable[Difference]) -> None:
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
            connection.exec_driver_sql(
                f"UPDATE {difference.table} SET {difference.field} = ? WHERE id = ?",
                (value, difference.record_id),
            )
    for (table, record_id), values in missing.items():
        insert_record(connection, table, record_id, values)


def insert_record(connection: Connection, table: str, record_id: str, values: dict[str, Value]) -> None:
    """Adds a record unless its key is there; fields without a value are empty."""
    row = {name: values.get(name, empty_value(table, name)) for name in columns_of(table)}
    connection.exec_driver_sql(
        f"INSERT OR IGNORE INTO {table} (id, {', '.join(row)}) VALUES (?{', ?' * len(row)})",
        (record_id, *row.values()),
    )


def clear_unreadable(connection: Connection, differences: Iterable[Difference]) -> None:
    """Empties the fields that can be read neither in the table nor in the journal."""
    for difference in differences:
        if not difference.readable and not difference.repairable:
            connection.exec_driver_sql(
                f"UPDATE {difference.table} SET {difference.field} = ? WHERE id = ?",
                (empty_value(difference.table, difference.field), difference.record_id),
            )


def delete_record(connection: Connection, table: str, record_id: str) -> None:
    """Takes a record out of its table, as often as it stands there."""
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (record_id,))


def release_dangling(connection: Connection) -> list[tuple[str, str]]:
    """Takes away references to what is not there: an optional one is emptied, a record that needs it goes. Returns the
    records that went."""
    gone: list[tuple[str, str]] = []
    for _ in METADATA.tables:
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if not rows:
            break
        for table, rowid, _parent, key in rows:
            if rowid is not None:
                gone += _release(connection, table, rowid, key)
    return gone


def _release(connection: Connection, table: str, rowid: int, key: int) -> list[tuple[str, str]]:
    keys = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})").fetchall()
    column = next(row[3] for row in keys if row[0] == key)
    if METADATA.tables[table].c[column].nullable:
        connection.exec_driver_sql(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (rowid,))
        return []
    gone = connection.exec_driver_sql(f"SELECT id FROM {table} WHERE rowid = ?", (rowid,)).fetchall()
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    return [(table, id_) for (id_,) in gone]


def keep_one_roadmap(connection: Connection) -> list[str]:
    """A file is about one roadmap: of several the one that the journal knows stays, and where there is none, one is
    made to be filled in by hand: its key is returned."""
    ids = [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {_ROADMAP}").fetchall()]
    known = expected_state(bare_connection(connection)).records.get(_ROADMAP, {})
    for id_ in sorted(ids, key=lambda id_: id_ not in known)[1:]:
        connection.exec_driver_sql(f"DELETE FROM {_ROADMAP} WHERE id = ?", (id_,))
    made = [] if ids else [new_id()]
    for id_ in made:
        insert_record(connection, _ROADMAP, id_, {"title": Roadmap.caption})
    return made


def write_down(session: Session) -> int:
    """Adds one change set with everything in which the tables still differ from the journal, so that the history
    explains what stands; returns how many fields that were. Nothing is written when they agree."""
    changes = tuple(
        Change(item.table, item.record_id, item.field, item.in_journal, item.in_table)
        for item in differences_in(session.connection())
    )
    if changes:
        heading = Heading(LABEL, current_author())
        write_change_set(bare_connection(session.connection()), heading, clock.now(), changes)
    return len(changes)

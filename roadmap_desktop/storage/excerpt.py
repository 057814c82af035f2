"""A copy of a part of the plan: the other activities are absent from the tables and from the journal.

Nothing is recorded as deleted, so that merging such a copy with its original deletes nothing there; the headings of
change sets stay, because later ones may build on them.
"""

import json
import sqlite3
from collections.abc import Iterator

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.change_set import OTHER_PART
from roadmap_desktop.model.references import references_of
from roadmap_desktop.storage.content_names import drop_unnamed
from roadmap_desktop.storage.differences import record_tables
from roadmap_desktop.storage.tables import TABLES

Records = set[tuple[str, str]]


def keep_activities(connection: sqlite3.Connection, ids: set[str]) -> int:
    """Leaves only these activities, in the transaction under way, and what hangs on them; performers that nothing
    refers to any more go too. Returns how many activities went. Raises sqlite3.Error."""
    wholes = list(every_record(connection))
    gone: Records = {(table, id_) for table, id_, _ in wholes if table == _ACTIVITY and id_ not in ids}
    count = sum(1 for (id_,) in connection.execute(f"SELECT id FROM {_ACTIVITY}") if (_ACTIVITY, id_) in gone)
    for table in record_tables():
        gone |= _dependents(table, wholes, gone)
    drop_records(connection, gone)
    drop_records(connection, _idle_performers(connection))
    drop_unnamed(connection)
    connection.execute(
        "UPDATE change_set SET label = ? WHERE NOT EXISTS (SELECT 1 FROM change WHERE change_set_id = change_set.id)",
        (OTHER_PART,),
    )
    return count


_ACTIVITY = Activity.__tablename__
_LINK = ActivityPerformer.__tablename__
_PERFORMER = Performer.__tablename__


def every_record(connection: sqlite3.Connection) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Every record that is or was, with its present values and those with which it came or went."""
    for table in record_tables():
        names = TABLES[table].columns
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}"):
            values = dict(zip(names, row, strict=True))
            yield table, values["id"], values
    for table, id_, text in connection.execute(
        "SELECT table_name, record_id, coalesce(new, old) FROM change WHERE field = ''"
    ):
        yield table, id_, json.loads(text)


def _dependents(table: str, wholes: list[tuple[str, str, dict[str, object]]], gone: Records) -> Records:
    """Records of the table that refer to one that goes."""
    references = references_of(table)
    if not references:
        return set()
    return {
        (table, id_)
        for of_table, id_, values in wholes
        if of_table == table and any(one.target(values.get(one.field)) in gone for one in references)
    }


def _idle_performers(connection: sqlite3.Connection) -> Records:
    """Performers of no activity that is left, nor of one in its history: undo must find whom it brings back."""
    linked = {values.get("performer_id") for table, _, values in every_record(connection) if table == _LINK}
    return {
        (table, id_)
        for table, id_, _ in every_record(connection)
        if table == _PERFORMER and id_ not in linked
    }


def drop_records(connection: sqlite3.Connection, gone: Records) -> None:
    """Takes records out of the tables and of the journal, in the transaction under way. Raises sqlite3.Error."""
    for table, id_ in gone:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (id_,))
        connection.execute("DELETE FROM change WHERE record_id = ? AND table_name = ?", (id_, table))

"""Where the tables of a damaged file and its journal do not say the same: whose word is taken, and what could not be
known."""

import sqlite3
from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from roadmap_desktop.model.change_set import NOTHING
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.storage import table_repair
from roadmap_desktop.storage.differences import Difference, columns_of
from roadmap_desktop.storage.evidence import Evidence
from roadmap_desktop.storage.journal.row import Key

FieldKey = tuple[str, str, str]


class Doubt(StrEnum):
    """What was done with a record, or a field of it, without knowing for certain."""

    RETURNED = "returned"  # made again from a damaged journal: it may have been deleted, its values may be former ones
    GONE = "gone"  # the table has it no more, the journal tells of no deletion
    REMOVED = "removed"  # it stood in the table, though deleted according to the journal
    WITHOUT_HISTORY = "without history"  # it stood in the table, the journal never heard of it
    FROM_JOURNAL = "from journal"  # the table had another value, or an unreadable one
    FROM_TABLE = "from table"  # the journal, of which something is lost, has another value
    EMPTIED = "emptied"  # the value can be read nowhere
    DROPPED = "dropped"  # what it belongs to is lost


class Doubtful(NamedTuple):
    """A record, or where ``field`` is not empty that field of it, and by what name it is known."""

    doubt: Doubt
    table: str
    record_id: str
    field: str
    name: str


def reconcile(
    connection: sqlite3.Connection, evidence: Evidence, spoiled: Collection[FieldKey] = frozenset()
) -> tuple[Doubtful, ...]:
    """Makes the tables and the journal say the same: the journal's last word holds; where that may be lost, what a
    whole table says; of what neither tells for certain the most is kept. ``spoiled``: fields whose values were left
    out because they cannot be read. Returns everything that had to be decided. Raises sqlite3.Error."""
    names = _Names(connection)
    differences = sorted(table_repair.differences_in(connection), key=_record)
    found: list[tuple[Doubt, FieldKey]] = [
        (Doubt.EMPTIED, key)
        for key in spoiled - {(*_record(item), item.field) for item in differences}  # type: ignore[operator]
        if not evidence.is_certain(*key)
    ]
    for record, items in groupby(differences, key=_record):
        of_record = list(items)
        names.note(record, of_record)
        if of_record[0].in_table is NOTHING:
            found += _of_missing(connection, evidence, record, of_record)
        elif of_record[0].in_journal is NOTHING:
            found += _of_unknown(connection, evidence, record, of_record)
        else:
            for item in of_record:
                found.append((_of_value(connection, evidence, item, spoiled), (*record, item.field)))
    found += [
        (Doubt.EMPTIED, (Roadmap.__tablename__, id_, "")) for id_ in table_repair.keep_one_roadmap(connection)
    ]
    found += [(Doubt.DROPPED, (*record, "")) for record in table_repair.release_dangling(connection)]
    told = tuple(Doubtful(doubt, *key, names.of(key)) for doubt, key in found)
    table_repair.write_down(connection)
    return told


def _of_missing(
    connection: sqlite3.Connection, evidence: Evidence, record: Key, items: list[Difference]
) -> Iterator[tuple[Doubt, FieldKey]]:
    is_certain = evidence.is_certain(*record)
    if not is_certain and record[0] in evidence.whole_tables:
        yield Doubt.GONE, (*record, "")
        return
    table_repair.take_from_journal(connection, items)
    if not is_certain:
        yield Doubt.RETURNED, (*record, "")


def _of_unknown(
    connection: sqlite3.Connection, evidence: Evidence, record: Key, items: list[Difference]
) -> Iterator[tuple[Doubt, FieldKey]]:
    """Of a record that stands in its table, but not according to the journal."""
    is_deleted = record in evidence.deleted and (
        evidence.is_certain(*record) or record[0] not in evidence.whole_tables
    )
    if is_deleted or evidence.is_of_another_table(*record):
        table_repair.delete_record(connection, *record)
        yield Doubt.REMOVED, (*record, "")
        return
    table_repair.clear_unreadable(connection, items)
    yield Doubt.WITHOUT_HISTORY, (*record, "")


def _of_value(
    connection: sqlite3.Connection, evidence: Evidence, item: Difference, spoiled: Collection[FieldKey]
) -> Doubt:
    is_readable = item.readable and (*_record(item), item.field) not in spoiled
    if item.repairable and (not is_readable or evidence.is_certain(*_record(item), item.field)):
        table_repair.take_from_journal(connection, [item])
        return Doubt.FROM_JOURNAL
    if is_readable:
        return Doubt.FROM_TABLE
    table_repair.clear_unreadable(connection, [item])
    return Doubt.EMPTIED


def _record(item: Difference) -> Key:
    return item.table, item.record_id


class _Names:
    """By what the records are known: as the tables name them, else the journal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._noted: dict[Key, str] = {}

    def note(self, record: Key, items: list[Difference]) -> None:
        values = {
            item.field: item.in_journal if item.in_table is NOTHING else item.in_table for item in items
        }
        self._noted[record] = _readable_name(values.get("name") or values.get("title"))

    def of(self, key: FieldKey) -> str:
        table, record_id, _ = key
        names = [name for name in ("name", "title") if name in columns_of(table)]
        if names:
            row = self._connection.execute(
                f"SELECT {names[0]} FROM {table} WHERE id = ?", (record_id,)
            ).fetchone()
            if row is not None and _readable_name(row[0]):
                return _readable_name(row[0])
        return self._noted.get((table, record_id), "")


def _readable_name(value: object) -> str:
    return one_line(str(value or "").encode("utf-8", "replace").decode()) if value is not NOTHING else ""

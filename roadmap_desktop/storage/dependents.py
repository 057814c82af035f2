"""What hangs on a record: derived from its references, so that a new register is known without a word of code."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.model.references import Key, Reference, owner_value, references_of
from roadmap_desktop.storage.rows import select_values

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


class Dependent(NamedTuple):
    """A record that points at another one, with the reference by which it does."""

    reference: Reference
    key: Key


def delete_record(edit: "Edit", record: Record, *, with_all: bool = False) -> None:
    """Deletes a record. What cannot be without it goes too; what merely points at it is unlinked, or goes as well with
    ``with_all``. Everything passes through the edit, so that the journal keeps it and undo brings it back."""
    for reference, (table, record_id) in dependents_of(edit.connection, _key(record)):
        dependent = edit.get(record_class(table), record_id)
        if dependent is None:
            continue
        if reference.needed or with_all:
            delete_record(edit, dependent)
        else:
            setattr(dependent, reference.field, None)
    edit.delete(record)


def goes_with(connection: sqlite3.Connection, records: Iterable[Key]) -> set[Key]:
    """What cannot be without these records, however far away; the records themselves are among them."""
    found: set[Key] = set()
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record not in found:
            found.add(record)
            waiting += [one.key for one in dependents_of(connection, record) if one.reference.needed]
    return found


def dependents_of(connection: sqlite3.Connection, record: Key) -> Iterator[Dependent]:
    """Every record that points at this one. Raises sqlite3.Error."""
    table, record_id = record
    for kind, reference in _references_to(table):
        value = record_id if reference.table else owner_value(table, record_id)
        for id_ in select_values(connection, kind, "id", {reference.field: value}):
            yield Dependent(reference, (kind.__tablename__, id_))


def pointed_at_of(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> set[str]:
    """Those of a table's records, by their keys, that another one points at. Raises sqlite3.Error."""
    found: set[str] = set()
    for kind, reference in _references_to(table):
        values = {id_ if reference.table else owner_value(table, id_): id_ for id_ in ids}
        found |= {
            values[one]
            for one in select_values(connection, kind, reference.field, {reference.field: values.keys()})
        }
    return found


def _references_to(table: str) -> Iterator[tuple[type[Record], Reference]]:
    for kind in RECORDS:
        for reference in references_of(kind.__tablename__):
            if reference.table in (table, ""):
                yield kind, reference


def _key(record: Record) -> Key:
    return record.__tablename__, record.id

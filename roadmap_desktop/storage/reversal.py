"""Applies changes forwards or backwards. Nothing is erased; reversing is an edit as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import TYPE_CHECKING

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.storage.batches import batches
from roadmap_desktop.storage.rows import select, select_values
from roadmap_desktop.storage.tables import RECORD_TABLES

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


@dataclass(slots=True)
class _Wanted:
    """What a record is to become; ``comes``: it was not there before, all of its fields are known."""

    comes: bool = False
    goes: bool = False
    values: dict[str, Value] = attribute(default_factory=dict)


def apply_changes(edit: "Edit", changes: Iterable[Change], *, backwards: bool) -> None:
    """Sets every field to its new value, or with ``backwards`` to its old one; records come and go accordingly.

    After a merge others may have built upon what is reversed: a record that is still referred to stays, one that is
    gone is not edited, and nothing comes to point at a record that is gone.
    """
    tables: dict[str, dict[str, _Wanted]] = {}
    for change in changes:
        old, new = (change.new, change.old) if backwards else (change.old, change.new)
        wanted = tables.setdefault(change.table, {}).setdefault(change.record_id, _Wanted())
        wanted.comes, wanted.goes = old is NOTHING, new is NOTHING
        wanted.values[change.field] = new
    going: dict[type[Record], dict[str, Record]] = {}
    for kind in _parents_first(tables):
        records = tables[kind.__tablename__]
        present = _present(edit, kind, records)
        going[kind] = {id_: record for id_, record in present.items() if records[id_].goes}
        staying = {id_: wanted for id_, wanted in records.items() if not wanted.goes}
        missing = _missing_targets(edit, kind, staying)
        for record_id, wanted in staying.items():
            _set(edit, kind, record_id, present.get(record_id), wanted, missing)
        edit.flush()
    _delete(edit, going)


def _parents_first(tables: Iterable[str]) -> list[type[Record]]:
    """The classes of the tables, those that others refer to first."""
    named = set(tables)
    return [record_class(table) for table in RECORD_TABLES if table in named]


def _present(edit: "Edit", kind: type[Record], ids: Iterable[str]) -> dict[str, Record]:
    """Those of the records that are in the file, read in a few queries however many there are."""
    return {record.id: record for batch in batches(ids) for record in edit.find(kind, id=batch)}


def _missing_targets(edit: "Edit", kind: type[Record], records: dict[str, _Wanted]) -> set[tuple[str, str]]:
    """Fields with keys that they would get, of records that are not in the file."""
    missing: set[tuple[str, str]] = set()
    for field in kind.fields:
        if field.references:
            values = (one.values.get(field.name) for one in records.values())
            wanted = {str(value) for value in values if value is not None}
            present = select_values(edit.connection, record_class(field.references), "id", {"id": wanted})
            missing |= {(field.name, id_) for id_ in wanted.difference(present)}
    return missing


def _set(
    edit: "Edit",
    kind: type[Record],
    record_id: str,
    record: Record | None,
    wanted: _Wanted,
    missing: set[tuple[str, str]],
) -> None:
    # What other programs wrote into the journal may name a field that there is not.
    declared = {field.name: field for field in kind.fields}
    known = {name: declared[name].value(value) for name, value in wanted.values.items() if name in declared}
    for name in [name for name, value in known.items() if (name, value) in missing]:
        if not declared[name].nullable:
            return
        known[name] = None
    if record is not None:
        for name, value in known.items():
            setattr(record, name, value)
    elif wanted.comes:
        edit.add(kind(id=record_id, **known))


def _delete(edit: "Edit", going: dict[type[Record], dict[str, Record]]) -> None:
    """Deletes the records, those first that refer to others; one that is still referred to stays."""
    for kind in reversed(going):
        needed = _referred_to(edit, kind, going)
        for id_ in needed & going[kind].keys():
            del going[kind][id_]
        for record in going[kind].values():
            edit.delete(record)
        edit.flush()


def _referred_to(edit: "Edit", kind: type[Record], going: dict[type[Record], dict[str, Record]]) -> set[str]:
    """Those of the records of this class to which a record refers that stays."""
    found: set[str] = set()
    ids = going[kind].keys()
    for other in RECORDS:
        leaving = going.get(other, {})
        for field in other.fields:
            if field.references == kind.__tablename__ and ids:
                referring = select(edit.connection, other, ("id", field.name), {field.name: ids})
                found |= {target for id_, target in referring if id_ not in leaving}
    return found

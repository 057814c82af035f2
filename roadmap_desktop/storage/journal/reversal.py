"""Applies changes forwards or backwards. Nothing is erased; reversing is an edit as well."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.model.base import Record, record_class
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.storage.batches import batches
from roadmap_desktop.storage.journal.values import mapped


@dataclass(slots=True)
class _Wanted:
    """What a record is to become; ``comes``: it was not there before, all of its fields are known."""

    comes: bool = False
    goes: bool = False
    values: dict[str, Value] = field(default_factory=dict)


def apply_changes(session: Session, changes: Iterable[Change], *, backwards: bool) -> None:
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
        present = _present(session, kind, records)
        going[kind] = {id_: record for id_, record in present.items() if records[id_].goes}
        staying = {id_: wanted for id_, wanted in records.items() if not wanted.goes}
        missing = _missing_targets(session, kind, staying)
        for record_id, wanted in staying.items():
            _set(session, kind, record_id, present.get(record_id), wanted, missing)
        session.flush()
    _delete(session, going)


def _parents_first(tables: Iterable[str]) -> list[type[Record]]:
    """The classes of the tables, those that others refer to first."""
    # Start-up must not map the classes of all registers.
    from roadmap_desktop.model.records import TABLES

    named = set(tables)
    return [record_class(table.name) for table in TABLES if table.name in named]


def _present(session: Session, kind: type[Record], ids: Iterable[str]) -> dict[str, Record]:
    """Those of the records that are in the file, read in a few queries however many there are."""
    found: dict[str, Record] = {}
    for batch in batches(ids):
        found |= {record.id: record for record in session.scalars(select(kind).where(kind.id.in_(batch)))}
    return found


def _missing_targets(
    session: Session, kind: type[Record], records: dict[str, _Wanted]
) -> set[tuple[str, str]]:
    """Fields with keys that they would get, of records that are not in the file."""
    missing: set[tuple[str, str]] = set()
    for key in kind.__table__.foreign_keys:
        name, target = key.parent.name, record_class(key.column.table.name)
        wanted = {str(one.values[name]) for one in records.values() if one.values.get(name) is not None}
        for batch in batches(sorted(wanted)):
            wanted -= set(session.scalars(select(target.id).where(target.id.in_(batch))))
        missing |= {(name, id_) for id_ in wanted}
    return missing


def _set(
    session: Session,
    kind: type[Record],
    record_id: str,
    record: Record | None,
    wanted: _Wanted,
    missing: set[tuple[str, str]],
) -> None:
    # What other programs wrote into the journal may name a field that there is not.
    declared = kind.__table__.c
    known = {name: mapped(kind, name, value) for name, value in wanted.values.items() if name in declared}
    for name in [name for name, value in known.items() if (name, value) in missing]:
        if not declared[name].nullable:
            return
        known[name] = None
    if record is not None:
        for name, value in known.items():
            setattr(record, name, value)
    elif wanted.comes:
        session.add(kind(id=record_id, **known))


def _delete(session: Session, going: dict[type[Record], dict[str, Record]]) -> None:
    """Deletes the records, those first that refer to others; one that is still referred to stays."""
    for kind in reversed(going):
        needed = _referred_to(session, kind, going)
        for id_ in needed & going[kind].keys():
            del going[kind][id_]
        for record in going[kind].values():
            session.delete(record)
        session.flush()


def _referred_to(
    session: Session, kind: type[Record], going: dict[type[Record], dict[str, Record]]
) -> set[str]:
    """Those of the records of this class to which a record refers that stays."""
    found: set[str] = set()
    for mapper in Record.registry.mappers:
        leaving = going.get(mapper.class_, {})
        for key in mapper.local_table.foreign_keys:
            if key.column.table is not kind.__table__:
                continue
            column = getattr(mapper.class_, key.parent.name)
            for batch in batches(going[kind]):
                referring = session.execute(select(mapper.class_.id, column).where(column.in_(batch)))
                found |= {target for id_, target in referring if id_ not in leaving}
    return found

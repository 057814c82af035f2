"""Undo and redo: which change set is next, and how one is reversed. Nothing is erased; reversing is an edit as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from roadmap_desktop.model.base import Record, record_class
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSetKind, Value
from roadmap_desktop.storage.journal.tables import change_set_table, change_table
from roadmap_desktop.storage.journal.values import mapped

# SQLite takes some thousands of parameters in one statement, older ones 999.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A change set that undo or redo would answer."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What undo and redo would do now; None where there is nothing to do."""

    undo: Step | None
    redo: Step | None


def next_steps(session: Session) -> Steps:
    """What undo and redo would do, read backwards from the journal's end: it is kept nowhere else, so it survives
    closing the file, and only the tail of the journal is looked at."""
    table = change_set_table.c
    # A copy of a part of the plan has headings of which it holds no change: there is nothing to undo in them.
    has_changes = exists().where(change_table.c.change_set_id == table.id)
    headings = session.execute(
        select(table.id, table.label, table.kind, table.target)
        .where(or_(has_changes, table.kind == ChangeSetKind.CREATION.value))
        .order_by(table.at.desc(), table.id.desc())
    )
    undone_ahead = 0
    undos_and_redos: list[Any] = []
    edited_since = False
    for heading in headings:
        if heading.kind == ChangeSetKind.CREATION:
            break
        if heading.kind == ChangeSetKind.EDIT:
            edited_since = True
            if undone_ahead == 0:
                headings.close()
                return Steps(Step(heading.id, heading.label), _redo_step(session, undos_and_redos))
            undone_ahead -= 1
        else:
            undone_ahead += 1 if heading.kind == ChangeSetKind.UNDO else -1
            if not edited_since:
                undos_and_redos.append(heading)
    headings.close()
    return Steps(None, _redo_step(session, undos_and_redos))


def _redo_step(session: Session, newest_first: list[Any]) -> Step | None:
    """The step undone last and not redone, among the undos and redos made since the newest edit."""
    undone: list[str] = []
    for heading in reversed(newest_first):
        if heading.kind == ChangeSetKind.UNDO:
            undone.append(heading.target)
        elif undone:
            undone.pop()
    if not undone:
        return None
    label = session.scalar(select(change_set_table.c.label).where(change_set_table.c.id == undone[-1]))
    return Step(undone[-1], label or "")


def apply_changes(session: Session, changes: Iterable[Change], *, backwards: bool) -> None:
    """Sets every field to its new value, or with ``backwards`` to its old one; records come and go accordingly."""
    tables: dict[str, dict[str, dict[str, Value]]] = {}
    for change in changes:
        records = tables.setdefault(change.table, {})
        records.setdefault(change.record_id, {})[change.field] = change.old if backwards else change.new
    for table, records in tables.items():
        kind = record_class(table)
        present = _present(session, kind, list(records))
        for record_id, values in records.items():
            _apply(session, kind, record_id, present.get(record_id), values)


def _present(session: Session, kind: type[Record], ids: list[str]) -> dict[str, Record]:
    """Those of the records that are in the file, read in a few queries however many there are."""
    found: dict[str, Record] = {}
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        found |= {record.id: record for record in session.scalars(select(kind).where(kind.id.in_(batch)))}
    return found


def _apply(
    session: Session, kind: type[Record], record_id: str, record: Record | None, values: dict[str, Value]
) -> None:
    if all(value is NOTHING for value in values.values()):
        if record is not None:
            session.delete(record)
        return
    known = {name: mapped(kind, name, value) for name, value in values.items()}
    if record is None:
        session.add(kind(id=record_id, **known))
    else:
        for name, value in known.items():
            setattr(record, name, value)

"""What hangs on a record: derived from its references, so that a new register is known without a word of code."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.references import Reference, owner_value, references_of


def delete_record(session: Session, record: Record, *, with_all: bool = False) -> None:
    """Deletes a record. What cannot be without it goes too; what merely points at it is unlinked, or goes as well with
    ``with_all``. Everything passes through the session, so that the journal keeps it and undo brings it back."""
    for reference, dependent in dependents_of(session, record):
        if reference.needed or with_all:
            delete_record(session, dependent)
        else:
            setattr(dependent, reference.field, None)
    session.delete(record)


def goes_with(session: Session, records: Iterable[Record]) -> dict[str, Record]:
    """What cannot be without these records, however far away; the records themselves are among them, by their keys."""
    found: dict[str, Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record.id not in found:
            found[record.id] = record
            waiting += [one for reference, one in dependents_of(session, record) if reference.needed]
    return found


def dependents_of(session: Session, record: Record) -> Iterator[tuple[Reference, Any]]:
    """Every record that points at this one, with the reference by which it does."""
    # Start-up must not map the classes of all registers.
    from roadmap_desktop.model.records import RECORDS

    table = record.__tablename__
    for kind in RECORDS:
        for reference in references_of(kind.__tablename__):
            if reference.table == table:
                value = record.id
            elif reference.table is None:
                value = owner_value(table, record.id)
            else:
                continue
            field = getattr(kind, reference.field)
            for dependent in session.scalars(select(kind).where(field == value)).all():
                yield reference, dependent

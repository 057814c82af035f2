"""What hangs on a record: derived from the foreign keys, so that a new register is known without a word of code."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.model.base import Record


def delete_record(session: Session, record: Record) -> None:
    """Deletes a record. What cannot be without it goes too; what merely points at it is unlinked. Everything passes
    through the session, so that the journal keeps it and undo brings it back."""
    target = record.__table__
    for mapper in Record.registry.mappers:
        for key in mapper.local_table.foreign_keys:
            if key.column.table is target:
                _release(session, mapper.class_, key.parent.name, record)
    session.delete(record)


def _release(session: Session, kind: type[Record], field: str, record: Record) -> None:
    for dependent in session.scalars(select(kind).where(getattr(kind, field) == record.id)):
        if kind.__table__.c[field].nullable:
            setattr(dependent, field, None)
        else:
            delete_record(session, dependent)

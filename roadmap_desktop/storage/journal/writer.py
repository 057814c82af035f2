"""Writes a change set into the journal, in the transaction of the edit itself."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from roadmap_desktop.model.change_set import Change, ChangeSet, ChangeSetKind
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.storage.journal.tables import change_set_table, change_table
from roadmap_desktop.storage.journal.values import encode

_AT_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a change set before it is made."""

    label: str
    author: str
    kind: ChangeSetKind = ChangeSetKind.EDIT
    target: str | None = None


def write_change_set(
    session: Session, heading: Heading, now: datetime, changes: tuple[Change, ...]
) -> ChangeSet:
    """Adds the change set to the journal and returns it. ``now`` is aware; the time that is written is never earlier
    than the newest one in the file, so that a wrong clock cannot reorder history."""
    made = ChangeSet(
        new_id(),
        _after_newest(session, now),
        heading.author,
        heading.label,
        heading.kind,
        heading.target,
        changes,
    )
    session.execute(
        insert(change_set_table).values(
            id=made.id,
            at=format_at(made.at),
            author=made.author,
            label=made.label,
            kind=made.kind.value,
            target=made.target,
        )
    )
    session.execute(
        insert(change_table),
        [
            {
                "change_set_id": made.id,
                "ordinal": ordinal,
                "table_name": change.table,
                "record_id": change.record_id,
                "field": change.field,
                "old": encode(change.old),
                "new": encode(change.new),
            }
            for ordinal, change in enumerate(changes)
        ],
    )
    return made


def format_at(at: datetime) -> str:
    """A moment as text that sorts as time does."""
    return at.astimezone(UTC).strftime(_AT_FORMAT)


def parse_at(text: str) -> datetime:
    """The reverse of ``format_at``."""
    return datetime.strptime(text, _AT_FORMAT).replace(tzinfo=UTC)


def _after_newest(session: Session, now: datetime) -> datetime:
    newest = session.scalar(select(func.max(change_set_table.c.at)))
    if newest is None:
        return now
    return max(now, parse_at(newest) + timedelta(microseconds=1))

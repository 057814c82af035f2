"""Reads change sets back: the history of a record or of the whole file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from roadmap_desktop import clock
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind
from roadmap_desktop.storage.journal.tables import change_set_table, change_table
from roadmap_desktop.storage.journal.times import is_ahead, made_at
from roadmap_desktop.storage.journal.values import decode

_SETS = change_set_table.c
_CHANGES = change_table.c


def file_history(session: Session, limit: int | None = None) -> list[ChangeSet]:
    """The newest ``limit`` change sets of the file (None: all), newest first."""
    newest = select(change_set_table).order_by(_SETS.at.desc(), _SETS.id.desc()).limit(limit)
    sets = session.execute(newest).all()
    changes = select(change_table)
    if limit is not None:
        changes = changes.where(_CHANGES.change_set_id.in_([row.id for row in sets]))
    return _joined(sets, session.execute(_in_order(changes)).all())


def record_history(session: Session, record_ids: Iterable[str], limit: int | None = None) -> list[ChangeSet]:
    """The change sets that touched any of these records, newest first, each with only the changes of these records."""
    ids = list(record_ids)
    touching = select(_CHANGES.change_set_id).where(_CHANGES.record_id.in_(ids))
    newest = (
        select(change_set_table)
        .where(_SETS.id.in_(touching))
        .order_by(_SETS.at.desc(), _SETS.id.desc())
        .limit(limit)
    )
    sets = session.execute(newest).all()
    changes = select(change_table).where(_CHANGES.record_id.in_(ids))
    return _joined(sets, session.execute(_in_order(changes)).all())


def change_set(session: Session, change_set_id: str) -> ChangeSet:
    """One change set, whole. Raises KeyError when the journal has none with that key."""
    sets = session.execute(select(change_set_table).where(_SETS.id == change_set_id)).all()
    if not sets:
        raise KeyError(change_set_id)
    changes = select(change_table).where(_CHANGES.change_set_id == change_set_id)
    return _joined(sets, session.execute(_in_order(changes)).all())[0]


def change_count(session: Session, change_set_id: str) -> int:
    """How many rows of the journal a change set has: fields changed and records that came or went."""
    counted = select(func.count()).where(_CHANGES.change_set_id == change_set_id)
    return session.scalar(counted) or 0


def edition(session: Session, now: datetime | None = None) -> tuple[datetime | None, int]:
    """When the file was changed last, None for an empty journal, and how many change sets there are."""
    count = session.scalar(select(func.count()).select_from(change_set_table)) or 0
    return last_change(session, now or clock.now()), count


def last_change(session: Session, now: datetime) -> datetime | None:
    """When the newest change set was made; one that is dated ahead of ``now`` by a wrong clock counts only where there
    is no other. None for an empty journal. Raises ValueError for what is no time."""
    newest = None
    rows = session.execute(select(_SETS.id, _SETS.at).order_by(_SETS.at.desc(), _SETS.id.desc()))
    for id_, at in rows:
        made = made_at(id_, at)
        newest = newest or made
        if not is_ahead(made, now):
            newest = made
            break
    rows.close()
    return newest


def _in_order(changes: Select[Any]) -> Select[Any]:
    return changes.order_by(_CHANGES.change_set_id, _CHANGES.ordinal)


def _joined(sets: Sequence[Any], rows: Sequence[Any]) -> list[ChangeSet]:
    by_set: dict[str, list[Change]] = {row.id: [] for row in sets}
    for row in rows:
        if row.change_set_id in by_set:
            by_set[row.change_set_id].extend(
                changes_of(row.table_name, row.record_id, row.field, row.old, row.new)
            )
    return [
        ChangeSet(
            row.id,
            made_at(row.id, row.at),
            row.author,
            row.label,
            ChangeSetKind(row.kind),
            row.target,
            tuple(by_set[row.id]),
        )
        for row in sets
    ]


def changes_of(
    table: str, record_id: str, field: str, old_text: str | None, new_text: str | None
) -> Iterator[Change]:
    """A row of the journal as changes."""
    old, new = decode(old_text), decode(new_text)
    if field:
        yield Change(table, record_id, field, old, new)
        return
    # A record that came or went: its values stand together, as they were written.
    for name, value in (new if old is NOTHING else old).items():
        came = old is NOTHING
        yield Change(table, record_id, name, old if came else value, value if came else new)

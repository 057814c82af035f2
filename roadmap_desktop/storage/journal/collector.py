"""Collects what a session changes, for every mapped class alike, from SQLAlchemy's flush events."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Engine, event, inspect
from sqlalchemy.orm import Session

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import NOTHING, Change, Value
from roadmap_desktop.model.letters import composed
from roadmap_desktop.storage import mapping as _mapping  # noqa: F401 – a session needs the classes mapped
from roadmap_desktop.storage.journal.values import plain

_Key = tuple[str, str, str]


class Collector:
    """Records what one session changes. ``changes()`` gives what has come of it so far: a field changed twice is one
    change, a field changed back is none."""

    def __init__(self) -> None:
        self._changes: dict[_Key, tuple[Value, Value]] = {}

    def changes(self) -> tuple[Change, ...]:
        """What changed, in the order in which it was first touched. The session must have been flushed."""
        return tuple(
            Change(*key, old, new) for key, (old, new) in self._changes.items() if not _same(old, new)
        )

    def record(self, changes: Iterable[Change]) -> None:
        """Records what was written past the session."""
        for change in changes:
            self._changes[change[:3]] = change.old, change.new

    def record_flush(self, session: Session) -> None:
        """Records what the flush that is just over has written."""
        for record in session.new:
            self._note_whole(record, created=True)
        for record in session.dirty:
            self._note_edited(record)
        for record in session.deleted:
            self._note_whole(record, created=False)

    def _note_whole(self, record: Record, *, created: bool) -> None:
        for name, *_ in record.fields:
            value = plain(getattr(record, name) if created else _stored(record, name))
            self._note(record, name, NOTHING if created else value, value if created else NOTHING)

    def _note_edited(self, record: Record) -> None:
        attributes = inspect(record).attrs
        for name, *_ in record.fields:
            history = attributes[name].history
            if history.added and history.deleted:
                self._note(record, name, plain(history.deleted[0]), plain(history.added[0]))

    def _note(self, record: Record, name: str, old: Value, new: Value) -> None:
        key = (record.__tablename__, record.id, name)
        first = self._changes.get(key)
        self._changes[key] = (old if first is None else first[0], new)


class JournalledSession(Session):
    """A session whose changes are collected. ``composing``: letters are put together before they are written, which is
    for what people enter; what is undone comes back as it was."""

    def __init__(self, bind: Engine, *, composing: bool = False) -> None:
        super().__init__(bind, autoflush=False, expire_on_commit=False)
        self.collector = Collector()
        self.composing = composing


@event.listens_for(JournalledSession, "before_flush")
def _before_flush(session: JournalledSession, _context: Any, _instances: Any) -> None:
    if session.composing:
        for record in session.new:
            _compose(record, (name for name, *_ in record.fields))
        for record in session.dirty:
            _compose(record, list(inspect(record).committed_state))


@event.listens_for(JournalledSession, "after_flush")
def _after_flush(session: JournalledSession, _context: Any) -> None:
    # After the flush, and not before it: defaults are filled in by then, and the history is still there.
    session.collector.record_flush(session)


def _compose(record: Record, names: Iterable[str]) -> None:
    for name in names:
        text = getattr(record, name)
        if type(text) is str and composed(text) != text:
            setattr(record, name, composed(text))


def _stored(record: Record, name: str) -> Any:
    """The value in the file: an edit that was not flushed before the record is deleted was never there."""
    history = inspect(record).attrs[name].history
    return history.deleted[0] if history.deleted else getattr(record, name)


def _same(old: Value, new: Value) -> bool:
    return old is new or (type(old) is type(new) and old == new)

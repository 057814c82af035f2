"""An edit under way: SQLAlchemy's session over the connection of the file, whose changes are collected for the
journal. Imported at the first edit."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.pool import StaticPool

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.storage.batches import batches
from roadmap_desktop.storage.connection import begin_writing
from roadmap_desktop.storage.journal.collector import JournalledSession

R = TypeVar("R", bound=Record)


class Edit:
    """A transaction under way: change records through it. After the ``with`` block ``change_set`` is what was written,
    or None when nothing had changed."""

    def __init__(self, session: JournalledSession, connection: sqlite3.Connection) -> None:
        self.session, self.connection = session, connection
        self.change_set: ChangeSet | None = None

    def get(self, kind: type[R], id_: str) -> R | None:
        """The record with that key; None where there is none."""
        return self.session.get(kind, id_)

    def get_all(self, kind: type[R], ids: Sequence[str]) -> list[R]:
        """The records with those keys, in that order; those that are gone are left out. Read at once: one by one,
        thousands would be waited for."""
        found: dict[str, R] = {}
        for some in batches(ids):
            found |= {record.id: record for record in self.find(kind, id=some)}
        return [found[id_] for id_ in ids if id_ in found]

    def get_one(self, kind: type[R], id_: str) -> R:
        """The record with that key. Raises KeyError where there is none."""
        found = self.get(kind, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def find(self, kind: type[R], /, *, order: tuple[str, ...] = ("id",), **values: Any) -> list[R]:
        """The records whose fields have these values, or one of several, in that order; what was added or changed
        counts once it is flushed."""
        chosen = select(kind).order_by(*(getattr(kind, name) for name in order))
        for name, value in values.items():
            field: InstrumentedAttribute[Any] = getattr(kind, name)
            is_one = value is None or isinstance(value, str) or not hasattr(value, "__iter__")
            chosen = chosen.where(field == value if is_one else field.in_(list(value)))
        return list(self.session.scalars(chosen))

    def add(self, *records: Record) -> None:
        """Adds records to the file."""
        self.session.add_all(records)

    def delete(self, record: Record) -> None:
        """Deletes a record, and nothing else: see ``dependents.delete_record``."""
        self.session.delete(record)

    def flush(self) -> None:
        """Writes what has been done so far, so that others can refer to it. Raises sqlite3.Error."""
        with _telling_of_sqlite():
            self.session.flush()

    def commit(self) -> None:
        """Ends the transaction. Raises sqlite3.Error; nothing of it stays then."""
        with _telling_of_sqlite():
            try:
                self.session.commit()
            except DBAPIError:
                # SQLAlchemy takes a transaction that could not be committed for over; SQLite keeps it open.
                if self.connection.in_transaction:
                    self.connection.rollback()
                raise


def make_engine(path: Path, creator: Callable[[], sqlite3.Connection]) -> Engine:
    """An engine for writing with a single connection, bound to the thread that uses it first."""
    engine = create_engine(URL.create("sqlite"), creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: begin_writing(_bare(connection), path))
    return engine


@contextmanager
def editing(engine: Engine, *, composing: bool = False) -> Iterator[Edit]:
    """An edit that has the write lock; the caller commits it, else nothing of it stays. ``composing`` as for
    ``JournalledSession``. Raises sqlite3.Error."""
    with _telling_of_sqlite(), JournalledSession(engine, composing=composing) as session:
        yield Edit(session, _bare(session.connection()))


@contextmanager
def _telling_of_sqlite() -> Iterator[None]:
    """Raises what SQLite said, and not what SQLAlchemy made of it."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error
        raise


def _bare(connection: Any) -> sqlite3.Connection:
    bare = connection.connection.driver_connection
    assert isinstance(bare, sqlite3.Connection)
    return bare

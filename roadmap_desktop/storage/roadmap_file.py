"""An open roadmap file: reading, and editing through the journal."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_desktop import clock
from roadmap_desktop.errors import NOTHING_CHANGED, Cancelled, UserError
from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.storage.author import current_author
from roadmap_desktop.storage.connection import begin_reading, connect, read_transaction
from roadmap_desktop.storage.continuity import Continuity
from roadmap_desktop.storage.failures import is_of_the_file, known_failures
from roadmap_desktop.storage.journal.writer import Heading, write_change_set
from roadmap_desktop.storage.placing import check_free, name_beside, put_in_place
from roadmap_desktop.storage.schema import (
    SCHEMA_VERSION,
    check_header,
    check_pages,
    check_schema,
    damaged,
    refusing_what_is_spoiled,
)
from roadmap_desktop.storage.wholeness import WholeFile, check_whole

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from roadmap_desktop.storage.editing import Edit

SUFFIX = ".roadmap"
_DANGLING = (
    "Запись, на которую здесь указано, уже удалена.",
    NOTHING_CHANGED,
    "Выберите другую или отмените удаление.",
)


class RoadmapFile:
    """One file, used by one thread. Every edit is on the disk when the ``with`` block ends, or not at all."""

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
        opener: Callable[[Path], sqlite3.Connection] = connect,
        newest: str | None = None,
        whole: WholeFile | None = None,
    ) -> None:
        """Opens an existing file of the present schema; use ``open_file`` for any other. ``is_cancelled`` is asked
        before an edit is written. ``opener`` makes the connection: one that only reads makes a file that cannot be
        edited. ``newest`` is the key of the newest change set that was read of it on another connection: a file that
        does not hold it is another. ``whole`` follows a file that was found whole."""
        self.path = path
        self._is_cancelled = is_cancelled
        self._now = now or clock.now
        self._continuity = Continuity(path, newest)
        self._opener = opener
        self._connection: sqlite3.Connection | None = None
        self._whole = whole

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading one state of the file. Raises UserError when the file or disk fails, or when what
        stands in the file cannot be what this program wrote: a whole page can still hold a spoiled letter, state or
        date; Replaced when it is no longer the file that was read before."""
        with known_failures(self.path):
            connection = self._connected()
            begin_reading(connection)
            try:
                self._continuity.check(connection)
                yield connection
            except (LookupError, ValueError, TypeError, sqlite3.Error) as error:
                if isinstance(error, sqlite3.Error) and is_of_the_file(error):
                    raise
                raise damaged(self.path) from error
            finally:
                if connection.in_transaction:
                    connection.rollback()

    @contextmanager
    def edit(
        self, label: str, kind: ChangeSetKind = ChangeSetKind.EDIT, target: str | None = None
    ) -> "Iterator[Edit]":
        """One transaction, one change set, one step of undo. ``label`` is what undo and history call it, in Russian.

        Raises UserError when it cannot be written, Replaced when it is no longer the file that was read, Cancelled
        when it was told to stop; the file is then as it was.
        """
        # Only who edits waits for SQLAlchemy; the window imports it while its first picture is looked at.
        from roadmap_desktop.storage.editing import editing

        # The lock is taken before anything is read that the edit depends on.
        is_new = kind in (ChangeSetKind.EDIT, ChangeSetKind.CREATION)
        with known_failures(self.path), editing(self._engine, composing=is_new) as edit:
            self._continuity.check_place()
            self._continuity.check(edit.connection)
            if self._whole is not None and not self._whole.is_untouched():
                self._whole = None
            yield edit
            edit.flush()
            changes = edit.session.collector.changes()
            # An undo that finds nothing left to undo is noted too, else it would be next again and again.
            if changes or kind is not ChangeSetKind.EDIT:
                heading = Heading(label, current_author(), kind, target)
                written = write_change_set(edit.connection, heading, self._now(), changes)
                if self._is_cancelled():
                    raise Cancelled
                try:
                    edit.commit()
                except sqlite3.IntegrityError as error:
                    raise UserError(*_DANGLING) from error
                if self._whole is not None:
                    self._whole.note_edit()
                self._continuity.newest = written.id
                edit.change_set = written

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._continuity.connect(self._opener)
        return self._connection

    @cached_property
    def _engine(self) -> "Engine":
        from roadmap_desktop.storage.editing import make_engine

        return make_engine(self.path, self._connected)

    @property
    def newest(self) -> str | None:
        """The key of the newest change set that was read of the file or written to it."""
        return self._continuity.newest

    def writes_seen(self) -> int:
        """A number that is another one after somebody else wrote to the file. Raises UserError."""
        with self.read() as connection:
            ((number,),) = connection.execute("PRAGMA data_version")
            return int(number)

    def close(self) -> None:
        """Closes the connection; nothing is pending, because every edit is on the disk already. That the edits have
        left a large file whole is remembered."""
        if self._whole is not None and self._whole.is_edited:
            with suppress(UserError, OSError, sqlite3.Error), self.path.open("rb") as raw, self.read():
                self._whole.remember(raw)
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        # One that is closed may be used again, also by another thread: its engine knows the connection of before.
        self.__dict__.pop("_engine", None)

    def for_another_thread(self) -> "RoadmapFile":
        """The same file on a connection of its own, for who goes on with it. Nobody may edit this one any more."""
        return RoadmapFile(self.path, newest=self.newest, whole=self._whole)

    def __enter__(self) -> "RoadmapFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_file(
    path: Path,
    keep: Callable[[Path], None],
    is_cancelled: Callable[[], bool] = lambda: False,
    newest: str | None = None,
) -> RoadmapFile:
    """Opens a roadmap file; one of an older version is upgraded first, see ``upgrade.upgrade`` for ``keep``. ``newest``
    as for ``RoadmapFile``. Raises UserError for one that is missing, no SQLite, not ours, newer, damaged or altered by
    another program; its bytes are untouched then."""
    with known_failures(path):
        header = check_header(path)
        if header.user_version != SCHEMA_VERSION:
            from roadmap_desktop.storage.upgrade import upgrade

            upgrade(path, keep)
        with path.open("rb") as raw, closing(connect(path)) as connection, read_transaction(connection):
            whole = check_whole(connection, path, raw)
            continuity = Continuity(path, newest)
            continuity.check(connection)
    return RoadmapFile(path, is_cancelled=is_cancelled, newest=continuity.newest, whole=whole)


def check_made(path: Path) -> None:
    """Opens a file that this program has just made from a checked one, and walks its pages: whether the disk has kept
    what was written. Raises UserError, sqlite3.Error."""
    check_header(path)
    with refusing_what_is_spoiled(path), closing(connect(path)) as connection, read_transaction(connection):
        check_schema(connection, path)
        check_pages(connection, path)


def create_file(path: Path, fill: Callable[[RoadmapFile], None]) -> None:
    """Makes a new roadmap file and lets ``fill`` write its first content. It is made beside the place and put there
    only when it is whole. Raises UserError when the name is taken or the disk fails; nothing is left behind."""
    from roadmap_desktop.storage.migrations import migrate

    with known_failures(path):
        check_free(path)
        unfinished = name_beside(path)
        try:
            with unfinished.open("xb"):
                pass
            connection = connect(unfinished)
            try:
                migrate(connection, 0)
            finally:
                connection.close()
            with RoadmapFile(unfinished) as made:
                # A refusal names the file that was asked for.
                made.path = path
                fill(made)
            put_in_place(unfinished, path)
        finally:
            with suppress(FileNotFoundError):
                unfinished.unlink()

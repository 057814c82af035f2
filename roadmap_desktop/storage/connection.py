"""Connections to one roadmap file, with the settings that keep it safe."""

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmap_desktop.storage.database_uri import database_uri
from roadmap_desktop.storage.interrupted import settle_journal
from roadmap_desktop.storage.regular import check_regular

# Seconds to wait for another program that is writing; longer would freeze the window.
BUSY_TIMEOUT = 2.0

# Bytes of one row. A text that the window could not show would only take the memory of the PC away.
LARGEST_ROW = 32 * 1024 * 1024

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # The transaction is committed when the journal's name is gone from the disk, and FULL does not wait for that.
    "PRAGMA synchronous = EXTRA",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
)


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection to an existing file in autocommit mode: transactions begin explicitly, because the module's
    legacy mode does not roll back DDL. A journal that would spoil the file is laid aside first. Raises sqlite3.Error,
    OSError, UserError where something else than files stands there, Unfinished."""
    check_regular(path)
    settle_journal(path)
    connection = sqlite3.connect(
        database_uri(path.absolute(), "rw"), uri=True, isolation_level=None, timeout=BUSY_TIMEOUT
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ROW)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


@contextmanager
def read_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read within the block is one state of the file, whoever writes to it meanwhile; they wait. Raises
    sqlite3.Error."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def begin_reading(connection: sqlite3.Connection) -> None:
    """Begins a transaction that only reads. Raises sqlite3.Error."""
    _forget_pages(connection)
    connection.execute("BEGIN")


def begin_writing(connection: sqlite3.Connection, path: Path) -> None:
    """Begins a transaction that takes the write lock at once, so that an edit never fails half-way because another
    program began to write. Raises sqlite3.Error, OSError."""
    _forget_pages(connection)
    _check_size_allowed(path)
    # Complete in one file: another program may have left it with a -wal. Looking at a file must not change it, so it is
    # brought back by the first edit.
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN IMMEDIATE")
    # References may dangle between two statements of an edit; they are checked when it is committed.
    connection.execute("PRAGMA defer_foreign_keys = ON")


@contextmanager
def write_transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """What is written within the block stays as a whole, or nothing of it. Raises sqlite3.Error, OSError."""
    begin_writing(connection, path)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _forget_pages(connection: sqlite3.Connection) -> None:
    # Pages kept from the last transaction may be those of a file that another was laid over meanwhile.
    connection.execute("PRAGMA shrink_memory")


def _check_size_allowed(path: Path) -> None:
    """Raises OSError where this process may not write a file as large as this one is already: SQLite would change its
    beginning, fail at its end, and be refused when it puts the beginning back."""
    if sys.platform != "win32":
        import resource

        allowed = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
        if allowed != resource.RLIM_INFINITY and path.stat().st_size > allowed:
            raise OSError(errno.EFBIG, "larger than this process may write")

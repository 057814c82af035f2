"""Connections to one roadmap file, with the settings that keep it safe."""

import errno
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from roadmap_desktop.storage.interrupted import settle_journal

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
    OSError, Unfinished."""
    settle_journal(path)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=BUSY_TIMEOUT
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


def make_engine(path: Path, creator: Callable[[], sqlite3.Connection]) -> Engine:
    """An engine with a single connection, bound to the thread that uses it first. ``execution_options(writes=True)``
    takes the write lock at BEGIN, so that an edit never fails half-way because another program began to write."""
    engine = create_engine(URL.create("sqlite"), creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: _begin(connection, path))
    return engine


def _begin(connection: Connection, path: Path) -> None:
    bare = bare_connection(connection)
    # Pages kept from the last transaction may be those of a file that another was laid over meanwhile.
    bare.execute("PRAGMA shrink_memory")
    if not connection.get_execution_options().get("writes"):
        bare.execute("BEGIN")
        return
    _check_size_allowed(path)
    # Complete in one file: another program may have left it with a -wal. Looking at a file must not change it, so it is
    # brought back by the first edit.
    bare.execute("PRAGMA journal_mode = DELETE")
    bare.execute("BEGIN IMMEDIATE")
    # References may dangle between two statements of an edit; they are checked when it is committed.
    bare.execute("PRAGMA defer_foreign_keys = ON")


def bare_connection(connection: Connection) -> sqlite3.Connection:
    """The connection of the sqlite3 module beneath: what is done at every edit must not pass through all layers."""
    bare = connection.connection.driver_connection
    assert isinstance(bare, sqlite3.Connection)
    return bare


def _check_size_allowed(path: Path) -> None:
    """Raises OSError where this process may not write a file as large as this one is already: SQLite would change its
    beginning, fail at its end, and be refused when it puts the beginning back."""
    if sys.platform != "win32":
        import resource

        allowed = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
        if allowed != resource.RLIM_INFINITY and path.stat().st_size > allowed:
            raise OSError(errno.EFBIG, "larger than this process may write")

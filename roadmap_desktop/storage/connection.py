"""Connections to one roadmap file, with the settings that keep it safe."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

# Seconds to wait for another program that is writing; longer would freeze the window.
_BUSY_TIMEOUT = 2.0

# Bytes of one row. A text that the window could not show would only take the memory of the PC away.
LARGEST_ROW = 32 * 1024 * 1024

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # Complete in one file: no -wal, and the rollback journal is deleted after every edit.
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
)


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection to an existing file in autocommit mode: transactions begin explicitly, because the module's
    legacy mode does not roll back DDL. Raises sqlite3.Error."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=_BUSY_TIMEOUT
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ROW)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


def make_engine(path: Path) -> Engine:
    """An engine with a single connection, bound to the thread that uses it first. ``execution_options(writes=True)``
    takes the write lock at BEGIN, so that an edit never fails half-way because another program began to write."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

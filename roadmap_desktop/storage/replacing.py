"""Puts one file in the place of another while nobody can write to that one.

Who waits to write meanwhile finds afterwards that the file it has open lost its name (``continuity.check_place``) and
writes nothing: an edit is refused or kept, never lost.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmap_desktop.errors import UserError
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.durable import replace
from roadmap_desktop.storage.regular import check_regular
from roadmap_desktop.storage.signature import Signature, signature_or_none


class Target:
    """The file that is to be replaced. ``connection`` holds the right to write to it; None where SQLite cannot read
    it, or nothing is there, or nothing in it. Opening and closing the file otherwise lets go of that right: POSIX gives
    a process one lock for all of its handles."""

    def __init__(self, path: Path, connection: sqlite3.Connection | None) -> None:
        self.path = path
        self.connection = connection
        self._seen = self._look()

    def put(self, made: Path) -> None:
        """Replaces the file by one that is whole and on the same disk. Raises UserError where it was written to since
        the block began, OSError; it is then as it was."""
        if self._look() != self._seen:
            raise UserError(
                f"Файл «{self.path.name}» изменила другая программа.",
                "Он не заменён и цел.",
                "Повторите ещё раз.",
            )
        replace(made, self.path, before=self._close if os.name == "nt" else lambda: None)

    def _look(self) -> tuple[Signature | None, int]:
        writes = 0
        if self.connection is not None:
            ((writes,),) = self.connection.execute("PRAGMA data_version")
        return signature_or_none(self.path), writes

    def _close(self) -> None:
        # Windows replaces no file that anyone has open, and so it has to be let go of just before.
        if self.connection is not None:
            self.connection.close()


@contextmanager
def replacing(path: Path) -> Iterator[Target]:
    """Takes the right to write to the file as long as the block lasts. Raises UserError, sqlite3.Error where another
    program is writing to it."""
    check_regular(path)
    # Into an empty file SQLite begins to write as soon as it is locked: that journal of its own, which Windows lets
    # nobody move meanwhile, would be taken for one of an interrupted edit.
    connection = _locked(path) if path.exists() and path.stat().st_size else None
    try:
        yield Target(path, connection)
    finally:
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()


def _locked(path: Path) -> sqlite3.Connection | None:
    try:
        connection = connect(path)
    except (sqlite3.Error, UnicodeDecodeError, UserError):
        return None
    try:
        connection.execute("BEGIN IMMEDIATE")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        return None
    return connection

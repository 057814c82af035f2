"""Whether an open file still is the one that was read.

Other bytes can be laid over it (Explorer's «Заменить», ``cp``, a sync client), and SQLite sees nothing of that where
their change counter and size are those of before; or another file can take its name, and what is written to the open
one then is in no file at all. Neither can be told by counters, which a copy shares, so it is told by the journal.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.errors import UserError
from roadmap_desktop.storage.journal.newest import holds, newest_change_set

_ROOTS = "SELECT name, rootpage FROM sqlite_master ORDER BY name"


class Replaced(UserError):
    """Where the file was there is now another, or none, or one without the newest edit that was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"На месте файла «{path.name}» теперь лежит другой, без ваших последних правок, или файла там нет.",
            "В нём ничего не изменено.",
            "Откройте его заново и повторите.",
        )


class Continuity:
    """Follows one open file from transaction to transaction. ``newest`` is the key of the newest change set that was
    read of it, None as long as nothing was."""

    def __init__(self, path: Path, newest: str | None = None) -> None:
        self.newest = newest
        self._path = path
        self._place: tuple[int, int] | None = None
        self._roots: list[tuple[str, int]] | None = None

    def connect(self, opener: Callable[[Path], sqlite3.Connection]) -> sqlite3.Connection:
        """Opens the file and remembers which it was. Raises sqlite3.Error, Replaced."""
        before = _identity_of(self._path)
        connection = opener(self._path)
        self._place, self._roots = before, None
        if before != _identity_of(self._path):
            connection.close()
            raise Replaced(self._path)
        return connection

    def check(self, connection: sqlite3.Connection) -> None:
        """Looks, at the beginning of a transaction, whether it goes on from what was read before; others may have
        written to the file since. Raises Replaced, sqlite3.Error."""
        # SQLite reads them once, and again only when a counter differs that another file may share.
        roots = connection.execute(_ROOTS).fetchall()
        if self._roots not in (None, roots) or (
            self.newest is not None and not holds(connection, self.newest)
        ):
            raise Replaced(self._path)
        newest = newest_change_set(connection)
        self._roots, self.newest = roots, newest and newest.id

    def check_place(self) -> None:
        """Looks, within a transaction that may write, whether the file that is open still has its name. Whoever puts
        another in its place does so under the lock that this transaction holds. Raises Replaced."""
        if _identity_of(self._path) != self._place:
            raise Replaced(self._path)


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino

"""A copy of a file: complete, compact and checked before it takes its name."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.storage.check import stopping
from roadmap_desktop.storage.connection import LARGEST_ROW, connect
from roadmap_desktop.storage.durable import remove, sync_file, sync_folder
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.placing import check_free, name_beside, put_in_place
from roadmap_desktop.storage.roadmap_file import check_made

T = TypeVar("T")
Percent = Callable[[int], object]
IsCancelled = Callable[[], bool]

# Pages copied between two looks at whether to stop: a few milliseconds of a slow stick.
_PAGES = 256
# Of a hundred pages; with fewer unused ones a plain copy is as compact as it need be, and faster.
_UNUSED_ALLOWED = 10


def save_copy(
    source: Path,
    target: Path,
    percent: Percent = lambda _percent: None,
    is_cancelled: IsCancelled = lambda: False,
) -> None:
    """Writes the file as it is on the disk to ``target``, which must not exist; callable from any thread. Raises
    UserError, Cancelled; nothing is left behind then."""
    with (
        made_beside(target) as beside,
        closing(connect(source)) as connection,
        stopping(connection, is_cancelled),
    ):
        if _unused(connection) > _UNUSED_ALLOWED:
            _vacuum_into(connection, beside)
        else:
            with closing(sqlite3.connect(beside)) as copy:
                # Nobody knows of the file yet; it is waited for once, when it is whole.
                copy.execute("PRAGMA journal_mode = OFF")
                copy.execute("PRAGMA synchronous = OFF")
                back_up(connection, copy, percent, is_cancelled)


def save_altered_copy(
    source: Path,
    target: Path,
    alter: Callable[[sqlite3.Connection], T],
    verify: Callable[[Path, T], None],
    percent: Percent = lambda _percent: None,
    is_cancelled: IsCancelled = lambda: False,
) -> T:
    """Writes to ``target`` what ``alter`` leaves of the file; returns what ``alter`` returned.

    The altering is done in a private database of SQLite's, which is memory and at need a nameless file of this PC:
    what is taken out never touches the disk of the target. ``verify`` raises UserError for a copy that must not be
    handed on. Otherwise like ``save_copy``.
    """
    with made_beside(target) as beside, _private_copy(source, percent, is_cancelled) as private:
        altered = alter(private)
        private.execute("COMMIT")
        _vacuum_into(private, beside)
        verify(beside, altered)
    return altered


def try_altering(
    source: Path, alter: Callable[[sqlite3.Connection], T], is_cancelled: IsCancelled = lambda: False
) -> T:
    """What ``alter`` would return for a copy; nothing is written anywhere. Raises UserError, Cancelled."""
    with known_failures(source), _private_copy(source, lambda _percent: None, is_cancelled) as private:
        return alter(private)


@contextmanager
def _private_copy(source: Path, percent: Percent, is_cancelled: IsCancelled) -> Iterator[sqlite3.Connection]:
    """A copy in a database without a name, with a transaction begun."""
    with closing(sqlite3.connect("", isolation_level=None)) as private:
        private.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ROW)
        with closing(connect(source)) as connection:
            back_up(connection, private, percent, is_cancelled)
        with stopping(private, is_cancelled):
            private.execute("PRAGMA secure_delete = ON")
            private.execute("BEGIN")
            yield private


@contextmanager
def made_beside(target: Path) -> Iterator[Path]:
    """A name beside ``target`` to write a file to. At the end of the block the file is opened for a check, waited for
    until the disk has it, and only then takes its name. Raises UserError, also when the name is taken; nothing is
    left behind then."""
    unfinished = name_beside(target)
    with known_failures(target):
        check_free(target)
        try:
            yield unfinished
            # While the disk writes the bytes down, they are checked.
            with ThreadPoolExecutor(1) as beside:
                syncing = beside.submit(sync_file, unfinished)
                check_made(unfinished)
                syncing.result()
            check_free(target)
            put_in_place(unfinished, target)
            sync_folder(target.parent)
        finally:
            remove(unfinished)


def back_up(
    source: sqlite3.Connection, copy: sqlite3.Connection, percent: Percent, is_cancelled: IsCancelled
) -> None:
    """SQLite's own backup: as the source is at one moment, whoever is writing to it meanwhile. Raises sqlite3.Error,
    Cancelled."""

    def tell(_status: int, remaining: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled
        percent(100 * (total - remaining) // max(total, 1))

    source.backup(copy, pages=_PAGES, progress=tell, sleep=0.01)


def _unused(connection: sqlite3.Connection) -> int:
    """Of a hundred pages, how many hold nothing."""
    unused = connection.execute("PRAGMA freelist_count").fetchone()[0]
    return int(100 * unused // max(connection.execute("PRAGMA page_count").fetchone()[0], 1))


def _vacuum_into(connection: sqlite3.Connection, beside: Path) -> None:
    connection.execute("VACUUM INTO ?", (str(beside),))

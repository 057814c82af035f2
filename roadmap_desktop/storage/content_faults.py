"""Contents that are missing, spoiled or named by nobody: found, and put right as far as that can be."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.storage.attachments import Content, IsCancelled, bytes_of, put
from roadmap_desktop.storage.connection import LARGEST_ROW, connect
from roadmap_desktop.storage.content_names import named_contents
from roadmap_desktop.storage.database_uri import database_uri
from roadmap_desktop.storage.readable_rows import readable_rows

_AT = "SELECT sha256, size, is_compressed, data FROM content NOT INDEXED WHERE rowid = ?"
_OF_THE_FILE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_TOOBIG)


@dataclass(slots=True)
class ContentFaults:
    """``unnamed``: the rows of contents that nothing names; ``missing`` and ``spoiled``: by hash, the name of a file
    that has the content. One that is known to be lost is no fault."""

    unnamed: list[int] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    spoiled: dict[str, str] = field(default_factory=dict)


def find_content_faults(
    connection: sqlite3.Connection, is_cancelled: IsCancelled = lambda: False
) -> ContentFaults:
    """What is wrong with the contents; every one is read and its hash made anew. Raises sqlite3.Error, Cancelled."""
    faults, named = ContentFaults(), named_contents(connection)
    faults.missing = dict(named)
    for rowid, sha256, is_lost in connection.execute(
        "SELECT rowid, sha256, data IS NULL FROM content"
    ).fetchall():
        if is_cancelled():
            raise Cancelled
        if sha256 not in named:
            faults.unnamed.append(rowid)
            continue
        del faults.missing[sha256]
        if not is_lost and bytes_of(_readable(connection, rowid)) is None:
            faults.spoiled[sha256] = named[sha256]
    return faults


def mend_contents(
    path: Path, newest_good: Callable[[], Path | None], is_cancelled: IsCancelled = lambda: False
) -> None:
    """Takes away what nothing names; takes what is missing or spoiled from the backup, or notes that it is lost, so
    that its files stay listed. Raises sqlite3.Error, Cancelled."""
    with closing(connect(path)) as connection:
        faults = find_content_faults(connection, is_cancelled)
        wanted = faults.missing | faults.spoiled
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("DELETE FROM content WHERE rowid = ?", [(rowid,) for rowid in faults.unnamed])
        _note_lost(connection, wanted)
        backup = newest_good() if wanted else None
        if backup is not None:
            _take_readable(backup, connection, wanted, is_cancelled)
        connection.execute("COMMIT")


def salvage_contents(damaged: Path, target: Path) -> None:
    """Takes over from a damaged file what of its contents is whole and is named in the target; the others are noted as
    lost there. Raises sqlite3.Error for the target."""
    with closing(connect(target)) as connection:
        wanted = named_contents(connection)
        connection.execute("BEGIN IMMEDIATE")
        _note_lost(connection, wanted)
        _take_readable(damaged, connection, wanted, lambda: False)
        connection.execute("COMMIT")


def lost_names(path: Path) -> tuple[str, ...]:
    """The names of the attached files whose contents are known to be lost. Raises sqlite3.Error."""
    with closing(connect(path)) as connection:
        named = named_contents(connection)
        lost = connection.execute("SELECT sha256 FROM content WHERE data IS NULL").fetchall()
    return tuple(sorted(named[sha256] for (sha256,) in lost if sha256 in named))


def _note_lost(connection: sqlite3.Connection, wanted: dict[str, str]) -> None:
    for sha256 in wanted:
        connection.execute("DELETE FROM content WHERE sha256 = ?", (sha256,))
        put(connection, Content(sha256, 0, False, None))


def _take_readable(
    source: Path, connection: sqlite3.Connection, wanted: dict[str, str], is_cancelled: IsCancelled
) -> None:
    """Contents out of a file of which nothing is certain: it may be of an older version, or damaged."""
    with closing(sqlite3.connect(database_uri(source.absolute(), "ro"), uri=True)) as reading:
        reading.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ROW)
        for rowid, sha256 in readable_rows(reading, "content", ["rowid", "sha256"]):
            if is_cancelled():
                raise Cancelled
            content = _readable(reading, rowid) if sha256 in wanted else None
            if content is not None and bytes_of(content) is not None:
                put(connection, content)


def _readable(connection: sqlite3.Connection, rowid: int) -> Content | None:
    try:
        row = connection.execute(_AT, (rowid,)).fetchone()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _OF_THE_FILE:
            raise
        return None
    return None if row is None else Content._make(row)

"""A journal of SQLite's that lies beside a file to which nobody writes: an edit was cut short, or another file was laid
over the one that it belonged to.

SQLite would play it into whatever file stands there (https://sqlite.org/howtocorrupt.html, section 1.4). So both ways
are tried on copies first: a file that is whole as it is stays so.
"""

import os
import sqlite3
from contextlib import closing
from errno import EEXIST
from pathlib import Path

from roadmap_desktop.errors import IT_IS_UNCHANGED, UserError
from roadmap_desktop.storage.agreement import agrees
from roadmap_desktop.storage.database_uri import database_uri
from roadmap_desktop.storage.durable import copy_bytes, sync_folder
from roadmap_desktop.storage.journal.newest import holds, newest_change_set
from roadmap_desktop.storage.schema import SCHEMA_VERSION, check_integrity, check_schema, read_header
from roadmap_desktop.storage.unfinished import temporary_folder

_MOST_ASIDE = 1000


class Unfinished(UserError):
    """A write to the file was cut short, and neither as it stands nor with its journal played back it is whole."""


def settle_journal(path: Path) -> None:
    """Sees to a journal beside the file that SQLite would play into it at the first look. It is left to SQLite where
    the file is whole only with it, and laid aside where the file is whole without. Raises Unfinished where it is whole
    neither way, OSError; both are then as they were."""
    # SQLite follows a link, and looks beside the file that it leads to.
    path = path.resolve()
    if has_log_of_another(path):
        _lay_aside(path, path.with_name(f"{path.name}-wal"))
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    journal = path.with_name(f"{path.name}-journal")
    if not journal.exists() or not _would_be_played(path):
        return
    seen = journal.stat()
    with temporary_folder() as folder:
        alone, played = folder / "alone", folder / "played"
        copy_bytes(path, alone)
        copy_bytes(path, played)
        copy_bytes(journal, played.with_name("played-journal"))
        was_whole, is_whole = _is_whole(played), _is_whole(alone)
        if not is_whole and not was_whole:
            raise Unfinished(
                f"Последняя запись в файл «{path.name}» оборвалась, и прочитать его нельзя.",
                IT_IS_UNCHANGED,
                "Выберите «Файл → Проверить файл…» или откройте последнюю исправную копию.",
            )
        holds_nothing_else = is_whole and was_whole and _goes_on(played, alone)
    # Another program may have settled it meanwhile, and be writing a journal of its own.
    if is_whole and journal.exists() and os.path.samestat(seen, journal.stat()):
        if holds_nothing_else:
            journal.unlink()
        else:
            _lay_aside(path, journal)
        sync_folder(path.parent)


def has_log_of_another(path: Path) -> bool:
    """Whether a write-ahead log lies beside a file that has none by its own header
    (https://sqlite.org/fileformat2.html, offset 18): SQLite would play it into this one all the same. Raises OSError,
    UserError for what is no database."""
    try:
        with path.with_name(f"{path.name}-wal").open("rb") as log:
            return bool(log.read(1)) and not read_header(path).has_wal
    except FileNotFoundError:
        return False


def _would_be_played(path: Path) -> bool:
    """Whether SQLite would write the journal back; a connection that only reads is told so, and nothing is done."""
    try:
        with closing(sqlite3.connect(database_uri(path.absolute(), "ro"), uri=True, timeout=0)) as looking:
            looking.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_ROLLBACK
    return False


def _is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            ((version,),) = connection.execute("PRAGMA user_version")
            check_schema(connection, path, version)
            check_integrity(connection, path)
            return version != SCHEMA_VERSION or agrees(connection)
    except (sqlite3.Error, UserError, LookupError, UnicodeDecodeError):
        return False


def _goes_on(earlier: Path, later: Path) -> bool:
    """Whether the later file holds the newest change set of the earlier."""
    with closing(sqlite3.connect(earlier)) as one, closing(sqlite3.connect(later)) as other:
        newest = newest_change_set(one)
        return newest is None or holds(other, newest.id)


def _lay_aside(path: Path, leftover: Path) -> None:
    """Renames it: «План (прерванная запись).roadmap-journal», with a number where that is taken."""
    ending = leftover.name.removeprefix(path.stem)
    numbers = ("", *(f" {number}" for number in range(2, _MOST_ASIDE)))
    names = (path.with_name(f"{path.stem} (прерванная запись{number}){ending}") for number in numbers)
    aside = next((name for name in names if not name.exists()), None)
    if aside is None:
        raise FileExistsError(EEXIST, "too many lie aside")
    leftover.rename(aside)

"""A file opened so that nothing of it, nor beside it, is ever written: on a stick that is locked, or another's work."""

import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.errors import IT_IS_UNCHANGED, UserError
from roadmap_desktop.model.local_time import here
from roadmap_desktop.storage.connection import BUSY_TIMEOUT, read_transaction
from roadmap_desktop.storage.database_uri import database_uri
from roadmap_desktop.storage.failures import Busy, known_failures
from roadmap_desktop.storage.interrupted import has_log_of_another
from roadmap_desktop.storage.journal.reader import last_change
from roadmap_desktop.storage.regular import check_regular
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.schema import SCHEMA_VERSION, check_header, check_integrity, check_schema

_PRAGMAS = ("PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON")

# Where writing is meant by the usual sentences. A journal left by a crash could only be applied by writing.
_BUSY = (
    "Файл сейчас занят другой программой, прочитать его не удалось.",
    IT_IS_UNCHANGED,
    "Подождите немного и повторите.",
)
_CUT_SHORT = (
    "Последняя запись в файл оборвалась, при чтении он не меняется.",
    "Всё сохранённое цело.",
    "Откройте файл один раз в программе и повторите.",
)


class NeedsWriting(UserError):
    """A sound file that could be read only after it was written to: upgraded, or a write cut short taken back."""


class FileToRead(RoadmapFile):
    """An existing file of the present schema that cannot be edited. Use ``open_to_read``."""

    def __init__(self, path: Path, newest: str | None = None) -> None:
        """Connects at the first reading, as any file does."""
        super().__init__(path, opener=_connect, newest=newest)


def open_to_read(path: Path) -> FileToRead:
    """Opens a file only to read it. Raises UserError for whatever ``open_file`` refuses, for an older schema, and for
    a file that could not be read without writing to it."""
    with known_failures(path):
        header = check_header(path)
        if header.user_version != SCHEMA_VERSION:
            raise NeedsWriting(
                f"Файл «{path.name}» сделан прежней версией программы.",
                IT_IS_UNCHANGED,
                "Откройте его один раз в программе и повторите.",
            )
        if has_log_of_another(path):
            raise NeedsWriting(*_CUT_SHORT).about(f"«{path.name}»")
        try:
            with closing(_connect(path)) as connection, read_transaction(connection):
                check_schema(connection, path)
                check_integrity(connection, path)
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_READONLY:
                raise NeedsWriting(*_CUT_SHORT).about(f"«{path.name}»") from error
            if code == sqlite3.SQLITE_BUSY:
                raise Busy(*_BUSY).about(f"«{path.name}»") from error
            raise
    return FileToRead(path)


def changed_on(file: RoadmapFile, now: datetime | None = None) -> date | None:
    """The day of the last change by the clock of this place; None for an empty journal. Raises UserError."""
    with file.read() as connection:
        changed = last_change(connection, now or clock.now())
    return here(changed).date() if changed else None


def _connect(path: Path) -> sqlite3.Connection:
    check_regular(path)
    connection = sqlite3.connect(
        database_uri(path.absolute(), "ro"), uri=True, isolation_level=None, timeout=BUSY_TIMEOUT
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection

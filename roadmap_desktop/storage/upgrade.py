"""Files of an older version: brought to the present schema in a copy that replaces the original when it is whole."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from roadmap_desktop.errors import FILE_UNCHANGED, UserError
from roadmap_desktop.storage.connection import connect, read_transaction
from roadmap_desktop.storage.durable import remove
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.migrations import migrate
from roadmap_desktop.storage.placing import can_make_beside, name_beside
from roadmap_desktop.storage.refusals import refusal_to_write
from roadmap_desktop.storage.replacing import replacing
from roadmap_desktop.storage.schema import (
    check_header,
    check_integrity,
    check_schema,
    damaged,
    refusing_what_is_spoiled,
)

Keep = Callable[[Path], None]


def upgrade(path: Path, keep: Keep) -> None:
    """Brings a file of an older version to the present one. ``keep`` is called with the original while it still stands
    there, to keep a copy of it.

    Raises UserError for a file that is damaged, altered by another program, changed meanwhile, or stands where
    nothing can be written; it is then as it was.
    """
    path = path.resolve()
    beside = name_beside(path)
    with known_failures(path):
        if refusal_to_write(path) or not can_make_beside(path):
            raise UserError(
                f"Файл «{path.name}» сделан прежней версией программы, а записать его в новом "
                "виде нельзя: он или его папка только для чтения.",
                FILE_UNCHANGED,
                "Скопируйте его в другую папку и откройте там.",
            )
        with replacing(path) as target:
            try:
                copy_upgraded(path, beside)
                keep(path)
                target.put(beside)
            finally:
                remove(beside)


def copy_upgraded(path: Path, target: Path) -> None:
    """Makes ``target`` a checked copy of the file in the present schema; the file itself, of whatever version, is only
    read. Raises UserError, sqlite3.Error or OSError; the caller removes what was begun."""
    version = check_header(path).user_version
    with refusing_what_is_spoiled(path), closing(connect(path)) as connection:
        with read_transaction(connection):
            check_schema(connection, path, version)
            check_integrity(connection, path)
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(connect(target)) as connection:
        try:
            migrate(connection, version)
        except (sqlite3.OperationalError, sqlite3.IntegrityError) as error:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) in (
                sqlite3.SQLITE_ERROR,
                sqlite3.SQLITE_CONSTRAINT,
            ):
                raise damaged(path) from error
            raise
        check_schema(connection, path)
        check_integrity(connection, path)

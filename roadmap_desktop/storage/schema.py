"""How a roadmap file is recognised, and what is refused before SQLite is allowed to touch it."""

import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model import activity, roadmap
from roadmap_desktop.model.base import Record
from roadmap_desktop.storage.journal import tables

# Importing them registers their tables in the metadata, by which a file is recognised.
_REGISTERED = (activity, roadmap, tables)

# «ДКМ1» in CP1251; written into the SQLite header (https://sqlite.org/fileformat2.html, offset 68).
APPLICATION_ID = 0x44_4B_4D_31
SCHEMA_VERSION = 2

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100


@dataclass(frozen=True, slots=True)
class Header:
    """The two numbers by which a file is known."""

    application_id: int
    user_version: int


def is_database(path: Path) -> bool:
    """Whether an SQLite file, ours or another, stands there."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def read_header(path: Path) -> Header:
    """The file's header, read without SQLite. Raises KnownError for what is no SQLite file, OSError for the disk."""
    head = b""
    # A named pipe would be waited for without end; a folder is refused by the disk itself.
    if path.is_file() or path.is_dir() or not path.exists():
        with path.open("rb") as file:
            head = file.read(_HEADER_SIZE)
    if len(head) < _HEADER_SIZE or not head.startswith(_MAGIC):
        raise KnownError(
            f"«{path.name}» — не файл дорожной карты. Файл не изменён. "
            "Выберите файл с расширением .roadmap, созданный этой программой."
        )
    user_version, application_id = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    return Header(application_id, user_version)


def check_header(path: Path) -> Header:
    """The header of a file that is ours and not newer than the program. Raises KnownError otherwise."""
    header = read_header(path)
    if header.application_id != APPLICATION_ID:
        raise KnownError(
            f"«{path.name}» — база другой программы, а не дорожная карта. Файл не изменён. Выберите другой файл."
        )
    if header.user_version > SCHEMA_VERSION:
        raise KnownError(
            f"Файл «{path.name}» создан более новой версией программы. Он не изменён. "
            "Обновите программу, чтобы его открыть."
        )
    return header


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a damaged file and one with parts that are not of our schema. Raises KnownError."""
    check_no_foreign_parts(connection, path)
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    if {name for (name,) in rows} != set(Record.metadata.tables):
        raise damaged(path)


def check_no_foreign_parts(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a file, also of an older version, that carries tables, triggers or views which are not of our schema:
    they could change data behind the journal's back. Raises KnownError."""
    rows = connection.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
    known = set(Record.metadata.tables)
    foreign = [
        name
        for kind, name, table in rows
        if kind in ("trigger", "view") or ((kind, table) == ("table", name) and name not in known)
    ]
    if foreign:
        raise KnownError(
            f"В файле «{path.name}» есть посторонние части ({foreign[0]}): его меняла другая программа. "
            "Файл не изменён и не открыт. Откройте последнюю исправную копию."
        )


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Walks every page of the file. Raises KnownError when any is damaged."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)


def damaged(path: Path) -> KnownError:
    """The refusal of a damaged file."""
    return KnownError(
        f"Файл «{path.name}» повреждён. Он не изменён и не открыт. Откройте последнюю исправную копию."
    )

"""How a roadmap file is recognised, and what is refused before SQLite is allowed to touch it."""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import (
    FILE_UNCHANGED,
    FILE_UNCHANGED_AND_CLOSED,
    IT_IS_UNCHANGED,
    UNCHANGED_AND_CLOSED,
    UserError,
)
from roadmap_desktop.storage.failures import is_of_the_file
from roadmap_desktop.storage.migration_scripts import migration_scripts
from roadmap_desktop.storage.own_schema import objects_of, own_objects
from roadmap_desktop.storage.placing import can_make_beside
from roadmap_desktop.storage.refusals import patiently, refusal_to_write
from roadmap_desktop.storage.regular import check_regular

# «ДКМ1» in CP1251; written into the SQLite header (https://sqlite.org/fileformat2.html, offset 68).
APPLICATION_ID = 0x44_4B_4D_31
SCHEMA_VERSION = len(migration_scripts())

_MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100
_WAL = 2


class Header(NamedTuple):
    """The two numbers by which a file is known, whether another program left it with a write-ahead log, whether its
    texts are kept as this program keeps them, and how many transactions have written to it."""

    application_id: int
    user_version: int
    has_wal: bool
    is_utf8: bool
    writes: int


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
    """The file's header, read without SQLite. Raises UserError for what is no SQLite file, OSError for the disk."""
    head = b""
    # A named pipe would be waited for without end; a folder is refused by the disk itself.
    if path.is_file() or path.is_dir() or not path.exists():
        with patiently(lambda: path.open("rb")) as file:
            head = file.read(HEADER_SIZE)
    if len(head) < HEADER_SIZE or not head.startswith(_MAGIC):
        raise UserError(
            f"«{path.name}» — не файл дорожной карты.",
            FILE_UNCHANGED,
            "Выберите файл с расширением .roadmap, созданный этой программой.",
        )
    return header_from(head)


def header_from(head: bytes) -> Header:
    """What the beginning of an SQLite file says."""
    # Texts in UTF-8 (offset 56): we never write anything else.
    is_utf8 = head[56:60] == b"\0\0\0\1"
    writes, user_version, application_id = (
        struct.unpack_from(">I", head, offset)[0] for offset in (24, 60, 68)
    )
    return Header(application_id, user_version, head[18] == _WAL, is_utf8, writes)


def check_header(path: Path) -> Header:
    """The header of a file that is ours and not newer than the program. Raises UserError otherwise."""
    header = read_header(path)
    check_regular(path)
    if header.application_id != APPLICATION_ID:
        raise UserError(
            f"«{path.name}» — база другой программы, а не дорожная карта.",
            FILE_UNCHANGED,
            "Выберите другой файл.",
        )
    if header.user_version > SCHEMA_VERSION:
        raise UserError(
            f"Файл «{path.name}» создан более новой версией программы.",
            IT_IS_UNCHANGED,
            "Обновите программу, чтобы его открыть.",
        )
    if header.has_wal and (refusal_to_write(path) or not can_make_beside(path)):
        # SQLite would leave its -wal and -shm there for ever (https://sqlite.org/wal.html#read_only_databases).
        raise UserError(
            f"Файл «{path.name}» сохранён другой программой так, что здесь, где записывать "
            "нельзя, его не прочитать.",
            IT_IS_UNCHANGED,
            "Скопируйте его в папку, куда можно записывать.",
        )
    if not header.is_utf8:
        raise UserError(
            f"Файл «{path.name}» повреждён или переделан другой программой.",
            UNCHANGED_AND_CLOSED,
            "Откройте последнюю исправную копию.",
        )
    return header


def check_schema(connection: sqlite3.Connection, path: Path, version: int = SCHEMA_VERSION) -> None:
    """Refuses a damaged file and one whose tables, indexes, triggers or views are not word for word those of our
    schema: they could change data behind the journal's back. Raises UserError."""
    found, own = objects_of(connection), own_objects(version)
    if found == own:
        return
    own_names, found_names = {item[:2] for item in own}, [item[:2] for item in found]
    strange = [name for kind, name in found_names if (kind, name) not in own_names]
    strange += [name for kind, name in own_names if found_names.count((kind, name)) > 1]
    if strange:
        raise UserError(
            f"В файле «{path.name}» есть посторонние части ({strange[0]}): его меняла другая программа.",
            FILE_UNCHANGED_AND_CLOSED,
            "Откройте последнюю исправную копию.",
        )
    if len(found) < len(own):
        raise damaged(path)
    altered = next(item[1] for item in found if item not in own)
    raise UserError(
        f"Файл «{path.name}» повреждён: переделано устройство таблиц ({altered}), его меняла "
        "другая программа.",
        FILE_UNCHANGED_AND_CLOSED,
        "Откройте последнюю исправную копию.",
    )


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Walks every page of the file. Raises UserError when any is damaged."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Walks every page of the file, every index against its table and every reference: a copy taken while an edit was
    being written can be whole page by page. Raises UserError when any is damaged."""
    ((pages,),) = connection.execute("PRAGMA page_count")
    ((size,),) = connection.execute("PRAGMA page_size")
    # The rest of a page that is torn off at the end of the file would be read as zeros.
    if 0 < pages * size - path.stat().st_size < size:
        raise damaged(path)
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(path)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise damaged(path)


def not_whole(path: Path) -> UserError:
    """The refusal of a file whose tables and journal belong to different moments: what a copy is that was taken by
    other means while an edit was being written."""
    return UserError(
        f"Файл «{path.name}» повреждён или скопирован не целиком: история в нём не сходится с планом.",
        UNCHANGED_AND_CLOSED,
        "Выберите «Файл → Проверить файл…» или откройте другую копию.",
    )


def damaged(path: Path) -> UserError:
    """The refusal of a damaged file."""
    return UserError(
        f"Файл «{path.name}» повреждён.", UNCHANGED_AND_CLOSED, "Откройте последнюю исправную копию."
    )


@contextmanager
def refusing_what_is_spoiled(path: Path) -> Iterator[None]:
    """While a file of unknown origin is looked at: what SQLite cannot make sense of is damage, not a bug of ours."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError) or not is_of_the_file(error):
            raise damaged(path) from error
        raise

"""The contents of attached files: taken from the disk into the roadmap's file, and read from it again."""

import hashlib
import os
import sqlite3
import stat
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, Cancelled, UserError
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.storage.connection import LARGEST_ROW
from roadmap_desktop.storage.durable import remove, sync_folder
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.placing import check_free, name_beside, put_in_place
from roadmap_desktop.storage.refusals import patiently

IsCancelled = Callable[[], bool]

# What a row keeps beside the bytes is far less than a page.
LARGEST_FILE = LARGEST_ROW - 4096
_CHUNK = 1 << 18
# Pictures, scans and office documents are compressed already: what saves less than a tenth is not worth unpacking.
_WORTH = 0.9


class Content(NamedTuple):
    """A row of the table of contents. ``data is None``: the bytes are lost."""

    sha256: str
    size: int
    is_compressed: bool
    data: bytes | None


def size_of(path: Path) -> int:
    """The size of a file that is to be attached. Raises UserError for a folder, for what is no ordinary file, for one
    that is not there, and for one that is too large."""
    with known_failures(path):
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise UserError(
                f"«{shown_name(path.name)}» — папка, приложить можно только файл.",
                NOTHING_CHANGED,
                "Выберите файлы из этой папки.",
            )
        # A named pipe would be waited for without end.
        if not stat.S_ISREG(state.st_mode):
            raise UserError(
                f"«{shown_name(path.name)}» — не обычный файл.", NOTHING_CHANGED, "Выберите другой файл."
            )
    if state.st_size > LARGEST_FILE:
        raise _too_large(path, state.st_size)
    return state.st_size


def taken_from(path: Path, is_cancelled: IsCancelled = lambda: False) -> Content:
    """The content of a file, read piece by piece. Raises UserError as ``size_of`` does and for what the disk refuses,
    Cancelled."""
    size_of(path)
    digest, pieces, size = hashlib.sha256(), [], 0
    with known_failures(path), patiently(lambda: path.open("rb")) as file:
        while piece := file.read(_CHUNK):
            if is_cancelled():
                raise Cancelled
            size += len(piece)
            # It may have grown since it was looked at.
            if size > LARGEST_FILE:
                raise _too_large(path, size)
            digest.update(piece)
            pieces.append(piece)
    packed = _packed(pieces, is_cancelled)
    return Content(digest.hexdigest(), size, packed is not None, packed or b"".join(pieces))


def put(connection: sqlite3.Connection, content: Content) -> bool:
    """Adds a content, unless it is there already; one whose bytes are lost or spoiled gets them. Returns whether
    anything was written. Raises sqlite3.Error."""
    present = content_of(connection, content.sha256)
    if present is not None and (content.data is None or bytes_of(present) is not None):
        return False
    connection.execute(
        "INSERT OR REPLACE INTO content (sha256, size, is_compressed, data) VALUES (?, ?, ?, ?)", content
    )
    return True


def content_of(connection: sqlite3.Connection, sha256: str) -> Content | None:
    """The content with that hash as it stands, or None. Raises sqlite3.Error."""
    query = "SELECT sha256, size, is_compressed, data FROM content WHERE sha256 = ?"
    row = connection.execute(query, (sha256,)).fetchone()
    return None if row is None else Content._make(row)


def bytes_of(content: Content | None) -> bytes | None:
    """The bytes of a content, unpacked; None where they are lost or are not those that the hash was made of."""
    data = content.data if content is not None else None
    if content is None or not isinstance(data, bytes):
        return None
    if content.is_compressed:
        try:
            unpacking = zlib.decompressobj()
            # A few bytes can be made that unpack to more than the PC has.
            data = unpacking.decompress(data, LARGEST_FILE + 1)
        except zlib.error:
            return None
    return data if hashlib.sha256(data).hexdigest() == content.sha256 else None


def write_out(data: bytes, target: Path) -> None:
    """Writes the bytes to a new file, made beside its place and put there when the disk has it. Raises UserError, also
    for a name that is taken; nothing is left behind then."""
    unfinished = name_beside(target)
    with known_failures(target):
        check_free(target)
        try:
            with unfinished.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            check_free(target)
            put_in_place(unfinished, target)
            sync_folder(target.parent)
        finally:
            remove(unfinished)


def _packed(pieces: list[bytes], is_cancelled: IsCancelled) -> bytes | None:
    """The pieces compressed, or None where that does not pay; the first one tells at once of most."""
    if not pieces or len(zlib.compress(pieces[0])) > len(pieces[0]) * _WORTH:
        return None
    packing, packed = zlib.compressobj(), []
    for piece in pieces:
        if is_cancelled():
            raise Cancelled
        packed.append(packing.compress(piece))
    packed.append(packing.flush())
    whole = b"".join(packed)
    return whole if len(whole) <= sum(map(len, pieces)) * _WORTH else None


def _too_large(path: Path, size: int) -> UserError:
    return UserError(
        f"Файл «{shown_name(path.name)}» слишком большой: {size_shown(size)}, а приложить можно "
        f"до {size_shown(LARGEST_FILE)}.",
        NOTHING_CHANGED,
        "Уменьшите его или разделите на части.",
    )

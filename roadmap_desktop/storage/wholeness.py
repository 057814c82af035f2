"""Whether a file of unknown origin is whole, and which states of large files this PC has found whole already.

The full check of a long history takes seconds, so a state is checked once. It is known by a digest of all bytes of the
file: where any of them is another, whoever changed it, everything is checked anew. This program's own edits move the
mark along as long as nobody else writes in between.
"""

import os
import sqlite3
from contextlib import closing, suppress
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop import __version__
from roadmap_desktop.folders import whole_states_folder
from roadmap_desktop.storage.agreement import agrees
from roadmap_desktop.storage.connection import connect, read_transaction
from roadmap_desktop.storage.content_names import lacks_newest
from roadmap_desktop.storage.schema import (
    HEADER_SIZE,
    SCHEMA_VERSION,
    check_integrity,
    check_schema,
    header_from,
    not_whole,
    refusing_what_is_spoiled,
)
from roadmap_desktop.storage.signature import Signature, signature_from, signature_or_none

# Bytes; a smaller file is checked before a second thread has begun, or its digest was looked up.
LARGE = 4_000_000
# Another version of the program may look closer.
_CHECKED_BY = f"{__version__}/{SCHEMA_VERSION}/".encode()
_MOST_MARKS = 100
# How many times quicker a byte of an attached file is checked than one of the history; a digest reads all alike.
_ATTACHED_QUICKER = 10


class WholeFile:
    """Follows a large file that is whole through this program's edits. ``is_edited``: it came into another state since
    it was last remembered."""

    def __init__(self, path: Path, signature: Signature, writes: int) -> None:
        """``writes``: how many transactions the file's header counts."""
        self.is_edited = False
        self._path = path
        self._signature: Signature | None = signature
        self._writes = writes

    def is_untouched(self) -> bool:
        """Whether nobody else has written to the file, asked before every edit and at the end."""
        return self._signature == signature_or_none(self._path)

    def note_edit(self) -> None:
        """This program has committed a transaction to the file, which was untouched until then."""
        self._signature = signature_or_none(self._path)
        self._writes += 1
        self.is_edited = True

    def remember(self, raw: BufferedReader) -> None:
        """Remembers the state that the edits have made, if it is theirs alone; ``raw`` as for ``check_whole``. Raises
        OSError."""
        state = _State.read(raw)
        if self.is_untouched() and state.signature == self._signature and state.writes == self._writes:
            state.mark()
        self.is_edited = False


class _State(NamedTuple):
    signature: Signature
    writes: int
    has_wal: bool
    digest: str

    @classmethod
    def read(cls, raw: BufferedReader) -> "_State":
        raw.seek(0)
        header = header_from(raw.read(HEADER_SIZE))
        raw.seek(0)
        # Small files are not digested, and loading it would be felt in their opening.
        import hashlib

        digest = hashlib.file_digest(raw, lambda: hashlib.sha256(_CHECKED_BY)).hexdigest()
        return cls(signature_from(os.fstat(raw.fileno())), header.writes, header.has_wal, digest)

    def is_marked(self) -> bool:
        return self._place().exists()

    def mark(self) -> None:
        """Where it cannot be written, the state is only checked anew."""
        folder = whole_states_folder()
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._place().touch()
            marks = sorted(folder.iterdir(), key=lambda mark: mark.stat().st_mtime_ns)
            for mark in marks[:-_MOST_MARKS]:
                mark.unlink()

    def _place(self) -> Path:
        return whole_states_folder() / self.digest


def check_whole(connection: sqlite3.Connection, path: Path, raw: BufferedReader) -> WholeFile | None:
    """Refuses a file of unknown origin that is damaged, altered by another program or copied while it was written to;
    returns how to follow a large one. Within a transaction: what another program writes meanwhile must not be taken for
    damage. ``raw`` is the file, opened before the connection and closed after the transaction: POSIX takes the locks of
    a process away when it closes any handle of the file. Raises UserError, sqlite3.Error."""
    with refusing_what_is_spoiled(path):
        check_schema(connection, path)
        if not _takes_long(connection, path):
            check_integrity(connection, path)
            if not agrees(connection) or lacks_newest(connection):
                raise not_whole(path)
            return None
        state = _state_in(path, raw)
        if state is None or not state.is_marked():
            _check_large(connection, path)
        if state is None:
            return None
        state.mark()
        return WholeFile(path, state.signature, state.writes)


def _takes_long(connection: sqlite3.Connection, path: Path) -> bool:
    size = path.stat().st_size
    if size < LARGE:
        return False
    ((attached,),) = connection.execute("SELECT total(length(data)) FROM content")
    return bool((size - attached) * _ATTACHED_QUICKER > size)


def _state_in(path: Path, raw: BufferedReader) -> _State | None:
    """None where the bytes are not those that the connection reads, or not all of them."""
    with suppress(OSError):
        state = _State.read(raw)
        if not state.has_wal and state.signature == signature_or_none(path):
            return state
    return None


def _check_large(connection: sqlite3.Connection, path: Path) -> None:
    """Looks at the pages on another connection meanwhile: SQLite lets go of Python while it works."""
    from concurrent.futures import ThreadPoolExecutor

    def look_at_pages() -> None:
        with closing(connect(path)) as other, read_transaction(other):
            check_integrity(other, path)

    with ThreadPoolExecutor(1) as beside:
        pages = beside.submit(look_at_pages)
        whole = agrees(connection) and not lacks_newest(connection)
        pages.result()
    if not whole:
        raise not_whole(path)

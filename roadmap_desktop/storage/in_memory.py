"""A file whose bytes are held in memory: what stays of one that was moved or pulled out, or could not be read
where it is without writing to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmap_desktop.storage.copying import made_beside
from roadmap_desktop.storage.durable import copy_bytes
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.reading_only import NeedsWriting, open_to_read
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.unfinished import temporary_folder
from roadmap_desktop.storage.upgrade import copy_upgraded


class FileInMemory(RoadmapFile):
    """A file of the present schema that can be read, as it was at ``path``. It cannot be edited."""

    def __init__(self, path: Path, content: bytes) -> None:
        super().__init__(path, opener=lambda _path: _connect(content))
        self.content = content


def open_to_view(path: Path) -> RoadmapFile:
    """Opens a file for reading only, also one of an older version or one with a write cut short; neither it nor its
    folder is written to. Raises UserError for what is not whole and ours."""
    try:
        return open_to_read(path)
    except NeedsWriting:
        pass
    with known_failures(path), temporary_folder() as folder:
        copy, upgraded = folder / path.name, folder / "upgraded"
        copy_bytes(path, copy)
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            copy_bytes(journal, copy.with_name(journal.name))
        copy_upgraded(copy, upgraded)
        return FileInMemory(path, upgraded.read_bytes())


def content_of(file: RoadmapFile) -> bytes:
    """The bytes of an open file at one moment, also of one that has no name any more. Raises UserError."""
    if isinstance(file, FileInMemory):
        return file.content
    with file.read() as connection:
        return connection.serialize()


def write_content(content: bytes, target: Path) -> None:
    """Writes a checked file with these bytes. Raises UserError, also for a name that is taken; nothing is left
    behind then."""
    with made_beside(target) as beside:
        beside.write_bytes(content)


@contextmanager
def location_of(file: RoadmapFile) -> Iterator[Path]:
    """Where the file can be copied from: its own place, or for the time being one of this PC. Callable from any thread.
    Raises UserError."""
    if not isinstance(file, FileInMemory):
        yield file.path
        return
    with known_failures(file.path), temporary_folder() as folder:
        location = folder / file.path.name
        location.write_bytes(file.content)
        yield location


def _connect(content: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(content)
    connection.execute("PRAGMA query_only = ON")
    return connection

"""The open file beside its own connection: read by another thread, kept as bytes, written anew from them.

What does it brings the registers' classes along, so it is imported when it is first needed: start-up counts.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from roadmap_desktop.errors import UserError
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def location_of(file: RoadmapFile) -> AbstractContextManager[Path]:
    """Where the file can be copied from while the block lasts, also one that is only in memory; callable from any
    thread. Raises UserError."""
    from roadmap_desktop.storage import in_memory

    return in_memory.location_of(file)


@contextmanager
def read_beside(file: RoadmapFile, newest: str | None) -> Iterator[RoadmapFile]:
    """The file by a connection of its own, for the thread that asks; ``newest`` was read of it before. Raises
    UserError."""
    with location_of(file) as path, open_to_read(path, newest) as beside:
        yield beside


def open_to_read(path: Path, newest: str | None = None) -> RoadmapFile:
    """Opens a file of the present schema, neither checked nor ever written to. Raises UserError."""
    from roadmap_desktop.storage.reading_only import FileToRead

    return FileToRead(path, newest)


def content_of(file: RoadmapFile) -> bytes | None:
    """The bytes of the file, also of one that has no name any more; None where they cannot be read."""
    from roadmap_desktop.storage import in_memory

    try:
        return in_memory.content_of(file)
    except UserError:
        return None


def file_from(path: Path, content: bytes) -> RoadmapFile:
    """A file with these bytes that can be read, as it was at ``path``."""
    from roadmap_desktop.storage.in_memory import FileInMemory

    return FileInMemory(path, content)


def write_content(content: bytes, target: Path) -> None:
    """Writes a checked file with these bytes. Raises UserError; nothing is left behind then."""
    from roadmap_desktop.storage import in_memory

    in_memory.write_content(content, target)

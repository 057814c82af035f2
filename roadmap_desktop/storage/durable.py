"""Putting a finished file where it belongs so that neither a power cut nor a full disk can leave half of it."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def sync_file(path: Path) -> None:
    """Waits until the file's bytes are on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Waits until the folder's names are on the disk, where the system can do that: Windows cannot, and some network
    folders refuse. The file is whole and has its name by then, so a refusal here must not be told as a failure."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def replace(made: Path, path: Path, before: Callable[[], object] = lambda: None) -> None:
    """Puts a finished file in the place of another, for the same people to read and write, and waits until both are on
    the disk. ``before`` is called at the last moment. Raises OSError."""
    sync_file(made)
    with suppress(OSError):
        shutil.copymode(path, made)
    before()
    made.replace(path)
    sync_folder(path.parent)


def copy_bytes(source: Path, target: Path) -> None:
    """A copy byte by byte under a new name, on the disk when this returns. Raises OSError; half a copy is not left."""
    with source.open("rb") as reading, target.open("xb") as writing:
        try:
            shutil.copyfileobj(reading, writing, 1 << 20)
            writing.flush()
            os.fsync(writing.fileno())
        except BaseException:
            writing.close()
            target.unlink()
            raise


def remove(path: Path) -> None:
    """Takes a file under way away, with what SQLite may have left beside it."""
    for name in (path, path.with_name(path.name + "-journal")):
        with suppress(OSError):
            name.unlink()

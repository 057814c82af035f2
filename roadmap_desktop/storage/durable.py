"""Putting a finished file where it belongs so that neither a power cut nor a full disk can leave half of it."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from errno import EACCES, ENODEV
from pathlib import Path

from roadmap_desktop.storage.refusals import ACCESS_DENIED, patiently


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
    put_over(made, path)
    sync_folder(path.parent)


def put_over(made: Path, path: Path) -> None:
    """Gives a finished file the name of another, or one that is free. Raises OSError, also where a file stands that is
    marked as read-only: where only the folder's rights count, it would be replaced all the same."""
    if path.exists() and not path.stat().st_mode & 0o222:
        raise PermissionError(EACCES, os.strerror(EACCES))
    patiently(lambda: made.replace(path), ACCESS_DENIED)


def copy_bytes(source: Path, target: Path) -> None:
    """A copy byte by byte under a new name, on the disk when this returns. Raises OSError, also for a
    pipe or a device; half a copy is not left."""
    if source.exists() and not (source.is_file() or source.is_dir()):
        raise OSError(ENODEV, "not a regular file")
    with patiently(lambda: source.open("rb")) as reading, target.open("xb") as writing:
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
            patiently(name.unlink)

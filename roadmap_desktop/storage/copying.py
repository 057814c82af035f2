"""A copy of a file: complete, compact and checked before it takes its name."""

from contextlib import suppress
from pathlib import Path

from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.placing import beside, check_free, put_in_place
from roadmap_desktop.storage.roadmap_file import open_file


def save_copy(source: Path, target: Path) -> None:
    """Writes the file as it is on the disk to ``target``, which must not exist; callable from any thread. Raises
    KnownError; nothing is left behind then."""
    with known_failures(target):
        check_free(target)
        unfinished = beside(target)
        try:
            connection = connect(source)
            try:
                connection.execute("VACUUM INTO ?", (str(unfinished),))
            finally:
                connection.close()
            open_file(unfinished).close()
            put_in_place(unfinished, target)
        finally:
            with suppress(FileNotFoundError):
                unfinished.unlink()

"""A copy of a file: complete, compact and checked before it takes its name."""

import os
from contextlib import suppress
from pathlib import Path

from roadmap_desktop.errors import KnownError
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.roadmap_file import open_file, put_in_place


def save_copy(source: Path, target: Path) -> None:
    """Writes the file as it is on the disk to ``target``, which must not exist; callable from any thread. Raises
    KnownError; nothing is left behind then."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    with known_failures(target):
        if target.exists():
            raise KnownError(f"Файл «{target.name}» уже есть. Он не изменён. Выберите для копии другое имя.")
        try:
            connection = connect(source)
            try:
                connection.execute("VACUUM INTO ?", (str(beside),))
            finally:
                connection.close()
            open_file(beside).close()
            put_in_place(beside, target)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()

"""Regular files and what may stand in their place: opening a pipe waits without end, a device gives without end, and
SQLite writes what it would need after a power cut into whatever bears the journal's name."""

import os
import stat
from pathlib import Path

from roadmap_desktop.errors import NOTHING_CHANGED, UNCHANGED_AND_CLOSED, UserError

_BESIDE = ("-journal", "-wal", "-shm")


def is_taken_otherwise(path: Path | str) -> bool:
    """Whether something else than a regular file has that name: a pipe, a device, a folder, a link."""
    try:
        return not stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def check_regular(path: Path) -> None:
    """Before SQLite may open the file. Raises UserError where it, or what SQLite would open beside it, is something
    else than a regular file."""
    # SQLite follows a link to the file, and looks beside that one.
    real = os.path.realpath(path)
    if is_taken_otherwise(real):
        raise UserError(
            f"«{path.name}» — не обычный файл.",
            UNCHANGED_AND_CLOSED,
            "Выберите файл, созданный этой программой.",
        )
    for ending in _BESIDE:
        if is_taken_otherwise(real + ending):
            name = f"{Path(real).name}{ending}"
            raise UserError(
                f"Рядом с файлом «{path.name}» есть «{name}», и это не обычный файл: записывать "
                "при нём опасно.",
                NOTHING_CHANGED,
                f"Удалите «{name}» и откройте файл снова.",
            )

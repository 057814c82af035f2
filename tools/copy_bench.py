"""Saving a copy, beside SQLite's own backup of the same file."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from roadmap_desktop.storage.copying import save_copy
from stopwatch import seconds


def saved_copy(source: Path, folder: Path) -> float:
    """Seconds of a copy that is complete, checked and on the disk."""
    target = folder / "copy.roadmap"
    target.unlink(missing_ok=True)
    return seconds(lambda: save_copy(source, target))


def bare_backup(source: Path, folder: Path) -> float:
    """Seconds of SQLite's backup until its bytes are on the disk."""
    target = folder / "backup.db"
    target.unlink(missing_ok=True)

    def back_up() -> None:
        with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
            one.backup(other)
        with target.open("rb+") as file:
            os.fsync(file.fileno())

    return seconds(back_up)

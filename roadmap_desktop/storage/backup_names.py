"""What the name of a backup tells, for the program and for who looks at the folder without it:
«План 2026-11-23 14-20-00 перед объединением, не удалять [1f2e3d4c].roadmap»."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from roadmap_desktop.storage.roadmap_file import SUFFIX

_TIME = "%Y-%m-%d %H-%M-%S"
_KEPT = ", не удалять"
_NAME = re.compile(
    r"(?P<stem>.+) (?P<at>\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: \((?P<number>\d{1,4})\))? (?P<why>[а-я ]+)"
    rf"(?P<kept>{_KEPT})?(?: \[(?P<place>[0-9a-f]{{8}})\])?"
)
# A name on most disks holds 255 bytes, two for a Russian letter; the time, the reason and the rest need theirs.
_LONGEST_STEM = 66


class Reason(StrEnum):
    """Before what a backup was made."""

    OPENING = "при открытии"
    MANUAL = "вручную"
    MIGRATION = "перед обновлением"
    MERGE = "перед объединением"
    IMPORT = "перед вставкой"
    RESTORE = "перед восстановлением"


class Backup(NamedTuple):
    """``stem`` is the name of the file when it was made, ``at`` the PC's own time, ``number`` tells those of one second
    apart, ``size`` is in bytes. ``place`` is a short mark of where the file stood, empty in backups of an older
    program, ``origin`` that place itself where it is known. ``is_kept``: never thinned out."""

    path: Path
    stem: str
    at: datetime
    reason: str
    size: int
    number: int = 1
    place: str = ""
    is_kept: bool = False
    origin: Path | None = None

    @property
    def key(self) -> tuple[str, datetime, int, str, str]:
        """What tells it from the others, in whichever folder it lies and whether it is marked or not."""
        return self.stem, self.at, self.number, self.reason, self.place


def parsed(path: Path) -> Backup | None:
    """What a file's name tells; None for a file that is no backup, or is gone."""
    match = _NAME.fullmatch(path.stem) if path.suffix == SUFFIX else None
    with suppress(OSError, ValueError):
        if match:
            return Backup(
                path,
                match["stem"],
                datetime.strptime(match["at"], _TIME),
                match["why"],
                path.stat().st_size,
                int(match["number"] or 1),
                match["place"] or "",
                match["kept"] is not None,
            )
    return None


def path_in(folder: Path, backup: Backup) -> Path:
    """Where the backup is to lie in a folder."""
    number = f" ({backup.number})" if backup.number > 1 else ""
    kept = _KEPT if backup.is_kept else ""
    place = f" [{backup.place}]" if backup.place else ""
    return folder / f"{backup.stem} {backup.at:{_TIME}}{number} {backup.reason}{kept}{place}{SUFFIX}"


def numbered(folder: Path, backup: Backup, present: Iterable[Backup]) -> Backup:
    """The backup with the first number that none of the same file and second has, and whose name is free in the
    folder: not everything there is a backup."""
    taken = {
        one.number
        for one in present
        if (one.stem, one.at, one.place) == (backup.stem, backup.at, backup.place)
    }
    named = (backup._replace(number=number) for number in count(1) if number not in taken)
    return next(one for one in named if not os.path.lexists(path_in(folder, one)))


def stem_of(path: Path) -> str:
    """The file's name as its backups bear it."""
    return path.stem[:_LONGEST_STEM].strip() or "файл"


def place_of(path: Path) -> str:
    """A short mark of where a file stands, by which those of one name in two folders are told apart."""
    return f"{crc32(os.fsencode(os.path.normcase(os.path.realpath(path)))):08x}"


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """Sorted by age."""
    return sorted(backups, key=lambda backup: (backup.at, backup.number), reverse=True)


def own_first(path: Path, backups: Iterable[Backup]) -> list[Backup]:
    """Those of this very file before those of its name from who knows where, these before those of its copies;
    otherwise as they stand."""
    stem, place = stem_of(path), place_of(path)

    def distance(backup: Backup) -> tuple[bool, bool, bool]:
        return backup.stem != stem, backup.place != place, bool(backup.place)

    return sorted(backups, key=distance)

"""Backups of a file: complete checked copies in a folder of the user's, one folder for each roadmap.

A roadmap is known by its own key, so a file that was renamed or moved finds its backups again; copies of one roadmap
share a folder, and each is thinned out by its own name.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.retention import kept
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.copying import save_copy
from roadmap_desktop.storage.durable import copy_bytes, remove, sync_folder
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.placing import name_beside, put_in_place
from roadmap_desktop.storage.roadmap_file import SUFFIX
from roadmap_desktop.storage.schema import SCHEMA_VERSION

IsCancelled = Callable[[], bool]
NOT_YET = timedelta(hours=1)

_TIME = "%Y-%m-%d %H-%M-%S"
_NAME = re.compile(r"(?P<stem>.+) (?P<at>\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: \(\d+\))? (?P<why>[а-я ]+)")
_KEY = re.compile(r"[0-9a-f-]{36}")
# A name on most disks holds 255 bytes, two for a Russian letter; the time and the reason need the rest.
_LONGEST_STEM = 80


class Reason(StrEnum):
    """Before what a backup was made; a part of its name, for who looks at the folder without the program."""

    OPENING = "при открытии"
    MIGRATION = "перед обновлением"
    MERGE = "перед объединением"
    IMPORT = "перед вставкой"
    RESTORE = "перед восстановлением"


class Backup(NamedTuple):
    """``stem`` is the name of the file when it was made, ``at`` the PC's own time, ``size`` in bytes."""

    path: Path
    stem: str
    at: datetime
    reason: str
    size: int


def roadmap_key(path: Path) -> str | None:
    """The key of the roadmap in a file; None when it cannot be read."""
    with suppress(sqlite3.Error, KnownError, OSError, UnicodeError), closing(connect(path)) as connection:
        rows = connection.execute("SELECT id FROM roadmap ORDER BY id LIMIT 1").fetchall()
        if rows and isinstance(rows[0][0], str) and _KEY.fullmatch(rows[0][0]):
            return rows[0][0]
    return None


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first; other files there are passed over."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.stem) if path.suffix == SUFFIX else None
            with suppress(OSError, ValueError):
                if match:
                    at = datetime.strptime(match["at"], _TIME)
                    found.append(Backup(path, match["stem"], at, match["why"], path.stat().st_size))
    return newest_first(found)


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """Sorted by age."""
    return sorted(backups, key=_age, reverse=True)


def own_first(path: Path, backups: Iterable[Backup]) -> list[Backup]:
    """Those made under the file's own name before those of its copies, otherwise as they stand."""
    return sorted(backups, key=lambda backup: backup.stem != _stem(path))


def backups_of(path: Path, root: Path) -> list[Backup]:
    """The backups of the roadmap in a file, newest first, and what was kept of it when it did not open; of a file that
    cannot be read those that bear its name."""
    key = roadmap_key(path)
    if key is not None:
        found = [*backups_in(root / key), *backups_in(root / _unread(path))]
    else:
        everywhere = (backup for folder in _folders(root) for backup in backups_in(folder))
        found = [backup for backup in everywhere if backup.stem == _stem(path)]
    return newest_first(found)


def only_in_second(path: Path, folder: Path, here: Iterable[Backup]) -> list[Backup]:
    """The backups of that roadmap in a second place of which the first has none of the same name, in no order; of a
    file that cannot be read those that bear its name."""
    key, names = roadmap_key(path), {backup.path.name for backup in here}
    found = [backup for backup in backups_in(folder) if backup.path.name not in names]
    if key is None:
        return [backup for backup in found if backup.stem == _stem(path)]
    return [backup for backup in found if roadmap_key(backup.path) == key]


def back_up(
    path: Path, root: Path, reason: Reason, now: datetime, is_cancelled: IsCancelled = lambda: False
) -> Backup | None:
    """Makes a backup and thins the older ones of the same name out. None when one of the same content is there already,
    or, on opening, one made within the last hour. Raises KnownError when it cannot be made, Cancelled; what is there
    stays then."""
    with known_failures(path):
        folder = root / (roadmap_key(path) or _unread(path))
        folder.mkdir(parents=True, exist_ok=True)
        own = [backup for backup in backups_in(folder) if backup.stem == _stem(path)]
        if own and reason is Reason.OPENING and timedelta(0) <= now - own[0].at < NOT_YET:
            return None
        if own and _same_content(path, own[0].path):
            return None
        target = _free_name(folder, path, reason, now)
        if _version(path) == SCHEMA_VERSION:
            save_copy(path, target, is_cancelled=is_cancelled)
        else:
            _copy_as_it_is(path, target)
        made = Backup(target, _stem(path), now.replace(microsecond=0), reason, target.stat().st_size)
        thin_out([made, *own], now)
        return made


def keep_damaged(path: Path, root: Path, now: datetime) -> Path:
    """Keeps a file that does not open, byte by byte, before another takes its place, with what an interrupted edit left
    beside it. Raises KnownError."""
    with known_failures(path):
        folder = root / _unread(path)
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, path, Reason.RESTORE, now)
        _copy_as_it_is(path, target)
        torn = path.with_name(path.name + "-journal")
        if torn.exists():
            _copy_as_it_is(torn, target.with_name(target.name + "-journal"))
            torn.unlink()
        return target


def copy_to(backup: Backup, folder: Path, now: datetime) -> None:
    """Puts the same backup into a second place and thins it out as the first. Raises KnownError, also for a folder that
    is not there: a stick may be."""
    if not folder.is_dir():
        raise KnownError(
            f"Второго места для резервных копий нет: {folder}. Копия на этом компьютере сделана. "
            "Вставьте флешку или выберите другую папку."
        )
    with known_failures(folder):
        target = folder / backup.path.name
        if not target.exists():
            _copy_as_it_is(backup.path, target)
        # Another roadmap may have a file of the same name.
        key = roadmap_key(target)
        own = [one for one in backups_in(folder) if one.stem == backup.stem and roadmap_key(one.path) == key]
        thin_out(own, now)


def thin_out(backups: Iterable[Backup], now: datetime) -> None:
    """Deletes the backups that no longer have to stay, see ``retention``."""
    listed = list(backups)
    staying = kept([backup.at for backup in listed], now)
    for backup in listed:
        if backup.at not in staying:
            remove(backup.path)


def _version(path: Path) -> int:
    # Asked through SQLite: to open and close a file otherwise lets go of the lock that this process may hold on it.
    with closing(connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _age(backup: Backup) -> tuple[datetime, int]:
    # Of one second, for which the name is too short, the disk knows more.
    with suppress(OSError):
        return backup.at, backup.path.stat().st_mtime_ns
    return backup.at, 0


def _folders(root: Path) -> list[Path]:
    with suppress(OSError):
        return [folder for folder in root.iterdir() if folder.is_dir()]
    return []


def _unread(path: Path) -> str:
    return f"нечитаемые {_stem(path)}"


def _stem(path: Path) -> str:
    return path.stem[:_LONGEST_STEM].strip() or "файл"


def _free_name(folder: Path, path: Path, reason: Reason, now: datetime) -> Path:
    number, name = 1, f"{_stem(path)} {now:{_TIME}}"
    while (target := folder / f"{name}{f' ({number})' if number > 1 else ''} {reason}{SUFFIX}").exists():
        number += 1
    return target


def _copy_as_it_is(path: Path, target: Path) -> None:
    unfinished = name_beside(target)
    try:
        copy_bytes(path, unfinished)
        put_in_place(unfinished, target)
        sync_folder(target.parent)
    finally:
        remove(unfinished)


def _same_content(path: Path, backup: Path) -> bool:
    """Whether nothing was written since: the journal grows with every edit, and a merge or a copy changes its size."""
    asked = "SELECT count(*), max(at), max(id) FROM change_set"
    counted = "SELECT count(*) FROM change"
    try:
        with closing(connect(path)) as one, closing(connect(backup)) as other:
            return all(
                one.execute(question).fetchone() == other.execute(question).fetchone()
                for question in ("PRAGMA user_version", asked, counted)
            )
    except (sqlite3.Error, UnicodeError):
        return False

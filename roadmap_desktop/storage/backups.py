"""Backups of a file: complete checked copies in a folder of the user's, one folder for each roadmap.

A roadmap is known by its own key, so a file that was renamed or moved finds its backups again; copies of one roadmap
share a folder, and each is thinned out apart, by its name and by where it stands.
"""

import filecmp
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.retention import Point, kept
from roadmap_desktop.storage.backup_index import BackupIndex
from roadmap_desktop.storage.backup_names import (
    Backup,
    Reason,
    newest_first,
    numbered,
    parsed,
    path_in,
    place_of,
    stem_of,
)
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.copying import save_copy
from roadmap_desktop.storage.durable import copy_bytes, remove, sync_folder
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.placing import name_beside, put_in_place
from roadmap_desktop.storage.same_state import is_same_state
from roadmap_desktop.storage.schema import SCHEMA_VERSION

IsCancelled = Callable[[], bool]
NOT_YET = timedelta(hours=1)

_KEY = re.compile(r"[0-9a-f-]{36}")
_BEFORE_CHANGE = (Reason.MIGRATION, Reason.MERGE, Reason.IMPORT, Reason.RESTORE)


class Made(NamedTuple):
    """``backup`` holds the state of the file; None where one was not due yet. ``is_new``: it was not kept before."""

    backup: Backup | None
    is_new: bool


def roadmap_key(path: Path) -> str | None:
    """The key of the roadmap in a file; None when it cannot be read."""
    with suppress(sqlite3.Error, UserError, OSError, UnicodeError), closing(connect(path)) as connection:
        rows = connection.execute("SELECT id FROM roadmap ORDER BY id LIMIT 1").fetchall()
        if rows and isinstance(rows[0][0], str) and _KEY.fullmatch(rows[0][0]):
            return rows[0][0]
    return None


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first; other files there are passed over."""
    with suppress(OSError):
        return newest_first(
            backup for path in folder.iterdir() if path.is_file() and (backup := parsed(path))
        )
    return []


def backups_of(path: Path, root: Path) -> list[Backup]:
    """The backups of the roadmap in a file, newest first, and what was kept of it when it did not open; of a file that
    cannot be read those that bear its name."""
    key = roadmap_key(path)
    if key is not None:
        found = [*backups_in(root / key), *backups_in(root / _unread(path))]
    else:
        everywhere = (backup for folder in _folders(root) for backup in backups_in(folder))
        found = [backup for backup in everywhere if backup.stem == stem_of(path)]
    index = BackupIndex(root)
    return newest_first(backup._replace(origin=index.origin(backup)) for backup in found)


def only_in_second(path: Path, folder: Path, here: Iterable[Backup], root: Path) -> list[Backup]:
    """The backups of that roadmap in a second place of which the first has not the same, in no order; of a file that
    cannot be read those that bear its name."""
    key, known, index = roadmap_key(path), {backup.key for backup in here}, BackupIndex(root)
    found = [
        backup._replace(origin=index.origin(backup))
        for backup in backups_in(folder)
        if backup.key not in known
    ]
    if key is None:
        return [backup for backup in found if backup.stem == stem_of(path)]
    return [backup for backup in found if roadmap_key(backup.path) == key]


def back_up(
    path: Path, root: Path, reason: Reason, now: datetime, is_cancelled: IsCancelled = lambda: False
) -> Made:
    """Makes a backup, unless the same state of this file is kept already or, on opening, one was made within the last
    hour; thins those of the same file out. Raises UserError when it cannot be made, Cancelled; what is there stays
    then."""
    with known_failures(path):
        folder = root / (roadmap_key(path) or _unread(path))
        folder.mkdir(parents=True, exist_ok=True)
        index, place = BackupIndex(root), place_of(path)
        own = [one for one in backups_in(folder) if one.stem == stem_of(path) and one.place in (place, "")]
        if own and reason is Reason.OPENING and timedelta(0) <= now - own[0].at < NOT_YET:
            return Made(None, is_new=False)
        index.note_place(path)
        same = next((one for one in own if is_same_state(path, one.path)), None)
        if same is not None:
            index.note_again(same, now, reason)
            return Made(same, is_new=False)
        made = _new(path, folder, reason, now, own)
        if _version(path) == SCHEMA_VERSION:
            save_copy(path, made.path, is_cancelled=is_cancelled)
        else:
            _copy_as_it_is(path, made.path)
        made = made._replace(size=made.path.stat().st_size)
        thin_out([made, *own], now, index)
        return Made(made, is_new=True)


def keep_damaged(path: Path, root: Path, now: datetime) -> Path:
    """Keeps a file that does not open, byte by byte and once, before another takes its place, with what an interrupted
    edit left beside it. Raises UserError."""
    with known_failures(path):
        folder = root / _unread(path)
        folder.mkdir(parents=True, exist_ok=True)
        BackupIndex(root).note_place(path)
        present, torn = backups_in(folder), path.with_name(path.name + "-journal")
        if not torn.exists():
            for one in present:
                if filecmp.cmp(one.path, path, shallow=False):
                    return one.path
        target = _new(path, folder, Reason.RESTORE, now, present).path
        _copy_as_it_is(path, target)
        if torn.exists():
            _copy_as_it_is(torn, target.with_name(target.name + "-journal"))
            torn.unlink()
        return target


def copy_to(backup: Backup, folder: Path, now: datetime, root: Path) -> None:
    """Puts the same backup into a second place and thins it out as the first. Raises UserError, also for a folder that
    is not there: a stick may be."""
    if not folder.is_dir():
        raise UserError(
            f"Второго места для резервных копий нет: {folder}.",
            "Копия на этом компьютере сделана.",
            "Вставьте флешку или выберите другую папку.",
        )
    with known_failures(folder):
        present = backups_in(folder)
        if backup.key in {one.key for one in present}:
            return
        target = path_in(folder, backup)
        _copy_as_it_is(backup.path, target)
        # Another roadmap may have a file of the same name.
        key = roadmap_key(target)
        own = [one for one in present if one.stem == backup.stem and roadmap_key(one.path) == key]
        thin_out([backup._replace(path=target), *own], now, BackupIndex(root))


def set_kept(backup: Backup, folders: Iterable[Path], is_kept: bool) -> None:
    """Marks a backup as one to be kept for good, or no longer, in each of these folders that has it. Raises
    UserError."""
    for folder in folders:
        with known_failures(folder):
            for one in backups_in(folder):
                if one.key == backup.key and one.is_kept != is_kept:
                    put_in_place(one.path, path_in(folder, one._replace(is_kept=is_kept)))
                    one.path.unlink(missing_ok=True)


def thin_out(backups: Iterable[Backup], now: datetime, index: BackupIndex) -> None:
    """Deletes those that are not marked and no longer have to stay, see ``retention``: each file's apart."""
    of_files = defaultdict[tuple[str, str], dict[Backup, set[Point]]](dict)
    for backup in backups:
        if not backup.is_kept:
            of_files[backup.stem, backup.place][backup] = _points(backup, index)
    for points in of_files.values():
        staying = kept(set().union(*points.values()), now)
        for backup, own in points.items():
            if not own & staying:
                remove(backup.path)


def _points(backup: Backup, index: BackupIndex) -> set[Point]:
    points, again = {Point(backup.at, backup.number, backup.reason in _BEFORE_CHANGE)}, index.again(backup)
    return points | ({Point(again.at, 1, again.reason in _BEFORE_CHANGE)} if again else set())


def _new(path: Path, folder: Path, reason: Reason, now: datetime, present: Iterable[Backup]) -> Backup:
    """A backup that is yet to be made, where nothing stands."""
    wanted = Backup(folder, stem_of(path), now.replace(microsecond=0), str(reason), 0, place=place_of(path))
    named = numbered(folder, wanted, present)
    return named._replace(path=path_in(folder, named), origin=path)


def _version(path: Path) -> int:
    # Asked through SQLite: to open and close a file otherwise lets go of the lock that this process may hold on it.
    with closing(connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _folders(root: Path) -> list[Path]:
    with suppress(OSError):
        return [folder for folder in root.iterdir() if folder.is_dir()]
    return []


def _unread(path: Path) -> str:
    return f"нечитаемые {stem_of(path)}"


def _copy_as_it_is(path: Path, target: Path) -> None:
    unfinished = name_beside(target)
    try:
        copy_bytes(path, unfinished)
        put_in_place(unfinished, target)
        sync_folder(target.parent)
    finally:
        remove(unfinished)

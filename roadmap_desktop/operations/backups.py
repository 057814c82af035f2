"""Backups: made beforehand, listed, looked at, taken back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.errors import Cancelled, KnownError
from roadmap_desktop.folders import backups_folder
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.history import file_history
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage import backups as stored
from roadmap_desktop.storage.backups import Backup, Reason
from roadmap_desktop.storage.check import faults_in, find_faults
from roadmap_desktop.storage.durable import copy_bytes, remove
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.lock import refuse_where_held
from roadmap_desktop.storage.merging import readable
from roadmap_desktop.storage.placing import name_beside
from roadmap_desktop.storage.replacing import Target, replacing
from roadmap_desktop.storage.roadmap_file import RoadmapFile

__all__ = ["Backup", "Reason"]

IsCancelled = Callable[[], bool]
# The folder of the second place, in a file of its own: the window and the command line both read it.
_SECOND = "второе место.txt"


class Preview(NamedTuple):
    """What stands in a backup. ``last`` is the label of its last change, ``changed_at`` its time."""

    title: str
    period: Period
    activities: int
    done: int
    last: str
    changed_at: datetime | None


def list_backups(path: Path) -> list[Backup]:
    """The backups of the roadmap in a file, newest first, with those that only the second place still has."""
    here, second = stored.backups_of(path, backups_folder()), second_place()
    if second is None:
        return here
    return stored.newest_first([*here, *stored.only_in_second(path, second, here)])


def folder_of(path: Path) -> Path:
    """The folder where the backups of a file are, or would be."""
    newest = next(iter(list_backups(path)), None)
    return newest.path.parent if newest else backups_folder()


def back_up(
    path: Path,
    reason: Reason,
    is_cancelled: IsCancelled = lambda: False,
    now: datetime | None = None,
) -> str:
    """Makes a backup unless it would be one too many, here and in the second place. Returns a sentence when the second
    place has failed, else an empty text: the first is safe then. Raises KnownError when the first cannot be made,
    Cancelled."""
    moment = now or datetime.now()
    made = stored.back_up(path, backups_folder(), reason, moment, is_cancelled)
    second = second_place()
    if made is None or second is None:
        return ""
    try:
        stored.copy_to(made, second, moment)
    except KnownError as error:
        return str(error)
    return ""


def before(reason: Reason) -> Callable[[Path], None]:
    """What has to be called with a file before something is done to it. It raises KnownError, and nothing must be
    done then."""

    def keep(path: Path) -> None:
        back_up(path, reason)

    return keep


def second_place() -> Path | None:
    """The folder to which every backup is copied as well; None when there is none."""
    with suppress(OSError, UnicodeError):
        text = (backups_folder() / _SECOND).read_text(encoding="utf-8").strip()
        return Path(text) if text else None
    return None


def set_second_place(folder: Path | None) -> None:
    """Remembers the second place, or that there is none. Raises KnownError when that cannot be written."""
    root = backups_folder()
    with known_failures(root):
        root.mkdir(parents=True, exist_ok=True)
        (root / _SECOND).write_text(str(folder or ""), encoding="utf-8")


def preview(backup: Backup) -> Preview:
    """What stands in a backup, of whatever version. Raises KnownError when it does not open."""
    with readable(backup.path) as place, RoadmapFile(place) as file:
        plan = read_plan(file)
        newest = next(iter(file_history(file, 1)), None)
    return Preview(
        plan.info.title,
        plan.info.period,
        len(plan.activities),
        sum(row.state is State.DONE for row in plan.activities),
        newest.label if newest else "",
        newest.at if newest else None,
    )


def newest_good(path: Path, is_cancelled: IsCancelled = lambda: False) -> Path | None:
    """The newest backup of a file that is sound, one of its copies only where it has none itself; None when there is
    none."""
    for backup in stored.own_first(path, list_backups(path)):
        with suppress(KnownError):
            if not find_faults(backup.path, is_cancelled=is_cancelled):
                return backup.path
    return None


def named(path: Path, name: str) -> Backup:
    """The backup of that number in the list (1 is the newest), of that file name, or at that place. Raises
    KnownError."""
    found = list_backups(path)
    if name.isdecimal() and 1 <= int(name) <= len(found):
        return found[int(name) - 1]
    for backup in found:
        if name in (backup.path.name, backup.path.stem) or Path(name).absolute() == backup.path:
            return backup
    raise KnownError(
        f"Резервной копии «{name}» у файла «{path.name}» нет. Ничего не изменено. "
        "Список с номерами: roadmap-desktop backups ФАЙЛ."
    )


def restore(
    path: Path,
    backup: Backup,
    now: datetime | None = None,
    is_cancelled: IsCancelled = lambda: False,
) -> None:
    """Puts a backup in the place of a file that no window edits; what stands there is backed up first, also when it
    does not open. Raises KnownError, Cancelled; the file is then as it was."""
    path = path.resolve()
    refuse_where_held(path)
    beside = name_beside(path)
    moment = now or datetime.now()
    with known_failures(path):
        try:
            with readable(backup.path) as place:
                copy_bytes(place, beside)
            if faults := find_faults(beside, is_cancelled=is_cancelled):
                raise KnownError(
                    f"Резервная копия неисправна: {faults[0].text} Файл «{path.name}» не изменён. Выберите другую."
                )
            with replacing(path) as target:
                if path.exists():
                    _keep_present(target, moment, is_cancelled)
                if is_cancelled():
                    raise Cancelled
                target.put(beside)
        finally:
            remove(beside)


def _keep_present(target: Target, now: datetime, is_cancelled: IsCancelled) -> None:
    """Keeps what stands there in a backup, and what does not open byte by byte."""
    try:
        if target.connection is not None and not faults_in(
            target.connection, target.path, is_cancelled=is_cancelled
        ):
            stored.back_up(target.path, backups_folder(), Reason.RESTORE, now, is_cancelled)
            return
    except Cancelled:
        raise
    except KnownError:
        pass
    stored.keep_damaged(target.path, backups_folder(), now)

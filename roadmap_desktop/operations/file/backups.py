"""Backups: made beforehand, listed, looked at, taken back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop import clock
from roadmap_desktop.errors import NOTHING_CHANGED, Cancelled, UserError
from roadmap_desktop.folders import backups_folder
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.plan.history import file_history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage import backups as stored
from roadmap_desktop.storage.backup_names import Backup, Reason, newest_first, own_first, place_of
from roadmap_desktop.storage.check import faults_in, find_faults
from roadmap_desktop.storage.durable import copy_bytes, remove
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.lock import refuse_where_held
from roadmap_desktop.storage.merging import readable
from roadmap_desktop.storage.placing import name_beside
from roadmap_desktop.storage.replacing import Target, replacing
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.schema import check_header

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


class MadeNow(NamedTuple):
    """``backup`` holds the present state of the file, ``told`` says so in Russian and where the second place failed."""

    backup: Backup
    told: str


def list_backups(path: Path) -> list[Backup]:
    """The backups of the roadmap in a file, newest first, with those that only the second place still has."""
    root, second = backups_folder(), second_place()
    here = stored.backups_of(path, root)
    if second is None:
        return here
    return newest_first([*here, *stored.only_in_second(path, second, here, root)])


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
    place has failed, else an empty text: the first is safe then. Raises UserError when the first cannot be made,
    Cancelled."""
    moment = now or clock.local_time()
    made = stored.back_up(path, backups_folder(), reason, moment, is_cancelled)
    return _copied_to_second(made.backup, moment)


def back_up_now(
    path: Path, is_cancelled: IsCancelled = lambda: False, now: datetime | None = None
) -> MadeNow:
    """Makes a backup because it was asked for; a state that is kept already is not kept twice. Raises UserError,
    Cancelled."""
    moment = now or clock.local_time()
    with known_failures(path):
        check_header(path)
    backup, is_new = stored.back_up(path, backups_folder(), Reason.MANUAL, moment, is_cancelled)
    assert backup is not None
    told = (
        f"Резервная копия файла «{path.name}» сделана."
        if is_new
        else f"Новая копия не нужна: этот план уже хранится в копии от {backup.at:%d.%m.%Y %H:%M}."
    )
    return MadeNow(backup, " ".join(filter(None, (told, _copied_to_second(backup, moment)))))


def _copied_to_second(backup: Backup | None, now: datetime) -> str:
    second = second_place()
    if backup is None or second is None:
        return ""
    try:
        stored.copy_to(backup, second, now, backups_folder())
    except UserError as error:
        return str(error)
    return ""


def set_kept(backup: Backup, is_kept: bool) -> None:
    """Marks a backup «Не удалять», or takes that back, wherever it is kept. Raises UserError when one is not there."""
    second = second_place()
    stored.set_kept(backup, {backup.path.parent, *([second] if second and second.is_dir() else [])}, is_kept)


def is_of(backup: Backup, path: Path) -> bool:
    """Whether the backup was made of the very file that is there, as far as its name tells."""
    return backup.place == place_of(path)


def before(reason: Reason) -> Callable[[Path], None]:
    """What has to be called with a file before something is done to it. It raises UserError, and nothing must be
    done then."""

    def keep(path: Path) -> None:
        back_up(path, reason)

    return keep


def second_place() -> Path | None:
    """The folder to which every backup is copied as well; None when there is none."""
    place = backups_folder() / _SECOND
    with suppress(OSError, UnicodeError):
        text = place.read_text(encoding="utf-8").strip() if place.is_file() else ""
        return Path(text) if text else None
    return None


def set_second_place(folder: Path | None) -> None:
    """Remembers the second place, or that there is none. Raises UserError when that cannot be written."""
    root = backups_folder()
    with known_failures(root):
        root.mkdir(parents=True, exist_ok=True)
        (root / _SECOND).write_text(str(folder or ""), encoding="utf-8")


def preview(backup: Backup) -> Preview:
    """What stands in a backup, of whatever version. Raises UserError when it does not open."""
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
    none. Of a file that tells no more whose it is, none that was made of another file which is still there."""
    is_known = stored.roadmap_key(path) is not None
    for backup in own_first(path, list_backups(path)):
        if not is_known and not is_of(backup, path) and backup.origin is not None and backup.origin.exists():
            continue
        with suppress(UserError):
            if not find_faults(backup.path, is_cancelled=is_cancelled):
                return backup.path
    return None


def named(path: Path, name: str) -> Backup:
    """The backup of that number in the list (1 is the newest), of that file name, or at that place. Raises
    UserError."""
    found = list_backups(path)
    # Python refuses to read thousands of digits as a number.
    if name.isdecimal() and len(name) < 10 and 1 <= int(name) <= len(found):
        return found[int(name) - 1]
    for backup in found:
        if name in (backup.path.name, backup.path.stem) or Path(name).absolute() == backup.path:
            return backup
    raise UserError(
        f"Резервной копии «{name}» у файла «{path.name}» нет.",
        NOTHING_CHANGED,
        "Список с номерами: roadmap-desktop backups ФАЙЛ.",
    )


def restore(
    path: Path,
    backup: Backup,
    now: datetime | None = None,
    is_cancelled: IsCancelled = lambda: False,
) -> None:
    """Puts a backup in the place of a file that no window edits; what stands there is backed up first, also when it
    does not open. Raises UserError, Cancelled; the file is then as it was."""
    path = path.resolve()
    refuse_where_held(path)
    beside = name_beside(path)
    moment = now or clock.local_time()
    with known_failures(path):
        try:
            with readable(backup.path) as place:
                copy_bytes(place, beside)
            if faults := find_faults(beside, is_cancelled=is_cancelled):
                raise UserError(
                    f"Резервная копия неисправна: {faults[0].text}",
                    f"Файл «{path.name}» не изменён.",
                    "Выберите другую.",
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
    except UserError:
        pass
    stored.keep_damaged(target.path, backups_folder(), now)

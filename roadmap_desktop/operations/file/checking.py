"""«Проверить файл»: what is wrong with a file, and its repair, in the user's words."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.operations.file.backups import list_backups
from roadmap_desktop.operations.file.repair_words import doubts_told, way_told
from roadmap_desktop.storage.check import Damage, Finding, find_faults
from roadmap_desktop.storage.repair import NewestGood, repair_file
from roadmap_desktop.storage.schema import is_database

SOUND = "Файл исправен"
_WIPED = "Файл затёрт: дорожной карты в нём больше нет, но есть его резервные копии."
__all__ = ["SOUND", "Finding", "RepairReport", "check_file", "no_backup", "repair"]

IsCancelled = Callable[[], bool]
Progress = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class RepairReport:
    """``text`` says in Russian how the file was repaired and where the damaged original is kept, ``doubts`` in a line
    each what could not be known."""

    text: str
    kept: Path
    doubts: tuple[str, ...] = ()


def no_backup() -> Path | None:
    """There is no backup to repair from."""
    return None


def check_file(
    path: Path, progress: Progress = lambda _step: None, is_cancelled: IsCancelled = lambda: False
) -> tuple[Finding, ...]:
    """Everything that is wrong with a file, none when it is sound; nothing is changed. Callable from any thread.

    Raises UserError for what is no roadmap file, Cancelled when told to stop.
    """
    try:
        return find_faults(path, progress, is_cancelled)
    except UserError:
        # Whatever stands there now, what bears the name and has backups was a roadmap.
        if path.is_file() and not is_database(path) and list_backups(path):
            return (Finding(Damage.PAGES, _WIPED),)
        raise


def repair(
    path: Path,
    newest_good: NewestGood = no_backup,
    progress: Progress = lambda _step: None,
    is_cancelled: IsCancelled = lambda: False,
) -> RepairReport:
    """Repairs a file that nobody has open: from its history, else from what ``newest_good`` names, else by saving what
    can be read. The damaged original is kept beside. Raises UserError, Cancelled; the file is then as it was."""
    made = repair_file(path, newest_good, clock.local_time(), progress, is_cancelled)
    source = f" Взято из: {made.backup}." if made.backup is not None else ""
    of_files = "файла" if len(made.lost) == 1 else "файлов"
    lost = f" Утрачено содержимое {of_files}: {', '.join(map(shown_name, made.lost))}." if made.lost else ""
    return RepairReport(
        f"{way_told(made)}{source}{lost} Повреждённый файл сохранён рядом: {made.kept.name}",
        made.kept,
        doubts_told(made.doubts),
    )

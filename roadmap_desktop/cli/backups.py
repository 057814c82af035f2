"""Backups of a file: the list, a new one, which are kept, and going back to one."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import FILE, JSON, argument, command, flag
from roadmap_desktop.cli.output import attributes, listed, shown

if TYPE_CHECKING:
    from roadmap_desktop.operations.file.backups import Backup


@command(
    "backups",
    "показать резервные копии файла, сначала последние, или сделать новую",
    FILE,
    JSON,
    (
        flag("--now", "сделать резервную копию сейчас"),
        argument("--keep", "КОПИЯ", "не удалять эту копию: номер из списка, имя или путь"),
        argument("--no-keep", "КОПИЯ", "эту копию снова можно удалить, когда придёт срок"),
    ),
)
def _backups(file: Path, json: bool, now: bool, keep: str | None, no_keep: str | None) -> str:
    from roadmap_desktop.operations.file import backups

    if now:
        made = backups.back_up_now(file)
        return f"{made.told}\n{made.backup.path}"
    wanted = no_keep if keep is None else keep
    if wanted is None:
        return _list(file, json=json)
    backup = backups.named(file, wanted)
    backups.set_kept(backup, keep is not None)
    words = "может быть удалена, когда придёт срок" if keep is None else "не будет удалена"
    return f"Копия от {backup.at:%d.%m.%Y %H:%M} {words}."


def _list(file: Path, *, json: bool) -> str:
    from roadmap_desktop.operations.file import backups, files

    found = backups.list_backups(file)
    if not found and not file.exists():
        files.open_roadmap(file)
    return listed(
        list(enumerate(found, start=1)),
        lambda numbered: _line(file, *numbered),
        lambda numbered: _as_json(*numbered),
        json=json,
        nothing="Резервных копий пока нет",
    )


def _line(file: Path, number: int, backup: "Backup") -> str:
    from roadmap_desktop.model.file_size import size_shown
    from roadmap_desktop.operations.file.backups import is_of

    is_other = backup.origin and not is_of(backup, file)
    others = f" из папки «{backup.origin.parent}»" if backup.origin and is_other else ""
    kept = ", не удалять" if backup.is_kept else ""
    return (
        f"{number}. {backup.at:%d.%m.%Y %H:%M} «{backup.stem}»{others} {backup.reason}{kept}, "
        f"{size_shown(backup.size)}: {backup.path}"
    )


def _as_json(number: int, backup: "Backup") -> dict[str, Any]:
    return {
        "number": number,
        **attributes(backup, "at", "reason"),
        "kept": backup.is_kept,
        **attributes(backup, "origin", "size", "path"),
    }


@command(
    "restore",
    "вернуть файл из резервной копии; нынешний сохраняется",
    FILE,
    argument("backup", "КОПИЯ", "номер из списка backups, имя или путь"),
)
def _restore(file: Path, backup: str) -> str:
    from roadmap_desktop.operations.file import backups

    chosen = backups.named(file, backup)
    backups.restore(file, chosen)
    return f"Файл восстановлен из копии от {chosen.at:%d.%m.%Y %H:%M}: {shown(file)}"

"""The commands ``backups`` and ``restore``."""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from roadmap_desktop.operations.backups import Backup


def add_commands(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the commands to the parser; ``command`` makes one."""
    listing = command(
        commands, "backups", _backups, "показать резервные копии файла, сначала последние, или сделать новую"
    )
    listing.add_argument("--json", action="store_true", help="в виде JSON")
    doing = listing.add_mutually_exclusive_group()
    doing.add_argument("--now", action="store_true", help="сделать резервную копию сейчас")
    doing.add_argument("--keep", metavar="КОПИЯ", help="не удалять эту копию: номер из списка, имя или путь")
    doing.add_argument("--no-keep", metavar="КОПИЯ", help="эту копию снова можно удалить, когда придёт срок")
    restoring = command(
        commands, "restore", _restore, "вернуть файл из резервной копии; нынешний сохраняется"
    )
    restoring.add_argument("backup", metavar="КОПИЯ", help="номер из списка backups, имя или путь")


def _backups(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import backups

    if arguments.now:
        made = backups.back_up_now(arguments.file)
        print(f"{made.told}\n{made.backup.path}")
    elif arguments.keep is not None or arguments.no_keep is not None:
        is_kept = arguments.keep is not None
        backup = backups.named(arguments.file, arguments.keep if is_kept else arguments.no_keep)
        backups.set_kept(backup, is_kept)
        words = "не будет удалена" if is_kept else "может быть удалена, когда придёт срок"
        print(f"Копия от {backup.at:%d.%m.%Y %H:%M} {words}.")
    else:
        _list(arguments)


def _list(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.file_size import size_shown
    from roadmap_desktop.operations import backups, files

    found = backups.list_backups(arguments.file)
    if not found and not arguments.file.exists():
        files.open_roadmap(arguments.file)
    if arguments.json:
        lines = [_as_json(number, backup) for number, backup in enumerate(found, start=1)]
        print(json.dumps(lines, ensure_ascii=False, indent=2))
        return
    if not found:
        print("Резервных копий пока нет")
    for number, backup in enumerate(found, start=1):
        kept = ", не удалять" if backup.is_kept else ""
        others = (
            f" из папки «{backup.origin.parent}»"
            if backup.origin and not backups.is_of(backup, arguments.file)
            else ""
        )
        print(
            f"{number}. {backup.at:%d.%m.%Y %H:%M} «{backup.stem}»{others} {backup.reason}{kept}, "
            f"{size_shown(backup.size)}: {backup.path}"
        )


def _restore(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import backups

    backup = backups.named(arguments.file, arguments.backup)
    backups.restore(arguments.file, backup)
    print(f"Файл восстановлен из копии от {backup.at:%d.%m.%Y %H:%M}: {arguments.file}")


def _as_json(number: int, backup: "Backup") -> dict[str, Any]:
    return {
        "number": number,
        "at": backup.at.isoformat(),
        "reason": backup.reason,
        "kept": backup.is_kept,
        "origin": str(backup.origin) if backup.origin else None,
        "size": backup.size,
        "path": str(backup.path),
    }

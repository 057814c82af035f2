"""The command ``digest``: many files side by side, as text, JSON, PDF or a workbook."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from roadmap_desktop import clock
from roadmap_desktop.cli_parser import RussianParser, file_path
from roadmap_desktop.errors import KnownError


def add_commands(commands: Any, command: Callable[..., RussianParser]) -> None:
    """Adds the command to the parser; ``command`` makes a subparser as the other commands have it."""
    parser = command(commands, "digest", _digest, "свести много файлов в одну таблицу", file=False)
    parser.add_argument("files", metavar="ФАЙЛ", type=file_path, nargs="+", help="файлы или папки с ними")
    parser.add_argument("-o", "--output", metavar="ФАЙЛ.pdf|xlsx", type=file_path, help="куда записать")
    parser.add_argument("--json", action="store_true", help="в виде JSON")


def _digest(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import digest

    output: Path | None = arguments.output
    if output is not None:
        digest.require_format(output)
    made = digest.read_digest(arguments.files, clock.today())
    if not made.read:
        raise KnownError(f"Свести нечего: ни один файл не прочитан. {made.files[0].refusal}")
    if output is not None:
        digest.save_digest(digest.digest_bytes(made, output.suffix), output)
    if arguments.json:
        print(json.dumps(_as_json(made), ensure_ascii=False, indent=2))
    elif output is not None:
        print(_saved(output, made))
    else:
        _print_lines(made)


def _saved(output: Path, made: Any) -> str:
    refused = len(made.files) - len(made.read)
    return f"Свод записан в файл {output}" + (f". Не прочитано файлов: {refused}" if refused else "")


def _print_lines(made: Any) -> None:
    for number, line in enumerate(made.files, start=1):
        print(f"{number}. {line.caption} — {line.refusal or _progress(line.progress)}")
    print(f"Всего — {_progress(made.total)}")


def _progress(progress: Any) -> str:
    share = "" if progress.share is None else f" ({progress.share} %)"
    return (
        f"мероприятий {progress.activities}, выполнено {progress.done}{share}, в работе {progress.in_work}, "
        f"просрочено {progress.overdue}, без даты {progress.undated}, отменено {progress.cancelled}"
    )


def _as_json(made: Any) -> dict[str, Any]:
    return {
        "date": made.today.isoformat(),
        "files": [_file_json(line) for line in made.files],
        "activities": [_activity_json(line, made.read) for line in made.activities],
        "total": _progress_json(made.total),
    }


def _file_json(line: Any) -> dict[str, Any]:
    about = {"file": str(line.path), "caption": line.caption}
    if line.refusal:
        return about | {"refusal": line.refusal}
    return about | {
        "title": line.title,
        "head": line.head,
        "period": [day.isoformat() for day in line.period],
        **_progress_json(line.progress),
        "changed_on": line.changed_on.isoformat() if line.changed_on else None,
    }


def _activity_json(line: Any, files: Any) -> dict[str, Any]:
    states = [
        {
            "file": str(file.path),
            "state": mark.standing.state.value,
            "overdue_days": mark.standing.overdue_days,
            "completed_on": mark.completed_on.isoformat() if mark.completed_on else None,
        }
        for file, mark in zip(files, line.marks, strict=True)
        if mark is not None
    ]
    return {"name": line.name, **_progress_json(line.progress), "states": states}


def _progress_json(progress: Any) -> dict[str, Any]:
    return {
        "activities": progress.activities,
        "done": progress.done,
        "in_work": progress.in_work,
        "overdue": progress.overdue,
        "undated": progress.undated,
        "cancelled": progress.cancelled,
        "share": progress.share,
    }

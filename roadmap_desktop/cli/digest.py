"""Many files side by side, as text, JSON, PDF or a workbook."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.cli.command import JSON, command, path
from roadmap_desktop.cli.output import as_json, attributes, shown, warn
from roadmap_desktop.errors import UserError

if TYPE_CHECKING:
    from roadmap_desktop.model.digest import Digest, FileLine, Progress


@command(
    "digest",
    "свести много файлов в одну таблицу",
    path("files", "ФАЙЛ", "файлы или папки с ними", nargs="+"),
    path("-o --output", "ФАЙЛ.pdf|xlsx", "куда записать"),
    JSON,
)
def _digest(files: list[Path], output: Path | None, json: bool) -> str:
    from roadmap_desktop.operations.copies import digest

    if output is not None:
        digest.require_format(output)
    made = digest.read_digest(files, clock.today())
    if not made.read:
        raise UserError("Свести нечего: ни один файл не прочитан.", advice=made.files[0].refusal)
    if output is not None:
        remark = digest.undrawable(made, output.suffix)
        if remark:
            warn(remark)
        digest.save_digest(digest.digest_bytes(made, output.suffix), output)
    if json:
        return as_json(_as_json(made))
    if output is None:
        return "\n".join(_lines(made))
    refused = len(made.files) - len(made.read)
    return f"Свод записан в файл {shown(output)}" + (f". Не прочитано файлов: {refused}" if refused else "")


def _lines(made: "Digest") -> list[str]:
    lines = [
        f"{number}. {line.caption} — {line.refusal or _progress(line.progress)}"
        for number, line in enumerate(made.files, start=1)
    ]
    return [*lines, f"Всего — {_progress(made.total)}"]


def _progress(progress: "Progress") -> str:
    share = "" if progress.share is None else f" ({progress.share} %)"
    return (
        f"мероприятий {progress.activities}, выполнено {progress.done}{share}, в работе {progress.in_work}, "
        f"просрочено {progress.overdue}, запланировано {progress.planned}, перенесено {progress.moved}, "
        f"отменено {progress.cancelled}; без даты {progress.undated}"
    )


def _as_json(made: "Digest") -> dict[str, Any]:
    return {
        "date": made.today,
        "files": [_file_json(line) for line in made.files],
        "activities": [
            {
                "name": line.name,
                **_progress_json(line.progress),
                "states": [
                    {
                        "file": file.path,
                        **attributes(mark.standing, "state", "overdue_days"),
                        "completed_on": mark.completed_on,
                    }
                    for file, mark in zip(made.read, line.marks, strict=True)
                    if mark is not None
                ],
            }
            for line in made.activities
        ],
        "total": _progress_json(made.total),
    }


def _file_json(line: "FileLine") -> dict[str, Any]:
    about = {"file": line.path, "caption": line.caption}
    if line.refusal:
        return about | {"refusal": line.refusal}
    return {
        **about,
        **attributes(line, "title", "head", "period"),
        **_progress_json(line.progress),
        "changed_on": line.changed_on,
    }


def _progress_json(progress: "Progress") -> dict[str, Any]:
    names = ("activities", "done", "in_work", "overdue", "planned", "moved", "cancelled", "undated", "share")
    return attributes(progress, *names)

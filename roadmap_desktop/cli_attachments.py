"""The commands ``attach``, ``attachments`` and ``extract``: files attached to activities."""

import argparse
import json
from collections.abc import Callable
from typing import Any

from roadmap_desktop.cli_outcome import shown
from roadmap_desktop.cli_parser import file_path


def add_commands(commands: Any, add: Callable[..., Any]) -> None:
    """Adds the commands to the parser; ``add`` makes one as ``cli`` makes its own."""
    attach = add(commands, "attach", _attach, "приложить файл к мероприятию")
    attach.add_argument("number", metavar="НОМЕР", help="№ п/п мероприятия")
    attach.add_argument("path", metavar="ПУТЬ", type=file_path, help="какой файл приложить, до 32 МБ")

    listing = add(commands, "attachments", _list, "показать приложенные файлы")
    listing.add_argument("number", metavar="НОМЕР", nargs="?", help="№ п/п мероприятия; без него — все файлы")
    listing.add_argument("--json", action="store_true", help="в виде JSON")

    extract = add(commands, "extract", _extract, "сохранить приложенный файл на диск")
    extract.add_argument("attachment", metavar="ПРИЛОЖЕНИЕ", help="имя файла или его ключ из списка")
    extract.add_argument(
        "-o",
        "--output",
        metavar="КУДА",
        type=file_path,
        required=True,
        help="папка или имя файла, которого ещё нет",
    )


def _attach(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import attachments, files, reading

    with files.open_roadmap(arguments.file) as file:
        plan = reading.read_plan(file)
        row = reading.activity_numbered(plan, arguments.number)
        incoming = attachments.look_at(arguments.path)
        made = attachments.attach(file, plan, _owner(row.id), [arguments.path])
    print(f"Сохранено: {made.label}" if made else "Этот файл уже приложен, ничего не изменено")
    if made and incoming.is_large:
        print(attachments.LARGE_WARNING)


def _list(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.file_size import size_shown
    from roadmap_desktop.operations import attachments, files, reading

    with files.open_roadmap(arguments.file) as file:
        plan = reading.read_plan(file)
        owner = _owner(reading.activity_numbered(plan, arguments.number).id) if arguments.number else None
        found = attachments.list_attachments(file, owner)
        total = attachments.total_size(file)
    numbered = [(_number(plan, row.owner), row) for row in found]
    if arguments.json:
        print(json.dumps([_json(number, row) for number, row in numbered], ensure_ascii=False, indent=2))
        return
    for number, row in numbered:
        state = "содержимое утрачено" if row.is_lost else size_shown(row.size)
        print(f"{number} {row.name} — {state} — {row.id}")
    if owner is None:
        print(f"Всего в файле: {size_shown(total)}")


def _owner(activity_id: str) -> str:
    from roadmap_desktop.model.references import owner_value

    return owner_value("activity", activity_id)


def _number(plan: Any, owner: str) -> str:
    """«3.» of an activity, else what the file is attached to."""
    from roadmap_desktop.model.records import record_class
    from roadmap_desktop.model.references import owner_key

    table, record_id = owner_key(owner)
    return f"{plan.by_id[record_id].number}." if record_id in plan.by_id else record_class(table).caption


def _json(number: str, row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "number": number.removesuffix("."),
        "name": row.name,
        "size": row.size,
        "lost": row.is_lost,
    }


def _extract(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import attachments, files

    with files.open_roadmap(arguments.file) as file:
        row = attachments.attachment_named(attachments.list_attachments(file), arguments.attachment)
        target = arguments.output
        saved = attachments.save(file, row.id, target / row.saved_as if target.is_dir() else target)
    print(f"Сохранён файл {shown(saved)}")

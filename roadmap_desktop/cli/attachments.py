"""Files attached to activities: attaching, listing, and saving one to the disk."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import JSON, OPENED, argument, command, path
from roadmap_desktop.cli.output import attributes, listed, shown

if TYPE_CHECKING:
    from roadmap_desktop.model.rows import Plan
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


@command(
    "attach",
    "приложить файл к мероприятию",
    OPENED,
    argument("number", "НОМЕР", "№ п/п мероприятия"),
    path("path", "ПУТЬ", "какой файл приложить, до 32 МБ"),
)
def _attach(file: "RoadmapFile", number: str, path: Path) -> str:
    from roadmap_desktop.operations.file import attachments
    from roadmap_desktop.operations.plan import reading

    plan = reading.read_plan(file)
    owner = _owner(plan, number)
    incoming = attachments.look_at(path)
    made = attachments.attach(file, plan, owner, [path])
    if not made:
        return "Этот файл уже приложен, ничего не изменено"
    told = f"Сохранено: {made.label}"
    return f"{told}\n{attachments.LARGE_WARNING}" if incoming.is_large else told


@command(
    "attachments",
    "показать приложенные файлы",
    OPENED,
    argument("number", "НОМЕР", "№ п/п мероприятия; без него — все файлы", nargs="?"),
    JSON,
)
def _list(file: "RoadmapFile", number: str | None, json: bool) -> str:
    from roadmap_desktop.model.file_size import size_shown
    from roadmap_desktop.operations.file import attachments
    from roadmap_desktop.operations.plan import reading

    plan = reading.read_plan(file)

    def line(row: Any) -> str:
        state = "содержимое утрачено" if row.is_lost else size_shown(row.size)
        return f"{_place(plan, row.owner)} {row.name} — {state} — {row.id}"

    def data(row: Any) -> dict[str, Any]:
        number = _place(plan, row.owner).removesuffix(".")
        return {"id": row.id, "number": number, **attributes(row, "name", "size"), "lost": row.is_lost}

    found = attachments.list_attachments(file, _owner(plan, number) if number else None)
    told = listed(found, line, data, json=json)
    if json or number:
        return told
    return f"{told}\nВсего в файле: {size_shown(attachments.total_size(file))}".lstrip()


def _owner(plan: "Plan", number: str) -> str:
    from roadmap_desktop.model.references import owner_value
    from roadmap_desktop.operations.plan.reading import activity_numbered

    return owner_value("activity", activity_numbered(plan, number).id)


def _place(plan: "Plan", owner: str) -> str:
    """«3.» of an activity, else what the file is attached to."""
    from roadmap_desktop.model.records import record_class
    from roadmap_desktop.model.references import owner_key

    table, record_id = owner_key(owner)
    return f"{plan.by_id[record_id].number}." if record_id in plan.by_id else record_class(table).caption


@command(
    "extract",
    "сохранить приложенный файл на диск",
    OPENED,
    argument("attachment", "ПРИЛОЖЕНИЕ", "имя файла или его ключ из списка"),
    path("-o --output", "КУДА", "папка или имя файла, которого ещё нет", required=True),
)
def _extract(file: "RoadmapFile", attachment: str, output: Path) -> str:
    from roadmap_desktop.operations.file import attachments

    row = attachments.attachment_named(attachments.list_attachments(file), attachment)
    saved = attachments.save(file, row.id, output / row.saved_as if output.is_dir() else output)
    return f"Сохранён файл {shown(saved)}"

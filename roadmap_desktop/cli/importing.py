"""A plan of another program's document."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import JSON, argument, command, flag, path
from roadmap_desktop.cli.output import as_json, attributes, shown
from roadmap_desktop.errors import NOTHING_CHANGED, UserError

if TYPE_CHECKING:
    from roadmap_desktop.operations.plan.importing import PlanReading

_FIELDS = ("number", "section", "name", "due_text", "performers", "expected_result", "note", "state")
_SHORT = {"due": "due_text", "result": "expected_result"}


@command(
    "import",
    "взять мероприятия из документа Word, Excel, PDF, таблицы или текста",
    path("source", "ДОКУМЕНТ", "откуда; сам он не меняется"),
    path("file", "ФАЙЛ", "дорожная карта, в конец которой добавить мероприятия", nargs="?"),
    flag("--dry-run", "только показать, что понято"),
    argument("--map", "ПОЛЕ=СТОЛБЕЦ", "где что стоит, если понято не так: name=2,due=3 (столбцы с 1)"),
    argument("--register", "РАЗДЕЛ", "взять не мероприятия, а список в раздел учёта: teachers, schools…"),
    argument(
        "--set",
        "ПОЛЕ=ЗНАЧЕНИЕ",
        "с --register: что одно для всех строк, например school_year=2020",
        action="append",
        default=[],
    ),
    flag("--update", "с --register: где список говорит другое, взять из списка"),
    JSON,
)
def _import(
    source: Path,
    file: Path | None,
    dry_run: bool,
    map: str | None,
    register: str | None,
    set: list[str],
    update: bool,
    json: bool,
) -> str:
    if register is not None:
        from roadmap_desktop.cli.list_importing import import_list

        return import_list(source, file, register, map, set, dry_run=dry_run, replace=update, json=json)
    if set or update:
        raise UserError(
            "Ключи --set и --update бывают только с --register.", NOTHING_CHANGED, "Назовите раздел учёта."
        )
    from roadmap_desktop.operations.plan import importing

    if file is None and not dry_run:
        raise UserError(
            "Не указано, в какую дорожную карту добавить мероприятия.",
            NOTHING_CHANGED,
            "Назовите её файл после документа или добавьте --dry-run.",
        )
    reading = importing.read_source(source, _columns(map))
    if file is not None and not dry_run:
        from roadmap_desktop.operations.file.files import open_roadmap

        with open_roadmap(file) as opened:
            importing.append_rows(opened, reading)
    return as_json(_as_data(reading)) if json else _told(reading, None if dry_run else file)


def _columns(text: str | None) -> dict[str, int]:
    found = {}
    for pair in filter(None, (text or "").replace(" ", "").split(",")):
        field, _, column = pair.partition("=")
        field = _SHORT.get(field, field)
        if (
            field not in _FIELDS
            or not column.isascii()
            or not column.isdecimal()
            or not 0 < int(column[:4]) < 1000
        ):
            raise UserError(
                f"«{pair}» — не поле и столбец.",
                NOTHING_CHANGED,
                f"Напишите так: name=2,due=3. Поля: {', '.join(_FIELDS)}.",
            )
        found[field] = int(column) - 1
    return found


def _as_data(reading: "PlanReading") -> Mapping[str, Any]:
    return {
        "title": reading.title,
        "document": attributes(reading.document, *type(reading.document).__dataclass_fields__),
        "period": list(reading.period) if reading.period is not None else None,
        "rows": [attributes(row, *_FIELDS) for row in reading.rows],
        "left_out": list(reading.left_out),
        "unread": list(reading.unread),
    }


def _told(reading: "PlanReading", file: Path | None) -> str:
    lines = [
        f"{row.number or number}. {' '.join(row.name.split())} — {row.due_text or 'без срока'}"
        for number, row in enumerate(reading.rows, 1)
    ]
    lines += [f"Срок не понят: {reading.rows[index].due_text}" for index in reading.unread]
    lines += [f"Не вошло: {sentence}" for sentence in reading.left_out]
    done = f"Добавлено в {shown(file)}" if file is not None else "Ничего не записано, понято мероприятий"
    return "\n".join([*lines, f"{done}: {len(reading.rows)}"])

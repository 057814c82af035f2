"""A plan of another program's document."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.cli.columns import column_index
from roadmap_desktop.cli.command import JSON, argument, command, flag, path
from roadmap_desktop.cli.output import as_json, attributes, shown
from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.russian import activities_counted

if TYPE_CHECKING:
    from roadmap_desktop.operations.plan.importing import PlanReading
    from roadmap_desktop.operations.plan.updating import Update

_FIELDS = ("number", "section", "name", "due_text", "performers", "expected_result", "note", "state")
_SHORT = {"due": "due_text", "result": "expected_result"}


@command(
    "import",
    "взять мероприятия из документа Word, Excel, PDF, таблицы, текста или из другой дорожной карты",
    path("source", "ДОКУМЕНТ", "откуда; сам он не меняется"),
    path("file", "ФАЙЛ", "дорожная карта, куда взять мероприятия", nargs="?"),
    flag("--dry-run", "только показать, что понято и что изменится"),
    (
        flag("--append", "добавить в конец (так и без этого слова)"),
        flag(
            "--update",
            "обновить: новое добавить, изменившееся исправить; ничего не удаляется (и списки с --register)",
        ),
        path("-o --output", "НОВЫЙ", "сделать из документа новую дорожную карту"),
    ),
    argument("--map", "ПОЛЕ=СТОЛБЕЦ", "где что стоит, если понято не так: name=2,due=3 (столбцы с 1)"),
    argument("--register", "СПРАВОЧНИК", "взять не мероприятия, а список в справочник: teachers, schools…"),
    argument(
        "--set",
        "ПОЛЕ=ЗНАЧЕНИЕ",
        "с --register: что одно для всех строк, например school_year=2020",
        action="append",
        default=[],
    ),
    flag("--attach", "приложить сам документ, в справочник «Документы» (не для списков)"),
    JSON,
)
def _import(
    source: Path,
    file: Path | None,
    dry_run: bool,
    append: bool,
    update: bool,
    output: Path | None,
    map: str | None,
    register: str | None,
    set: list[str],
    attach: bool,
    json: bool,
) -> str:
    if register is not None:
        from roadmap_desktop.cli.list_importing import import_list

        _refuse_for_lists(output, attach=attach)
        return import_list(source, file, register, map, set, dry_run=dry_run, replace=update, json=json)
    if set:
        raise UserError("Ключ --set бывает только с --register.", NOTHING_CHANGED, "Назовите справочник.")
    from roadmap_desktop.operations.plan import sources

    _refuse_unclear(file, output, dry_run=dry_run, update=update, append=append)
    reading = sources.read_source(source, _columns(map))
    original = source if attach else None
    if dry_run:
        compared = _compared(file, reading) if update and file is not None else None
    elif output is not None:
        compared = None
        _created(output, reading, original)
    else:
        assert file is not None, "asked for above"
        compared = _written(file, reading, original, update=update)
    told = _as_data(reading, compared) if json else None
    return (
        as_json(told) if told is not None else _told(reading, compared, None if dry_run else output or file)
    )


def _refuse_for_lists(output: Path | None, *, attach: bool) -> None:
    """What is said of a plan's document means nothing for a list."""
    if output is not None:
        raise UserError(
            "С --register новая дорожная карта не делается: список идёт в ту, что названа.",
            NOTHING_CHANGED,
            "Уберите -o и назовите файл дорожной карты после документа.",
        )
    if attach:
        raise UserError(
            "С --register сам документ не прикладывается.",
            NOTHING_CHANGED,
            "Уберите --attach; приложить файл можно командой attach или в программе, к записи справочника «Документы».",
        )


def _refuse_unclear(
    file: Path | None, output: Path | None, *, dry_run: bool, update: bool, append: bool
) -> None:
    if file is not None and output is not None:
        raise UserError(
            "Названы сразу две дорожные карты: прежняя и новая.",
            NOTHING_CHANGED,
            "Оставьте одну: новую карту делает -o, без неё мероприятия пойдут в прежнюю.",
        )
    if file is None and output is None and (not dry_run or update or append):
        raise UserError(
            "Не указано, в какую дорожную карту добавить мероприятия.",
            NOTHING_CHANGED,
            "Назовите её файл после документа, новый — после -o, или добавьте --dry-run.",
        )


def _compared(file: Path, reading: "PlanReading") -> "Update":
    from roadmap_desktop.operations.file.files import open_roadmap
    from roadmap_desktop.operations.plan.reading import read_plan
    from roadmap_desktop.operations.plan.updating import compare

    with open_roadmap(file) as opened:
        return compare(read_plan(opened), reading)


def _written(file: Path, reading: "PlanReading", original: Path | None, *, update: bool) -> "Update | None":
    from roadmap_desktop.operations.file.files import open_roadmap
    from roadmap_desktop.operations.plan import importing, updating
    from roadmap_desktop.operations.plan.reading import read_plan

    with open_roadmap(file) as opened:
        if not update:
            importing.append_rows(opened, reading, original)
            return None
        compared = updating.compare(read_plan(opened), reading)
        importing.update_rows(opened, reading, compared, updating.proposed(compared), original)
        return compared


def _created(output: Path, reading: "PlanReading", original: Path | None) -> None:
    from roadmap_desktop.operations.file.who import who_works
    from roadmap_desktop.operations.plan import importing

    roadmap = importing.new_roadmap(reading, who_works(), clock.today())
    importing.create_from(output, reading, roadmap, original)


def _columns(text: str | None) -> dict[int, str]:
    found = {}
    for pair in filter(None, (text or "").replace(" ", "").split(",")):
        field, _, column = pair.partition("=")
        field = _SHORT.get(field, field)
        index = column_index(column)
        if field not in _FIELDS or index is None:
            raise UserError(
                f"«{pair}» — не поле и столбец.",
                NOTHING_CHANGED,
                f"Напишите так: name=2,due=3. Поля: {', '.join(_FIELDS)}.",
            )
        found[index] = field
    return found


def _as_data(reading: "PlanReading", update: "Update | None") -> Mapping[str, Any]:
    return {
        "title": reading.title,
        "document": attributes(reading.document, *type(reading.document).__dataclass_fields__),
        "period": list(reading.period) if reading.period is not None else None,
        "rows": [attributes(row, *_FIELDS) for row in reading.rows],
        "left_out": list(reading.left_out),
        "unread": list(reading.unread),
        **({"update": _update_data(update)} if update is not None else {}),
    }


def _update_data(update: "Update") -> Mapping[str, Any]:
    """``new`` are indices of rows, ``changed`` say by field what was and what is in the document."""
    return {
        "new": list(update.new),
        "changed": [
            attributes(row, "id", "number", "name")
            | {
                "row": row.row,
                "fields": [attributes(one, "field", "old", "new") for one in row.changes],
            }
            for row in update.changed
        ],
        "gone": [attributes(row, "id", "number", "name") for row in update.gone],
        "unchanged": update.unchanged,
    }


def _told(reading: "PlanReading", update: "Update | None", file: Path | None) -> str:
    lines = [
        f"{row.number or number}. {one_line(row.name)} — {row.due_text or 'без срока'}"
        for number, row in enumerate(reading.rows, 1)
    ]
    if update is not None:
        lines = [lines[index] for index in update.new]
        lines = [f"Новое: {line}" for line in lines] + list(_changes_told(update))
    lines += [
        f"Срок не понят: {reading.rows[index].due_text or reading.rows[index].name}"
        for index in reading.unread
    ]
    lines += [f"Не вошло: {sentence}" for sentence in reading.left_out]
    if update is not None:
        counts = (
            f"новых {len(update.new)}, изменилось {len(update.changed)}, нет в документе {len(update.gone)}"
        )
        done = f"Обновлено: {shown(file)}" if file is not None else "Ничего не записано"
        return "\n".join([*lines, f"{done}; {counts}, без изменений {update.unchanged}"])
    done = f"Добавлено в {shown(file)}" if file is not None else "Ничего не записано, понято"
    return "\n".join([*lines, f"{done}: {activities_counted(len(reading.rows))}"])


def _changes_told(update: "Update") -> list[str]:
    told = [
        f"Изменилось: {row.number}. {one.label}: «{one_line(one.old)}» → «{one_line(one.new)}»"
        + (" (останется прежнее)" if one.is_emptied else "")
        for row in update.changed
        for one in row.changes
    ]
    return told + [f"Нет в документе (остаётся): {row.number}. {one_line(row.name)}" for row in update.gone]

"""``import --register``: a list of another program's document as records of a register."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.columns import column_index
from roadmap_desktop.cli.output import as_json, shown
from roadmap_desktop.errors import NOTHING_CHANGED, UserError

if TYPE_CHECKING:
    from roadmap_desktop.model.register import Register
    from roadmap_desktop.operations.registers.list_import import ListImport
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


def import_list(
    source: Path,
    file: Path | None,
    register: str,
    columns: str | None,
    fixed: Sequence[str],
    *,
    dry_run: bool,
    replace: bool,
    json: bool,
) -> str:
    """Takes a list into the register of that name, or only tells what it would do. ``columns`` is «name=2,…», ``fixed``
    are «ПОЛЕ=ЗНАЧЕНИЕ» for all records; ``replace``: what differs becomes as the list has it. Raises UserError."""
    from roadmap_desktop.cli.registers import values_of
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations.file.files import open_roadmap
    from roadmap_desktop.operations.registers import importing
    from roadmap_desktop.operations.registers.column_contents import with_guessed_columns

    chosen = register_named(register)
    if file is None:
        raise UserError(
            "Не указано, с какой дорожной картой сверить список.",
            NOTHING_CHANGED,
            "Назовите её файл после документа.",
        )
    read = importing.read_source(source, chosen)
    with open_roadmap(file) as opened:
        read = with_guessed_columns(opened, chosen, read)
        found = importing.understand(
            opened, chosen, read, _columns(chosen, columns), values_of(opened, chosen, fixed)
        )
        made = None if dry_run else importing.write_list(opened, found, replace=replace)
    if json:
        return as_json(_as_data(opened, found))
    done = f"Записано в {shown(file)}" if made else "Ничего не записано"
    return "\n".join([*_told(found, replace=replace), f"{done}. {_summary(found)}"])


def _columns(register: "Register", text: str | None) -> dict[int, str]:
    from roadmap_desktop.operations.registers.typed_values import field_named

    found = {}
    # Behind a number: labels of fields have commas of their own.
    for pair in filter(None, re.split(r"(?<=\d)\s*,", text or "")):
        name, _, column = (part.strip() for part in pair.rpartition("="))
        index = column_index(column)
        if not name or index is None:
            raise UserError(f"«{pair}» — не поле и столбец.", NOTHING_CHANGED, "Напишите так: name=2.")
        found[index] = field_named(register, name).name
    return found


def _as_data(file: "RoadmapFile", found: "ListImport") -> Mapping[str, Any]:
    columns = zip(found.source.titles, found.fields, strict=True)
    rows = zip(found.source.rows, found.outcomes, strict=True)
    return {
        "register": found.register.id,
        "columns": [
            {"column": index, "title": title, "field": field or None}
            for index, (title, field) in enumerate(columns, 1)
        ],
        "rows": [{"row": row.number, "table": row.origin, "outcome": outcome} for row, outcome in rows],
        "added": [dict(_plain(values)) for values in found.added],
        "changed": {id_: dict(_plain(values)) for id_, values in found.changed.items()},
        "differences": [
            {"row": one.row, "id": one.id, "field": one.name, "kept": one.kept, "given": one.given}
            for one in found.differences
        ],
        "made": [{"table": one.table, "name": one.name} for one in found.missing],
        "faults": list(map(str, found.faults)),
        "left_out": list(found.left_out),
        "assumed": list(found.assumed),
    }


def _plain(values: Mapping[str, Any]) -> Mapping[str, Any]:
    from roadmap_desktop.operations.registers.missing import Missing

    return {name: one.name if isinstance(one, Missing) else one for name, one in values.items()}


def _told(found: "ListImport", *, replace: bool) -> Sequence[str]:
    from roadmap_desktop.model.registers import BY_TABLE

    kept = "" if replace else " — осталось как было"
    return [
        *(f"Будет добавлено в «{BY_TABLE[one.table].title}»: {one.name}" for one in found.missing),
        *(f"Не понято: {fault}" for fault in found.faults),
        *(f"Отличается: {one}{kept}" for one in found.differences),
        *(f"Не вошло: {sentence}" for sentence in found.left_out),
        *(f"Принято: {sentence}" for sentence in found.assumed),
    ]


def _summary(found: "ListImport") -> str:
    from roadmap_desktop.operations.registers.list_import import Outcome

    names = {
        Outcome.NEW: "новых",
        Outcome.FILLED: "дополнено",
        Outcome.DIFFERENT: "с отличиями",
        Outcome.SAME: "уже есть",
        Outcome.REFUSED: "не вошло",
        Outcome.TITLE: "заголовков",
    }
    return ", ".join(f"{word}: {found.count(one)}" for one, word in names.items() if found.count(one))

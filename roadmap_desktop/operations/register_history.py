"""What happened to a record of a register, in words."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from roadmap_desktop.model.change_set import NOTHING, Change
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.history import record_history as change_sets_of
from roadmap_desktop.operations.history_words import HistoryLine
from roadmap_desktop.operations.record_listing import Names, names_for
from roadmap_desktop.storage.roadmap_file import RoadmapFile

__all__ = ["HistoryLine", "record_history"]


def record_history(file: RoadmapFile, register: Register, record_id: str) -> list[HistoryLine]:
    """What happened to the record, newest first. Raises UserError."""
    fields = {field.name: field for field in register.fields}
    with file.read() as connection:
        names = names_for(connection, register)
    merged: Names = {key: name for of_table in names.values() for key, name in of_table.items()}
    lines = []
    for made in change_sets_of(file, [record_id]):
        own = [change for change in made.changes if change.record_id == record_id]
        said = "; ".join(dict.fromkeys(_sayings(own, fields, merged)))
        if said:
            lines.append(HistoryLine(made.at, made.author_shown, said))
    return lines


def _sayings(changes: list[Change], fields: dict[str, Field], names: Names) -> Iterator[str]:
    for change in changes:
        if change.old is NOTHING:
            yield "запись добавлена"
        elif change.new is NOTHING:
            yield "запись удалена"
        elif change.field in fields:
            field = fields[change.field]
            old, new = (_shown(field, value, names) for value in (change.old, change.new))
            yield f"{field.label}: {old} → {new}"


def _shown(field: Field, value: Any, names: Names) -> str:
    if field.kind is FieldKind.LINK:
        value = names.get(str(value), "") if value else ""
    elif field.kind is FieldKind.DATE and isinstance(value, str):
        with suppress(ValueError):
            value = date.fromisoformat(value)
    text = value_text(value)
    return f"«{text}»" if text else "пусто"

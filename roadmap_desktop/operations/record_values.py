"""Fields and values of records as they are named and typed outside a form: links by the names of what they point at."""

from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.search import folded
from roadmap_desktop.operations.field_values import parse_field
from roadmap_desktop.operations.reading import activity_numbered, read_plan
from roadmap_desktop.operations.record_listing import choices_of, folded_name, linked_table
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def field_named(register: Register, name: str) -> Field:
    """The field with that name or Russian label. Raises UserError with the nearest names."""
    wanted = folded(name.strip())
    for field in register.fields:
        if wanted in (field.name, field.name.removesuffix("_id"), folded(field.label)):
            return field
    known = [word for field in register.fields for word in (field.name, field.label)]
    raise UserError(
        f"Поля «{name}» в разделе «{register.title}» нет.{nearest(name, known)}",
        NOTHING_CHANGED,
        f"Поля: {', '.join(f'{field.name} ({field.label})' for field in register.fields)}.",
    )


def parse_value(file: RoadmapFile, register: Register, field: Field, text: str) -> Any:
    """The value of a field from text; a link by the key or the name of what it points at. Raises UserError."""
    try:
        return (
            _linked(file, register, field, text)
            if field.kind is FieldKind.LINK
            else parse_field(register, field, text)
        )
    except UserError as error:
        raise error.about(field.label) from None


def _linked(file: RoadmapFile, register: Register, field: Field, text: str) -> str | None:
    wanted = folded_name(text)
    if not wanted:
        return None
    choices = choices_of(file, register, field.name)
    found = [key for key, name in choices if key == text.strip() or folded_name(name) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(found)
        raise UserError(
            f"«{text}» — таких записей {len(found)}.", NOTHING_CHANGED, f"Назовите одну ключом: {keys}."
        )
    if linked_table(register, field.name) == "activity":
        return activity_numbered(read_plan(file), text).id
    names = [name for _, name in choices]
    raise UserError(f"«{text}» нет.{nearest(text, names)}", NOTHING_CHANGED, "Сначала добавьте эту запись.")

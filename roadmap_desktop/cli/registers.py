"""The registers: what there is, the records, adding, changing and removing one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import OPENED, argument, command, flag
from roadmap_desktop.cli.output import listed
from roadmap_desktop.errors import NOTHING_CHANGED, UserError

if TYPE_CHECKING:
    from roadmap_desktop.model.field import Field
    from roadmap_desktop.model.listing import Listing
    from roadmap_desktop.model.plain_rows import PlainRow
    from roadmap_desktop.model.register import Register
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


_REGISTERS_JSON = (
    "в виде JSON: список справочников; у каждого id, title (название), activities (номера мероприятий) и fields, поля: "
    "name, label (как называется), type, required (обязательно ли), choices (из чего выбирать), register (справочник, "
    "на который указывает link). type: line — строка, text — текст, number — целое, decimal — дробное, share — "
    "проценты, date — дата, due — срок словами, choice — одно слово из choices, words — несколько, year — учебный год, "
    "link — другая запись"
)
_RECORDS_JSON = (
    "в виде JSON: список записей; у каждой id и поля справочника, как их называет registers; даты ГГГГ-ММ-ДД, пустое "
    "число или дата — null; у связи school_id — ключ, а рядом school — название"
)
_REGISTER = argument("register", "СПРАВОЧНИК", "например schools или «Школы»")
_RECORD = argument("record", "ЗАПИСЬ", "ключ или название")


@command("registers", "показать справочники и их поля", flag("--json", _REGISTERS_JSON))
def _registers(json: bool) -> str:
    from roadmap_desktop.model.registers import BY_ID

    return listed(
        BY_ID.values(),
        lambda register: (
            f"{register.id} — {register.title}: {', '.join(field.name for field in register.fields)}"
        ),
        _described,
        json=json,
    )


def _described(register: "Register") -> dict[str, Any]:
    return {
        "id": register.id,
        "title": register.title,
        "activities": register.activity_numbers,
        "fields": [_described_field(register, field) for field in register.fields],
    }


def _described_field(register: "Register", field: "Field") -> dict[str, Any]:
    from roadmap_desktop.model.field import FieldKind
    from roadmap_desktop.model.registers import BY_TABLE

    told: dict[str, Any] = {
        "name": field.name,
        "label": field.label,
        "type": field.kind,
        "required": field.required,
    }
    if field.choices:
        told["choices"] = field.choices
    if field.kind is FieldKind.LINK:
        table = field.references
        told["register"] = BY_TABLE[table].id if table in BY_TABLE else table
    return told


@command("records", "показать записи справочника", OPENED, _REGISTER, flag("--json", _RECORDS_JSON))
def _records(file: "RoadmapFile", register: str, json: bool) -> str:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations.registers.record_listing import read_listing

    listing = read_listing(file, register_named(register))

    def line(row: "PlainRow") -> str:
        texts = ((field.label, listing.text(row, field)) for field in listing.register.fields)
        return "; ".join(f"{label}: {text}" for label, text in texts if text)

    return listed(
        listing.rows,
        line,
        lambda row: record_json(listing, row),
        json=json,
        nothing=f"{listing.register.title}: записей нет",
    )


def record_json(listing: "Listing", row: "PlainRow") -> dict[str, Any]:
    """The fields of a record; links by their names, and by their keys under the field's own name."""
    from roadmap_desktop.model.field import FieldKind

    told: dict[str, Any] = {"id": row.id}
    for field in listing.register.fields:
        told[field.name] = listing.value(row, field.name)
        if field.kind is FieldKind.LINK:
            told[field.name.removesuffix("_id")] = listing.text(row, field) or None
    return told


@command(
    "add",
    "добавить запись в справочник",
    OPENED,
    _REGISTER,
    argument("values", "ПОЛЕ=ЗНАЧЕНИЕ", "например name=«СОШ № 1»", nargs="+"),
    flag("--anyway", "добавить, даже если такая запись уже есть"),
)
def _add(file: "RoadmapFile", register: str, values: list[str], anyway: bool) -> str:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations.registers import registers

    chosen = register_named(register)
    read = values_of(file, chosen, values)
    if not anyway:
        _refuse_same(registers.same_record(file, chosen, read))
    id_, made = registers.add_record(file, chosen, read)
    return f"{made.label if made else chosen.add}: {id_}"


@command(
    "change",
    "изменить запись справочника",
    OPENED,
    _REGISTER,
    _RECORD,
    argument("values", "ПОЛЕ=ЗНАЧЕНИЕ", "например head=«Образцова А. А.»", nargs="+"),
    flag("--anyway", "изменить, даже если такая запись уже есть"),
)
def _change(file: "RoadmapFile", register: str, record: str, values: list[str], anyway: bool) -> str:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations.registers import record_listing, registers

    chosen = register_named(register)
    listing = record_listing.read_listing(file, chosen)
    row = record_listing.record_named(listing, record)
    read = values_of(file, chosen, values)
    if not anyway and read.keys() & set(chosen.unique_by):
        whole = {field.name: listing.value(row, field.name) for field in chosen.fields} | read
        _refuse_same(registers.same_record(file, chosen, whole, row.id))
    made = registers.set_values(file, chosen, [row.id], read)
    return f"Сохранено: {made.label}" if made else "Всё так и было, ничего не изменено"


def _refuse_same(name: str) -> None:
    if name:
        raise UserError(
            f"Такая запись уже есть: «{name}».", NOTHING_CHANGED, "Если нужна ещё одна, добавьте --anyway."
        )


@command("remove", "удалить запись справочника и всё, что без неё теряет смысл", OPENED, _REGISTER, _RECORD)
def _remove(file: "RoadmapFile", register: str, record: str) -> str:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations.registers import record_listing, registers

    chosen = register_named(register)
    row = record_listing.record_named(record_listing.read_listing(file, chosen), record)
    dependents = registers.dependents(file, chosen, [row.id])
    made = registers.delete_records(file, chosen, [row.id])
    lines = [
        f"  {'вместе с ней удалено' if one.goes else 'осталось без связи с ней'}: {one.caption} — {one.number}"
        for one in dependents
    ]
    return "\n".join([made.label if made else NOTHING_CHANGED, *lines])


def values_of(file: "RoadmapFile", register: "Register", given: Sequence[str]) -> dict[str, Any]:
    """The values of «ПОЛЕ=ЗНАЧЕНИЕ». Raises UserError."""
    from roadmap_desktop.operations.registers.typed_values import field_named, parse_value

    values: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise UserError(f"«{text}» не понято.", NOTHING_CHANGED, "Пишите так: ПОЛЕ=ЗНАЧЕНИЕ.")
        field = field_named(register, name)
        if field.name in values:
            raise UserError(
                f"Поле «{field.label}» названо дважды.", NOTHING_CHANGED, "Оставьте одно значение."
            )
        values[field.name] = parse_value(file, register, field, value)
    return values

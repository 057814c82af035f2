"""The registers without a window: what there is, the records, adding, changing and removing one."""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli_parser import typed
from roadmap_desktop.errors import KnownError

if TYPE_CHECKING:
    from roadmap_desktop.model.field import Field
    from roadmap_desktop.model.listing import Listing
    from roadmap_desktop.model.plain_rows import PlainRow
    from roadmap_desktop.model.register import Register
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


_REGISTERS_JSON = (
    "в виде JSON: список разделов; у каждого id, title (название), activities (номера мероприятий) и fields, поля: "
    "name, label (как называется), type, required (обязательно ли), choices (из чего выбирать), register (раздел, "
    "на который указывает link). type: line — строка, text — текст, number — целое, decimal — дробное, share — "
    "проценты, date — дата, due — срок словами, choice — одно слово из choices, words — несколько, year — учебный год, "
    "link — другая запись"
)
_RECORDS_JSON = (
    "в виде JSON: список записей; у каждой id и поля раздела, как их называет registers; даты ГГГГ-ММ-ДД, пустое число "
    "или дата — null; у связи school_id — ключ, а рядом school — название"
)


def add_commands(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the commands to the parser; ``command`` makes one."""
    listing = command(commands, "registers", _registers, "показать разделы учёта и их поля", file=False)
    listing.add_argument("--json", action="store_true", help=_REGISTERS_JSON)

    records = command(commands, "records", _records, "показать записи раздела учёта")
    records.add_argument("register", metavar="РАЗДЕЛ", type=typed, help="например schools или «Школы»")
    records.add_argument("--json", action="store_true", help=_RECORDS_JSON)

    add = command(commands, "add", _add, "добавить запись в раздел учёта")
    add.add_argument("register", metavar="РАЗДЕЛ", type=typed, help="например schools или «Школы»")
    add.add_argument("values", metavar="ПОЛЕ=ЗНАЧЕНИЕ", type=typed, nargs="+", help="например name=«СОШ № 1»")
    add.add_argument("--anyway", action="store_true", help="добавить, даже если такая запись уже есть")

    change = command(commands, "change", _change, "изменить запись раздела учёта")
    change.add_argument("register", metavar="РАЗДЕЛ", type=typed, help="например schools или «Школы»")
    change.add_argument("record", metavar="ЗАПИСЬ", type=typed, help="ключ или название")
    change.add_argument(
        "values", metavar="ПОЛЕ=ЗНАЧЕНИЕ", type=typed, nargs="+", help="например head=«Образцова А. А.»"
    )
    change.add_argument("--anyway", action="store_true", help="изменить, даже если такая запись уже есть")

    remove = command(commands, "remove", _remove, "удалить запись раздела учёта и то, чего без неё не бывает")
    remove.add_argument("register", metavar="РАЗДЕЛ", type=typed, help="например schools или «Школы»")
    remove.add_argument("record", metavar="ЗАПИСЬ", type=typed, help="ключ или название")


def _registers(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.registers import BY_ID

    if arguments.json:
        _print_json([_described(register) for register in BY_ID.values()])
        return
    for register in BY_ID.values():
        print(f"{register.id} — {register.title}: {', '.join(field.name for field in register.fields)}")


def _described(register: "Register") -> dict[str, Any]:
    fields = [_described_field(register, field) for field in register.fields]
    return {
        "id": register.id,
        "title": register.title,
        "activities": list(register.numbers),
        "fields": fields,
    }


def _described_field(register: "Register", field: "Field") -> dict[str, Any]:
    from roadmap_desktop.model.field import FieldKind
    from roadmap_desktop.model.registers import BY_TABLE
    from roadmap_desktop.operations.record_listing import linked_table

    told: dict[str, Any] = {
        "name": field.name,
        "label": field.label,
        "type": field.kind.value,
        "required": field.required,
    }
    if field.choices:
        told["choices"] = list(field.choices)
    if field.kind is FieldKind.LINK:
        table = linked_table(register, field.name)
        told["register"] = BY_TABLE[table].id if table in BY_TABLE else table
    return told


def _records(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations import files, record_listing

    register = register_named(arguments.register)
    with files.open_roadmap(arguments.file) as file:
        listing = record_listing.read_listing(file, register)
    if arguments.json:
        _print_json([record_json(listing, row) for row in listing.rows])
        return
    for row in listing.rows:
        shown = (
            f"{field.label}: {listing.text(row, field)}"
            for field in register.fields
            if listing.text(row, field)
        )
        print("; ".join(shown))
    if not listing.rows:
        print(f"{register.title}: записей нет")


def record_json(listing: "Listing", row: "PlainRow") -> dict[str, Any]:
    """The fields of a record; links by their names, and by their keys under the field's own name."""
    from roadmap_desktop.model.field import FieldKind
    from roadmap_desktop.storage.journal.values import plain

    told: dict[str, Any] = {"id": row.id}
    for field in listing.register.fields:
        value = listing.value(row, field.name)
        told[field.name] = list(value) if isinstance(value, tuple) else plain(value)
        if field.kind is FieldKind.LINK:
            told[field.name.removesuffix("_id")] = listing.text(row, field) or None
    return told


def _add(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations import files, registers

    register = register_named(arguments.register)
    with files.open_roadmap(arguments.file) as file:
        values = _values(file, register, arguments.values)
        if not arguments.anyway:
            _refuse_same(registers.alike(file, register, values))
        id_, made = registers.add_record(file, register, values)
    print(f"{made.label if made else register.add}: {id_}")


def _change(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations import files, record_listing, registers

    register = register_named(arguments.register)
    with files.open_roadmap(arguments.file) as file:
        listing = record_listing.read_listing(file, register)
        row = record_listing.record_named(listing, arguments.record)
        values = _values(file, register, arguments.values)
        if not arguments.anyway and values.keys() & set(register.alike):
            whole = {field.name: listing.value(row, field.name) for field in register.fields} | values
            _refuse_same(registers.alike(file, register, whole, row.id))
        made = registers.set_values(file, register, [row.id], values)
    print(f"Сохранено: {made.label}" if made else "Всё так и было, ничего не изменено")


def _refuse_same(name: str) -> None:
    if name:
        raise KnownError(
            f"Такая запись уже есть: «{name}». Ничего не изменено. Если нужна ещё одна, добавьте --anyway."
        )


def _remove(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.registers import register_named
    from roadmap_desktop.operations import files, record_listing, registers

    register = register_named(arguments.register)
    with files.open_roadmap(arguments.file) as file:
        row = record_listing.record_named(record_listing.read_listing(file, register), arguments.record)
        told = registers.dependents(file, register, [row.id])
        made = registers.delete_records(file, register, [row.id])
    print(made.label if made else "Ничего не изменено")
    for one in told:
        print(f"  {'удалено и' if one.goes else 'без этой связи'}: {one.caption} — {one.number}")


def _values(file: "RoadmapFile", register: "Register", given: list[str]) -> dict[str, Any]:
    from roadmap_desktop.operations.typed_values import field_named, parse_value

    values: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise KnownError(f"«{text}» не понятно. Ничего не изменено. Пишите так: ПОЛЕ=ЗНАЧЕНИЕ.")
        field = field_named(register, name)
        if field.name in values:
            raise KnownError(
                f"Поле «{field.label}» названо дважды. Ничего не изменено. Оставьте одно значение."
            )
        values[field.name] = parse_value(file, register, field, value)
    return values


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))

"""What is done with the records of any register: list, add, change, delete. What a register needs of its own is told by
its declaration."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.base import Record, record_class
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.record_names import name_of
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_TABLE, REGISTERS
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.values import nearest
from roadmap_desktop.storage.dependents import delete_record, dependents_of
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# Keys of records by what they are called, for one table.
Names = Mapping[str, str]


class RecordRow(NamedTuple):
    """``values`` stand in the order of the register's ``fields``."""

    id: str
    values: tuple[Any, ...]


class Listing:
    """The records of a register as plain rows, with the names of what they point at."""

    def __init__(self, register: Register, rows: tuple[RecordRow, ...], names: Mapping[str, Names]) -> None:
        self.register, self.rows, self.names = register, rows, names
        self.places = {field.name: place for place, field in enumerate(register.fields)}

    @cached_property
    def by_id(self) -> dict[str, RecordRow]:
        """The rows by their keys."""
        return {row.id: row for row in self.rows}

    def value(self, row: RecordRow, field: str) -> Any:
        """The value of a field."""
        return row.values[self.places[field]]

    def values(self, row: RecordRow) -> dict[str, Any]:
        """All fields by name."""
        return dict(zip(self.places, row.values, strict=True))

    def text(self, row: RecordRow, field: Field) -> str:
        """A field as a cell shows it."""
        value = row.values[self.places[field.name]]
        if field.kind is FieldKind.LINK:
            return self.names[linked_table(self.register, field.name)].get(value or "", "")
        return value_text(value)

    def name(self, row: RecordRow) -> str:
        """What the record is called."""
        return name_of(self.register, self.values(row), self.names)


def linked_table(register: Register, field: str) -> str:
    """The table that a link points at. Raises KeyError for any other field."""
    for reference in references_of(register.table):
        if reference.field == field and reference.table is not None:
            return reference.table
    raise KeyError(field)


def counts(file: RoadmapFile) -> dict[str, int]:
    """How many records each register has."""
    with file.read() as session:
        return {
            register.id: session.scalar(select(func.count()).select_from(register.record)) or 0
            for register in REGISTERS
        }


def read_listing(file: RoadmapFile, register: Register, where: Mapping[str, str] | None = None) -> Listing:
    """The records of a register, those whose fields have the values of ``where``, in the order they were made."""
    columns = register.record.__table__.c
    chosen = select(columns.id, *(columns[field.name] for field in register.fields)).order_by(columns.id)
    for name, value in (where or {}).items():
        chosen = chosen.where(columns[name] == value)
    with file.read() as session:
        rows = tuple(
            RecordRow(row[0], tuple(row[1:])) for row in session.connection().execute(chosen).fetchall()
        )
        return Listing(register, rows, names_for(session, register))


def names_for(session: Session, register: Register) -> dict[str, Names]:
    """What the records that this register's links point at are called, by table."""
    tables = {reference.table for reference in references_of(register.table) if reference.table}
    return {table: names_in(session, table) for table in tables}


def names_in(session: Session, table: str) -> Names:
    """What the records of a table are called, by their keys."""
    register = BY_TABLE.get(table)
    columns = record_class(table).__table__.c
    if register is None:
        return {row[0]: row[1] for row in session.connection().execute(select(columns.id, columns.name))}
    chosen = select(columns.id, *(columns[name] for name in register.named_by))
    links = names_for(session, register) if _named_by_links(register) else {}
    return {
        row[0]: name_of(register, dict(zip(register.named_by, row[1:], strict=True)), links)
        for row in session.connection().execute(chosen)
    }


def choices_of(file: RoadmapFile, register: Register, field: str) -> list[tuple[str, str]]:
    """The records that a link can point at: key and name, by name."""
    with file.read() as session:
        return sorted(
            names_in(session, linked_table(register, field)).items(), key=lambda one: one[1].casefold()
        )


def add_record(
    file: RoadmapFile, register: Register, values: Mapping[str, Any]
) -> tuple[str, ChangeSet | None]:
    """Adds a record; answers its key. Raises KnownError for values that it cannot hold."""
    _refuse_mistakes(register, values)
    record = register.record(**values)
    with file.edit(f"Добавлено: {register.record.caption.lower()}{_called(register, values)}") as edit:
        if edit.session.get(register.record, record.id) is not None:
            raise KnownError("Такая запись уже есть. Ничего не изменено. Измените ту, что есть.")
        edit.session.add(record)
    return record.id, edit.change_set


def set_values(
    file: RoadmapFile, register: Register, ids: Sequence[str], values: Mapping[str, Any]
) -> ChangeSet | None:
    """Sets fields of records, as one step of undo. Raises KnownError for values that they cannot hold, and for records
    that are gone."""
    labels = ", ".join(register.field(name).label for name in values)
    with file.edit(f"{labels}: {_told(register, len(ids))}") as edit:
        for record in _present(edit.session, register, ids):
            present = {field.name: getattr(record, field.name) for field in register.fields}
            _refuse_mistakes(register, present | dict(values))
            for name, value in values.items():
                setattr(record, name, value)
    return edit.change_set


def delete_records(
    file: RoadmapFile, register: Register, ids: Sequence[str], *, unlink: bool = False
) -> ChangeSet | None:
    """Deletes records with what cannot be without them; ``unlink``: only if nothing would go with them. Raises
    KnownError."""
    with file.edit(f"Удалено: {_told(register, len(ids))}") as edit:
        for record in _present(edit.session, register, ids):
            if unlink and any(reference.needed for reference, _ in dependents_of(edit.session, record)):
                raise KnownError(
                    f"От записи «{record_name(edit.session, record)}» зависят другие. Ничего не удалено."
                )
            delete_record(edit.session, record)
    return edit.change_set


def record_named(listing: Listing, text: str) -> RecordRow:
    """The record with that key or name, else with what its name begins with: the number of an agreement, the teacher of
    a plan. Raises KnownError when there is none, or several."""
    wanted = _folded(text)
    found = [row for row in listing.rows if row.id == text.strip() or _folded(listing.name(row)) == wanted]
    found = found or [row for row in listing.rows if _folded(listing.name(row)).startswith(f"{wanted} — ")]
    if len(found) == 1:
        return found[0]
    title = listing.register.title
    if found:
        keys = ", ".join(row.id for row in found)
        raise KnownError(
            f"«{text}»: таких записей несколько. Ничего не изменено. Назовите одну ключом: {keys}."
        )
    near = nearest(text, [listing.name(row) for row in listing.rows])
    raise KnownError(f"Записи «{text}» в разделе «{title}» нет.{near} Ничего не изменено.")


class Dependents(NamedTuple):
    """What hangs on records that are to be deleted: how many of which sort; ``goes``: they would go too."""

    caption: str
    number: int
    goes: bool


def dependents(file: RoadmapFile, register: Register, ids: Iterable[str]) -> list[Dependents]:
    """What depends on these records, the greatest numbers first."""
    found: dict[tuple[str, bool], set[str]] = {}
    with file.read() as session:
        for record in _present(session, register, list(ids)):
            for reference, one in dependents_of(session, record):
                found.setdefault((one.caption, reference.needed), set()).add(one.id)
    told = [Dependents(caption, len(keys), goes) for (caption, goes), keys in found.items()]
    return sorted(told, key=lambda one: (-one.number, one.caption))


def alike(file: RoadmapFile, register: Register, values: Mapping[str, Any], besides: str = "") -> str:
    """The name of a record that is the same thing as these values would be; empty when there is none."""
    if not register.alike or not any(values.get(name) for name in register.alike):
        return ""
    listing = read_listing(file, register)
    wanted = [_folded(values.get(name)) for name in register.alike]
    for row in listing.rows:
        if row.id != besides and [_folded(listing.value(row, name)) for name in register.alike] == wanted:
            return listing.name(row)
    return ""


def record_name(session: Session, record: Record) -> str:
    """What a record is called."""
    return names_in(session, record.__tablename__).get(record.id, record.caption)


def _named_by_links(register: Register) -> bool:
    return any(register.field(name).kind is FieldKind.LINK for name in register.named_by)


def _folded(value: Any) -> str:
    return " ".join(str(value or "").casefold().replace("ё", "е").split())


def _present(session: Session, register: Register, ids: Sequence[str]) -> list[Record]:
    found = [session.get(register.record, id_) for id_ in ids]
    if any(record is None for record in found):
        raise KnownError(
            "Этой записи уже нет: её удалили. Ничего не изменено. Отмените удаление или закройте окно."
        )
    return [record for record in found if record is not None]


def _refuse_mistakes(register: Register, values: Mapping[str, Any]) -> None:
    mistakes = mistakes_in(register, values)
    if mistakes:
        name, why = next(iter(mistakes.items()))
        raise KnownError(f"{register.field(name).label}: {why} Ничего не изменено. Исправьте и повторите.")


def _told(register: Register, count: int) -> str:
    return register.record.caption.lower() if count == 1 else counted(count, *register.forms)


def _called(register: Register, values: Mapping[str, Any]) -> str:
    name = name_of(register, values, {})
    return f" «{name}»" if name else ""

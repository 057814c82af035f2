"""What is done with the records of any register: list, add, change, delete. What a register needs of its own is told by
its declaration."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, inspect, select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.base import Record, record_class
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import WORDS_BREAK, value_text
from roadmap_desktop.model.record_names import name_of, namer
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, BY_TABLE, REGISTERS
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import folded
from roadmap_desktop.operations.values import nearest
from roadmap_desktop.storage.dependents import delete_record, dependents_of, goes_with
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# The names of more records than these are read as a whole.
_FEW = 400
# What people write or leave out in a name.
_BESIDES = re.compile(r"[\s«»„“”\"']+")
# Keys of records by what they are called, for one table.
Names = Mapping[str, str]


class RecordRow(NamedTuple):
    """``values`` stand in the order of the register's ``fields``."""

    id: str
    values: tuple[Any, ...]


class Listing:
    """The records of a register as plain rows, with the names of what they point at. ``derived``: what is worked out of
    other registers, by column and key."""

    def __init__(
        self,
        register: Register,
        rows: tuple[RecordRow, ...],
        names: Mapping[str, Names],
        derived: Mapping[str, Names] = MappingProxyType({}),
    ) -> None:
        self.register, self.rows, self.names, self.derived = register, rows, names, derived
        self.places = {field.name: place for place, field in enumerate(register.fields)}

    @cached_property
    def by_id(self) -> dict[str, RecordRow]:
        """The rows by their keys."""
        return {row.id: row for row in self.rows}

    def value(self, row: RecordRow, field: str) -> Any:
        """The value of a field; of what is worked out its text."""
        if field not in self.places:
            return self.derived.get(field, {}).get(row.id, "")
        return row.values[self.places[field]]

    def values(self, row: RecordRow) -> dict[str, Any]:
        """All fields by name."""
        return dict(zip(self.places, row.values, strict=True))

    def text(self, row: RecordRow, field: Field) -> str:
        """A field as a cell shows it."""
        value = self.value(row, field.name)
        if field.kind is FieldKind.LINK:
            return self._linked[field.name].get(value or "", "")
        return value_text(value)

    def name(self, row: RecordRow) -> str:
        """What the record is called."""
        return self._namer(row.values)

    @cached_property
    def _linked(self) -> dict[str, Names]:
        """What the records are called that each link can point at."""
        links = [field.name for field in self.register.fields if field.kind is FieldKind.LINK]
        return {name: self.names[linked_table(self.register, name)] for name in links}

    @cached_property
    def _namer(self) -> Callable[[Sequence[Any]], str]:
        return namer(self.register, tuple(self.places), self.names)


def linked_table(register: Register, field: str) -> str:
    """The table that a link points at. Raises KeyError for any other field."""
    for reference in references_of(register.table):
        if reference.field == field and reference.table is not None:
            return reference.table
    raise KeyError(field)


def defaults_of(register: Register) -> dict[str, Any]:
    """What the fields of a new record hold before anything is chosen, where that is something."""
    columns = register.record.__table__.c
    defaults = {field.name: columns[field.name].default for field in register.fields}
    return {name: one.arg for name, one in defaults.items() if one is not None and one.is_scalar}


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
        links = [place for place, field in enumerate(register.fields) if field.kind is FieldKind.LINK]
        keys = _few({row.values[place] for row in rows for place in links} - {None})
        derived = _derived(session, register, _few([row.id for row in rows]))
        return Listing(register, rows, names_for(session, register, keys), derived)


def _few(keys: Collection[str]) -> Collection[str] | None:
    """The keys to be asked for; None where reading everything is quicker."""
    return keys if len(keys) <= _FEW else None


def _derived(session: Session, register: Register, keys: Collection[str] | None) -> dict[str, Names]:
    found: dict[str, Names] = {}
    for one in register.derived:
        columns = BY_ID[one.register].record.__table__.c
        by, of = columns[one.by], columns[one.of]
        if one.done is not None:
            done = func.sum(case((of == one.done, 1), else_=0))
            counted_by = select(by, done, func.count()).group_by(by)
            rows = session.connection().execute(_of_keys(counted_by, by, keys))
            found[one.name] = {key: f"{done} из {number}" for key, done, number in rows}
            continue
        texts: dict[str, list[str]] = {}
        for key, value in session.connection().execute(
            _of_keys(select(by, of).order_by(of).distinct(), by, keys)
        ):
            texts.setdefault(key, []).append(value_text(value))
        found[one.name] = {key: WORDS_BREAK.join(several) for key, several in texts.items()}
    return found


def names_for(session: Session, register: Register, keys: Collection[str] | None = None) -> dict[str, Names]:
    """What the records that this register's links point at are called, by table; of those with these keys, or all."""
    tables = {reference.table for reference in references_of(register.table) if reference.table}
    return {table: names_in(session, table, keys) for table in tables}


def names_in(session: Session, table: str, keys: Collection[str] | None = None) -> Names:
    """What the records of a table are called, by their keys; those with these keys, or all."""
    register = BY_TABLE.get(table)
    columns = record_class(table).__table__.c
    named_by = register.named_by if register is not None else ("name",)
    chosen = select(columns.id, *(columns[name] for name in named_by))
    rows = session.connection().execute(_of_keys(chosen, columns.id, keys)).fetchall()
    if register is None:
        return {row[0]: row[1] for row in rows}
    links = {}
    if _named_by_links(register):
        pointed_at = {value for row in rows for value in row[1:] if isinstance(value, str)}
        links = names_for(session, register, None if keys is None else pointed_at)
    name = namer(register, register.named_by, links)
    return {row[0]: name(row[1:]) for row in rows}


def _of_keys(chosen: Select[Any], column: ColumnElement[Any], keys: Collection[str] | None) -> Select[Any]:
    return chosen if keys is None else chosen.where(column.in_(keys))


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
    file: RoadmapFile, register: Register, ids: Sequence[str], *, with_all: bool = False
) -> ChangeSet | None:
    """Deletes records with what cannot be without them, as one step of undo. What merely points at them is unlinked and
    stays; ``with_all``: it goes as well. Raises KnownError."""
    with file.edit(f"Удалено: {_told(register, len(ids))}") as edit:
        for record in _present(edit.session, register, ids):
            # It may have gone with one before it.
            if not inspect(record).deleted and record not in edit.session.deleted:
                delete_record(edit.session, record, with_all=with_all)
                edit.session.flush()
    return edit.change_set


def record_named(listing: Listing, text: str) -> RecordRow:
    """The record with that key or name, else with what its name begins with: the number of an agreement, the teacher of
    a plan. Raises KnownError when there is none, or several."""
    wanted = folded_name(text)
    names = {row.id: folded_name(listing.name(row)) for row in listing.rows}
    found = [row for row in listing.rows if row.id == text.strip() or names[row.id] == wanted]
    found = found or [row for row in listing.rows if names[row.id].startswith(f"{wanted}—")]
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
    """What hangs on records that are to be deleted: how many of which sort; ``goes``: they cannot be without them, else
    they can be unlinked and stay."""

    caption: str
    number: int
    goes: bool


def dependents(file: RoadmapFile, register: Register, ids: Iterable[str]) -> list[Dependents]:
    """What depends on these records, however far away, the greatest numbers first."""
    with file.read() as session:
        chosen = _present(session, register, list(ids))
        going = goes_with(session, chosen)
        staying = {
            one.id: one
            for record in going.values()
            for reference, one in dependents_of(session, record)
            if not reference.needed and one.id not in going
        }
        own = {record.id for record in chosen}
        counts = Counter((one.caption, True) for id_, one in going.items() if id_ not in own)
        counts.update((one.caption, False) for one in staying.values())
    told = [Dependents(caption, number, goes) for (caption, goes), number in counts.items()]
    return sorted(told, key=lambda one: (-one.number, one.caption))


def alike(file: RoadmapFile, register: Register, values: Mapping[str, Any], besides: str = "") -> str:
    """The name of a record that is the same thing as these values would be; empty when there is none."""
    if not register.alike or not any(values.get(name) for name in register.alike):
        return ""
    columns = register.record.__table__.c
    wanted = [folded_name(values.get(name)) for name in register.alike]
    with file.read() as session:
        present = session.connection().execute(
            select(columns.id, *(columns[name] for name in register.alike)).order_by(columns.id)
        )
        for id_, *found in present:
            pairs = zip(found, wanted, strict=True)
            if id_ != besides and all(folded_name(value) == one for value, one in pairs):
                return names_in(session, register.table, [id_])[id_]
    return ""


def record_name(session: Session, record: Record) -> str:
    """What a record is called."""
    return names_in(session, record.__tablename__).get(record.id, record.caption)


def _named_by_links(register: Register) -> bool:
    return any(register.field(name).kind is FieldKind.LINK for name in register.named_by)


def folded_name(value: Any) -> str:
    """A value without case, ё, spaces and quotation marks: «СОШ №2» is «сош № 2». By it names are compared."""
    return _BESIDES.sub("", folded(str(value or "")))


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

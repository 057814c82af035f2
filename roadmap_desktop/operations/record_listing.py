"""The records of a register as they are listed: plain rows, with the names of what they point at."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.base import record_class
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import WORDS_BREAK, value_text
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.record_names import namer
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# The names of more records than these are read as a whole.
_FEW = 400
# What people write or leave out in a name.
_BESIDES = re.compile(r"[\s«»„“”\"'№\u200b-\u200f\u2060\ufeff]+")
# What the records of one table are called, by their keys.
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
    """The records that a link can point at: key and name, by name: «Школа 2» before «Школа 10»."""
    with file.read() as session:
        return sorted(
            names_in(session, linked_table(register, field)).items(), key=lambda one: as_counted(one[1])
        )


def record_named(listing: Listing, text: str) -> RecordRow:
    """The record with that key or name, else with what its name begins with: the number of an agreement, the teacher of
    a plan. Raises UserError when there is none, or several."""
    wanted = folded_name(text)
    names = {row.id: folded_name(listing.name(row)) for row in listing.rows}
    found = [row for row in listing.rows if row.id == text.strip() or (wanted and names[row.id] == wanted)]
    found = found or [row for row in listing.rows if wanted and names[row.id].startswith(f"{wanted}—")]
    if len(found) == 1:
        return found[0]
    title = listing.register.title
    if found:
        keys = ", ".join(row.id for row in found)
        raise UserError(
            f"«{text}»: таких записей несколько.", NOTHING_CHANGED, f"Назовите одну ключом: {keys}."
        )
    near = nearest(text, [listing.name(row) for row in listing.rows])
    raise UserError(f"Записи «{text}» в разделе «{title}» нет.{near}", NOTHING_CHANGED)


def _named_by_links(register: Register) -> bool:
    return any(register.field(name).kind is FieldKind.LINK for name in register.named_by)


def folded_name(value: Any) -> str:
    """A value without case, ё, spaces, quotation marks and «№»: «СОШ №2» is «сош 2». By it names are compared."""
    return _BESIDES.sub("", folded(str(value or "")))

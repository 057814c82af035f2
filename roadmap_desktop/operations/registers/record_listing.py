"""The records of a register as they are listed: plain rows, with the names of what they point at."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.field_text import WORDS_BREAK, value_text
from roadmap_desktop.model.listing import Listing as Listing
from roadmap_desktop.model.listing import Names as Names
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.plain_rows import PlainRow
from roadmap_desktop.model.record_names import namer
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.names import names_known, plain_rows
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

# The names of more records than these are read as a whole.
_FEW = 400
# What people write or leave out in a name.
_BESIDES = re.compile(r"[\s«»„“”\"'№\u200b-\u200f\u2060\ufeff]+")


def read_listing(file: RoadmapFile, register: Register, where: Mapping[str, str] | None = None) -> Listing:
    """The records of a register, those whose fields have the values of ``where``, in the order they were made."""
    if register.is_numbered:
        return read_plan(file, where)
    with file.read() as connection:
        rows = plain_rows(connection, register.record, where)
        links = [field.name for field in register.fields if field.kind is FieldKind.LINK]
        keys = _few({getattr(row, name) for row in rows for name in links} - {None})
        derived = _derived(connection, register, _few([row.id for row in rows]))
        return Listing(register, rows, names_for(connection, register, keys), derived)


def _few(keys: Collection[str]) -> Collection[str] | None:
    """The keys to be asked for; None where reading everything is quicker."""
    return keys if len(keys) <= _FEW else None


def _derived(
    connection: sqlite3.Connection, register: Register, keys: Collection[str] | None
) -> dict[str, Names]:
    found: dict[str, Names] = {}
    for one in register.derived:
        values = select(
            connection, BY_ID[one.register].record, (one.by, one.of), _of_keys(one.by, keys), order=(one.of,)
        )
        several: dict[str, list[Any]] = {}
        for key, value in values:
            several.setdefault(key, []).append(value)
        if one.done is not None:
            found[one.name] = {key: f"{all_.count(one.done)} из {len(all_)}" for key, all_ in several.items()}
        else:
            found[one.name] = {
                key: WORDS_BREAK.join(dict.fromkeys(map(value_text, all_))) for key, all_ in several.items()
            }
    return found


def names_for(
    connection: sqlite3.Connection, register: Register, keys: Collection[str] | None = None
) -> dict[str, Names]:
    """What the records that this register's links point at are called, by table; of those with these keys, or all."""
    tables = {reference.table for reference in references_of(register.table) if reference.table}
    return {table: names_in(connection, table, keys) for table in tables}


def names_in(connection: sqlite3.Connection, table: str, keys: Collection[str] | None = None) -> Names:
    """What the records of a table are called, by their keys; those with these keys, or all."""
    register = BY_TABLE.get(table)
    named_by = register.named_by if register is not None else ("name",)
    rows = select(connection, record_class(table), ("id", *named_by), _of_keys("id", keys))
    if register is None:
        return {row[0]: row[1] for row in rows}
    links = {}
    if _named_by_links(register):
        pointed_at = {value for row in rows for value in row[1:] if isinstance(value, str)}
        links = names_for(connection, register, None if keys is None else pointed_at)
    name = namer(register, register.named_by, links)
    return {row[0]: name(row[1:]) for row in rows}


def _of_keys(name: str, keys: Collection[str] | None) -> dict[str, Collection[str]]:
    return {} if keys is None else {name: keys}


def choices_of(
    file: RoadmapFile, register: Register, field: str, values: Mapping[str, Any] | None = None
) -> list[tuple[str, str]]:
    """What a link of a record with these values can point at, and does, or a field of names can name: key and name, by
    name: «Школа 2» before «Школа 10»."""
    described, values = register.field(field), values or {}
    with file.read() as connection:
        found: Iterable[tuple[str, str]]
        if described.through:
            found = [(name, name) for name in names_known(connection, register.record, described)]
        elif shared := values.get(described.within):
            kind = record_class(described.references)
            keys = {key for (key,) in select(connection, kind, ("id",), {described.within: [shared]})}
            keys.update(filter(None, [values.get(field)]))
            found = names_in(connection, described.references, keys).items()
        else:
            found = names_in(connection, described.references).items()
        return sorted(found, key=lambda one: as_counted(one[1]))


def record_named(listing: Listing, text: str) -> PlainRow:
    """The record with that key or name, else with what its name begins with: the number of an agreement, the teacher of
    a plan. Raises UserError when there is none, or several."""
    wanted = folded_name(text)
    names = {row.id: folded_name(listing.name(row)) for row in listing.rows}
    found = [row for row in listing.rows if row.id == text.strip() or (wanted and names[row.id] == wanted)]
    found = found or [row for row in listing.rows if wanted and names[row.id].startswith(f"{wanted}—")]
    if len(found) == 1:
        row: PlainRow = found[0]
        return row
    title = listing.register.title
    if found:
        keys = ", ".join(row.id for row in found)
        raise UserError(
            f"«{text}»: таких записей несколько.", NOTHING_CHANGED, f"Укажите ключ нужной: {keys}."
        )
    near = nearest(text, [listing.name(row) for row in listing.rows])
    raise UserError(f"Записи «{text}» в справочнике «{title}» нет.{near}", NOTHING_CHANGED)


def _named_by_links(register: Register) -> bool:
    return any(register.field(name).kind is FieldKind.LINK for name in register.named_by)


def folded_name(value: Any) -> str:
    """A value without case, ё, spaces, quotation marks and «№»: «СОШ №2» is «сош 2». By it names are compared."""
    return _BESIDES.sub("", folded(str(value or "")))

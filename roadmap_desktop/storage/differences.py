"""Where the tables of a file and its journal do not say the same, and which values cannot be read at all."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from roadmap_desktop import clock
from roadmap_desktop.model.change_set import NOTHING, Value
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.records import record_class
from roadmap_desktop.storage.expected import Expected
from roadmap_desktop.storage.journal.values import plain
from roadmap_desktop.storage.tables import CHANGE, CHANGE_SET, RECORD_TABLES

JOURNAL_TABLES = (CHANGE_SET.name, CHANGE.name)

# What SQLite has for them; for all others texts.
_STORED: dict[type, tuple[type, ...]] = {int: (int,), float: (int, float)}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record. ``in_table is NOTHING``: the record is missing; ``in_journal is NOTHING``: the journal
    does not know the record. ``readable`` tells of the table's value, ``repairable`` whether the journal has one."""

    table: str
    record_id: str
    field: str
    in_table: Value
    in_journal: Value
    readable: bool = True
    repairable: bool = True


def record_tables() -> tuple[str, ...]:
    """The tables of records, those that others refer to first."""
    return tuple(RECORD_TABLES)


@cache
def columns_of(table: str) -> dict[str, Field]:
    """The columns of a table of records but its key, as fields."""
    return {field.name: field for field in record_class(table).fields}


def find_differences(connection: sqlite3.Connection, expected: Expected) -> list[Difference]:
    """All of them. The connection must decode texts as ``lenient_text`` does. Raises sqlite3.Error."""
    found: list[Difference] = []
    for table in record_tables():
        missing = dict(expected.records.get(table, {}))
        columns = columns_of(table)
        for record_id, *values in connection.execute(f"SELECT id, {', '.join(columns)} FROM {table}"):
            known = missing.pop(record_id, None)
            found.extend(_of_record(table, record_id, dict(zip(columns, values, strict=True)), known))
        for record_id, known in missing.items():
            found.extend(_of_missing(table, record_id, known))
    return found


def is_readable(table: str, name: str, value: object) -> bool:
    """Whether the value is one that the program could have written into that field."""
    field = columns_of(table).get(name)
    if field is None:
        return False
    if value is None:
        return field.nullable
    # Python takes true for a whole number.
    if not isinstance(value, _STORED.get(field.type, str)) or isinstance(value, bool):
        return False
    if isinstance(value, (int, float)):
        # What SQLite keeps; neither infinite nor no number.
        return abs(value) < 2**63
    assert isinstance(value, str)
    if not value.isascii() and not _is_unicode(value):
        return False
    if field.type is str:
        return True
    try:
        field.value(value)
    except ValueError:
        return False
    return True


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def empty_value(table: str, name: str) -> Value:
    """What stands in a field of which nothing is known."""
    field = columns_of(table)[name]
    if field.default is not None:
        return plain(field.default)
    if field.nullable:
        return None
    if field.type is date:
        return f"{clock.today().year}-09-01"
    return 0 if field.type in _STORED else ""


def is_empty(table: str, name: str, value: object) -> bool:
    """Whether the value is what a field can hold of which the journal says nothing."""
    return value in (None, "") or value == empty_value(table, name)


def lenient_text(raw: bytes) -> str:
    """Texts as they stand; bytes that are no UTF-8 become lone surrogates, which ``is_readable`` knows."""
    return raw.decode("utf-8", "surrogateescape")


def _of_record(
    table: str, record_id: str, values: dict[str, Any], known: dict[str, Value] | None
) -> Iterator[Difference]:
    for name, value in values.items():
        readable = is_readable(table, name, value)
        if known is None:
            yield Difference(table, record_id, name, value, NOTHING, readable, repairable=False)
            continue
        wanted = known.get(name, NOTHING)
        if wanted is NOTHING:
            wanted = value if is_empty(table, name, value) else empty_value(table, name)
        repairable = is_readable(table, name, wanted)
        if value != wanted or not readable:
            yield Difference(table, record_id, name, value, wanted, readable, repairable)


def _of_missing(table: str, record_id: str, known: dict[str, Value]) -> Iterator[Difference]:
    for name in columns_of(table):
        wanted = known.get(name, empty_value(table, name))
        yield Difference(table, record_id, name, NOTHING, wanted, repairable=is_readable(table, name, wanted))

"""Reads records as plain rows, by SQL that is made from their declarations: quick, and without a mapped class."""

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from roadmap_desktop.model.base import Record, field_of
from roadmap_desktop.model.period import Period

Where = Mapping[str, Any]


def select(
    connection: sqlite3.Connection,
    kind: type[Record],
    names: Sequence[str],
    where: Where | None = None,
    order: Sequence[str] = ("id",),
) -> list[tuple[Any, ...]]:
    """The values of these fields, or of the key, of the records of a class, as the records hold them. ``where`` gives
    the value that a field must have, several of which it must have one, or the period of a date. Raises sqlite3.Error,
    ValueError for what the field cannot hold, KeyError for a field that there is not."""
    chosen, values = _chosen(where or {})
    found = connection.execute(
        f"SELECT {', '.join(map(_quoted, names))} FROM {kind.__tablename__}{chosen}"
        f" ORDER BY {', '.join(map(_quoted, order))}",
        values,
    ).fetchall()
    converted = [(index, read) for index, name in enumerate(names) if (read := _reader(kind, name))]
    if not converted:
        return found
    return [_converted(row, converted) for row in found]


def select_values(
    connection: sqlite3.Connection,
    kind: type[Record],
    name: str,
    where: Where | None = None,
    order: Sequence[str] = ("id",),
) -> list[Any]:
    """The values of one field, see ``select``."""
    return [value for (value,) in select(connection, kind, (name,), where, order)]


def select_value(connection: sqlite3.Connection, kind: type[Record], name: str, where: Where) -> Any:
    """The value of one field of the first record found; None where there is none, see ``select``."""
    return next(iter(select_values(connection, kind, name, where)), None)


def exists(connection: sqlite3.Connection, kind: type[Record], id_: str) -> bool:
    """Whether there is a record with that key."""
    return bool(select(connection, kind, ("id",), {"id": id_}))


def _chosen(where: Where) -> tuple[str, list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    for name, value in where.items():
        if value is None:
            conditions.append(f"{_quoted(name)} IS NULL")
            continue
        if isinstance(value, Period):
            conditions.append(f"{_quoted(name)} BETWEEN ? AND ?")
            values += map(_stored, value)
            continue
        if isinstance(value, Collection) and not isinstance(value, str):
            # However many there are, it is one value.
            conditions.append(f"{_quoted(name)} IN (SELECT value FROM json_each(?))")
            value = json.dumps([_stored(one) for one in value], ensure_ascii=False)
        else:
            conditions.append(f"{_quoted(name)} = ?")
        values.append(_stored(value))
    return f" WHERE {' AND '.join(conditions)}" if conditions else "", values


def _stored(value: Any) -> Any:
    return (
        value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, StrEnum) else value
    )


def _reader(kind: type[Record], name: str) -> Callable[[Any], Any] | None:
    """What makes the record's value of a stored one, where that is not the same."""
    if name == "id":
        return None
    field = field_of(kind, name)
    return None if field.type in (str, int, float) else field.value


def _converted(row: tuple[Any, ...], converted: list[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    values = list(row)
    for index, read in converted:
        values[index] = read(values[index])
    return tuple(values)


def _quoted(name: str) -> str:
    return f'"{name}"'

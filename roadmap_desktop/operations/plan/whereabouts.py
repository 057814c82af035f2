"""Where what a change set touched is to be seen."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from roadmap_desktop.model.change_set import NOTHING, Change
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key, references_of
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

# Records; nobody looks at more of them at once.
_MOST = 50

# A register's id, or the table of what belongs to none, and a key: empty where the record is gone.
Place = tuple[str, str]


def places_of(file: RoadmapFile, changes: Iterable[Change]) -> list[Place]:
    """Where each changed record is, followed by what it belongs to; records that are still there come first."""
    values: dict[Key, dict[str, Any]] = {}
    for change in changes:
        kept = change.old if change.new is NOTHING else change.new
        values.setdefault((change.table, change.record_id), {})[change.field] = kept
    with file.read() as connection:
        found = [list(_upwards(connection, *one, set())) for one in islice(values.items(), _MOST)]
    found.sort(key=lambda upwards: not upwards[0][1])
    return list(dict.fromkeys(place for upwards in found for place in upwards))


def _upwards(
    connection: sqlite3.Connection, key: Key, gone: Mapping[str, Any], seen: set[Key]
) -> Iterator[Place]:
    """The record and what it points at because it must; ``gone`` are its values where it is there no more."""
    if key in seen:
        return
    seen.add(key)
    table, record_id = key
    needed = [reference for reference in references_of(table) if reference.needed]
    names = ("id", *(reference.field for reference in needed))
    present = _row(connection, table, names, record_id)
    register = BY_TABLE.get(table)
    yield register.id if register is not None else table, record_id if present else ""
    for reference in needed:
        target = reference.target(present.get(reference.field) if present else gone.get(reference.field))
        if target is not None:
            yield from _upwards(connection, target, {}, seen)


def _row(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], record_id: str
) -> dict[str, Any]:
    try:
        kind = record_class(table)
    except KeyError:
        # What another program wrote into the journal.
        return {}
    rows = select(connection, kind, names, {"id": [record_id]})
    return next((dict(zip(names, row, strict=True)) for row in rows), {})

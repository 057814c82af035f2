"""What the tables of a file must hold according to its journal. The one place that knows how."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.records import RECORDS

# table, record, field
State = dict[str, dict[str, dict[str, Value]]]

# In the order of the key, so that nothing is sorted that is already in order; the values are most of the file.
_ROWS = (
    "SELECT change_set_id, table_name, record_id, field, new{} FROM change ORDER BY change_set_id, ordinal"
)
_HEADINGS = "SELECT id FROM change_set ORDER BY at, id"


@dataclass(slots=True)
class Expected:
    """``records`` are those that exist according to the journal, with the values it knows; ``unreadable`` counts its
    rows that cannot be read."""

    records: State = field(default_factory=dict)
    unreadable: int = 0


def expected_state(connection: sqlite3.Connection, *, thorough: bool = True) -> Expected:
    """Every field's value after its last change; ``thorough`` reads former values too, as far as they can be read.
    Raises sqlite3.Error where the journal's pages are damaged."""
    expected = Expected()
    read = json.JSONDecoder().decode
    tables = {kind.__tablename__ for kind in RECORDS}
    for _, table, record_id, name, new, *former in _rows_in_time(connection, thorough):
        if table not in tables:
            expected.unreadable += 1
            continue
        try:
            value = None if new is None else read(new)
            if not name:
                _note_whole(expected.records, table, record_id, value)
            elif new is not None:
                expected.records.setdefault(table, {}).setdefault(record_id, {})[name] = value
            if thorough:
                _read_thoroughly(former[0], new)
        except (ValueError, TypeError, RecursionError):
            expected.unreadable += 1
    return expected


def _rows_in_time(connection: sqlite3.Connection, with_former: bool) -> Iterator[tuple[Any, ...]]:
    by_set = {
        id_: list(rows)
        for id_, rows in groupby(
            connection.execute(_ROWS.format(", old" if with_former else "")), itemgetter(0)
        )
    }
    for (id_,) in connection.execute(_HEADINGS):
        yield from by_set.get(id_, ())


def _read_thoroughly(old: str | None, new: str | None) -> None:
    """Raises ValueError where the former value is no JSON or either holds bytes that are no text."""
    if old is not None:
        json.loads(old)
    for text in (old, new):
        if text is not None and not text.isascii():
            text.encode()


def _note_whole(records: State, table: str, record_id: str, values: dict[str, Value] | None) -> None:
    if values is None:
        records.setdefault(table, {}).pop(record_id, None)
    else:
        records.setdefault(table, {})[record_id] = dict(values)

"""What the tables of a file must hold according to its journal. The one place that knows how."""

import json
import sqlite3
from dataclasses import dataclass, field

from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.records import RECORDS

# table, record, field
State = dict[str, dict[str, dict[str, Value]]]

_ROWS = """
SELECT c.table_name, c.record_id, c.field, c.old, c.new
FROM change AS c JOIN change_set AS s ON s.id = c.change_set_id
ORDER BY s.at, s.id, c.ordinal
"""


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
    for table, record_id, name, old, new in connection.execute(_ROWS):
        if table not in tables:
            expected.unreadable += 1
            continue
        try:
            value = None if new is None else read(new)
            if not name:
                _note_whole(expected.records, table, record_id, value)
            elif new is not None:
                expected.records.setdefault(table, {}).setdefault(record_id, {})[name] = value
            if thorough and old is not None:
                read(old)
        except (ValueError, TypeError, RecursionError):
            expected.unreadable += 1
    return expected


def _note_whole(records: State, table: str, record_id: str, values: dict[str, Value] | None) -> None:
    if values is None:
        records.setdefault(table, {}).pop(record_id, None)
    else:
        records.setdefault(table, {})[record_id] = dict(values)

"""What the tables of a file must hold according to its journal, for one line of history at a glance; where people went
their own ways and merged, ``journal.state`` decides about the records that it concerns."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from roadmap_desktop.model.change_set import Value
from roadmap_desktop.storage.journal.row import JournalRow, Key, journal_rows
from roadmap_desktop.storage.own_schema import record_columns

if TYPE_CHECKING:
    from roadmap_desktop.storage.journal.contents import FileContents

# table, record, field
Records = dict[str, dict[str, dict[str, Value]]]

_HEADINGS = 'SELECT id, "after" FROM change_set ORDER BY at, id'


@dataclass(slots=True)
class Expected:
    """``records`` are those that exist according to the journal, with the values it knows; ``unreadable`` counts its
    rows that cannot be read."""

    records: Records = field(default_factory=dict)
    unreadable: int = 0


def expected_state(connection: sqlite3.Connection) -> Expected:
    """Every record and every field's value after its last change; former values are read too, as far as they can be.
    Raises sqlite3.Error where the journal's pages are damaged."""
    # In the order of the key, so that nothing is sorted that is already in order; the values are most of the file.
    rows = journal_rows(connection, "ORDER BY change_set_id, ordinal")
    expected = expected_of(connection, rows, with_former=True)
    settle(connection, expected)
    return expected


def expected_of(
    connection: sqlite3.Connection, rows: Iterable[JournalRow], *, with_former: bool = False
) -> Expected:
    """What these rows of the journal, sorted by change set, come to if the last change in time counts, see ``settle``;
    ``with_former``: former values are read too, to see whether they can be. Raises sqlite3.Error."""
    expected = Expected()
    read = json.JSONDecoder().decode
    tables = record_columns().keys()
    for _, _, table, record_id, name, old, new in _in_time(connection, rows):
        if table not in tables:
            expected.unreadable += 1
            continue
        try:
            value = None if new is None else read(new)
            if not name:
                _note_whole(expected.records, table, record_id, value)
            elif new is not None:
                expected.records.setdefault(table, {}).setdefault(record_id, {})[name] = value
            if with_former:
                _read_thoroughly(old, new)
        except (ValueError, TypeError, RecursionError):
            expected.unreadable += 1
    return expected


def settle(connection: sqlite3.Connection, expected: Expected) -> bool:
    """Where people went their own ways and merged, the last change in time is not always what stands: puts right the
    records that it concerns. Returns whether there were such ways. Raises sqlite3.Error."""
    headings = connection.execute(_HEADINGS)
    if all(later[1] == earlier[0] for earlier, later in pairwise(headings)):
        return False
    from roadmap_desktop.storage.journal.contents import FileContents
    from roadmap_desktop.storage.journal.state import State

    try:
        contents = FileContents(connection)
        state = State(contents, _disputable(contents))
        settled = {key: state.record(key) for key in state.keys}
    except (ValueError, TypeError, KeyError, RecursionError):
        expected.unreadable += 1
        return True
    for (table, record_id), values in settled.items():
        _note_whole(expected.records, table, record_id, values)
    return True


def _disputable(contents: "FileContents") -> list[Key]:
    """The records that were changed by people who did not know of each other, deleted, or bound to deleted ones."""
    knows = contents.ancestry.knows
    keys = {
        key
        for key, rows in contents.of_records(None).items()
        if any(not knows(later.change_set_id, earlier.change_set_id) for earlier, later in pairwise(rows))
    }
    if contents.ever_deleted:
        keys |= contents.ever_deleted | contents.mentioning(id_ for _, id_ in contents.ever_deleted)
    return sorted(keys)


def _in_time(connection: sqlite3.Connection, rows: Iterable[JournalRow]) -> Iterator[JournalRow]:
    by_set = {id_: list(of_set) for id_, of_set in groupby(rows, itemgetter(0))}
    for id_, _ in connection.execute(_HEADINGS) if by_set else ():
        yield from by_set.get(id_, ())


def _read_thoroughly(old: str | None, new: str | None) -> None:
    """Raises ValueError where the former value is no JSON or either holds bytes that are no text."""
    if old is not None:
        json.loads(old)
    for text in (old, new):
        if text is not None and not text.isascii():
            text.encode()


def _note_whole(records: Records, table: str, record_id: str, values: dict[str, Value] | None) -> None:
    if values is None:
        records.setdefault(table, {}).pop(record_id, None)
    else:
        records.setdefault(table, {})[record_id] = dict(values)

"""The newest change set of a file, by which one state of it is known from another."""

import sqlite3
from typing import NamedTuple


class Newest(NamedTuple):
    """Its key, and its place in the order as it stands in the file."""

    id: str
    at: str


def newest_change_set(connection: sqlite3.Connection) -> Newest | None:
    """The last in the order; None for an empty journal. Raises sqlite3.Error."""
    row = connection.execute("SELECT id, at FROM change_set ORDER BY at DESC, id DESC LIMIT 1").fetchone()
    return None if row is None else Newest(*row)


def holds(connection: sqlite3.Connection, id_: str) -> bool:
    """Whether the file has a change set of that key. Raises sqlite3.Error."""
    return connection.execute("SELECT 1 FROM change_set WHERE id = ?", (id_,)).fetchone() is not None

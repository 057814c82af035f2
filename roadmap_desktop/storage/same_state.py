"""Whether two files hold one and the same state: every record, the whole history, the same attached files."""

import filecmp
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.schema import SCHEMA_VERSION
from roadmap_desktop.storage.tables import CONTENT, TABLES


def is_same_state(one: Path, other: Path) -> bool:
    """Compares them row by row until the first difference, which is nearly always the newest change set. Files that are
    not both of the present version are compared byte by byte. What cannot be read equals nothing."""
    try:
        with closing(connect(one)) as mine, closing(connect(other)) as theirs:
            versions = {
                connection.execute("PRAGMA user_version").fetchone()[0] for connection in (mine, theirs)
            }
            if versions == {SCHEMA_VERSION}:
                return all(
                    mine_row == theirs_row for mine_row, theirs_row in zip_longest(_rows(mine), _rows(theirs))
                )
        return len(versions) == 1 and filecmp.cmp(one, other, shallow=False)
    except (sqlite3.Error, OSError):
        return False


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    connection.text_factory = bytes
    connection.execute("BEGIN")
    # A restored file shares all but its newest change sets with what it replaced: those are looked at first.
    for table in TABLES.values():
        columns = ", ".join(
            # Contents are known by their hash; whether one is lost is a part of the state, its bytes are not read.
            f"length({name})" if table is CONTENT and name == "data" else f'"{name}"'
            for name in table.columns
        )
        keys = ", ".join(f"{name} DESC" for name in table.keys)
        yield from connection.execute(f"SELECT '{table.name}', {columns} FROM {table.name} ORDER BY {keys}")

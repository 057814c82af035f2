"""What our schema looks like in a file: every table and index by its own words, as the migrations make them."""

import sqlite3
from functools import cache

# type, name, table, normalised sql
SchemaObject = tuple[str, str, str, str]

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master"


@cache
def own_objects(version: int) -> tuple[SchemaObject, ...]:
    """The objects of the schema of that version, sorted."""
    from roadmap_desktop.storage.migrations import scripts

    connection = sqlite3.connect(":memory:")
    try:
        for script in scripts()[:version]:
            connection.executescript(script.read_text(encoding="utf-8"))
        return objects_of(connection)
    finally:
        connection.close()


def objects_of(connection: sqlite3.Connection) -> tuple[SchemaObject, ...]:
    """The objects that a file has, sorted. Raises sqlite3.Error."""
    rows = connection.execute(_OBJECTS).fetchall()
    return tuple(sorted((kind, name, table, _spelled(sql)) for kind, name, table, sql in rows))


def _spelled(sql: str | None) -> str:
    """The words of a statement: spaces and quotes do not tell two statements apart."""
    words = " ".join((sql or "").replace('"', "").split())
    return words.replace(" ,", ",").replace("( ", "(").replace(" )", ")")

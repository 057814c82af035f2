"""What our schema looks like in a file: every table and index by its own words, as the migrations make them."""

import sqlite3
from contextlib import closing
from functools import cache

# type, name, table, normalised sql
SchemaObject = tuple[str, str, str, str]

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master"


# Tables that hold no records: the journal, and what is kept apart.
_OTHER_TABLES = frozenset(("change_set", "change", "head", "revived", "content"))


@cache
def own_objects(version: int) -> tuple[SchemaObject, ...]:
    """The objects of the schema of that version, sorted."""
    return _made(version)[0]


@cache
def record_columns() -> dict[str, tuple[str, ...]]:
    """The tables of records with their columns but the key, as the migrations make them: opening a file must not map
    the classes of all registers."""
    from roadmap_desktop.storage.migrations import scripts

    return _made(len(scripts()))[1]


@cache
def _made(version: int) -> tuple[tuple[SchemaObject, ...], dict[str, tuple[str, ...]]]:
    from roadmap_desktop.storage.migrations import scripts

    with closing(sqlite3.connect(":memory:")) as connection:
        for script in scripts()[:version]:
            connection.executescript(script.read_text(encoding="utf-8"))
        objects = objects_of(connection)
        tables = [name for kind, name, *_ in objects if kind == "table" and name not in _OTHER_TABLES]
        columns = "SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid"
        return objects, {
            name: tuple(column for (column,) in connection.execute(columns, (name,))) for name in tables
        }


def objects_of(connection: sqlite3.Connection) -> tuple[SchemaObject, ...]:
    """The objects that a file has, sorted. Raises sqlite3.Error."""
    rows = connection.execute(_OBJECTS).fetchall()
    return tuple(sorted((kind, name, table, _spelled(sql)) for kind, name, table, sql in rows))


def _spelled(sql: str | None) -> str:
    """The words of a statement: spaces and quotes do not tell two statements apart."""
    words = " ".join((sql or "").replace('"', "").split())
    return words.replace(" ,", ",").replace("( ", "(").replace(" )", ")")

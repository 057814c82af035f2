"""What our schema looks like in a file: every table and index by its own words, as the migrations make them."""

import json
import sqlite3
from contextlib import closing
from functools import cache
from typing import NamedTuple

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.program_data import data_path
from roadmap_desktop.storage.migration_scripts import migration_scripts

# type, name, table, normalised sql
SchemaObject = tuple[str, str, str, str]

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master"


# Tables that hold no records: the journal, and what is kept apart.
_OTHER_TABLES = frozenset(("change_set", "change", "head", "revived", "content"))


class OwnSchema(NamedTuple):
    """The objects, sorted; the tables of records with their columns but the key."""

    objects: tuple[SchemaObject, ...]
    columns: dict[str, tuple[str, ...]]


@cache
def own_objects(version: int) -> tuple[SchemaObject, ...]:
    """The objects of the schema of that version, sorted."""
    return _own(version).objects


@cache
def record_columns() -> dict[str, tuple[str, ...]]:
    """The tables of records with their columns but the key, as the migrations make them: opening a file must not map
    the classes of all registers."""
    return _own(len(migration_scripts())).columns


@cache
def _own(version: int) -> OwnSchema:
    """What the migrations make takes a fiftieth of the start, and so the newest of it is kept beside them."""
    try:
        kept = json.loads(data_path("database", "schema.json").read_text(encoding="utf-8"))
        if kept["version"] == version:
            objects = tuple((kind, name, table, sql) for kind, name, table, sql in kept["objects"])
            return OwnSchema(objects, {table: tuple(names) for table, names in kept["columns"].items()})
    except (OSError, ValueError, LookupError, TypeError):
        # Without it everything works, only a little later.
        pass
    return made_schema(version)


def made_schema(version: int) -> OwnSchema:
    """The schema of that version, made by the migrations."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in migration_scripts()[:version]:
            connection.executescript(script.read_text(encoding="utf-8"))
        objects = objects_of(connection)
        tables = [name for kind, name, *_ in objects if kind == "table" and name not in _OTHER_TABLES]
        columns = "SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid"
        return OwnSchema(
            objects,
            {name: tuple(column for (column,) in connection.execute(columns, (name,))) for name in tables},
        )


def objects_of(connection: sqlite3.Connection) -> tuple[SchemaObject, ...]:
    """The objects that a file has, sorted. Raises sqlite3.Error."""
    rows = connection.execute(_OBJECTS).fetchall()
    return tuple(sorted((kind, name, table, _spelled(sql)) for kind, name, table, sql in rows))


def _spelled(sql: str | None) -> str:
    """The words of a statement: spaces and quotes do not tell two statements apart."""
    words = one_line((sql or "").replace('"', ""))
    return words.replace(" ,", ",").replace("( ", "(").replace(" )", ")")

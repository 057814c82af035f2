"""How many records there are, without the classes of the registers: asked at the start."""

from collections.abc import Sequence

from roadmap_desktop.storage.own_schema import record_columns
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def count_records(file: RoadmapFile, tables: Sequence[str]) -> dict[str, int]:
    """The number of records of each table. Raises KeyError for a table that there is none of, UserError."""
    if unknown := set(tables) - record_columns().keys():
        raise KeyError(*unknown)
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    with file.read() as connection:
        row = connection.execute(f"SELECT {counts}").fetchone()
    return dict(zip(tables, row, strict=True))

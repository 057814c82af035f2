"""The two tables of the journal. They are not records: the journal does not journal itself."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from roadmap_desktop.model.base import Record

change_set_table = Table(
    "change_set",
    Record.metadata,
    Column("id", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("label", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("target", String),
    Index("ix_change_set_at", "at"),
    sqlite_with_rowid=False,
)

# ``old`` and ``new`` are JSON texts; SQL NULL stands for "no such record", the text null for an empty value. A record
# that comes or goes is one row with an empty ``field`` and all of its values as one JSON object.
change_table = Table(
    "change",
    Record.metadata,
    Column("change_set_id", String, ForeignKey("change_set.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("record_id", String, nullable=False),
    Column("field", String, nullable=False),
    Column("old", String),
    Column("new", String),
    Index("ix_change_record_id", "record_id"),
    sqlite_with_rowid=False,
)

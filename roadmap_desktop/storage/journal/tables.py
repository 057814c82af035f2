"""The tables of the journal. They are not records: the journal does not journal itself."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from roadmap_desktop.model.base import Record

# ``after`` holds the keys of the change sets that this one was written upon, sorted, with spaces between; it is empty
# for a file's first. From it follows who knew what, whatever the clocks said.
change_set_table = Table(
    "change_set",
    Record.metadata,
    Column("id", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("label", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("target", String),
    Column("after", String, nullable=False),
    Index("ix_change_set_at", "at"),
    sqlite_with_rowid=False,
)

# ``old`` and ``new`` are JSON texts; SQL NULL stands for "no such record", the text null for an empty value. A record
# that comes or goes is one row with an empty ``field`` and all of its values as one JSON object. Empty objects on both
# sides say that the record is still wanted, see ``revived``.
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

# Both are empty but between a merge and the next edit, and both follow from the journal. ``head``: the two or more
# change sets upon which nothing was written yet (a single one is simply the newest). ``revived``: records that one
# side deleted and that stay only because another record needs them; the next edit says so in the journal, lest they
# vanish when that other record goes.
head_table = Table(
    "head",
    Record.metadata,
    Column("id", String, ForeignKey("change_set.id"), primary_key=True),
    sqlite_with_rowid=False,
)
revived_table = Table(
    "revived",
    Record.metadata,
    Column("table_name", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    sqlite_with_rowid=False,
)

"""The tables of a file as the program declares them: those of records follow from their classes, the journal's and the
contents are declared here. None of them is a mapped class; ``mapping`` maps those of records."""

from graphlib import TopologicalSorter
from typing import Final, NamedTuple

from roadmap_desktop.model.records import RECORDS


class Table(NamedTuple):
    """``columns`` in their order; ``keys`` are those of the primary key, ``nullable`` those that may be NULL."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...] = ("id",)
    nullable: frozenset[str] = frozenset()


# ``after`` holds the keys of the change sets that this one was written upon, sorted, with spaces between; it is empty
# for a file's first. From it follows who knew what, whatever the clocks said.
CHANGE_SET: Final = Table(
    "change_set",
    ("id", "at", "author", "label", "kind", "target", "after"),
    nullable=frozenset(("target",)),
)

# ``old`` and ``new`` are JSON texts; SQL NULL stands for "no such record", the text null for an empty value. A record
# that comes or goes is one row with an empty ``field`` and all of its values as one JSON object. Empty objects on both
# sides say that the record is still wanted, see ``REVIVED``.
CHANGE: Final = Table(
    "change",
    ("change_set_id", "ordinal", "table_name", "record_id", "field", "old", "new"),
    ("change_set_id", "ordinal"),
    frozenset(("old", "new")),
)

# Both are empty but between a merge and the next edit, and both follow from the journal. ``head``: the two or more
# change sets upon which nothing was written yet (a single one is simply the newest). ``revived``: records that one
# side deleted and that stay only because another record needs them; the next edit says so in the journal, lest they
# vanish when that other record goes.
HEAD: Final = Table("head", ("id",))
REVIVED: Final = Table("revived", ("table_name", "record_id"), ("table_name", "record_id"))

# A content is known by the SHA-256 of its bytes and never changes, so it is no record and is not journalled: the
# journal carries the hash, and the content stays as long as anything in the file, also in its history, names it.
# ``size`` is that of the bytes; ``data`` holds them, compressed by zlib where that pays; NULL: the bytes are lost, and
# known to be. It is the last column, so that the others are read without it.
CONTENT: Final = Table(
    "content", ("sha256", "size", "is_compressed", "data"), ("sha256",), frozenset(("data",))
)


def _of_records() -> dict[str, Table]:
    """Those that others refer to first."""
    kinds = {kind.__tablename__: kind for kind in RECORDS}
    needed = {
        name: [field.references for field in kind.fields if field.references] for name, kind in kinds.items()
    }
    return {
        name: Table(
            name,
            ("id", *(field.name for field in kinds[name].fields)),
            nullable=frozenset(field.name for field in kinds[name].fields if field.nullable),
        )
        for name in TopologicalSorter(needed).static_order()
    }


RECORD_TABLES: Final = _of_records()
TABLES: Final = {
    **{table.name: table for table in (CHANGE_SET, CHANGE, HEAD, REVIVED, CONTENT)},
    **RECORD_TABLES,
}

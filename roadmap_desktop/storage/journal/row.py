"""A row of the journal's table of changes."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Key = tuple[str, str]  # Table and record.

CHANGES = "SELECT change_set_id, ordinal, table_name, record_id, field, old, new FROM change"
# All values of a record of which only is said, in the place of both, that it is still wanted.
NO_VALUES = "{}"


class JournalRow(NamedTuple):
    """What a change set made of one field, or, with an empty ``field``, of a whole record. ``old`` and ``new`` are JSON
    texts: of a value, or of all values of a record; None stands for "no such record"."""

    change_set_id: str
    ordinal: int
    table: str
    record_id: str
    field: str
    old: str | None
    new: str | None

    @property
    def key(self) -> Key:
        """The record."""
        return self.table, self.record_id

    @property
    def subject(self) -> tuple[str, str, str]:
        """The record and the field: no two rows of a change set have the same."""
        return self.table, self.record_id, self.field

    @property
    def is_created(self) -> bool:
        """Whether the record came with this change set."""
        return self.old is None

    @property
    def is_deleted(self) -> bool:
        """Whether the record went with this change set."""
        return self.new is None

    @property
    def says_wanted(self) -> bool:
        """Whether it says only that a record is still wanted that another change set had deleted."""
        return not self.field and self.old == self.new == NO_VALUES


def journal_rows(
    connection: sqlite3.Connection, condition: str = "", values: Iterable[str] = ()
) -> Iterator[JournalRow]:
    """The rows of the journal for which the SQL condition holds; it may also order them. Raises sqlite3.Error."""
    return map(JournalRow._make, connection.execute(f"{CHANGES} {condition}", tuple(values)))

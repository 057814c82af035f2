"""Which fields point at other records: by a foreign key at those of one table, or as an owner at a record of any."""

from functools import cache
from typing import NamedTuple

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.records import record_class

Key = tuple[str, str]  # Table and record.


class Reference(NamedTuple):
    """``table`` is that of the records pointed at, empty for an owner, whose value names it; without one that is
    ``needed`` a record cannot be."""

    field: str
    table: str
    needed: bool

    def target(self, value: object) -> Key | None:
        """The record that a value points at; None for no value."""
        if not isinstance(value, str) or not value:
            return None
        if self.table:
            return self.table, value
        return owner_key(value)


@cache
def references_of(table: str) -> tuple[Reference, ...]:
    """The references of a table's records, in the order of their names; none for a table that no class owns."""
    try:
        kind = record_class(table)
    except KeyError:
        return ()
    found = [
        Reference(field.name, field.references, not field.nullable)
        for field in kind.fields
        if field.kind in (FieldKind.LINK, FieldKind.OWNER)
    ]
    return tuple(sorted(found, key=lambda reference: reference.field))


def owner_value(table: str, record_id: str) -> str:
    """The value of an owner field that points at that record."""
    return f"{table}/{record_id}"


def owner_key(value: str) -> Key:
    """The record that the value of an owner field points at, see ``owner_value``."""
    table, _, record_id = value.partition("/")
    return table, record_id

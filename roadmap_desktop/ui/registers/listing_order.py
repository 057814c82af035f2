"""The order of records in a table."""

from collections.abc import Sequence
from typing import Any

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.plain_rows import PlainRow
from roadmap_desktop.model.search import as_counted

_COUNTED = (FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE, FieldKind.DATE)


class KeptOrder:
    """All records in the order asked for, sorted once: a filter or a letter more leaves it as it is."""

    def __init__(self) -> None:
        self._asked: tuple[Listing, Field, bool] | None = None
        self._rows: list[PlainRow] = []

    def of(self, listing: Listing, field: Field, *, backwards: bool) -> Sequence[PlainRow]:
        """The rows of a listing by a field."""
        asked = listing, field, backwards
        if self._asked != asked:
            self._asked, self._rows = asked, in_order(listing, listing.rows, field, backwards=backwards)
        return self._rows


def in_order(listing: Listing, rows: Sequence[PlainRow], field: Field, *, backwards: bool) -> list[PlainRow]:
    """Sorted by a field; those without a value are the last either way."""
    filled = [row for row in rows if listing.value(row, field.name) not in (None, "")]
    empty = [row for row in rows if listing.value(row, field.name) in (None, "")]
    return [*sorted(filled, key=lambda row: _key(listing, row, field), reverse=backwards), *empty]


def _key(listing: Listing, row: PlainRow, field: Field) -> Any:
    value = listing.value(row, field.name)
    if field.kind in _COUNTED:
        return value
    if field.kind is FieldKind.CHOICE and str(value) in field.choices:
        return field.choices.index(str(value))
    return as_counted(listing.text(row, field))

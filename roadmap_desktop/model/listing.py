"""The records of a register as they are listed: plain rows, with the names of what they point at."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.plain_rows import PlainRow
from roadmap_desktop.model.record_names import namer
from roadmap_desktop.model.register import Register

# What the records of one table are called, by their keys.
Names = Mapping[str, str]


class Listing:
    """The records of a register as plain rows, with the names of what they point at. ``derived``: what is worked out of
    other registers, by column and key."""

    def __init__(
        self,
        register: Register,
        rows: Sequence[Any],
        names: Mapping[str, Names],
        derived: Mapping[str, Names] = MappingProxyType({}),
    ) -> None:
        self.register, self.rows, self.names, self.derived = register, tuple(rows), names, derived
        self.fields = frozenset(field.name for field in register.fields)

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """The rows by their keys."""
        return {row.id: row for row in self.rows}

    def keep_rows(self, before: "Listing") -> None:
        """Takes the rows of what was read before in place of those that say the same: whatever was worked out of them
        still holds."""
        known = before.by_id
        self.rows = tuple(
            [old if (old := known.get(row.id)) is row or old == row else row for row in self.rows]
        )

    def value(self, row: PlainRow, field: str) -> Any:
        """The value of a field; of what is worked out its text."""
        return self.derived[field].get(row.id, "") if field in self.derived else getattr(row, field)

    def values(self, row: PlainRow) -> dict[str, Any]:
        """All fields by name."""
        return {field.name: getattr(row, field.name) for field in self.register.fields}

    def entered(self, row: PlainRow, field: Field) -> Any:
        """A field's value as it is typed: a due wording with the dates given by hand beside it, where it has such."""
        value = self.value(row, field.name)
        return DueValue(value, getattr(row, field.dates)) if field.dates else value

    def text(self, row: PlainRow, field: Field) -> str:
        """A field as a cell shows it."""
        value = self.value(row, field.name)
        if field.kind is FieldKind.LINK:
            return self.names[field.references].get(value or "", "")
        return value_text(value)

    def name(self, row: PlainRow) -> str:
        """What the record is called."""
        return self._namer([getattr(row, name) for name in self.register.named_by])

    @cached_property
    def _namer(self) -> Callable[[Sequence[Any]], str]:
        return namer(self.register, self.register.named_by, self.names)

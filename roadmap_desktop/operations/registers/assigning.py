"""Gives records of any class their values, within an edit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.model.activity import done_today
from roadmap_desktop.model.base import Record, field_of
from roadmap_desktop.model.field import Field
from roadmap_desktop.storage.names import NamesBook

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


class Assigning:
    """Of the records of one class; what their fields of names can name is read once."""

    def __init__(self, edit: "Edit", kind: type[Record]) -> None:
        self._edit, self._kind = edit, kind
        self._books: dict[str, NamesBook] = {}

    def add(self, values: Mapping[str, Any]) -> Record:
        """Adds a record with these values, and returns it."""
        record = self._kind(**values)
        self._edit.add(record)
        for field in self._kind.declared:
            if field.through and values.get(field.name):
                self._book(field).set_names(record, _cleaned(values[field.name]))
        return record

    def set(self, record: Record, values: Mapping[str, Any]) -> None:
        """Sets the fields that have another value, and the day of what is done by that. Raises KeyError for a field
        that the class has not."""
        for name, value in {**values, **done_today(record, values, clock.today())}.items():
            field = field_of(self._kind, name)
            if field.through:
                self._book(field).set_names(record, _cleaned(value))
            elif getattr(record, name) != value:
                setattr(record, name, value)

    def set_all(self, records: Sequence[Record], values: Mapping[str, Any]) -> None:
        """Sets the fields of many records, see ``set``."""
        for name in values:
            if (field := field_of(self._kind, name)).through:
                self._book(field).read_ahead([record.id for record in records])
        for record in records:
            self.set(record, values)

    def _book(self, field: Field) -> NamesBook:
        if field.name not in self._books:
            self._books[field.name] = NamesBook(self._edit, self._kind, field)
        return self._books[field.name]


def _cleaned(names: Iterable[str]) -> list[str]:
    return [" ".join(name.split()) for name in names if name.strip()]

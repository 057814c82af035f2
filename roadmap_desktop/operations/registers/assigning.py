"""Gives records of any class their values, within an edit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.model.activity import done_today
from roadmap_desktop.model.base import Record, field_of
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.operations.registers.missing import Missing
from roadmap_desktop.operations.registers.record_listing import folded_name, names_in
from roadmap_desktop.storage.names import NamesBook

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


class Assigning:
    """Of the records of one class; what their fields of names can name is read once."""

    def __init__(self, edit: "Edit", kind: type[Record]) -> None:
        self._edit, self._kind, self._today = edit, kind, clock.today()
        self._books: dict[str, NamesBook] = {}
        # The keys of what can be pointed at, by table and folded name.
        self._known: dict[str, dict[str, str]] = {}

    def settled(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values as they are kept: with the keys of what links point at, which is made now where there was none of
        its name, and with the hand's dates beside a due wording."""
        kept: dict[str, Any] = {}
        for name, one in values.items():
            if isinstance(one, DueValue):
                kept |= {name: one.text, field_of(self._kind, name).dates: one.dates}
            else:
                kept[name] = self._key_of(one) if isinstance(one, Missing) else one
        return kept

    def add(self, values: Mapping[str, Any]) -> Record:
        """Adds a record with these values, and returns it."""
        values = self.settled(values)
        record = self._kind(**values)
        self._edit.add(record)
        for field in self._kind.declared:
            if field.through and values.get(field.name):
                self._book(field).set_names(record, _cleaned(values[field.name]))
        return record

    def set(self, record: Record, values: Mapping[str, Any]) -> None:
        """Sets the fields that have another value, and the day of what is done by that. Raises KeyError for a field
        that the class has not."""
        values = self.settled(values)
        for name, value in {**values, **done_today(record, values, self._today)}.items():
            field = field_of(self._kind, name)
            if field.through:
                self._book(field).set_names(record, _cleaned(value))
            elif getattr(record, name) != value:
                setattr(record, name, value)

    def _key_of(self, missing: Missing) -> str:
        table, name = missing
        if table not in self._known:
            names = names_in(self._edit.connection, table)
            self._known[table] = {folded_name(name): key for key, name in names.items()}
        known = self._known[table]
        if folded_name(name) not in known:
            known[folded_name(name)] = self._make(missing)
        return known[folded_name(name)]

    def _make(self, missing: Missing) -> str:
        register = BY_TABLE[missing.table]
        record = register.record(**{register.named_by[0]: missing.name})
        self._edit.add(record)
        self._edit.flush()
        return record.id

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
    return [one_line(name) for name in names if name.strip()]

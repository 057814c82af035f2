"""Records and values in words, for telling what differs and what to choose from."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import NOTHING, Value
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.merging import RecordName
from roadmap_desktop.model.numbering import activity_numbers
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import references_of
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.roadmap import Numbering
from roadmap_desktop.storage.journal.contents import Contents
from roadmap_desktop.storage.journal.row import NO_VALUES, Key
from roadmap_desktop.storage.union import stored_records


class RecordWords:
    """Names records that stand in one of some open files, or once stood in their journal."""

    def __init__(
        self,
        connections: Sequence[sqlite3.Connection],
        journal: Contents,
        known: Mapping[Key, dict[str, Value]] = MappingProxyType({}),
    ) -> None:
        """``known``: records that were read already."""
        self._connections = connections
        self._journal = journal
        self._values = dict(known)
        self._names: dict[Key, RecordName] = {}
        self._numbers: list[dict[str, str]] = []

    def read_together(self, keys: Iterable[Key]) -> None:
        """Reads records that will be asked for, in few questions."""
        for connection in self._connections:
            self._values |= stored_records(connection, [key for key in keys if key not in self._values])

    def name(self, key: Key) -> RecordName:
        """What a record is called: its first line of text, or the names of what it joins."""
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = self._name(key)
        return found

    def _name(self, key: Key) -> RecordName:
        table, record_id = key
        kind = record_class(table)
        values = self.values(key)
        named, register = name_field(table), BY_TABLE.get(table)
        if register is not None:
            parts = (self.value(table, name, values.get(name, NOTHING)) for name in register.named_by)
            text = " — ".join(one_line(str(part)) for part in parts if part)
        elif named:
            text = one_line(str(values.get(named) or ""))
        else:
            text = " — ".join(self.name((target, str(values.get(name)))).name for name, target in ends(table))
        number = self._number(record_id) if kind is Activity else None
        return RecordName(table, record_id, kind.caption, text, number)

    def value(self, table: str, field: str, value: Value) -> Value:
        """A value as it is told to the user; NOTHING is none."""
        if value is NOTHING or value is None:
            return None
        if field_of(record_class(table), field).kind is FieldKind.LINK:
            return self.name((_target(table, field), str(value))).name
        return value

    def values(self, key: Key) -> dict[str, Value]:
        """The fields of a record: as the first file that has it has them, or as they last were."""
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._read(key)
        return found

    def _read(self, key: Key) -> dict[str, Value]:
        for connection in self._connections:
            if found := stored_records(connection, [key]):
                return found[key]
        rows = self._journal.of_records([key])[key]
        texts = [text for row in rows if not row.field and (text := row.new or row.old) and text != NO_VALUES]
        return dict(json.loads(texts[-1])) if texts else {}

    def _number(self, record_id: str) -> str | None:
        """«№ п/п» of an activity, as the first file that has it numbers it; the others are seldom asked."""
        for index, connection in enumerate(self._connections):
            if index == len(self._numbers):
                self._numbers.append(_numbers_in(connection))
            if record_id in self._numbers[index]:
                return self._numbers[index][record_id]
        return None


def _numbers_in(connection: sqlite3.Connection) -> dict[str, str]:
    sections = connection.execute("SELECT id FROM section ORDER BY position, id").fetchall()
    ordinals = {id_: ordinal for ordinal, (id_,) in enumerate(sections, start=1)}
    rows = connection.execute("SELECT id, section_id FROM activity ORDER BY position, id").fetchall()
    rows.sort(key=lambda row: ordinals.get(row[1], 0))
    (numbering,) = connection.execute("SELECT numbering FROM roadmap").fetchone()
    labels = activity_numbers((ordinals.get(row[1]) for row in rows), Numbering(numbering))
    return {row[0]: label for row, label in zip(rows, labels, strict=True)}


@cache
def name_field(table: str) -> str | None:
    """The field by which records of a table are called; None for links."""
    names = [
        field.name for field in record_class(table).fields if field.kind in (FieldKind.LINE, FieldKind.TEXT)
    ]
    # An activity is called by its name, whatever texts are declared before it.
    return "name" if "name" in names else names[0] if names else None


@cache
def ends(table: str) -> tuple[tuple[str, str], ...]:
    """The fields of a link by which it joins records, in the order they are declared, with the tables of those."""
    return tuple((field.name, field.references) for field in record_class(table).fields if field.references)


@cache
def is_part(table: str) -> bool:
    """Whether records of the table cannot be without another one."""
    return any(reference.needed for reference in references_of(table))


def is_link(table: str) -> bool:
    """Whether records of the table only join others."""
    return name_field(table) is None and len(ends(table)) > 1


def _target(table: str, field: str) -> str:
    return dict(ends(table))[field]

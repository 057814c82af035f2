"""What is pasted into a register's table: rows become records or fill cells, and every fault is told before anything is
written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.record_table import PastedTable, read_table
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.headings import headings_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan.paste import clipboard_rows, no_rows
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.missing import Missing, can_be_made
from roadmap_desktop.operations.registers.record_listing import (
    Listing,
    folded_name,
    names_in,
    read_listing,
)
from roadmap_desktop.operations.registers.registers import defaults_of
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_MOST_ROWS = 5_000


class Target(NamedTuple):
    """Where it is pasted: the fields of the table's columns from the current one on, the records from the current one
    down, those that are marked, and ``fixed``: what the records of this list all hold."""

    columns: Sequence[str]
    below: Sequence[str]
    marked: Sequence[str]
    fixed: Mapping[str, Any]


class Fault(NamedTuple):
    """Why a cell cannot be pasted: the row's number in what was pasted, the field's label, empty for a whole row."""

    row: int
    label: str
    why: str

    def __str__(self) -> str:
        where = f"строка {self.row}"
        return f"{where}, «{self.label}»: {self.why}" if self.label else f"{where}: {self.why}"


class Paste(NamedTuple):
    """What pasting would do. ``changed``: values by the keys of records; ``added``: values of new ones, links that are
    to be made first standing as ``Missing``; ``same``: rows that are there already and are passed over."""

    register: Register
    changed: Mapping[str, Mapping[str, Any]]
    added: Sequence[Mapping[str, Any]]
    faults: Sequence[Fault]
    missing: Sequence[Missing]
    same: Sequence[int]
    strangers: Sequence[str]


def read_paste(file: RoadmapFile, register: Register, target: Target, text: str, html: str) -> Paste:
    """What the clipboard's HTML table, or else its text, would do. A row of headings that name fields: the rows become
    new records; without one they fill cells from the current one down, and become records where the table ends. Raises
    UserError for what is no table, or too large."""
    rows = clipboard_rows(text, html, _MOST_ROWS)
    table = read_table(rows, headings_of(register), target.columns)
    if not table.rows or not any(table.fields):
        raise no_rows()
    return _Reader(file, register, target).read(table)


def paste(file: RoadmapFile, read: Paste) -> ChangeSet | None:
    """Writes what was read, as one step of undo; names that were missing are made. Raises UserError when something was
    at fault, or a record is gone meanwhile; nothing is written then."""
    if read.faults:
        raise UserError(f"Вставить нельзя: {read.faults[0]}", NOTHING_CHANGED)
    count = len(read.added) or len(read.changed)
    with file.edit(f"Вставлено: {counted(count, *read.register.plural_forms)}") as edit:
        assigning = Assigning(edit, read.register.record)
        for id_, values in read.changed.items():
            record = edit.get(read.register.record, id_)
            if record is None:
                raise UserError("Одну из записей удалили.", "Ничего не вставлено.", "Повторите вставку.")
            assigning.set(record, values)
        for values in read.added:
            assigning.add(values)
            edit.flush()
    return edit.change_set


class _Reader:
    """Reads cells as values, gathering what is at fault."""

    def __init__(self, file: RoadmapFile, register: Register, target: Target) -> None:
        self._register, self._target = register, target
        self._listing: Listing = read_listing(file, register)
        self._faults: list[Fault] = []
        # The labels of cells that were not read at all, by row.
        self._at_fault: dict[int, list[str]] = {}
        self._missing: dict[tuple[str, str], Missing] = {}
        self._same: list[int] = []
        self._there = {
            tuple(folded_name(self._listing.value(row, name)) for name in register.unique_by)
            for row in self._listing.rows
        }
        self._keys: dict[str, dict[str, list[str]]] = {}
        with file.read() as connection:
            for field in register.fields:
                if field.kind is FieldKind.LINK:
                    found = self._keys.setdefault(field.references, {})
                    if not found:
                        for key, name in names_in(connection, field.references).items():
                            found.setdefault(folded_name(name), []).append(key)

    def read(self, table: PastedTable) -> Paste:
        changed: dict[str, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        if not table.has_heading:
            table = self._spread(table)
        below = () if table.has_heading else self._target.below
        for place, row in enumerate(table.rows):
            number = table.first + place
            values = dict(self._values(number, table.fields, row))
            if place < len(below):
                self._check(number, self._present(below[place]) | values)
                changed[below[place]] = values
            elif any(row):
                self._add(number, values, added)
        return Paste(
            self._register,
            changed,
            added,
            self._faults,
            tuple(self._missing.values()),
            self._same,
            table.strangers,
        )

    def _spread(self, table: PastedTable) -> PastedTable:
        """One cell fills all the records that are marked, as in a spreadsheet."""
        marked = self._target.marked
        if len(table.rows) == 1 and len(table.fields) == 1 and len(marked) > 1:
            self._target = self._target._replace(below=marked)
            return table._replace(rows=table.rows * len(marked))
        return table

    def _add(self, number: int, values: dict[str, Any], added: list[dict[str, Any]]) -> None:
        whole = defaults_of(self._register) | values | dict(self._target.fixed)
        if self._is_there(whole):
            self._same.append(number)
        else:
            self._check(number, whole)
            added.append(whole)

    def _present(self, id_: str) -> dict[str, Any]:
        return self._listing.values(self._listing.by_id[id_])

    def _check(self, number: int, values: Mapping[str, Any]) -> None:
        at_fault = self._at_fault.get(number, ())
        for name, why in mistakes_in(self._register, values).items():
            label = self._register.field(name).label
            if label not in at_fault:
                self._faults.append(Fault(number, label, why))

    def _is_there(self, values: Mapping[str, Any]) -> bool:
        """Whether such a record is there already; from now on it is."""
        names = self._register.unique_by
        if not any(values.get(name) for name in names):
            return False
        key = tuple(folded_name(values.get(name)) for name in names)
        was_there = key in self._there
        self._there.add(key)
        return was_there

    def _values(self, number: int, fields: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, Any]]:
        for name, text in zip(fields, row, strict=True):
            if not name or name in self._target.fixed:
                continue
            field = self._register.field(name)
            # A word must be chosen: an empty cell leaves the one that is there.
            if not text and field.kind is FieldKind.CHOICE:
                continue
            try:
                yield name, self._value(field, text)
            except UserError as error:
                self._faults.append(Fault(number, field.label, error.reason))
                self._at_fault.setdefault(number, []).append(field.label)

    def _value(self, field: Field, text: str) -> Any:
        if field.kind is not FieldKind.LINK:
            return parse_field(field, text)
        if not text:
            return None
        table = field.references
        found = self._keys[table].get(folded_name(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise UserError(f"записей «{text}» несколько, впишите эту связь вручную.")
        if not can_be_made(table):
            raise UserError(f"«{text}» нет. Сначала добавьте эту запись.")
        return self._missing.setdefault((table, folded_name(text)), Missing(table, " ".join(text.split())))

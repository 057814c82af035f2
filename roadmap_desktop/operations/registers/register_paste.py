"""What is pasted into a register's table: rows become records or fill cells, and every fault is told before anything is
written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.record_table import PastedTable, read_table
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.headings import headings_of, joined, parts_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan.paste import clipboard_rows, no_rows
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.missing import Missing
from roadmap_desktop.operations.registers.record_listing import Listing, read_listing
from roadmap_desktop.operations.registers.record_reading import CellReader, Fault, Known, KnownRecords
from roadmap_desktop.operations.registers.registers import defaults_of
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_MOST_ROWS = 5_000


class Target(NamedTuple):
    """Where it is pasted: the fields of the table's columns from the current one on, the records from the current one
    down, those that are marked, and ``fixed``: what the records of this list all hold."""

    columns: Sequence[str]
    below: Sequence[str]
    marked: Sequence[str]
    fixed: Mapping[str, Any]


class Paste(NamedTuple):
    """What pasting would do. ``changed``: values by the keys of records; ``added``: values of new ones, links that are
    to be made first standing as ``Missing``; ``same``: rows that are there already and are passed over; ``strangers``:
    headings that no field has; ``left``: the texts of titles and sums, which are no records;
    ``assumed``: sentences about who was taken for whom."""

    register: Register
    changed: Mapping[str, Mapping[str, Any]]
    added: Sequence[Mapping[str, Any]]
    faults: Sequence[Fault]
    missing: Sequence[Missing]
    same: Sequence[int]
    strangers: Sequence[str]
    left: Sequence[str]
    assumed: Sequence[str]


def read_paste(file: RoadmapFile, register: Register, target: Target, text: str, html: str) -> Paste:
    """What the clipboard's HTML table, or else its text, would do. A row of headings that name fields: the rows become
    new records; without one they fill cells from the current one down, and become records where the table ends. Raises
    UserError for what is no table, or too large."""
    rows = clipboard_rows(text, html, _MOST_ROWS)
    table = read_table(rows, headings_of(register), target.columns, parts_of(register))
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
        self._cells = CellReader(file, register)
        self._known = KnownRecords(self._listing, register.unique_by)
        self._same: list[int] = []

    def read(self, table: PastedTable) -> Paste:
        changed: dict[str, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        if not table.has_heading:
            table = self._spread(table)
        below = () if table.has_heading else self._target.below
        for row_index, (number, row) in enumerate(zip(table.numbers, table.rows, strict=True)):
            values = dict(self._cells.values(number, self._texts(table.fields, row)))
            if row_index < len(below):
                self._check(number, self._present(below[row_index]) | values)
                changed[below[row_index]] = values
            elif any(row):
                self._add(number, values, added)
        missing = {
            one: None
            for values in (*changed.values(), *added)
            for one in values.values()
            if isinstance(one, Missing)
        }
        return Paste(
            self._register,
            changed,
            added,
            self._cells.faults,
            tuple(missing),
            self._same,
            table.strangers,
            tuple(row.text for row in table.left),
            self._cells.assumed,
        )

    def _spread(self, table: PastedTable) -> PastedTable:
        """One cell fills all the records that are marked, as in a spreadsheet."""
        marked = self._target.marked
        if len(table.rows) == 1 and len(table.fields) == 1 and len(marked) > 1:
            self._target = self._target._replace(below=marked)
            return table._replace(rows=table.rows * len(marked), numbers=tuple(range(1, len(marked) + 1)))
        return table

    def _texts(self, fields: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The texts of the fields that are not given by the list; those of several columns are one."""
        for name in dict.fromkeys(fields):
            if name and name not in self._target.fixed:
                texts = [text for other, text in zip(fields, row, strict=True) if other == name]
                yield name, texts[0] if len(texts) == 1 else joined(self._register.field(name), texts)

    def _add(self, number: int, values: dict[str, Any], added: list[dict[str, Any]]) -> None:
        whole = defaults_of(self._register) | values | dict(self._target.fixed)
        if self._known.same(whole):
            self._same.append(number)
        else:
            self._known.add(Known("", whole))
            self._check(number, whole)
            added.append(whole)

    def _present(self, id_: str) -> dict[str, Any]:
        return self._listing.values(self._listing.by_id[id_])

    def _check(self, number: int, values: Mapping[str, Any]) -> None:
        for name, why in mistakes_in(self._register, values).items():
            self._cells.tell(Fault(number, self._register.field(name).label, why))

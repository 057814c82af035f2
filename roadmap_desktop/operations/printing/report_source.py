"""The open file as reports read it: plain rows, each register read once."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from roadmap_desktop.errors import NOTHING_PRINTED, UserError
from roadmap_desktop.model.dated_record import DatedRecord
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.revision_row import RevisionRow
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file.attachments import list_attachments
from roadmap_desktop.operations.month import lines
from roadmap_desktop.operations.month.conclusions import conclusions
from roadmap_desktop.operations.plan.activity_links import activities_of
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.plan.revisions import plan_at, revisions
from roadmap_desktop.operations.registers.dated_records import dated_records
from roadmap_desktop.operations.registers.record_listing import Listing, read_listing
from roadmap_desktop.reports.source import Entry
from roadmap_desktop.storage.reading_only import FileToRead
from roadmap_desktop.storage.roadmap_file import RoadmapFile


@contextmanager
def source_at(path: Path, today: date, plan: Plan | None = None) -> Iterator["FileSource"]:
    """The file at a path by a connection of its own, which only reads: for work beside the window's thread. ``plan`` is
    what that file holds, where it has been read already. Raises UserError."""
    with FileToRead(path) as file:
        yield FileSource(file, today, plan)


class FileSource:
    """A ``reports.source.Source``; it belongs to the thread of its file."""

    def __init__(self, file: RoadmapFile, today: date, plan: Plan | None = None) -> None:
        self._file = file
        self._plan = plan
        self.today = today
        self._read: dict[str, dict[str, Entry]] = {}
        self._lines: dict[tuple[Period, frozenset[str]], Sequence[PlanLine]] = {}
        self._groups: dict[tuple[str, str], dict[Any, list[Entry]]] = {}

    @property
    def plan(self) -> Plan:
        """The roadmap and its activities."""
        if self._plan is None:
            self._plan = read_plan(self._file)
        return self._plan

    def entries(self, register: str, **where: Any) -> Sequence[Entry]:
        """The records of the register whose fields have these values, in the order they were made."""
        if not where:
            return list(self._entries(register).values())
        (first, value), *others = where.items()
        found = self._grouped(register, first).get(value, ())
        return [entry for entry in found if all(entry.values[name] == value for name, value in others)]

    def entry(self, register: str, key: str) -> Entry:
        """One record. Raises UserError when it is gone."""
        try:
            return self._entries(register)[key]
        except KeyError:
            raise UserError(
                "Записи, которую нужно напечатать, уже нет: её удалили.", NOTHING_PRINTED, "Выберите другую."
            ) from None

    def activities_of(self, register: str, key: str) -> Sequence[str]:
        """The keys of the activities that a record serves."""
        return activities_of(self._file, BY_ID[register], key)

    def attached(self, table: str, key: str) -> Sequence[str]:
        """The names of the files attached to a record, by name."""
        return self._attached.get(owner_value(table, key), ())

    def dated(self, window: Period, registers: Collection[str]) -> Sequence[DatedRecord]:
        """The records of these registers that share a day with the window."""
        return dated_records(self._file, window, self.plan.info.period, registers)

    def month_lines(self, window: Period, sources: Collection[str]) -> Sequence[PlanLine]:
        """The plan of the window in its order, of what comes from the registers with these ids."""
        key = (window, frozenset(sources))
        if key not in self._lines:
            self._lines[key] = lines.month_lines(self._file, self.plan, window, self.today, sources)
        return self._lines[key]

    def moved_lines(self, window: Period) -> Sequence[PlanLine]:
        """The work that was planned for the window and has been carried over to other days."""
        return lines.moved_lines(self._file, self.plan, window)

    def conclusions(self, month: date) -> str:
        """What was kept for the report of the month of that day; an empty text where nothing was."""
        return conclusions(self._file, month)

    def revisions(self) -> tuple[RevisionRow, ...]:
        """The approved revisions, the newest first."""
        return revisions(self._file)

    def revision(self, key: str) -> RevisionRow:
        """An approved revision. Raises UserError when it is gone."""
        for row in self.revisions():
            if row.id == key:
                return row
        raise UserError(
            "Редакции, которую нужно напечатать, уже нет: её удалили.", NOTHING_PRINTED, "Выберите другую."
        )

    def plan_at(self, revision: str) -> Plan:
        """The plan as it was approved. Raises UserError when the revision is gone."""
        return plan_at(self._file, revision)

    @cached_property
    def _attached(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in list_attachments(self._file):
            found.setdefault(row.owner, []).append(row.name)
        return found

    def _grouped(self, register: str, field: str) -> dict[Any, list[Entry]]:
        """The records by the value of a field: reports ask for those of every teacher, one after another."""
        if (register, field) not in self._groups:
            groups = self._groups[register, field] = {}
            for entry in self._entries(register).values():
                groups.setdefault(entry.values[field], []).append(entry)
        return self._groups[register, field]

    def _entries(self, register: str) -> dict[str, Entry]:
        if register not in self._read:
            listing = read_listing(self._file, BY_ID[register])
            self._read[register] = {row.id: _entry(listing, row) for row in listing.rows}
        return self._read[register]


def _entry(listing: Listing, row: Any) -> Entry:
    texts = {field.name: listing.text(row, field) for field in listing.register.fields}
    return Entry(row.id, listing.name(row), listing.values(row), texts)

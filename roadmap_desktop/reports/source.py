"""What a report reads: the plan and the registers' records as plain rows. ``operations`` makes it of an open file."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from roadmap_desktop.model.dated_record import DatedRecord
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.revision_row import RevisionRow
from roadmap_desktop.model.rows import Plan


class Entry(NamedTuple):
    """A record of a register: its key, what it is called, its fields as they are stored (links as keys) and as they
    are shown (links as names)."""

    id: str
    name: str
    values: Mapping[str, Any]
    texts: Mapping[str, str]


class Source(Protocol):
    """The open file as a report sees it."""

    @property
    def plan(self) -> Plan:
        """The roadmap and its activities."""

    @property
    def today(self) -> date:
        """The day by which overdue is told."""

    def entries(self, register: str, **where: Any) -> Sequence[Entry]:
        """The records of the register with that id whose fields have these values, in the order they were made."""

    def entry(self, register: str, key: str) -> Entry:
        """One record. Raises UserError when it is gone."""

    def activities_of(self, register: str, key: str) -> Sequence[str]:
        """The keys of the activities that a record serves."""

    def attached(self, table: str, key: str) -> Sequence[str]:
        """The names of the files attached to a record, by name."""

    def dated(self, window: Period, registers: Collection[str]) -> Sequence[DatedRecord]:
        """The records of these registers that share a day with the window."""

    def month_lines(self, window: Period, sources: Collection[str]) -> Sequence[PlanLine]:
        """The plan of the window in its order, of what comes from the registers with these ids."""

    def moved_lines(self, window: Period) -> Sequence[PlanLine]:
        """The work that was planned for the window and has been carried over to other days."""

    def conclusions(self, month: date) -> str:
        """What was kept for the report of the month of that day; an empty text where nothing was."""

    def revision(self, key: str) -> RevisionRow:
        """An approved revision. Raises UserError when it is gone."""

    def plan_at(self, revision: str) -> Plan:
        """The plan as it was approved. Raises UserError when the revision is gone."""

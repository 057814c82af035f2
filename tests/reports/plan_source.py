"""A source of a plan alone, and what reports have in them, for tests that need no file."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from roadmap_desktop.model.dated_record import DatedRecord
from roadmap_desktop.model.month_plan import PlanLine, activity_lines, in_order
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.revision_row import RevisionRow
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Caption, Document, Paragraph, Row, Table
from roadmap_desktop.reports.source import Entry


@dataclass
class PlanSource:
    """What is not given is empty."""

    plan: Plan
    today: date = date(2020, 12, 10)
    registers: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    records: Sequence[DatedRecord] = ()
    revisions: Mapping[str, RevisionRow] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    lines: Sequence[PlanLine] = ()
    moved: Sequence[PlanLine] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    served: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def entries(self, register: str, **where: Any) -> Sequence[Entry]:
        found = self.registers.get(register, ())
        return [one for one in found if all(one.values[name] == value for name, value in where.items())]

    def entry(self, register: str, key: str) -> Entry:
        return next(one for one in self.registers[register] if one.id == key)

    def activities_of(self, register: str, key: str) -> Sequence[str]:
        return self.served.get(key, ())

    def attached(self, table: str, key: str) -> Sequence[str]:
        return self.files.get(f"{table}/{key}", ())

    def dated(self, window: Period, registers: Collection[str]) -> Sequence[DatedRecord]:
        return [one for one in self.records if one.register in registers and one.period.overlaps(window)]

    def month_lines(self, window: Period, sources: Collection[str]) -> Sequence[PlanLine]:
        own = activity_lines(self.plan, window, today=self.today) if "activities" in sources else ()
        return in_order([*(line for line in self.lines if line.register in sources), *own])

    def moved_lines(self, window: Period) -> Sequence[PlanLine]:
        return self.moved

    def conclusions(self, month: date) -> str:
        return self.kept.get(f"{month:%Y-%m}", "")

    def revision(self, key: str) -> RevisionRow:
        return self.revisions[key]

    def plan_at(self, revision: str) -> Plan:
        return self.plans[revision]


def entry(id: str, name: str = "", **values: Any) -> Entry:
    return Entry(id, name or id, values, {key: str(value) for key, value in values.items()})


def named(name: str, id: str = "", **values: Any) -> Entry:
    """A record whose field «name» is what it is called."""
    made = entry(id or name, name, **values)
    return made._replace(values={"name": name, **made.values})


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[tuple[str, ...]]:
    return [row.texts for row in table.rows if isinstance(row, Row)]


def captions(table: Table) -> list[str]:
    return [row.text for row in table.rows if isinstance(row, Caption)]


def sentences(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]

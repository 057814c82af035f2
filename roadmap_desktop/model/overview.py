"""What a report on the plan tells, free of how «Сводка» shows it and of how it is printed."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.field_text import value_text


class OverviewKind(Enum):
    """Of which report an overview is the screen: the id by which it is printed, and what the page calls it."""

    EXECUTION = ("execution", "Выполнение")
    PROGRESS = ("digest", "По разделам и срокам")

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.value[0]

    @property
    def title(self) -> str:
        """What it is called where one of them is chosen."""
        return self.value[1]


class Part(NamedTuple):
    """What stands under one heading: sentences, a chart, and counts, whose last row may add up the others."""

    title: str
    notes: tuple[str, ...] = ()
    chart: Chart | None = None
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str | float | date | None, ...], ...] = ()
    has_total: bool = False

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are shown."""
        return tuple(tuple(map(value_text, row)) for row in self.rows)


class Overview(NamedTuple):
    """The parts in the order of print; the first has the sentences beneath the title, and is called by it."""

    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.parts[0].title

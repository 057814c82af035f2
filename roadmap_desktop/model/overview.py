"""What «Сводка» shows: parts of a report on the plan, free of how it is printed."""

from enum import Enum
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart


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
    """What stands under one heading: sentences, a chart, and its values as a table whose last row may add them up."""

    title: str
    notes: tuple[str, ...]
    chart: Chart | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool


class Overview(NamedTuple):
    """The parts in the order of print; the first has the sentences beneath the title, and is called by it."""

    title: str
    parts: tuple[Part, ...]

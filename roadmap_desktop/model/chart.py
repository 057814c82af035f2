"""A chart, described once: paper and screen draw the same one."""

from enum import StrEnum
from typing import NamedTuple


class ChartKind(StrEnum):
    """How values are drawn."""

    BARS = "bars"  # Upright, a group of bars for each category.
    LYING_BARS = "lying bars"  # One beneath another: for categories with long names.
    STACKED_BARS = "stacked bars"  # Lying, the series one after another within a bar.
    LINES = "lines"


class Series(NamedTuple):
    """``values`` stand in the order of the chart's categories; None leaves a gap."""

    name: str
    values: tuple[float | None, ...]


class Chart(NamedTuple):
    """``unit`` follows the values («%»); a scale begins at 0 and, where ``most`` is given, ends there."""

    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    most: float | None = None

"""A chart, described once: paper and screen draw the same one."""

from enum import StrEnum
from typing import NamedTuple


class ChartKind(StrEnum):
    """How values are drawn."""

    VERTICAL_BARS = "vertical bars"  # A group of them for each category.
    HORIZONTAL_BARS = "horizontal bars"  # One beneath another: for categories with long names.
    STACKED_BARS = "stacked bars"  # Horizontal, the series one after another within a bar.
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

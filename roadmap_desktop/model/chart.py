"""A chart, described once: paper and screen draw the same one."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

# More bars would not be read; the table beside the chart has them all.
MOST_BARS = 25


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


def counts_chart(title: str, names: Iterable[str], parts: Mapping[str, Sequence[int]]) -> Chart | None:
    """A bar for each name in parts, whose counts stand in the order of the names; those that count nothing are left
    out. None where there is nothing to draw or too much."""
    categories = tuple(names)
    if not 0 < len(categories) <= MOST_BARS:
        return None
    series = tuple(Series(name, tuple(map(float, counts))) for name, counts in parts.items() if any(counts))
    return Chart(title, ChartKind.STACKED_BARS, categories, series)


def share_chart(title: str, shares: Sequence[tuple[str, int | None]]) -> Chart | None:
    """A bar for the share done of each name, in per cent; None where there is nothing to draw or too much."""
    if not 0 < len(shares) <= MOST_BARS:
        return None
    values = tuple(None if share is None else float(share) for _, share in shares)
    names = tuple(name for name, _ in shares)
    return Chart(title, ChartKind.HORIZONTAL_BARS, names, (Series("Выполнено", values),), "%", 100)

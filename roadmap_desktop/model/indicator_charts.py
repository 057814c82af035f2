"""The results of a school by years as a chart, for its passport and its dialog alike."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind, Series


class IndicatorRow(NamedTuple):
    """What was the result of one exam and subject in a school year; ``below`` is the share below the threshold, in per
    cent."""

    exam: str
    subject: str
    school_year: str
    below: float | None


def indicator_chart(rows: Iterable[IndicatorRow]) -> Chart | None:
    """The share below the threshold by school years, a line for each exam and subject; a year without a result is a
    gap. None where no share is known."""
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.below is not None:
            found.setdefault(f"{row.exam} {row.subject}".strip(), {})[row.school_year] = float(row.below)
    if not found:
        return None
    years = tuple(sorted({year for points in found.values() for year in points}))
    lines = tuple(
        Series(name, tuple(points.get(year) for year in years)) for name, points in sorted(found.items())
    )
    return Chart("Доля не преодолевших порог, %", ChartKind.LINES, years, lines, "%")

"""The scale of a chart, and its values as words: paper and screen measure by the same."""

from math import ceil, isfinite, log10
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind

GAP_WORD = "—"
_NO_BREAK = "\N{NO-BREAK SPACE}"
_STEPS = 5
_HAIR = 1e-9  # What arithmetic may lack.
_LEAST = 1e-6  # What is less cannot be told from nothing.
_ROUND = (1, 2, 5, 10)


class Scale(NamedTuple):
    """From 0 to ``top`` by ``step``."""

    top: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """The values that are named beside the scale."""
        return [number * self.step for number in range(round(self.top / self.step) + 1)]

    def share(self, value: float) -> float:
        """How far up the scale a value is, from 0 to 1."""
        return min(max(value / self.top, 0.0), 1.0)


def scale_of(chart: Chart) -> Scale:
    """A scale with round steps that holds every value, or that the chart sets. Whole values get whole steps."""
    top = chart.most or max(_tops(chart), default=0.0)
    if top < _LEAST:
        return Scale(1.0, 1.0)
    step = _round_step(top / _STEPS)
    if all(float(value).is_integer() for series in chart.series for value in known(series.values)):
        step = max(step, 1.0)
    return Scale(chart.most or ceil(top / step - _HAIR) * step, step)


def known(values: tuple[float | None, ...]) -> list[float]:
    """The values that there are."""
    return [value for value in values if value is not None and isfinite(value)]


def has_values(chart: Chart) -> bool:
    """Whether there is anything to draw."""
    return any(known(series.values) for series in chart.series)


def value_at(values: tuple[float | None, ...], index: int) -> float | None:
    """The value of that category, None where there is none."""
    value = values[index] if index < len(values) else None
    return value if value is not None and isfinite(value) else None


def value_words(value: float | None, unit: str) -> str:
    """«38 %», «4,5», «12 500»; a dash for a value that is not known."""
    if value is None:
        return GAP_WORD
    decimals = 1 if abs(value) >= 1 else 2
    number = f"{value:,.{decimals}f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    number = number.replace(",", _NO_BREAK).replace(".", ",").replace("-", "−")
    return f"{number}{_NO_BREAK}{unit}" if unit else number


def _tops(chart: Chart) -> list[float]:
    """How far each bar or point reaches."""
    if chart.kind is not ChartKind.STACKED_BARS:
        return [value for series in chart.series for value in known(series.values)]
    columns = range(len(chart.categories))
    return [
        sum(max(value_at(series.values, each) or 0.0, 0.0) for series in chart.series) for each in columns
    ]


def _round_step(least: float) -> float:
    power = 10.0 ** int(log10(least) // 1)
    return next(power * number for number in _ROUND if power * number >= least * (1 - _HAIR))


def chart_words(chart: Chart) -> str:
    """All of its values in words, for who does not see it: «ОГЭ математика: 2019–2020 — 41,5 %, 2020–2021 — 34 %»."""
    lines = []
    for series in chart.series:
        values = (
            f"{category} — {value_words(value, chart.unit)}"
            for index, category in enumerate(chart.categories)
            if (value := value_at(series.values, index)) is not None
        )
        lines.append(f"{series.name}: {', '.join(values)}")
    return "; ".join(lines)

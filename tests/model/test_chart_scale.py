"""Scales are round, and values are written as Russian has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.model.chart_scale import chart_words, scale_of, value_at, value_words

VALUES = st.lists(st.one_of(st.none(), st.floats(0, 1e9)), min_size=1, max_size=8)


def chart(
    *rows: tuple[float | None, ...], kind: ChartKind = ChartKind.VERTICAL_BARS, most: float | None = None
) -> Chart:
    categories = tuple(f"год {place}" for place in range(max(map(len, rows), default=0)))
    series = tuple(Series(f"ряд {place}", row) for place, row in enumerate(rows))
    return Chart("График", kind, categories, series, "%", most)


@pytest.mark.parametrize(
    ("rows", "ticks"),
    [
        (((38, 25),), [0, 10, 20, 30, 40]),
        (((1, 2),), [0, 1, 2]),
        (((0.4, None),), [0, 0.1, 0.2, 0.3, 0.4]),
        (((100,),), [0, 20, 40, 60, 80, 100]),
        (((0, 0),), [0, 1]),
        ((), [0, 1]),
    ],
)
def test_the_scale_has_round_steps(rows: tuple[tuple[float | None, ...], ...], ticks: list[float]) -> None:
    assert scale_of(chart(*rows)).ticks == pytest.approx(ticks)


def test_a_stack_is_as_high_as_its_parts_together() -> None:
    assert scale_of(chart((7, 1), (5, 2), kind=ChartKind.STACKED_BARS)).top >= 12
    assert scale_of(chart((7, 1), (5, 2), most=100)).top == 100


@given(VALUES, st.sampled_from(ChartKind))
def test_every_value_is_on_the_scale(values: list[float | None], kind: ChartKind) -> None:
    scale = scale_of(chart(tuple(values), kind=kind))
    assert 2 <= len(scale.ticks) <= 12
    assert all(value is None or value <= scale.top * (1 + 1e-9) for value in values)
    assert all(0 <= scale.share(value or 0) <= 1 for value in values)


def test_values_in_words() -> None:
    assert [value_words(value, "%") for value in (38.0, 4.5, 1 / 3, None)] == ["38 %", "4,5 %", "0,33 %", "—"]
    assert value_words(12.0, "") == "12"
    assert [value_at((1.0, None, float("nan")), place) for place in range(4)] == [1.0, None, None, None]


def test_a_chart_is_told_in_words_without_its_gaps() -> None:
    assert (
        chart_words(chart((38, None), (25, 28))) == "ряд 0: год 0 — 38 %; ряд 1: год 0 — 25 %, год 1 — 28 %"
    )

"""Where the parts of a chart stand, in a font whose letters are all one wide."""

from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.model.chart_layout import panels
from roadmap_desktop.model.chart_layout.legend import legend
from roadmap_desktop.model.chart_layout.shapes import Bar, ChartStyle, Line, Panel, Point, Stroke, Text, Tone
from roadmap_desktop.model.chart_layout.vertical import spread

STYLE = ChartStyle(size=10, rise=100, least_rise=20, leading=1.2)
T = TypeVar("T")
NAMES = st.lists(st.text("абв ", max_size=30), min_size=1, max_size=12)
VALUES = st.one_of(st.none(), st.floats(0, 1e6))


class Typewriter:
    """Letters six points wide."""

    def width(self, text: str) -> float:
        return 6.0 * len(text)

    def wrap(self, text: str, width: float, most_lines: int) -> tuple[str, ...]:
        count = max(int(width / 6), 1)
        lines = [text[start : start + count] for start in range(0, len(text), count)] or [""]
        return tuple(lines[:most_lines])


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    names = tuple(draw(NAMES))
    row = st.lists(VALUES, min_size=len(names), max_size=len(names)).map(tuple)
    series = draw(st.lists(st.builds(Series, st.text("где", max_size=20), row), min_size=1, max_size=4))
    return Chart("Проба", draw(st.sampled_from(ChartKind)), names, tuple(series))


def laid(
    chart: Chart, width: float = 400, most: float | None = None, style: ChartStyle = STYLE
) -> list[Panel]:
    return panels(chart, Typewriter(), style, width, most)


def chart(kind: ChartKind, *rows: tuple[float | None, ...]) -> Chart:
    names = tuple(f"Школа {number}" for number in range(len(rows[0])))
    return Chart(
        "Проба", kind, names, tuple(Series(f"ряд {place}", row) for place, row in enumerate(rows)), "%"
    )


def of_kind(panel: Panel, kind: type[T]) -> list[T]:
    return [shape for shape in panel.shapes if isinstance(shape, kind)]


def written(panel: Panel) -> list[str]:
    return [" ".join(text.lines) for text in panel.texts]


@given(charts(), st.floats(150, 900), st.floats(120, 600))
def test_every_category_is_in_one_panel_and_every_shape_within_its_panel(
    chart: Chart, width: float, most: float
) -> None:
    found = laid(chart, width, most)
    assert [band.category for panel in found for band in panel.bands] == list(range(len(chart.categories)))
    for panel in found:
        for shape in of_kind(panel, Bar):
            assert shape.x >= 0 and shape.width >= 0 and shape.height >= 0
            assert shape.y >= 0 and shape.y + shape.height <= panel.height
        for one, two in pairwise(panel.bands):
            assert one.end <= two.start + 1e-9


@given(charts(), st.floats(150, 900))
def test_one_panel_holds_all_where_there_are_no_pages(chart: Chart, width: float) -> None:
    [panel] = laid(chart, width)
    assert len(panel.bands) == len(chart.categories)


@pytest.mark.parametrize("kind", [ChartKind.HORIZONTAL_BARS, ChartKind.VERTICAL_BARS])
def test_bars_are_as_long_as_their_values_and_none_stands_for_nothing(kind: ChartKind) -> None:
    [panel] = laid(chart(kind, (10, 40, 0, None)))
    short, long = of_kind(panel, Bar)
    lengths = [bar.width if panel.is_horizontal else bar.height for bar in (short, long)]
    assert lengths[1] == pytest.approx(4 * lengths[0])
    assert [word for word in written(panel) if word.startswith("—")] == ["—"]


def test_parts_of_a_stack_begin_where_the_one_before_ends() -> None:
    [panel] = laid(chart(ChartKind.STACKED_BARS, (40,), (None,), (30,), (20,)))
    bars = of_kind(panel, Bar)
    assert [bar.tint.place for bar in bars] == [0, 2, 3]
    assert all(one.x + one.width == pytest.approx(two.x) for one, two in pairwise(bars))
    assert "90\N{NO-BREAK SPACE}%" in written(panel)
    assert [text.lines for text in panel.texts if text.tone is Tone.ON_BAR] == [("40",), ("30",), ("20",)]


def test_a_line_has_a_gap_where_nothing_is_known() -> None:
    [panel] = laid(chart(ChartKind.LINES, (1, 2, None, 4)))
    assert (len(of_kind(panel, Stroke)), len(of_kind(panel, Point))) == (1, 3)


def test_few_lines_are_named_at_their_ends_and_have_no_legend_then() -> None:
    two, style = chart(ChartKind.LINES, (1, 2), (4, 3)), STYLE._replace(most_end_names=2)
    [panel] = laid(two, style=style)
    names = [text for text in panel.texts if text.tone is Tone.OF_SERIES]
    assert [text.lines for text in names] == [("ряд 1",), ("ряд 0",)]
    ends = max(line.x2 for line in of_kind(panel, Line))
    assert all(ends < text.x and text.x + 6 * len("ряд 0") <= 400 for text in names)
    assert legend(two, Typewriter(), style, 400).height == 0
    assert written(legend(two, Typewriter(), STYLE, 400)) == ["ряд 0", "ряд 1"]


def test_names_on_a_scale_leave_each_other_room() -> None:
    def ticks(width: float) -> list[Text]:
        [panel] = laid(chart(ChartKind.HORIZONTAL_BARS, (100,)), width)
        return [text for text in panel.texts if text.y > panel.bands[-1].end]

    assert len(ticks(400)) == 6
    narrow = ticks(170)
    assert 1 < len(narrow) < 6
    assert all(two.x - one.x >= 6 * len(two.lines[0]) for one, two in pairwise(narrow))


@given(st.lists(st.floats(20, 150), min_size=1, max_size=4).map(sorted))
def test_names_at_the_ends_of_lines_do_not_stand_upon_each_other(heights: list[float]) -> None:
    found = spread(heights, 150, 12)
    assert all(two - one >= 12 - 1e-9 for one, two in pairwise(found))
    assert max(found) <= 150 and len(found) == len(heights)


def test_the_legend_goes_on_in_another_line_where_one_is_full() -> None:
    three = chart(ChartKind.VERTICAL_BARS, (1,), (2,), (3,))
    wide, narrow = (legend(three, Typewriter(), STYLE, width) for width in (400, 130))
    assert narrow.height == pytest.approx(wide.height * 2)
    assert legend(chart(ChartKind.VERTICAL_BARS, (1,)), Typewriter(), STYLE, 400) == Panel(0.0)

"""Vertical bars in groups, and lines with points, above the names of their categories."""

from itertools import pairwise

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_layout.shapes import (
    Anchor,
    Band,
    Bar,
    ChartStyle,
    Letters,
    Line,
    Panel,
    Point,
    Stroke,
    Text,
    Tint,
    Tone,
    widest,
)
from roadmap_desktop.model.chart_scale import scale_of, value_at, value_words
from roadmap_desktop.model.letters import one_line

_FILLED = 0.75  # of a slot
_END_NAMES_MOST = 0.4  # of the width


class _VerticalChart:
    """The layout of a chart whose categories stand side by side, each in a slot of one width."""

    def __init__(self, chart: Chart, letters: Letters, style: ChartStyle, width: float) -> None:
        self._chart, self._letters, self._style = chart, letters, style
        self._scale = scale_of(chart)
        unit = chart.unit if style.has_tick_units else ""
        self._ticks = [value_words(value, unit) for value in self._scale.ticks]
        self._widest_value = widest(
            letters, (value_words(value, "") for series in chart.series for value in series.values)
        )
        self._names_left = widest(letters, self._ticks) + style.gap
        self._width = width
        self._left, self._slot = self._names_left, 0.0

    def panels(self, most: float | None) -> list[Panel]:
        """The chart in rows, each as wide as the page and none higher than ``most``; in one row without it."""
        count, style = len(self._chart.categories), self._style
        width = self._slots_width(max(self._width - self._names_left, style.size))
        each = max(count, 1)
        if most is not None:
            least = max(style.slot[0] * style.size, self._widest_group() / _FILLED)
            each = -(-each // -(-each // max(int(width / least), 1)))
        self._slot = min(width / each, style.slot[1] * style.size)
        if most is not None:
            self._left = self._names_left + (width - self._slot * each) / 2
        return [
            self._panel(range(first, min(first + each, count)), most)
            for first in range(0, max(count, 1), each)
        ]

    def _slots_width(self, width: float) -> float:
        """How much of the width the categories may take."""
        return width

    def _widest_group(self) -> float:
        """What the values of a category take side by side."""
        return self._widest_value + 2

    def _panel(self, places: range, most: float | None) -> Panel:
        style = self._style
        names = [
            self._letters.wrap(self._chart.categories[place], self._slot - style.gap, style.name_lines)
            for place in places
        ]
        names_height = max(map(len, names), default=1) * style.line + style.gap
        above = style.above * style.size
        rise = style.rise if most is None else min(style.rise, most - above - names_height)
        rise = max(rise, style.least_rise)
        bottom = above + rise
        panel = Panel(bottom + names_height)
        right = self._grid_right(places)
        for value, words in zip(self._scale.ticks, self._ticks, strict=True):
            y = bottom - rise * self._scale.share(value)
            panel.shapes.append(Line(self._left, y, right, y))
            panel.texts.append(Text((words,), self._left - style.gap, y, Anchor.RIGHT))
        for index, (place, lines) in enumerate(zip(places, names, strict=True)):
            start = self._left + self._slot * index
            panel.bands.append(Band(place, start, start + self._slot))
            y = bottom + style.gap * 0.6 + len(lines) * style.line / 2
            panel.texts.append(Text(lines, self._middle(index), y, tone=Tone.STRONG))
        self._draw_values(panel, places, bottom, rise)
        panel.shapes.append(Line(self._left, bottom, right, bottom, is_axis=True))
        return panel

    def _grid_right(self, places: range) -> float:
        return self._left + self._slot * len(places)

    def _middle(self, index: int) -> float:
        return self._left + self._slot * (index + 0.5)

    def _draw_values(self, panel: Panel, places: range, bottom: float, rise: float) -> None:
        raise NotImplementedError


class VerticalBarChart(_VerticalChart):
    """The layout of vertical bars."""

    def _widest_group(self) -> float:
        return len(self._chart.series) * (self._widest_value + 2)

    def _draw_values(self, panel: Panel, places: range, bottom: float, rise: float) -> None:
        count, style = len(self._chart.series), self._style
        most = max(style.widest_bar * style.size, self._widest_value + 2)
        width = min(self._slot * _FILLED / max(count, 1), most)
        for number, series in enumerate(self._chart.series):
            for index, place in enumerate(places):
                value = value_at(series.values, place)
                left = self._middle(index) - width * count / 2 + width * number
                top = bottom - rise * self._scale.share(value or 0.0)
                if value is not None and value > 0:
                    panel.shapes.append(Bar(left, top, width, bottom - top, Tint(number, series.name)))
                words = value_words(value, "")
                if self._letters.width(words) <= (width if count > 1 else self._slot):
                    panel.texts.append(Text((words,), left + width / 2, top - style.line / 2))


class LineChart(_VerticalChart):
    """The layout of lines. A few of them are named at their ends where the style says so."""

    @property
    def _has_end_names(self) -> bool:
        return has_end_names(self._chart, self._style)

    def _slots_width(self, width: float) -> float:
        count = len(self._chart.categories)
        if not self._has_end_names or not count:
            return width
        names = widest(self._letters, (series.name for series in self._chart.series)) + 1
        after = min(names, width * _END_NAMES_MOST) + self._style.gap
        return min(width, (width - after) * count / (count - 0.5))

    def _grid_right(self, places: range) -> float:
        # Names of lines stand on no line.
        return self._middle(len(places) - 1) if self._has_end_names else super()._grid_right(places)

    def _draw_values(self, panel: Panel, places: range, bottom: float, rise: float) -> None:
        ends: dict[int, Point] = {}
        for number, series in enumerate(self._chart.series):
            tint = Tint(number, series.name)
            points = [
                None
                if (value := value_at(series.values, place)) is None
                else Point(self._middle(index), bottom - rise * self._scale.share(value), tint)
                for index, place in enumerate(places)
            ]
            panel.shapes += [Stroke(*one[:2], *two[:2], tint) for one, two in pairwise(points) if one and two]
            known = [point for point in points if point]
            panel.shapes += known
            if known:
                ends[number] = known[-1]
        if self._has_end_names:
            self._name_ends(panel, list(ends.values()), bottom)
        if self._style.has_point_values:
            self._write_values(panel, places, bottom, rise)

    def _name_ends(self, panel: Panel, ends: list[Point], bottom: float) -> None:
        style = self._style
        ends.sort(key=lambda point: point.y)
        heights = spread([point.y for point in ends], bottom, style.line)
        for point, y in zip(ends, heights, strict=True):
            left = point.x + style.gap
            name = self._letters.wrap(one_line(point.tint.name), self._width - left + 1, 1)
            panel.texts.append(Text(name, left, y, Anchor.LEFT, Tone.OF_SERIES, point.tint))

    def _write_values(self, panel: Panel, places: range, bottom: float, rise: float) -> None:
        """The values beside their points, from the highest down, none upon another."""
        style = self._style
        for index, place in enumerate(places):
            values = {value_at(series.values, place) for series in self._chart.series}
            least = float("-inf")
            for value in sorted((value for value in values if value is not None), reverse=True):
                y = bottom - rise * self._scale.share(value)
                top = max(y - style.line - 0.35 * style.size, least)
                least = top + style.size
                panel.texts.append(Text((value_words(value, ""),), self._middle(index), top + style.line / 2))


def has_end_names(chart: Chart, style: ChartStyle) -> bool:
    """Whether its lines are few enough to be named at their ends."""
    return len(chart.series) <= style.most_end_names


def spread(heights: list[float], bottom: float, line: float) -> list[float]:
    """The middles of lines of text beside these heights, which go down: as near as they leave each other room, none
    beneath ``bottom``."""
    found: list[float] = []
    for height in heights:
        found.append(max(height, found[-1] + line) if found else height)
    for index in reversed(range(len(found))):
        found[index] = min(found[index], bottom)
        bottom = found[index] - line
    return found

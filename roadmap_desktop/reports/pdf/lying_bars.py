"""Bars that lie one beneath another, or one after another within a bar, beside names of any length."""

from functools import cached_property

from reportlab.graphics.shapes import Drawing

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_scale import scale_of, value_at, value_words
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.chart_inks import axis_line, filled, grid_line
from roadmap_desktop.reports.pdf.flow import LEADING, Flow
from roadmap_desktop.reports.pdf.panel import Panel, widest
from roadmap_desktop.reports.pdf.wrapping import wrapper

_NAMES_MOST = 0.36  # of the width
_MOST_LINES = 4
_BAR = 1.25  # sizes
_BETWEEN = 0.7
_BESIDE = 0.5


class LyingBars:
    """Some categories of such a chart."""

    def __init__(self, flow: Flow, chart: Chart, size: float, places: range) -> None:
        self._flow = flow
        self._chart = chart
        self._size = size
        self._places = places
        self._scale = scale_of(chart)
        self._is_stacked = chart.kind is ChartKind.STACKED_BARS

    @staticmethod
    def panels(flow: Flow, chart: Chart, size: float, most: float) -> list[Panel]:
        """The chart in parts none of which is higher than ``most`` points."""
        whole = LyingBars(flow, chart, size, range(len(chart.categories)))
        parts: list[Panel] = []
        first, used = 0, whole._axis_height
        for place in whole._places:
            height = whole._row_height(place)
            if used + height > most and place > first:
                parts.append(LyingBars(flow, chart, size, range(first, place)))
                first, used = place, whole._axis_height
            used += height
        return [*parts, LyingBars(flow, chart, size, range(first, len(chart.categories)))]

    @property
    def height(self) -> float:
        """How much room it takes."""
        return sum(map(self._row_height, self._places)) + self._axis_height

    def draw(self) -> None:
        """Draws it from the pen down."""
        flow, drawing = self._flow, Drawing(0, 0)
        top = flow.y
        bottom = top - (self.height - self._axis_height)
        for value in self._scale.ticks:
            x = self._x(value)
            drawing.add(grid_line(x, top, x, bottom))
        y = top
        for place in self._places:
            self._draw_bars(drawing, place, y)
            y -= self._row_height(place)
        drawing.add(axis_line(self._left, top, self._left, bottom))
        flow.surface.figure(drawing, 0, 0)
        self._write(top, bottom)
        flow.y -= self.height

    @cached_property
    def _names(self) -> list[tuple[str, ...]]:
        width = self._flow.width * _NAMES_MOST
        wrapped = [text.wrap(name, width, self._size) for name in self._chart.categories]
        return [
            lines
            if len(lines) <= _MOST_LINES
            else (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rstrip()}…")
            for lines in wrapped
        ]

    @cached_property
    def _left(self) -> float:
        """Where the bars begin."""
        names = widest([line for lines in self._names for line in lines], self._size)
        return self._flow.left + names + _BESIDE * self._size

    @cached_property
    def _reach(self) -> float:
        """How long a bar can be, a value standing beside it."""
        bars = range(self._bar_count)
        words = [self._end_words(place, bar) for place in self._places for bar in bars]
        last_tick = value_words(self._scale.top, self._chart.unit)
        beside = max(widest(words, self._size), widest([last_tick], self._size) / 2)
        right = self._flow.left + self._flow.width - beside - 2 * _BESIDE * self._size
        return max(right - self._left, self._size)

    @property
    def _bar_count(self) -> int:
        return 1 if self._is_stacked else len(self._chart.series)

    @property
    def _axis_height(self) -> float:
        return self._size * LEADING + _BESIDE * self._size

    def _row_height(self, place: int) -> float:
        bars = self._bar_count * _BAR * self._size
        return max(bars, text.height(self._names[place], self._size)) + _BETWEEN * self._size

    def _x(self, value: float) -> float:
        return self._left + self._reach * self._scale.share(value)

    def _values(self, place: int) -> list[float | None]:
        return [value_at(series.values, place) for series in self._chart.series]

    def _end_words(self, place: int, series: int) -> str:
        """What stands beside the end of a bar."""
        values = self._values(place)
        if not self._is_stacked:
            return value_words(values[series], self._chart.unit)
        there = [value for value in values if value is not None]
        return value_words(sum(there) if there else None, self._chart.unit)

    def _bars_top(self, place: int, top: float) -> float:
        return top - (self._row_height(place) - self._bar_count * _BAR * self._size) / 2

    def _draw_bars(self, drawing: Drawing, place: int, top: float) -> None:
        height = _BAR * self._size
        y = self._bars_top(place, top) - height
        start = 0.0
        for number, value in enumerate(self._values(place)):
            if value is not None and value > 0:
                left, right = self._x(start), self._x(start + value)
                for shape in filled(number, left, y + height * 0.1, right - left, height * 0.8):
                    drawing.add(shape)
            if self._is_stacked:
                start += max(value or 0.0, 0.0)
            else:
                y -= height

    def _write(self, top: float, bottom: float) -> None:
        flow, size = self._flow, self._size
        for place in self._places:
            names = self._names[place]
            middle = top - self._row_height(place) / 2
            flow.write(names, flow.left, self._left, middle + text.height(names, size) / 2, size)
            self._write_values(place, top)
            top -= self._row_height(place)
        for value in self._scale.ticks:
            self._write_centred(
                value_words(value, self._chart.unit), self._x(value), bottom - _BESIDE * size * 0.6
            )

    def _write_values(self, place: int, top: float) -> None:
        height = _BAR * self._size
        y = self._bars_top(place, top) - (height - self._size * LEADING) / 2
        start = 0.0
        for number, value in enumerate(self._values(place)):
            if self._is_stacked:
                self._write_part(value, start, y)
                start += max(value or 0.0, 0.0)
            else:
                words = self._end_words(place, number)
                self._write_end(words, value or 0.0, y)
                y -= height
        if self._is_stacked:
            self._write_end(self._end_words(place, 0), start, y)

    def _write_end(self, words: str, value: float, y: float) -> None:
        left = self._x(value) + _BESIDE * self._size
        self._flow.write((words,), left, self._flow.width, y, self._size)

    def _write_part(self, value: float | None, start: float, y: float) -> None:
        """The value within its part of a bar, on white, where it has room there."""
        if not value or value < 0:
            return
        words = value_words(value, "")
        left, right = self._x(start), self._x(start + value)
        width = widest([words], self._size)
        if width + 0.3 * self._size <= right - left:
            middle = (left + right) / 2
            ground = width + 0.25 * self._size
            bottom = y - self._size * 1.02
            self._flow.surface.ground(middle - ground / 2, bottom, ground, self._size * 0.9, 1.0)
            self._write_centred(words, middle, y)

    def _write_centred(self, words: str, x: float, top: float) -> None:
        width = wrapper(False).line_width(words) * self._size / 1000
        self._flow.write((words,), x - width / 2, width, top, self._size)

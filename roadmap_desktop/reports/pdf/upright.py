"""Upright bars in groups, and lines with points, above the names of their categories."""

from functools import cached_property
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_scale import scale_of, value_at, value_words
from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.pdf.chart_inks import axis_line, filled, grid_line, marker, stroke
from roadmap_desktop.reports.pdf.flow import LEADING, MM, Flow
from roadmap_desktop.reports.pdf.panel import Panel, widest
from roadmap_desktop.reports.pdf.wrapping import wrapper

_HEIGHT = 65 * MM
_LEAST_HEIGHT = 20 * MM
_SLOT_LEAST = 5.0  # sizes
_SLOT_MOST = 16.0
_FILLED = 0.75  # of a slot
_BESIDE = 0.5
_MARKER = 0.55
_MOST_LINES = 4


class _Room(NamedTuple):
    """How high a row of categories may be, how wide one of them is, how far from the left they begin."""

    most: float
    slot: float
    shift: float = 0.0


class Upright:
    """Some categories of such a chart, left to right."""

    def __init__(self, flow: Flow, chart: Chart, size: float, places: range, room: _Room) -> None:
        self._flow = flow
        self._chart = chart
        self._size = size
        self._places = places
        self._most, self._slot, self._shift = room
        self._scale = scale_of(chart)

    @staticmethod
    def panels(flow: Flow, chart: Chart, size: float, most: float) -> list[Panel]:
        """The chart in rows, each as wide as the page and none higher than ``most`` points."""
        words = [value_words(value, "") for series in chart.series for value in series.values]
        bars = len(chart.series) if chart.kind is ChartKind.BARS else 1
        least = max(_SLOT_LEAST * size, bars * (widest(words, size) + 2) / _FILLED)
        count = len(chart.categories)
        whole = Upright(flow, chart, size, range(count), _Room(most, least))
        rows = -(-count // max(int(whole._width / least), 1))
        each = -(-count // rows)
        slot = min(whole._width / each, _SLOT_MOST * size)
        room = _Room(most, slot, (whole._width - slot * each) / 2)
        return [
            Upright(flow, chart, size, range(first, min(first + each, count)), room)
            for first in range(0, count, each)
        ]

    @property
    def height(self) -> float:
        """How much room it takes."""
        return self._above + self._rise + self._names_height

    def draw(self) -> None:
        """Draws it from the pen down."""
        flow, drawing = self._flow, Drawing(0, 0)
        bottom = flow.y - self._above - self._rise
        right = self._left + self._slot * len(self._places)
        for value in self._scale.ticks:
            y = bottom + self._rise * self._scale.share(value)
            drawing.add(grid_line(self._left, y, right, y))
        is_bars = self._chart.kind is ChartKind.BARS
        (self._draw_bars if is_bars else self._draw_lines)(drawing, bottom)
        drawing.add(axis_line(self._left, bottom, right, bottom))
        flow.surface.figure(drawing, 0, 0)
        self._write_scale(bottom)
        self._write_names(bottom)
        (self._write_bars if is_bars else self._write_points)(bottom)
        flow.y -= self.height

    @property
    def _left(self) -> float:
        ticks = [value_words(value, self._chart.unit) for value in self._scale.ticks]
        return self._flow.left + self._shift + widest(ticks, self._size) + _BESIDE * self._size

    @property
    def _width(self) -> float:
        return self._flow.left + self._flow.width - self._left

    @property
    def _above(self) -> float:
        return self._size * LEADING * 1.6

    @property
    def _rise(self) -> float:
        """How high a bar can be."""
        return max(min(_HEIGHT, self._most - self._above - self._names_height), _LEAST_HEIGHT)

    @cached_property
    def _names(self) -> list[tuple[str, ...]]:
        room = (self._slot - _BESIDE * self._size) * 1000 / self._size
        wrapped = [wrapper(False).wrap(self._chart.categories[place], room) for place in self._places]
        return [
            lines
            if len(lines) <= _MOST_LINES
            else (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rstrip()}…")
            for lines in wrapped
        ]

    @property
    def _names_height(self) -> float:
        return max(map(len, self._names)) * self._size * LEADING + _BESIDE * self._size

    def _middle(self, index: int) -> float:
        return self._left + self._slot * (index + 0.5)

    def _y(self, value: float, bottom: float) -> float:
        return bottom + self._rise * self._scale.share(value)

    def _bar(self, index: int, number: int) -> tuple[float, float]:
        """The left edge and the width of a bar."""
        width = self._slot * _FILLED / len(self._chart.series)
        width = min(width, 4 * self._size)
        left = self._middle(index) - width * len(self._chart.series) / 2
        return left + width * number, width

    def _draw_bars(self, drawing: Drawing, bottom: float) -> None:
        for number, series in enumerate(self._chart.series):
            for index, place in enumerate(self._places):
                value = value_at(series.values, place)
                if value is not None and value > 0:
                    left, width = self._bar(index, number)
                    for shape in filled(number, left, bottom, width, self._y(value, bottom) - bottom):
                        drawing.add(shape)

    def _draw_lines(self, drawing: Drawing, bottom: float) -> None:
        for number, series in enumerate(self._chart.series):
            before: tuple[float, float] | None = None
            points = []
            for index, place in enumerate(self._places):
                value = value_at(series.values, place)
                point = None if value is None else (self._middle(index), self._y(value, bottom))
                if point and before:
                    drawing.add(stroke(number, *before, *point))
                if point:
                    points.append(point)
                before = point
            for x, y in points:
                drawing.add(marker(number, x, y, _MARKER * self._size))

    def _write_scale(self, bottom: float) -> None:
        room = self._left - self._flow.left - _BESIDE * self._size
        for value in self._scale.ticks:
            top = self._y(value, bottom) + self._size * LEADING / 2
            words = value_words(value, self._chart.unit)
            self._flow.write((words,), self._flow.left, room, top, self._size, align=Align.RIGHT)

    def _write_names(self, bottom: float) -> None:
        for index, lines in enumerate(self._names):
            left, top = self._left + self._slot * index, bottom - _BESIDE * self._size * 0.6
            self._flow.write(lines, left, self._slot, top, self._size, align=Align.CENTRE)

    def _write_bars(self, bottom: float) -> None:
        for number, series in enumerate(self._chart.series):
            for index, place in enumerate(self._places):
                value = value_at(series.values, place)
                left, width = self._bar(index, number)
                top = self._y(value or 0.0, bottom) + self._size * LEADING
                self._flow.write((value_words(value, ""),), left, width, top, self._size, align=Align.CENTRE)

    def _write_points(self, bottom: float) -> None:
        """The values beside their points, from the highest down, none upon another."""
        for index, place in enumerate(self._places):
            values = [value_at(series.values, place) for series in self._chart.series]
            lowest = float("inf")
            for value in sorted({value for value in values if value is not None}, reverse=True):
                top = min(self._y(value, bottom) + self._size * (LEADING + 0.35), lowest)
                lowest = top - self._size
                left = self._middle(index) - self._slot / 2
                self._flow.write(
                    (value_words(value, ""),), left, self._slot, top, self._size, align=Align.CENTRE
                )

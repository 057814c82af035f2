"""Horizontal bars, one beneath another or one after another within a bar, beside the names of their categories."""

from collections.abc import Iterator

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_layout.shapes import (
    Anchor,
    Band,
    Bar,
    ChartStyle,
    Letters,
    Line,
    Panel,
    Text,
    Tint,
    Tone,
    widest,
)
from roadmap_desktop.model.chart_scale import scale_of, value_at, value_words


class HorizontalBarChart:
    """The layout of such a chart."""

    def __init__(self, chart: Chart, letters: Letters, style: ChartStyle, width: float) -> None:
        self._chart, self._letters, self._style, self._width = chart, letters, style, width
        self._scale = scale_of(chart)
        self._ticks = [value_words(value, chart.unit) for value in self._scale.ticks]
        self._is_stacked = chart.kind is ChartKind.STACKED_BARS
        room = width * style.names_share
        self._names = [letters.wrap(name, room, style.name_lines) for name in chart.categories]
        self._left = widest(letters, (line for lines in self._names for line in lines)) + style.gap
        self._bar = style.bar * style.size
        self._bars = self._bar * (1 if self._is_stacked else len(chart.series))

    def panels(self, most: float | None) -> list[Panel]:
        """The chart in parts none of which is higher than ``most``."""
        count, axis = len(self._names), self._style.line + self._style.gap
        heights = [self._row_height(index) for index in range(count)]
        parts: list[range] = []
        first = 0
        for index in range(count):
            if most is not None and axis + sum(heights[first : index + 1]) > most and index > first:
                parts.append(range(first, index))
                first = index
        return [
            self._panel(indexes, sum(heights[index] for index in indexes))
            for indexes in [*parts, range(first, count)]
        ]

    def _row_height(self, index: int) -> float:
        style = self._style
        bars = self._bars + style.beside_bars * style.size
        return max(bars, len(self._names[index]) * style.line + style.beside_names * style.size)

    def _panel(self, indexes: range, bottom: float) -> Panel:
        style = self._style
        panel = Panel(bottom + style.line + style.gap, is_horizontal=True)
        reach = self._reach(indexes)
        self._draw_scale(panel, reach, bottom)
        top = 0.0
        for index in indexes:
            height = self._row_height(index)
            panel.bands.append(Band(index, top, top + height))
            is_left = style.name_anchor is Anchor.LEFT
            x = 0.0 if is_left else self._left - style.gap
            panel.texts.append(Text(self._names[index], x, top + height / 2, style.name_anchor, Tone.STRONG))
            draw = self._draw_stack if self._is_stacked else self._draw_bars
            draw(panel, reach, index, top + (height - self._bars) / 2)
            top += height
        panel.shapes.append(Line(self._left, 0.0, self._left, bottom, is_axis=True))
        return panel

    def _reach(self, indexes: range) -> float:
        """How long a bar can be, a value standing beside it."""
        ends = (words for index in indexes for words in self._end_words(index))
        beside = max(widest(self._letters, ends), self._letters.width(self._ticks[-1]) / 2)
        return max(self._width - beside - 2 * self._style.gap - self._left, self._style.size)

    def _draw_scale(self, panel: Panel, reach: float, bottom: float) -> None:
        style = self._style
        step = reach / max(len(self._ticks) - 1, 1)
        every = int((widest(self._letters, self._ticks) + style.gap / 2) // step) + 1
        for number, (value, words) in enumerate(zip(self._scale.ticks, self._ticks, strict=True)):
            x = self._left + reach * self._scale.share(value)
            panel.shapes.append(Line(x, 0.0, x, bottom))
            if number % every == 0:
                panel.texts.append(Text((words,), x, bottom + style.gap * 0.6 + style.line / 2))

    def _values(self, index: int) -> Iterator[tuple[Tint, float | None]]:
        for number, series in enumerate(self._chart.series):
            name = series.name if len(self._chart.series) > 1 else self._chart.categories[index]
            yield Tint(number, name), value_at(series.values, index)

    def _end_words(self, index: int) -> list[str]:
        """What stands beside the ends of the bars of a category."""
        values = [value for _tint, value in self._values(index)]
        if self._is_stacked:
            known = [value for value in values if value is not None]
            values = [sum(known) if known else None]
        return [value_words(value, self._chart.unit) for value in values]

    def _draw_stack(self, panel: Panel, reach: float, index: int, top: float) -> None:
        start, size = 0.0, self._style.size
        for tint, value in self._values(index):
            bar = self._bar_shape(reach, start, value, top, tint)
            if bar is not None and value is not None:
                panel.shapes.append(bar)
                words = value_words(value, "")
                if self._letters.width(words) + 0.3 * size <= bar.width:
                    middle = bar.x + bar.width / 2
                    panel.texts.append(
                        Text((words,), middle, top + self._bar / 2, tone=Tone.ON_BAR, tint=tint)
                    )
                start += value
        self._draw_end(panel, self._end_words(index)[0], self._x(reach, start), top)

    def _draw_bars(self, panel: Panel, reach: float, index: int, top: float) -> None:
        for (tint, value), words in zip(self._values(index), self._end_words(index), strict=True):
            bar = self._bar_shape(reach, 0.0, value, top, tint)
            if bar is not None:
                panel.shapes.append(bar)
            self._draw_end(panel, words, self._x(reach, value or 0.0), top)
            top += self._bar

    def _bar_shape(
        self, reach: float, start: float, value: float | None, top: float, tint: Tint
    ) -> Bar | None:
        if value is None or value <= 0:
            return None
        left, height = self._x(reach, start), self._bar * self._style.bar_filled
        top += (self._bar - height) / 2
        return Bar(left, top, self._x(reach, start + value) - left, height, tint)

    def _draw_end(self, panel: Panel, words: str, x: float, top: float) -> None:
        panel.texts.append(Text((words,), x + self._style.gap, top + self._bar / 2, Anchor.LEFT))

    def _x(self, reach: float, value: float) -> float:
        return self._left + reach * self._scale.share(value)

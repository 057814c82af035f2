"""Bars that lie one beneath another, or one after another within a bar, beside the names of their categories."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_scale import scale_of, value_at, value_words
from roadmap_desktop.ui.charts.inks import ink, on
from roadmap_desktop.ui.theme import colour

_ROW, _BAR, _AXIS = 34.0, 18.0, 22.0
_NAMES_MOST = 0.38  # of the width
_BESIDE = 8.0
_CENTRE, _MIDDLE_RIGHT = (
    Qt.AlignmentFlag.AlignCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)


def lying_height(chart: Chart) -> float:
    """How much room the bars of a chart take with their scale."""
    return len(chart.categories) * _row_height(chart) + _AXIS


class LyingBars:
    """A ``Body``: the bars of such a chart within a room."""

    def __init__(self, chart: Chart, room: QRectF, metrics: QFontMetricsF) -> None:
        self._chart, self._room, self._metrics = chart, room, metrics
        self._scale = scale_of(chart)
        self._is_stacked = chart.kind is ChartKind.STACKED_BARS
        self._row = _row_height(chart)
        names_room = room.width() * _NAMES_MOST
        self._names = [in_two_lines(name, metrics, names_room) for name in chart.categories]
        widest = max(
            (metrics.horizontalAdvance(line) for lines in self._names for line in lines), default=0.0
        )
        self._left = room.left() + widest + _BESIDE
        ends = [words for place in range(len(chart.categories)) for words in self._end_words(place)]
        beside = max((metrics.horizontalAdvance(words) for words in ends), default=0.0)
        self._reach = max(room.right() - self._left - beside - 2 * _BESIDE, 1.0)
        self._bottom = room.top() + self._row * len(chart.categories)

    def draw(self, painter: QPainter) -> None:
        """Draws the scale, the names and the bars."""
        for value in self._scale.ticks:
            x = self._x(value)
            painter.setPen(colour("line-soft"))
            painter.drawLine(QPointF(x, self._room.top()), QPointF(x, self._bottom))
            painter.setPen(colour("ink-soft"))
            box = QRectF(x - 40, self._bottom + 3, 80, _AXIS - 5)
            painter.drawText(box, _CENTRE, value_words(value, self._chart.unit))
        for place in range(len(self._chart.categories)):
            self._draw_name(painter, place)
            (self._draw_stack if self._is_stacked else self._draw_bars)(painter, place)
        painter.setPen(colour("ink-faint"))
        painter.drawLine(QPointF(self._left, self._room.top()), QPointF(self._left, self._bottom))

    def category_at(self, point: QPointF) -> int | None:
        """The category of the row that is pointed at."""
        place = int((point.y() - self._room.top()) // self._row)
        return place if 0 <= place < len(self._chart.categories) else None

    def _x(self, value: float) -> float:
        return self._left + self._reach * self._scale.share(value)

    def _end_words(self, place: int) -> list[str]:
        """What stands beside the ends of the bars of a category."""
        values = [value_at(series.values, place) for series in self._chart.series]
        if not self._is_stacked:
            return [value_words(value, self._chart.unit) for value in values]
        there = [value for value in values if value is not None]
        return [value_words(sum(there) if there else None, self._chart.unit)]

    def _draw_name(self, painter: QPainter, place: int) -> None:
        painter.setPen(colour("ink"))
        box = QRectF(self._room.left(), self._top(place), self._left - _BESIDE - self._room.left(), self._row)
        painter.drawText(box, _MIDDLE_RIGHT, "\n".join(self._names[place]))

    def _draw_stack(self, painter: QPainter, place: int) -> None:
        start, top = 0.0, self._top(place) + (self._row - _BAR) / 2
        for number, series in enumerate(self._chart.series):
            value = max(value_at(series.values, place) or 0.0, 0.0)
            bar = QRectF(self._x(start), top, self._x(start + value) - self._x(start), _BAR)
            ground = ink(number, series.name)
            painter.fillRect(bar, ground)
            words = value_words(value, "")
            if self._metrics.horizontalAdvance(words) + 4 <= bar.width():
                painter.setPen(on(ground))
                painter.drawText(bar, _CENTRE, words)
            start += value
        self._draw_end(painter, self._end_words(place)[0], self._x(start), top)

    def _draw_bars(self, painter: QPainter, place: int) -> None:
        top = self._top(place) + (self._row - _BAR * len(self._chart.series)) / 2
        for number, (series, words) in enumerate(
            zip(self._chart.series, self._end_words(place), strict=True)
        ):
            end = self._x(max(value_at(series.values, place) or 0.0, 0.0))
            name = series.name if len(self._chart.series) > 1 else self._chart.categories[place]
            painter.fillRect(QRectF(self._left, top + 1, end - self._left, _BAR - 2), ink(number, name))
            self._draw_end(painter, words, end, top)
            top += _BAR

    def _draw_end(self, painter: QPainter, words: str, x: float, top: float) -> None:
        painter.setPen(colour("ink-soft"))
        box = QRectF(x + _BESIDE - 2, top, self._room.right() - x, _BAR)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _top(self, place: int) -> float:
        return self._room.top() + self._row * place


def _row_height(chart: Chart) -> float:
    bars = 1 if chart.kind is ChartKind.STACKED_BARS else len(chart.series)
    return max(_ROW, bars * _BAR + 10)


def in_two_lines(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """The text in a line, or two of them, no wider than that; the end of a longer one is left out."""
    words = text.split()
    first: list[str] = []
    while words and metrics.horizontalAdvance(" ".join([*first, words[0]])) <= width:
        first.append(words.pop(0))
    lines = [" ".join(first)] if first else []
    if words:
        lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return lines

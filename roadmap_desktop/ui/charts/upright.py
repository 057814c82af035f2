"""Upright bars in groups, and lines by categories, above the names of these."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_scale import scale_of, value_at, value_words
from roadmap_desktop.ui.charts.end_labels import LINE, draw_end_labels, has_end_labels, lines_width
from roadmap_desktop.ui.charts.inks import ink, line_pen
from roadmap_desktop.ui.theme import colour

_BESIDE, _NAMES = 6.0, 20.0
_FILLED, _WIDEST_BAR = 0.7, 46.0
_CENTRE = Qt.AlignmentFlag.AlignCenter
_POINT = 2.5


class Upright:
    """A ``Body``: the bars or lines of such a chart within a room."""

    def __init__(self, chart: Chart, room: QRectF, metrics: QFontMetricsF) -> None:
        self._chart, self._metrics = chart, metrics
        self._scale = scale_of(chart)
        ticks = max(metrics.horizontalAdvance(self._tick(value)) for value in self._scale.ticks)
        # The highest tick and what stands above a bar reach beyond the scale.
        self._room = room.adjusted(ticks + _BESIDE, LINE, 0, -_NAMES)
        self._right = room.right()
        self._room.setWidth(lines_width(chart, self._room, metrics))
        self._slot = self._room.width() / max(len(chart.categories), 1)

    def draw(self, painter: QPainter) -> None:
        """Draws the scale, the names and the values."""
        self._draw_scale(painter)
        self._draw_names(painter)
        if self._chart.kind is ChartKind.BARS:
            self._draw_bars(painter)
        else:
            self._draw_lines(painter)

    def category_at(self, point: QPointF) -> int | None:
        """The category above whose name is pointed."""
        place = int((point.x() - self._room.left()) // self._slot)
        return place if 0 <= place < len(self._chart.categories) else None

    def _tick(self, value: float) -> str:
        # The unit is told by the title, and by the value that is pointed at.
        return value_words(value, "")

    def _x(self, place: int) -> float:
        return self._room.left() + self._slot * (place + 0.5)

    def _y(self, value: float) -> float:
        return self._room.bottom() - self._room.height() * self._scale.share(value)

    def _draw_scale(self, painter: QPainter) -> None:
        # Names of lines stand on no line.
        right = (
            self._x(len(self._chart.categories) - 1) if has_end_labels(self._chart) else self._room.right()
        )
        for value in self._scale.ticks:
            y = self._y(value)
            painter.setPen(colour("line-soft") if value else colour("line"))
            painter.drawLine(QPointF(self._room.left(), y), QPointF(right, y))
            painter.setPen(colour("ink-soft"))
            box = QRectF(0, y - LINE / 2, self._room.left() - _BESIDE, LINE)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._tick(value)
            )

    def _draw_names(self, painter: QPainter) -> None:
        painter.setPen(colour("ink-soft"))
        for place, name in enumerate(self._chart.categories):
            box = QRectF(self._x(place) - self._slot / 2, self._room.bottom() + 3, self._slot, _NAMES - 3)
            words = self._metrics.elidedText(
                " ".join(name.split()), Qt.TextElideMode.ElideRight, self._slot - 4
            )
            painter.drawText(box, _CENTRE, words)

    def _draw_bars(self, painter: QPainter) -> None:
        count = len(self._chart.series)
        width = min(self._slot * _FILLED / max(count, 1), _WIDEST_BAR)
        for number, series in enumerate(self._chart.series):
            for place in range(len(self._chart.categories)):
                value = value_at(series.values, place)
                left = self._x(place) - width * count / 2 + width * number
                top = self._y(max(value or 0.0, 0.0))
                bar = QRectF(left, top, width, self._room.bottom() - top)
                painter.fillRect(bar.adjusted(1, 0, -1, 0), ink(number, series.name))
                words = value_words(value, "")
                if self._metrics.horizontalAdvance(words) <= width:
                    painter.setPen(colour("ink-soft"))
                    painter.drawText(QRectF(left, top - LINE, width, LINE), _CENTRE, words)

    def _draw_lines(self, painter: QPainter) -> None:
        ends: dict[int, QPointF] = {}
        for number, series in enumerate(self._chart.series):
            points = [self._point(number, place) for place in range(len(self._chart.categories))]
            painter.setPen(line_pen(number, series.name))
            painter.setBrush(ink(number, series.name))
            for before, point in pairwise(points):
                if before is not None and point is not None:
                    painter.drawLine(before, point)
            for point in points:
                if point is not None:
                    painter.drawEllipse(point, _POINT, _POINT)
                    ends[number] = point
        draw_end_labels(painter, self._chart, ends, self._room, self._right)

    def _point(self, number: int, place: int) -> QPointF | None:
        value = value_at(self._chart.series[number].values, place)
        return None if value is None else QPointF(self._x(place), self._y(value))

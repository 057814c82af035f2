"""The names of a chart's series beneath it, each after what it looks like."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.ui.charts.inks import ink, line_pen
from roadmap_desktop.ui.theme import colour

LINE_HEIGHT = 20
_KEY, _AFTER_KEY, _BETWEEN = 14.0, 6.0, 18.0


class Named(NamedTuple):
    """The place of a series and of its name, from the legend's left upper corner."""

    series: int
    x: float
    line: int


def laid_out(chart: Chart, metrics: QFontMetricsF, width: float) -> list[Named]:
    """The series of the chart in lines no wider than that; a single one needs no legend."""
    if len(chart.series) < 2:
        return []
    found: list[Named] = []
    x, line = 0.0, 0
    for place, series in enumerate(chart.series):
        taken = _KEY + _AFTER_KEY + metrics.horizontalAdvance(series.name)
        if x and x + taken > width:
            x, line = 0.0, line + 1
        found.append(Named(place, x, line))
        x += taken + _BETWEEN
    return found


def height(chart: Chart, metrics: QFontMetricsF, width: float) -> float:
    """How much room it takes."""
    laid = laid_out(chart, metrics, width)
    return (laid[-1].line + 1) * LINE_HEIGHT if laid else 0.0


def draw(painter: QPainter, chart: Chart, room: QRectF) -> None:
    """Draws it from the upper edge of the room down."""
    metrics = QFontMetricsF(painter.font())
    for place, x, line in laid_out(chart, metrics, room.width()):
        name = chart.series[place].name
        left, middle = room.left() + x, room.top() + (line + 0.5) * LINE_HEIGHT
        if chart.kind is ChartKind.LINES:
            painter.setPen(line_pen(place, name))
            painter.drawLine(QPointF(left, middle), QPointF(left + _KEY, middle))
        else:
            painter.fillRect(QRectF(left + 2, middle - 5, 10, 10), ink(place, name))
        painter.setPen(colour("ink-soft"))
        left += _KEY + _AFTER_KEY
        box = QRectF(left, middle - LINE_HEIGHT / 2, max(room.right() - left, 0.0), LINE_HEIGHT)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

"""The names of a few lines beside their ends, where the eye looks for them; many lines have a legend instead."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.ui.charts.inks import ink

LINE = 16.0
_MOST = 3
_AWAY = 8.0
_NAMES_MOST = 0.4  # of the width


def has_end_labels(chart: Chart) -> bool:
    """Whether its lines are few enough to be named at their ends."""
    return chart.kind is ChartKind.LINES and len(chart.series) <= _MOST


def lines_width(chart: Chart, room: QRectF, metrics: QFontMetricsF) -> float:
    """How wide the lines may be so that there is room for their names after the middle of the last category."""
    if not has_end_labels(chart) or not chart.categories:
        return room.width()
    names = max(metrics.horizontalAdvance(series.name) for series in chart.series) + 1
    after = min(names, room.width() * _NAMES_MOST) + _AWAY
    count = len(chart.categories)
    return min(room.width(), (room.width() - after) * count / (count - 0.5))


def end_labels(ends: Mapping[int, QPointF], room: QRectF, right: float) -> dict[int, QRectF]:
    """Where the name of each line stands: at the height of its end if others leave it, from there to the edge."""
    boxes: dict[int, QRectF] = {}
    least = room.top() - LINE
    for number in sorted(ends, key=lambda number: ends[number].y()):
        end = ends[number]
        left = end.x() + _AWAY
        boxes[number] = QRectF(left, max(end.y() - LINE / 2, least), max(right - left, 0.0), LINE)
        least = boxes[number].bottom()
    return _lifted(boxes, room.bottom() + LINE / 2)


def draw_end_labels(
    painter: QPainter, chart: Chart, ends: Mapping[int, QPointF], room: QRectF, right: float
) -> None:
    """Writes the names."""
    if not has_end_labels(chart):
        return
    metrics = QFontMetricsF(painter.font())
    for number, box in end_labels(ends, room, right).items():
        name = chart.series[number].name
        painter.setPen(ink(number, name))
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)


def _lifted(boxes: dict[int, QRectF], bottom: float) -> dict[int, QRectF]:
    """The names from the lowest up, none below the names of the categories."""
    for number in reversed(boxes):
        box = boxes[number]
        box.moveBottom(min(box.bottom(), bottom))
        bottom = box.top()
    return boxes

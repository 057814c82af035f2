"""What a chart is laid out by on the screen, and drawn with."""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter

from roadmap_desktop.model.chart_layout.shapes import (
    Anchor,
    Bar,
    ChartStyle,
    Line,
    Panel,
    Point,
    Shape,
    Stroke,
    Text,
)
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.ui.charts.colours import line_pen, series_colour, text_colour
from roadmap_desktop.ui.theme import colour

_RISE, _LEAST_RISE = 144.0, 20.0
_POINT = 3.5
_ANCHORED = {
    Anchor.LEFT: (0.0, Qt.AlignmentFlag.AlignLeft),
    Anchor.CENTRE: (0.5, Qt.AlignmentFlag.AlignHCenter),
    Anchor.RIGHT: (1.0, Qt.AlignmentFlag.AlignRight),
}


class ScreenLetters:
    """The font of a chart, see ``model.chart_layout.shapes.Letters``."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)

    def width(self, text: str) -> float:
        """How wide a line of text is."""
        return self._metrics.horizontalAdvance(text)

    def wrap(self, text: str, width: float, most_lines: int) -> tuple[str, ...]:
        """The text in lines no wider than that; what the last of them cannot hold is left out, with «…»."""
        left, lines = one_line(text), list[str]()
        while left and len(lines) < most_lines - 1:
            ends = [match.end() for match in re.finditer("[ –-]|$", left)]
            fitting = [end for end in ends if self.width(left[:end].rstrip()) <= width]
            if not fitting:
                break
            lines.append(left[: fitting[-1]].rstrip())
            left = left[fitting[-1] :].lstrip()
        if left or not lines:
            lines.append(self._metrics.elidedText(left, Qt.TextElideMode.ElideRight, width))
        return tuple(lines)


def screen_style(font: QFont) -> ChartStyle:
    """The measures of a chart in that font."""
    size = QFontInfo(font).pixelSize()
    return ChartStyle(
        size=size,
        rise=_RISE,
        least_rise=_LEAST_RISE,
        leading=QFontMetricsF(font).lineSpacing() / size,
        bar=1.5,
        bar_filled=0.9,
        beside_bars=0.85,
        beside_names=0.15,
        names_share=0.38,
        name_lines=2,
        name_anchor=Anchor.RIGHT,
        above=1.4,
        has_point_values=False,
        has_tick_units=False,
        most_end_names=3,
        key=1.2,
    )


def draw_panel(painter: QPainter, panel: Panel) -> None:
    """Draws a part of a chart from the painter's origin."""
    for shape in panel.shapes:
        _draw(painter, shape)
    for text in panel.texts:
        _write(painter, text)


def _draw(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Bar(x, y, width, height, tint):
            # Neighbours do not run into each other.
            painter.fillRect(QRectF(x + 0.5, y, max(width - 1.0, 0.5), height), series_colour(tint))
        case Point(x, y, tint):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(series_colour(tint))
            painter.drawEllipse(QPointF(x, y), _POINT, _POINT)
        case Stroke(x1, y1, x2, y2, tint):
            painter.setPen(line_pen(tint))
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        case Line(x1, y1, x2, y2, is_axis):
            painter.setPen(colour("ink-faint" if is_axis else "line-soft"))
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def _write(painter: QPainter, text: Text) -> None:
    painter.setPen(text_colour(text))
    metrics = painter.fontMetrics()
    width = max(map(metrics.horizontalAdvance, text.lines)) + 2.0
    height = metrics.lineSpacing() * len(text.lines) + 2.0
    before, flag = _ANCHORED[text.anchor]
    box = QRectF(text.x - width * before, text.y - height / 2, width, height)
    painter.drawText(box, flag | Qt.AlignmentFlag.AlignVCenter, "\n".join(text.lines))

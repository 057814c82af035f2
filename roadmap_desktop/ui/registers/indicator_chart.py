"""The share below the threshold by years, a line for each exam and subject of a school."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmap_desktop.operations.indicators import Line
from roadmap_desktop.ui.theme import colour

_COLOURS = ("accent", "#b8860b", "#7a4fa3", "#3c7d3c", "#a33c3c")
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 12, 12, 44
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


class IndicatorChart(QWidget):
    """Lines told apart by colour, dash and their names beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Доля не преодолевших порог, по годам")

    def sizeHint(self) -> QSize:
        return QSize(340, 190)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Shows lines; none hides the chart."""
        self.lines = lines
        self.setAccessibleDescription("; ".join(line.told for line in lines))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        years = sorted({year for line in self.lines for year, _ in line.points})
        if not years:
            painter.setPen(colour("ink-faint"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, "Внесите результаты, и здесь будет график"
            )
            return
        room = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        highest = max(value for line in self.lines for _, value in line.points)
        most = 15.0 * max(1, ceil(highest / 15))
        self._draw_grid(painter, room, years, most)
        for place, line in enumerate(self.lines):
            painter.setPen(QPen(_ink(place), 2, _DASHES[place % len(_DASHES)]))
            spots = [QPointF(_x(room, years, year), _y(room, most, value)) for year, value in line.points]
            painter.drawPolyline(spots)
            painter.setBrush(_ink(place))
            for spot in spots:
                painter.drawEllipse(spot, 2.5, 2.5)
        self._draw_names(painter, room)

    def _draw_grid(self, painter: QPainter, room: QRectF, years: list[str], most: float) -> None:
        for step in range(4):
            value = most * step / 3
            y = _y(room, most, value)
            painter.setPen(colour("line-soft"))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(colour("ink-soft"))
            painter.drawText(QRectF(0, y - 8, _LEFT - 6, 16), Qt.AlignmentFlag.AlignRight, f"{value:.0f}")
        for year in years:
            x = _x(room, years, year)
            painter.drawText(QRectF(x - 40, room.bottom() + 3, 80, 16), Qt.AlignmentFlag.AlignCenter, year)

    def _draw_names(self, painter: QPainter, room: QRectF) -> None:
        x, y = room.left(), room.bottom() + 32
        for place, line in enumerate(self.lines):
            width = painter.fontMetrics().horizontalAdvance(line.name) + 34
            if x + width > self.width():
                break
            painter.setPen(QPen(_ink(place), 2, _DASHES[place % len(_DASHES)]))
            painter.drawLine(QPointF(x, y), QPointF(x + 18, y))
            painter.setPen(colour("ink-soft"))
            painter.drawText(QPointF(x + 23, y + 4), line.name)
            x += width


def _ink(place: int) -> QColor:
    name = _COLOURS[place % len(_COLOURS)]
    return QColor(name) if name.startswith("#") else colour(name)


def _x(room: QRectF, years: list[str], year: str) -> float:
    return (
        room.center().x()
        if len(years) == 1
        else room.left() + 24 + (room.width() - 48) * years.index(year) / (len(years) - 1)
    )


def _y(room: QRectF, most: float, value: float) -> float:
    return room.bottom() - room.height() * value / most

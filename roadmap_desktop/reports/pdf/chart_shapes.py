"""The shapes of a chart on paper. Greys, hatches, markers and dashes tell its series apart in black and white."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.graphics.shapes import Circle, Hatching, Polygon, Rect, Shape
from reportlab.graphics.shapes import Line as DrawnLine
from reportlab.lib.colors import Color, black, white

from roadmap_desktop.model.chart_layout.shapes import Bar, Line, Point, Stroke
from roadmap_desktop.model.chart_layout.shapes import Shape as Described

_THIN = 0.5


class _Fill(NamedTuple):
    grey: float
    hatches: tuple[int, ...] = ()


# Neighbours differ in kind and not only in shade.
_FILLS = (
    _Fill(0.35),
    _Fill(1, (45,)),
    _Fill(0.82),
    _Fill(1, (0, 90)),
    _Fill(0.6),
    _Fill(1, (135,)),
    _Fill(0),
    _Fill(1),
    _Fill(1, (0,)),
)
_SPACING = 3.5
_DASHES: tuple[list[float] | None, ...] = (None, [6, 3], [1.5, 2], [8, 2, 1.5, 2])


def filled(index: int, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    """A bar of the series of that place, from its lower left corner."""
    fill = _FILLS[index % len(_FILLS)]
    # The stubs describe neither shape as it is.
    look: dict[str, Any] = {"fillColor": grey(fill.grey), "strokeColor": black, "strokeWidth": _THIN}
    yield Rect(x, y, width, height, **look)
    if fill.hatches and width > 0 and height > 0:
        corners: Any = [x, y, x + width, y, x + width, y + height, x, y + height]
        yield Hatching(
            spacings=_SPACING, angles=fill.hatches, xyLists=corners, strokeColor=black, strokeWidth=_THIN
        )


def marker(index: int, x: float, y: float, size: float) -> Shape:
    """The point of a line of that place: a disc, a square, a triangle, a rhombus, then the same hollow."""
    look: dict[str, Any] = {
        "fillColor": white if index // 4 % 2 else black,
        "strokeColor": black,
        "strokeWidth": 1,
    }
    half = size / 2
    if index % 4 == 0:
        return Circle(x, y, half, **look)
    if index % 4 == 1:
        return Rect(x - half, y - half, size, size, **look)
    if index % 4 == 2:
        return Polygon([x - half, y - half, x + half, y - half, x, y + half], **look)
    return Polygon([x - half, y, x, y - half, x + half, y, x, y + half], **look)


def drawn(shape: Described, marker_size: float) -> Iterator[Shape]:
    """A shape of a layout, which goes down where ReportLab goes up."""
    match shape:
        case Bar(x, y, width, height, tint):
            yield from filled(tint.place, x, -y - height, width, height)
        case Point(x, y, tint):
            yield marker(tint.place, x, -y, marker_size)
        case Stroke(x1, y1, x2, y2, tint):
            dashes: Any = _DASHES[tint.place % len(_DASHES)]  # the stubs know of no solid line
            yield DrawnLine(x1, -y1, x2, -y2, strokeColor=black, strokeWidth=1.2, strokeDashArray=dashes)
        case Line(x1, y1, x2, y2, is_axis):
            look: dict[str, Any] = {"strokeColor": black if is_axis else grey(0.75)}
            yield DrawnLine(x1, -y1, x2, -y2, strokeWidth=1 if is_axis else _THIN, **look)


def grey(share: float) -> Color:
    """From 0, black, to 1, white."""
    return Color(share, share, share)

"""What tells the series of a chart apart on a black-and-white printer: grounds, hatches, markers and dashes."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.graphics.shapes import Circle, Hatching, Line, Polygon, Rect, Shape
from reportlab.lib.colors import Color, black, white

_THIN = 0.5


class _Ink(NamedTuple):
    grey: float
    hatches: tuple[int, ...] = ()


# Neighbours differ in kind and not only in shade.
_INKS = (
    _Ink(0.35),
    _Ink(1, (45,)),
    _Ink(0.82),
    _Ink(1, (0, 90)),
    _Ink(0.6),
    _Ink(1, (135,)),
    _Ink(0),
    _Ink(1),
    _Ink(1, (0,)),
)
_SPACING = 3.5
_DASHES: tuple[list[float] | None, ...] = (None, [6, 3], [1.5, 2], [8, 2, 1.5, 2])


def filled(place: int, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    """A bar of the series of that place, from its lower left corner."""
    ink = _INKS[place % len(_INKS)]
    # The stubs describe neither shape as it is.
    look: dict[str, Any] = {"fillColor": grey(ink.grey), "strokeColor": black, "strokeWidth": _THIN}
    yield Rect(x, y, width, height, **look)
    if ink.hatches and width > 0 and height > 0:
        corners: Any = [x, y, x + width, y, x + width, y + height, x, y + height]
        yield Hatching(
            spacings=_SPACING, angles=ink.hatches, xyLists=corners, strokeColor=black, strokeWidth=_THIN
        )


def marker(place: int, x: float, y: float, size: float) -> Shape:
    """The point of a line of that place: a disc, a square, a triangle, a rhombus, then the same hollow."""
    look: dict[str, Any] = {
        "fillColor": white if place // 4 % 2 else black,
        "strokeColor": black,
        "strokeWidth": 1,
    }
    half = size / 2
    if place % 4 == 0:
        return Circle(x, y, half, **look)
    if place % 4 == 1:
        return Rect(x - half, y - half, size, size, **look)
    if place % 4 == 2:
        return Polygon([x - half, y - half, x + half, y - half, x, y + half], **look)
    return Polygon([x - half, y, x, y - half, x + half, y, x, y + half], **look)


def stroke(place: int, x1: float, y1: float, x2: float, y2: float) -> Line:
    """A piece of the line of that place."""
    dashes: Any = _DASHES[place % len(_DASHES)]  # the stubs know of no solid line
    return Line(x1, y1, x2, y2, strokeColor=black, strokeWidth=1.2, strokeDashArray=dashes)


def grid_line(x1: float, y1: float, x2: float, y2: float) -> Line:
    """A pale line that leads the eye from the scale."""
    return Line(x1, y1, x2, y2, strokeColor=grey(0.75), strokeWidth=_THIN)


def axis_line(x1: float, y1: float, x2: float, y2: float) -> Line:
    """The line that values begin at."""
    return Line(x1, y1, x2, y2, strokeColor=black, strokeWidth=1)


def grey(share: float) -> Color:
    """From 0, black, to 1, white."""
    return Color(share, share, share)

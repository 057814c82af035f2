"""The shapes that a chart is made of, and what they are measured by. Coordinates run right and down."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple, Protocol


class Letters(Protocol):
    """The font of a chart."""

    def width(self, text: str) -> float:
        """How wide a line of text is."""

    def wrap(self, text: str, width: float, most_lines: int) -> tuple[str, ...]:
        """The text in lines no wider than that; what the last of them cannot hold is left out, with «…»."""


class Anchor(Enum):
    """Which side of a text stands at its place."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Tone(Enum):
    """How a text looks."""

    STRONG = auto()
    SOFT = auto()
    ON_BAR = auto()
    OF_SERIES = auto()


class Tint(NamedTuple):
    """What tells a series apart: its place, and its name where words have colours of their own."""

    place: int = 0
    name: str = ""


class Line(NamedTuple):
    """A line of the grid, or the one that values begin at."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_axis: bool = False


class Bar(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    tint: Tint


class Stroke(NamedTuple):
    """A piece of the line of a series."""

    x1: float
    y1: float
    x2: float
    y2: float
    tint: Tint


class Point(NamedTuple):
    """A value of a line."""

    x: float
    y: float
    tint: Tint


class Text(NamedTuple):
    """Lines of text, ``y`` being the middle of their height."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Anchor = Anchor.CENTRE
    tone: Tone = Tone.SOFT
    tint: Tint = Tint()


Shape = Line | Bar | Stroke | Point


class Band(NamedTuple):
    """From where to where a category reaches: down where its bars are horizontal, else to the right."""

    category: int
    start: float
    end: float


@dataclass
class Panel:
    """A part of a chart, from its upper left corner. The shapes are drawn in their order, then the texts."""

    height: float
    is_horizontal: bool = False
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)

    def category_at(self, x: float, y: float) -> int | None:
        """The category that is pointed at."""
        along = y if self.is_horizontal else x
        return next((band.category for band in self.bands if band.start <= along < band.end), None)


class ChartStyle(NamedTuple):
    """Measures, in sizes of the font but for ``size`` itself, ``rise`` and ``least_rise``."""

    size: float
    rise: float  # The height of a vertical scale.
    least_rise: float
    leading: float
    bar: float = 1.25
    bar_filled: float = 0.8
    beside_bars: float = 0.7
    beside_names: float = 0.7
    names_share: float = 0.36  # Of the width.
    name_lines: int = 4
    name_anchor: Anchor = Anchor.LEFT
    above: float = 1.84  # A vertical scale.
    slot: tuple[float, float] = (5.0, 16.0)  # What a category takes at least and at most.
    widest_bar: float = 4.0
    has_point_values: bool = True
    has_tick_units: bool = True  # Beside a vertical scale; else they are left to the title.
    most_end_names: int = 0  # So many lines are named at their ends, where others have a legend.
    key: float = 1.8

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.size * self.leading

    @property
    def gap(self) -> float:
        """Between a text and what it belongs to."""
        return self.size * 0.5


def widest(letters: Letters, texts: Iterable[str]) -> float:
    """The width of the widest of these lines."""
    return max(map(letters.width, texts), default=0.0)

"""A part of a chart that stands on one page."""

from typing import Protocol

from roadmap_desktop.reports.pdf.wrapping import wrapper


class Panel(Protocol):
    """Some of the categories of a chart, drawn by the scale of the whole."""

    @property
    def height(self) -> float:
        """How much room it takes."""

    def draw(self) -> None:
        """Draws it from the pen down."""


def widest(words: list[str], size: float) -> float:
    """The width in points of the widest of these texts."""
    return max((wrapper(False).line_width(word) * size / 1000 for word in words), default=0.0)

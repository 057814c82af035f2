"""What tells the series of a chart apart: colours, and dashes where they run out; the legend says which is which."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from roadmap_desktop.model.execution import Outcome
from roadmap_desktop.model.progress_by import OTHERS
from roadmap_desktop.ui.theme import colour

_COLOURS = ("accent", "chart-ochre", "chart-violet", "chart-green", "chart-red", "chart-grey")
# A state has its colour wherever it is seen.
_OF_STATES = {
    Outcome.DONE: "chart-green",
    Outcome.IN_WORK: "chart-blue",
    Outcome.OVERDUE: "chart-red",
    Outcome.PLANNED: "chart-grey",
    Outcome.MOVED: "chart-ochre",
    Outcome.CANCELLED: "line",
    OTHERS: "chart-grey",
}
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


def ink(place: int, name: str) -> QColor:
    """The colour of a series of that place and name."""
    return colour(_OF_STATES.get(name, _COLOURS[place % len(_COLOURS)]))


def line_pen(place: int, name: str) -> QPen:
    """The pen of a line."""
    return QPen(ink(place, name), 2, _DASHES[place // len(_COLOURS) % len(_DASHES)])


def on(ground: QColor) -> QColor:
    """The colour in which words can be read on that ground."""
    return colour("paper" if ground.lightness() < 150 else "ink")

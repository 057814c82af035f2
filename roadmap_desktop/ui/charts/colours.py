"""What tells the series of a chart apart: colours, and dashes where they run out; the legend says which is which."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from roadmap_desktop.model.chart_layout.shapes import Text, Tint, Tone
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


def series_colour(tint: Tint) -> QColor:
    """The colour of a series; a state has its own."""
    return colour(_OF_STATES.get(tint.name, _COLOURS[tint.place % len(_COLOURS)]))


def line_pen(tint: Tint) -> QPen:
    """The pen of a line."""
    return QPen(series_colour(tint), 2, _DASHES[tint.place // len(_COLOURS) % len(_DASHES)])


def text_colour(text: Text) -> QColor:
    """The colour of a text of a chart."""
    match text.tone:
        case Tone.OF_SERIES:
            return series_colour(text.tint)
        case Tone.ON_BAR:
            ground = series_colour(text.tint).lightness()
            return max(colour("paper"), colour("ink"), key=lambda ink: abs(ink.lightness() - ground))
        case Tone.STRONG:
            return colour("ink")
    return colour("ink-soft")

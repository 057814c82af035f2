"""How a chart looks that Word or Excel draws: black on white as on our paper, with neighbours that differ in kind."""

from typing import Any, NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.reports.xml_text import in_one_line

HORIZONTAL = (ChartKind.HORIZONTAL_BARS, ChartKind.STACKED_BARS)
TEXT_SIZE = 10
TITLE_SIZE = 12
BLACK, WHITE, GRID = "000000", "FFFFFF", "BFBFBF"
EMPTY = "Данных для диаграммы пока нет."


class Fill(NamedTuple):
    """What fills the bars of a series: a grey as six hexadecimal digits, or a pattern by its name in DrawingML."""

    grey: Any
    pattern: Any = ""


class LineLook(NamedTuple):
    """The shape of a line's points, what fills them, and its dash, by their names in DrawingML."""

    symbol: Any
    inside: Any
    dash: Any


_FILLS = (
    Fill("595959"),
    Fill(WHITE, "wdUpDiag"),
    Fill("D1D1D1"),
    Fill(WHITE, "lgGrid"),
    Fill("999999"),
    Fill(WHITE, "wdDnDiag"),
    Fill(BLACK),
    Fill(WHITE),
    Fill(WHITE, "narHorz"),
)
_MARKERS = ("circle", "square", "triangle", "diamond")
_DASHES = ("solid", "dash", "sysDot", "dashDot")
_LEAST_HEIGHT, _USUAL_HEIGHT = 45, 85
_ROOM_FOR_TITLE = 28
_BAR_HEIGHT = 8.5
_LETTERS_IN_LINE = 24


def fill(index: int) -> Fill:
    """What fills the bars of the series of that place."""
    return _FILLS[index % len(_FILLS)]


def line_look(index: int) -> LineLook:
    """How the line of the series of that place looks."""
    return LineLook(_MARKERS[index % 4], WHITE if index // 4 % 2 else BLACK, _DASHES[index % 4])


def height(chart: Chart, most: float) -> float:
    """How high it is, in millimetres: horizontal bars have room for their names, yet ``most`` holds them all."""
    if chart.kind not in HORIZONTAL:
        return min(_USUAL_HEIGHT, most)
    bars = 1 if chart.kind is ChartKind.STACKED_BARS else len(chart.series)
    lines = max((-(-len(name) // _LETTERS_IN_LINE) for name in chart.categories), default=1)
    wanted = _ROOM_FOR_TITLE + len(chart.categories) * _BAR_HEIGHT * max(bars, 1 + (lines - 1) * 0.6)
    return min(max(wanted, _LEAST_HEIGHT), most)


def number_format(chart: Chart) -> str:
    """How its values are written: with the unit, and no noughts within a bar that is made of parts."""
    unit = in_one_line(chart.unit).replace('"', "")
    written = f'General"{unit}"' if unit else "General"
    return f"{written};;;" if chart.kind is ChartKind.STACKED_BARS else written

"""A chart on paper: its title, what its series look like, then the bars or lines, on as many pages as they need."""

from typing import NamedTuple

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_layout import panels
from roadmap_desktop.model.chart_layout.legend import legend
from roadmap_desktop.model.chart_layout.shapes import Anchor, ChartStyle, Panel, Text, Tone
from roadmap_desktop.model.chart_scale import has_values
from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.chart_look import EMPTY
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.drawable import in_one_line
from roadmap_desktop.reports.pdf.flow import GAP, LEADING, MM, Flow
from roadmap_desktop.reports.pdf.wrapping import wrapper

_SMALLER = 2
_MARKER = 0.55  # sizes
# How much of a text stands before its place.
_ANCHORED = {
    Anchor.LEFT: (0.0, Align.LEFT),
    Anchor.CENTRE: (0.5, Align.CENTRE),
    Anchor.RIGHT: (1.0, Align.RIGHT),
}
_RISE, _LEAST_RISE = 65 * MM, 20 * MM
# Of a page: so much may stand above the highest chart and go with it.
_FOR_HEADINGS = 0.17


class _Letters:
    """The font of a chart, see ``model.chart_layout.shapes.Letters``."""

    def __init__(self, size: float) -> None:
        self._size = size

    def width(self, text: str) -> float:
        """How wide a line of text is."""
        return wrapper(False).line_width(text) * self._size / 1000

    def wrap(self, words: str, width: float, most_lines: int) -> tuple[str, ...]:
        """The text in lines no wider than that; what the last of them cannot hold is left out, with «…»."""
        lines = text.wrap(words, width, self._size)
        return (
            lines
            if len(lines) <= most_lines
            else (*lines[: most_lines - 1], f"{lines[most_lines - 1].rstrip()}…")
        )


class _Parts(NamedTuple):
    """What a chart is drawn in, from the top down."""

    title: tuple[str, ...]
    legend: Panel
    panels: list[Panel]

    def head(self, flow: Flow) -> float:
        """The height of the title and the legend."""
        return text.height(self.title, flow.size) + GAP + self.legend.height + GAP / 2

    def beginning(self, flow: Flow, tail: float) -> float:
        """The height of what must stand together: the head and the first panel, the only one with ``tail``."""
        body = self.panels[0].height if self.panels else (flow.size - _SMALLER) * LEADING
        return self.head(flow) + body + (GAP + tail if len(self.panels) < 2 else 0.0)


def chart_beginning(flow: Flow, chart: Chart, tail: float) -> float:
    """How much room the least beginning of a chart takes."""
    return _parts(flow, chart, tail).beginning(flow, tail)


def draw_chart(flow: Flow, chart: Chart, tail: float) -> None:
    """Draws the chart from the pen down; ``tail`` is the height of what its last panel may not leave."""
    parts = _parts(flow, chart, tail)
    flow.need(parts.beginning(flow, tail))
    flow.skip(GAP)
    text.draw_lines(flow, parts.title, flow.size, align=Align.CENTRE, bold=True)
    if not parts.panels:
        size = flow.size - _SMALLER
        text.draw_lines(flow, text.wrap(EMPTY, flow.width, size), size, align=Align.CENTRE)
    else:
        flow.y -= GAP / 2
        _draw_panel(flow, parts.legend)
    for number, panel in enumerate(parts.panels, 1):
        flow.need(panel.height + (GAP + tail if number == len(parts.panels) else 0.0))
        _draw_panel(flow, panel)
    flow.skip(GAP)


def _parts(flow: Flow, chart: Chart, tail: float) -> _Parts:
    """The parts of the chart, each of which leaves room for ``tail`` on its page."""
    size = flow.size - _SMALLER
    letters, style = _Letters(size), ChartStyle(size, _RISE, _LEAST_RISE, LEADING)
    title = wrapper(True).balance(chart.title, flow.width * 1000 / flow.size)
    head = _Parts(title, legend(chart, letters, style, flow.width), [])
    if not chart.categories or not has_values(chart):
        return head
    most = flow.page_room - head.head(flow) - flow.page_room * _FOR_HEADINGS - 2 * GAP - tail
    drawn = chart._replace(unit=in_one_line(chart.unit))
    return head._replace(panels=panels(drawn, letters, style, flow.width, most))


def _draw_panel(flow: Flow, panel: Panel) -> None:
    from reportlab.graphics.shapes import Drawing

    from roadmap_desktop.reports.pdf.chart_shapes import drawn

    size = flow.size - _SMALLER
    drawing = Drawing(0, 0)
    for shape in panel.shapes:
        for part in drawn(shape, _MARKER * size):
            drawing.add(part)
    flow.surface.figure(drawing, flow.left, flow.y)
    for words in panel.texts:
        _write(flow, words, size)
    flow.y -= panel.height


def _write(flow: Flow, words: Text, size: float) -> None:
    x, top = flow.left + words.x, flow.y - words.y + text.height(words.lines, size) / 2
    width = max(wrapper(False).line_width(line) for line in words.lines) * size / 1000
    if words.tone is Tone.ON_BAR:
        ground = width + 0.25 * size
        flow.surface.ground(x - ground / 2, top - size * 1.02, ground, size * 0.9, 1.0)
    before, align = _ANCHORED[words.anchor]
    flow.write(words.lines, x - width * before, width, top, size, align=align)

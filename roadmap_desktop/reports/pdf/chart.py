"""A chart on paper: its title, what its series look like, then the bars or lines, on as many pages as they need."""

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_scale import known
from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.chart_look import EMPTY
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.chart_inks import filled, marker, stroke
from roadmap_desktop.reports.pdf.drawable import in_one_line
from roadmap_desktop.reports.pdf.flow import GAP, LEADING, Flow
from roadmap_desktop.reports.pdf.lying_bars import LyingBars
from roadmap_desktop.reports.pdf.panel import Panel
from roadmap_desktop.reports.pdf.upright import Upright
from roadmap_desktop.reports.pdf.wrapping import wrapper

_SMALLER = 2
_KEY_WIDTH = 2.2  # sizes
# Of a page: so much may stand above the highest chart and go with it.
_FOR_HEADINGS = 0.17


def chart_beginning(flow: Flow, chart: Chart, tail: float) -> float:
    """The height of what must stand together: the title, the legend and the first panel, the only one with ``tail``."""
    panels = _panels(flow, chart, tail)
    body = panels[0].height if panels else (flow.size - _SMALLER) * LEADING
    after = GAP + tail if len(panels) < 2 else 0.0
    return _title_height(flow, chart) + _legend_height(flow, chart) + body + after


def draw_chart(flow: Flow, chart: Chart, tail: float) -> None:
    """Draws the chart from the pen down; ``tail`` is the height of what its last panel may not leave."""
    panels = _panels(flow, chart, tail)
    flow.need(chart_beginning(flow, chart, tail))
    flow.skip(GAP)
    title = _title(flow, chart)
    text.draw_lines(flow, title, flow.size, align=Align.CENTRE, bold=True)
    if not panels:
        size = flow.size - _SMALLER
        text.draw_lines(flow, text.wrap(EMPTY, flow.width, size), size, align=Align.CENTRE)
    else:
        _draw_legend(flow, chart)
    for number, panel in enumerate(panels):
        flow.need(panel.height + (GAP + tail if number == len(panels) - 1 else 0.0))
        panel.draw()
    flow.skip(GAP)


def _panels(flow: Flow, chart: Chart, tail: float) -> list[Panel]:
    """The parts of the chart, each of which leaves room for ``tail`` on its page."""
    if not chart.categories or not any(known(series.values) for series in chart.series):
        return []
    size = flow.size - _SMALLER
    kind = Upright if chart.kind in (ChartKind.BARS, ChartKind.LINES) else LyingBars
    above = _title_height(flow, chart) + _legend_height(flow, chart) + flow.page_room * _FOR_HEADINGS
    most = flow.page_room - above - 2 * GAP - tail
    return kind.panels(flow, chart._replace(unit=in_one_line(chart.unit)), size, most)


def _title(flow: Flow, chart: Chart) -> tuple[str, ...]:
    return wrapper(True).balance(chart.title, flow.width * 1000 / flow.size)


def _title_height(flow: Flow, chart: Chart) -> float:
    return text.height(_title(flow, chart), flow.size) + GAP


def _legend(flow: Flow, chart: Chart) -> list[list[tuple[int, str, float]]]:
    """The lines of the legend: in each, the place, the name and the left edge of some series."""
    if len(chart.series) < 2:
        return []
    size = flow.size - _SMALLER
    lines: list[list[tuple[int, str, float]]] = [[]]
    used = 0.0
    for place, series in enumerate(chart.series):
        name = in_one_line(series.name)
        width = _KEY_WIDTH * size + wrapper(False).line_width(name) * size / 1000 + 1.5 * size
        if lines[-1] and used + width > flow.width:
            lines.append([])
            used = 0.0
        lines[-1].append((place, name, used))
        used += width
    return lines


def _legend_height(flow: Flow, chart: Chart) -> float:
    return len(_legend(flow, chart)) * (flow.size - _SMALLER) * LEADING * 1.2 + GAP / 2


def _draw_legend(flow: Flow, chart: Chart) -> None:
    from reportlab.graphics.shapes import Drawing

    size = flow.size - _SMALLER
    drawing = Drawing(0, 0)
    top = flow.y - GAP / 2
    for line in _legend(flow, chart):
        for place, name, used in line:
            left, middle = flow.left + used, top - size * 0.62
            if chart.kind is ChartKind.LINES:
                drawing.add(stroke(place, left, middle, left + size * 1.8, middle))
                drawing.add(marker(place, left + size * 0.9, middle, size * 0.5))
            else:
                for shape in filled(place, left, middle - size * 0.4, size * 1.8, size * 0.8):
                    drawing.add(shape)
            flow.write((name,), left + _KEY_WIDTH * size, flow.width, top, size)
        top -= size * LEADING * 1.2
    flow.surface.figure(drawing, 0, 0)
    flow.y -= _legend_height(flow, chart)

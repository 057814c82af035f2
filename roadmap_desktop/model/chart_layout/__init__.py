"""Where everything of a chart stands, as plain shapes: paper and screen measure text and draw them."""

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_layout.horizontal import HorizontalBarChart
from roadmap_desktop.model.chart_layout.shapes import ChartStyle, Letters, Panel
from roadmap_desktop.model.chart_layout.vertical import LineChart, VerticalBarChart

_KINDS = {ChartKind.VERTICAL_BARS: VerticalBarChart, ChartKind.LINES: LineChart}


def panels(
    chart: Chart, letters: Letters, style: ChartStyle, width: float, most: float | None = None
) -> list[Panel]:
    """The chart in parts of that width, none higher than ``most``; one of any height without it."""
    return _KINDS.get(chart.kind, HorizontalBarChart)(chart, letters, style, width).panels(most)

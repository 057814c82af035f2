"""The names of a chart's series, each after what it looks like."""

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_layout.shapes import (
    Anchor,
    Bar,
    ChartStyle,
    Letters,
    Panel,
    Point,
    Stroke,
    Text,
    Tint,
)
from roadmap_desktop.model.chart_layout.vertical import has_end_names
from roadmap_desktop.model.letters import one_line

_LINE, _AFTER_KEY, _BETWEEN = 1.2, 0.4, 1.5
_KEY_HEIGHT = 0.8


def legend(chart: Chart, letters: Letters, style: ChartStyle, width: float) -> Panel:
    """The names in lines no wider than that; a single one needs no legend, nor do lines that are named themselves."""
    panel = Panel(0.0)
    if len(chart.series) < 2 or (chart.kind is ChartKind.LINES and has_end_names(chart, style)):
        return panel
    line, key = style.line * _LINE, style.key * style.size
    before_name = key + _AFTER_KEY * style.size
    x = top = 0.0
    for index, series in enumerate(chart.series):
        [name] = letters.wrap(one_line(series.name), max(width - before_name, 0.0), 1)
        taken = before_name + letters.width(name)
        if x and x + taken > width:
            x, top = 0.0, top + line
        _draw_key(
            panel, chart.kind, x, top + line / 2, key, style.size * _KEY_HEIGHT, Tint(index, series.name)
        )
        panel.texts.append(Text((name,), x + before_name, top + line / 2, Anchor.LEFT))
        x += taken + _BETWEEN * style.size
    panel.height = top + line
    return panel


def _draw_key(
    panel: Panel, kind: ChartKind, x: float, middle: float, width: float, height: float, tint: Tint
) -> None:
    if kind is ChartKind.LINES:
        panel.shapes.append(Stroke(x, middle, x + width, middle, tint))
        panel.shapes.append(Point(x + width / 2, middle, tint))
    else:
        panel.shapes.append(Bar(x, middle - height / 2, width, height, tint))

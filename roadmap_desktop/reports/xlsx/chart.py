"""A chart on a sheet of its own, drawn by Excel from the cells above it."""

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series as SheetSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.fill import ColorChoice, PatternFillProperties
from openpyxl.drawing.line import LineProperties

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.reports.blocks import Align, Column, Row, Table
from roadmap_desktop.reports.chart_look import (
    BLACK,
    EMPTY,
    GRID,
    LYING,
    has_values,
    height,
    ink,
    marker,
    number_format,
)
from roadmap_desktop.reports.xlsx.room import Room

_MM_IN_CHARACTER = 2.1
_THICK = 15875


def chart_table(chart: Chart) -> Table:
    """The chart's values as a table."""
    values = [each.values for each in chart.series]
    columns = (Column("", 40), *(Column(each.name, 0, Align.CENTRE) for each in chart.series))
    rows = tuple(Row((name, *each)) for name, *each in zip(chart.categories, *values, strict=True))
    return Table(columns, rows)


def draw_chart(room: Room, chart: Chart, top: int, most: float) -> None:
    """Puts the chart beneath its values, whose header is the row ``top``; no higher than ``most`` millimetres."""
    if not has_values(chart):
        room.write(EMPTY)
        return
    drawn = LineChart() if chart.kind is ChartKind.LINES else _bars(chart)
    last = top + len(chart.categories)
    for place, _series in enumerate(chart.series):
        cells = Reference(room.sheet, min_col=place + 2, min_row=top, max_row=last)
        drawn.append(_series_of(cells, chart, place))
    drawn.set_categories(Reference(room.sheet, min_col=1, min_row=top + 1, max_row=last))
    drawn.title = chart.title
    _set_axes(drawn, chart)
    drawn.legend = drawn.legend if len(chart.series) > 1 else None
    if drawn.legend:
        drawn.legend.position = "b"
    drawn.height = height(chart, most) / 10
    drawn.width = sum(room.widths) * _MM_IN_CHARACTER / 10
    room.sheet.add_chart(drawn, room.cell(1).coordinate)


def _bars(chart: Chart) -> BarChart:
    bars = BarChart()
    bars.type = "bar" if chart.kind in LYING else "col"
    bars.gapWidth = 60
    if chart.kind is ChartKind.STACKED_BARS:
        bars.grouping, bars.overlap = "stacked", 100
    return bars


def _series_of(cells: Reference, chart: Chart, place: int) -> SheetSeries:
    from openpyxl.chart.series_factory import SeriesFactory

    series = SeriesFactory(cells, title_from_data=True)
    black = LineProperties(solidFill=BLACK)
    if chart.kind is ChartKind.LINES:
        symbol, inside, dash = marker(place)
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill=BLACK, prstDash=dash, w=_THICK)
        )
        series.marker = Marker(symbol, 6, spPr=GraphicalProperties(solidFill=inside, ln=black))
        series.smooth = False
    else:
        grey, pattern = ink(place)
        series.graphicalProperties = GraphicalProperties(solidFill=grey, ln=black)
        if pattern:
            series.graphicalProperties = GraphicalProperties(ln=black)
            series.graphicalProperties.pattFill = PatternFillProperties(
                prst=pattern, fgClr=ColorChoice(srgbClr=BLACK), bgClr=ColorChoice(srgbClr=grey)
            )
    series.dLbls = _labels(chart)
    return series


def _labels(chart: Chart) -> DataLabelList:
    labels = DataLabelList(numFmt=number_format(chart), showVal=True)
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.position = {ChartKind.STACKED_BARS: "ctr", ChartKind.LINES: "t"}.get(chart.kind, "outEnd")
    if chart.kind is ChartKind.STACKED_BARS:
        labels.spPr = GraphicalProperties(solidFill="FFFFFF")
    return labels


def _set_axes(drawn: BarChart | LineChart, chart: Chart) -> None:
    """Bars that lie are read from above, so their axis is turned round and the scale stays beneath."""
    drawn.x_axis.delete = drawn.y_axis.delete = False
    drawn.y_axis.scaling.min, drawn.y_axis.scaling.max = 0, chart.most
    drawn.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=GRID))
    drawn.x_axis.tickLblSkip = 1
    if chart.kind in LYING:
        drawn.x_axis.scaling.orientation = "maxMin"
        drawn.y_axis.crosses = "max"

"""A chart on a sheet of its own, drawn by Excel from the cells above it."""

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_scale import has_values
from roadmap_desktop.reports.blocks import Align, Column, Row, Table
from roadmap_desktop.reports.chart_look import EMPTY, height
from roadmap_desktop.reports.office_chart import Cells, office_chart
from roadmap_desktop.reports.xlsx.sheet_writer import SheetWriter

# In millimetres: with the values above it one page holds it.
_HIGHEST = 120


def chart_table(chart: Chart) -> Table:
    """The chart's values as a table."""
    values = [each.values for each in chart.series]
    columns = (Column("", 40), *(Column(each.name, 0, Align.CENTRE) for each in chart.series))
    rows = tuple(Row((name, *each)) for name, *each in zip(chart.categories, *values, strict=True))
    return Table(columns, rows)


def draw_chart(writer: SheetWriter, chart: Chart, top: int, width: float) -> None:
    """Puts the chart beneath its values, whose header is the row ``top``; ``width`` is in millimetres."""
    if not has_values(chart):
        writer.write(EMPTY)
        return
    drawn = office_chart(chart, Cells(writer.sheet.title, top))
    drawn.height = round(height(chart, _HIGHEST) / 10)
    drawn.width = round(width / 10)
    writer.sheet.add_chart(drawn, writer.cell(1).coordinate)

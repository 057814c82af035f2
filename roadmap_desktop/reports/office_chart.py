"""A chart that Word and Excel draw, of openpyxl's parts: values beside references to their cells."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import ChartLines, NumericAxis
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.utils import get_column_letter

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.reports.chart_look import (
    BLACK,
    GRID,
    HORIZONTAL,
    TEXT_SIZE,
    TITLE_SIZE,
    WHITE,
    fill,
    line_look,
    number_format,
)
from roadmap_desktop.reports.xml_text import in_one_line

_THIN, _THICK = 6350, 15875
_LABEL_PLACES = {ChartKind.STACKED_BARS: "ctr", ChartKind.LINES: "t"}


class Cells(NamedTuple):
    """Where the values are: a sheet, and in it the row of the names of the series; beside them, names of categories."""

    sheet: str
    top: int = 1

    def named(self, column: int, first: int, last: int) -> str:
        """A reference to cells of a column, ``first`` and ``last`` being counted from the row of names, 0."""
        quoted, letter = self.sheet.replace("'", "''"), get_column_letter(column)
        end = f":${letter}${self.top + last}" if last > first else ""
        return f"'{quoted}'!${letter}${self.top + first}{end}"


def office_chart(chart: Chart, cells: Cells) -> ChartBase:
    """The chart with values in those cells, black on white, its neighbours differing in kind."""
    drawn = LineChart() if chart.kind is ChartKind.LINES else _bars(chart)
    drawn.title = _title(chart.title)
    drawn.legend = Legend("b", overlay=False, txPr=_letters(TEXT_SIZE)) if len(chart.series) > 1 else None
    drawn.roundedCorners = drawn.varyColors = False
    drawn.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    for index in range(len(chart.series)):
        drawn.append(_series(chart, cells, index))
    _set_axes(chart, drawn.x_axis, drawn.y_axis)
    return drawn


def _set_axes(chart: Chart, names: Any, values: NumericAxis) -> None:
    """Horizontal bars are read from above, so the axis of their names is turned round."""
    is_horizontal = chart.kind in HORIZONTAL
    for axis in (names, values):
        axis.delete, axis.majorTickMark, axis.tickLblPos = False, None, "nextTo"
        axis.spPr, axis.txPr, axis.number_format = _outlined(BLACK), _letters(TEXT_SIZE), "General"
    names.axPos, values.axPos = ("l", "b") if is_horizontal else ("b", "l")
    names.crosses, values.crosses = "autoZero", "max" if is_horizontal else "autoZero"
    names.scaling.orientation = "maxMin" if is_horizontal else "minMax"
    names.tickLblSkip, names.noMultiLvlLbl = 1, None
    values.crossBetween = "between"
    values.scaling.min, values.scaling.max = 0, chart.most
    values.majorGridlines = ChartLines(spPr=_outlined(GRID))


def _bars(chart: Chart) -> BarChart:
    is_stacked = chart.kind is ChartKind.STACKED_BARS
    return BarChart(
        barDir="bar" if chart.kind in HORIZONTAL else "col",
        grouping="stacked" if is_stacked else "clustered",
        overlap=100 if is_stacked else None,
        gapWidth=60,
    )


def _series(chart: Chart, cells: Cells, index: int) -> Series:
    series, last = chart.series[index], len(chart.categories)
    column = index + 2
    is_line = chart.kind is ChartKind.LINES
    return Series(
        idx=index,
        order=index,
        tx=SeriesLabel(_texts(cells.named(column, 0, 0), [series.name])),
        spPr=_stroke_look(index) if is_line else _bar_look(index),
        marker=_marker(index) if is_line else None,
        invertIfNegative=None if is_line else False,
        smooth=False if is_line else None,
        dLbls=_labels(chart),
        cat=AxDataSource(strRef=_texts(cells.named(1, 1, last), chart.categories)),
        val=NumDataSource(_numbers(cells.named(column, 1, last), series.values)),
    )


def _title(text: str) -> Title:
    letters = _characters(TITLE_SIZE, bold=True)
    run = RegularTextRun(rPr=letters, t=in_one_line(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[run])
    return Title(Text(rich=RichText(p=[paragraph])), layout=Layout(), overlay=False)


def _characters(size: float, *, bold: bool = False) -> CharacterProperties:
    font = Font("Times New Roman")
    return CharacterProperties(lang="ru-RU", sz=round(size * 100), b=bold, latin=font, cs=font)


def _letters(size: float) -> RichText:
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_characters(size)), r=[])])


def _bar_look(index: int) -> GraphicalProperties:
    grey, pattern = fill(index)
    look = _outlined(BLACK)
    if pattern:
        black: Any = BLACK  # the stubs want a class that openpyxl makes of it
        look.pattFill = PatternFillProperties(pattern, ColorChoice(srgbClr=black), ColorChoice(srgbClr=grey))
    else:
        look.solidFill = grey
    return look


def _stroke_look(index: int) -> GraphicalProperties:
    return GraphicalProperties(ln=_line(BLACK, _THICK, line_look(index).dash))


def _marker(index: int) -> Marker:
    look = _outlined(BLACK)
    look.solidFill = line_look(index).inside
    return Marker(line_look(index).symbol, 6, look)


def _outlined(digits: str) -> GraphicalProperties:
    return GraphicalProperties(ln=_line(digits, _THIN))


def _line(digits: str, width: int, dash: Any = "solid") -> LineProperties:
    return LineProperties(w=width, solidFill=digits, prstDash=dash)


def _labels(chart: Chart) -> DataLabelList:
    """The values written at the bars; within a part of a bar, on white."""
    is_stacked = chart.kind is ChartKind.STACKED_BARS
    return DataLabelList(
        numFmt=number_format(chart),
        spPr=GraphicalProperties(solidFill=WHITE, ln=LineProperties(noFill=True)) if is_stacked else None,
        txPr=_letters(TEXT_SIZE - 1),
        dLblPos=_LABEL_PLACES.get(chart.kind, "outEnd"),
        showVal=True,
        **dict.fromkeys(
            ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"), False
        ),
    )


def _texts(reference: str, texts: Sequence[str]) -> StrRef:
    points = [StrVal(index, in_one_line(text)) for index, text in enumerate(texts)]
    return StrRef(reference, StrData(len(texts), points))


def _numbers(reference: str, values: Sequence[float | None]) -> NumRef:
    points = [NumVal(index, v=value) for index, value in enumerate(values) if value is not None]
    return NumRef(reference, NumData("General", len(values), points))

"""A chart as DrawingML (ECMA-376, part 1, 21.2), which Word and Excel draw: values beside references to their cells."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.reports.chart_look import (
    BLACK,
    GRID,
    HORIZONTAL,
    TEXT_SIZE,
    TITLE_SIZE,
    WHITE,
    ink,
    marker,
    number_format,
)
from roadmap_desktop.reports.xml_text import attribute

_SPACE = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
_FONT = '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
_TICKLESS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
_NOT_INVERTED = '<c:invertIfNegative val="0"/>'
_NOT_SMOOTH = '<c:smooth val="0"/>'
_NAMES, _VALUES = 1, 2
_THIN, _THICK = 6350, 15875


class Cells(NamedTuple):
    """Where the values are: a sheet, and in it the row of the names of the series; beside them, names of categories."""

    sheet: str
    top: int = 1

    def named(self, column: str, first: int, last: int) -> str:
        """A reference to cells of a column, ``first`` and ``last`` being counted from the row of names, 0."""
        quoted = self.sheet.replace("'", "''")
        end = f":${column}${self.top + last}" if last > first else ""
        return attribute(f"'{quoted}'!${column}${self.top + first}{end}")


def chart_markup(chart: Chart, cells: Cells, workbook_id: str = "") -> str:
    """The part of a package that is the chart; ``workbook_id`` is its relationship to a workbook that it brings."""
    brought = (
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData>'
        if workbook_id
        else ""
    )
    legend = (
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{_SPACE}<c:date1904 val="0"/><c:lang val="ru-RU"/>'
        f'<c:roundedCorners val="0"/><c:chart>{_title(chart)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        f"{_plot(chart, cells)}{_name_axis(chart)}{_value_axis(chart)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"<c:txPr><a:bodyPr/><a:p><a:pPr>{_letters('defRPr', TEXT_SIZE)}</a:pPr>"
        '<a:endParaRPr lang="ru-RU"/></a:p></c:txPr>'
        f"{brought}</c:chartSpace>"
    )


def _title(chart: Chart) -> str:
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{_letters('defRPr', TITLE_SIZE, bold=True)}</a:pPr>"
        f"<a:r>{_letters('rPr', TITLE_SIZE, bold=True)}<a:t>{attribute(chart.title)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _letters(tag: str, size: float, *, bold: bool = False) -> str:
    return f'<a:{tag} lang="ru-RU" sz="{size * 100:.0f}" b="{int(bold)}">{_FONT}</a:{tag}>'


def _plot(chart: Chart, cells: Cells) -> str:
    series = "".join(_series(chart, cells, place) for place in range(len(chart.series)))
    axes = f'<c:axId val="{_NAMES}"/><c:axId val="{_VALUES}"/>'
    if chart.kind is ChartKind.LINES:
        head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        return f'<c:lineChart>{head}{series}<c:marker val="1"/>{axes}</c:lineChart>'
    lies, stacked = chart.kind in HORIZONTAL, chart.kind is ChartKind.STACKED_BARS
    head = (
        f'<c:barDir val="{"bar" if lies else "col"}"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        '<c:varyColors val="0"/>'
    )
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return f'<c:barChart>{head}{series}<c:gapWidth val="60"/>{overlap}{axes}</c:barChart>'


def _series(chart: Chart, cells: Cells, place: int) -> str:
    series, last = chart.series[place], len(chart.categories)
    column = chr(ord("B") + place) if place < 25 else f"A{chr(ord('A') + place - 25)}"
    is_line = chart.kind is ChartKind.LINES
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_texts(cells.named(column, 0, 0), [series.name])}</c:tx>"
        f"{_line_look(place) if is_line else _bar_look(place)}{_labels(chart)}"
        f"<c:cat>{_texts(cells.named('A', 1, last), chart.categories)}</c:cat>"
        f"<c:val>{_numbers(cells.named(column, 1, last), series.values)}</c:val>"
        f"{_NOT_SMOOTH if is_line else ''}</c:ser>"
    )


def _bar_look(place: int) -> str:
    grey, pattern = ink(place)
    fill = _solid(grey)
    if pattern:
        fill = f'<a:pattFill prst="{pattern}"><a:fgClr>{_colour(BLACK)}</a:fgClr><a:bgClr>{_colour(grey)}</a:bgClr>'
        fill += "</a:pattFill>"
    return f"<c:spPr>{fill}{_line(BLACK, _THIN)}</c:spPr>{_NOT_INVERTED}"


def _line_look(place: int) -> str:
    symbol, inside, dash = marker(place)
    point = f"<c:spPr>{_solid(inside)}{_line(BLACK, _THIN)}</c:spPr>"
    return (
        f"<c:spPr>{_line(BLACK, _THICK, dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="6"/>{point}</c:marker>'
    )


def _colour(digits: str) -> str:
    return f'<a:srgbClr val="{digits}"/>'


def _solid(digits: str) -> str:
    return f"<a:solidFill>{_colour(digits)}</a:solidFill>"


def _line(digits: str, width: int, dash: str = "solid") -> str:
    return f'<a:ln w="{width}">{_solid(digits)}<a:prstDash val="{dash}"/></a:ln>'


def _labels(chart: Chart) -> str:
    """The values written at the bars; within a part of a bar, on white."""
    ground = f"<c:spPr>{_solid(WHITE)}</c:spPr>" if chart.kind is ChartKind.STACKED_BARS else ""
    look = f'<a:defRPr sz="{TEXT_SIZE * 100 - 100}">{_FONT}</a:defRPr>'
    where = {ChartKind.STACKED_BARS: "ctr", ChartKind.LINES: "t"}.get(chart.kind, "outEnd")
    shows = "".join(
        f'<c:show{name} val="{int(name == "Val")}"/>'
        for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f'<c:dLbls><c:numFmt formatCode="{escape(number_format(chart))}" sourceLinked="0"/>{ground}'
        f"<c:txPr><a:bodyPr/><a:p><a:pPr>{look}</a:pPr><a:endParaRPr/></a:p></c:txPr>"
        f'<c:dLblPos val="{where}"/>{shows}</c:dLbls>'
    )


def _texts(reference: str, texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{attribute(text)}</c:v></c:pt>' for place, text in enumerate(texts)
    )
    cache = f'<c:ptCount val="{len(texts)}"/>{points}'
    return f"<c:strRef><c:f>{reference}</c:f><c:strCache>{cache}</c:strCache></c:strRef>"


def _numbers(reference: str, values: Sequence[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value:g}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    cache = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    return f"<c:numRef><c:f>{reference}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


def _name_axis(chart: Chart) -> str:
    """Bars that lie are read from above, so their axis is turned round."""
    side, runs = ("l", "maxMin") if chart.kind in HORIZONTAL else ("b", "minMax")
    all_named = '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
    return _axis("catAx", (_NAMES, _VALUES), f'<c:orientation val="{runs}"/>', side, "autoZero", all_named)


def _value_axis(chart: Chart) -> str:
    side, crosses = ("b", "max") if chart.kind in HORIZONTAL else ("l", "autoZero")
    most = f'<c:max val="{chart.most:g}"/>' if chart.most is not None else ""
    scaling = f'<c:orientation val="minMax"/>{most}<c:min val="0"/>'
    return _axis("valAx", (_VALUES, _NAMES), scaling, side, crosses, '<c:crossBetween val="between"/>')


def _axis(tag: str, ids: tuple[int, int], scaling: str, side: str, crosses: str, end: str = "") -> str:
    grid = (
        f"<c:majorGridlines><c:spPr>{_line(GRID, _THIN)}</c:spPr></c:majorGridlines>"
        if tag == "valAx"
        else ""
    )
    return (
        f'<c:{tag}><c:axId val="{ids[0]}"/><c:scaling>{scaling}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{_TICKLESS}<c:spPr>{_line(BLACK, _THIN)}</c:spPr>"
        f'<c:crossAx val="{ids[1]}"/><c:crosses val="{crosses}"/>{end}</c:{tag}>'
    )

"""A chart of a Word document, which Word draws and lets correct: its values lie in a workbook within the file."""

import io
from collections.abc import Iterator
from typing import cast

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_scale import chart_words, has_values
from roadmap_desktop.reports.blocks import Align, PageSetup
from roadmap_desktop.reports.chart_look import EMPTY, height
from roadmap_desktop.reports.docx.markup import aligned, paragraph, run
from roadmap_desktop.reports.docx.styles import CHART, TEXT
from roadmap_desktop.reports.xml_text import attribute
from roadmap_desktop.reports.zip_times import within_zip_years

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Of the page's height, for a heading above.
_LEFT_FREE = 20
_SHEET = "Данные"


def draw_chart(file: WordFile, chart: Chart, page: PageSetup, number: int) -> Iterator[str]:
    """Puts the chart into the file as its ``number``-th, from 1; the answer are the paragraphs that show it."""
    if has_values(chart):
        yield _shown(file, chart, page, number)
    else:
        yield paragraph(CHART, run(chart.title, bold=True), "<w:keepNext/>")
        yield paragraph(TEXT, run(EMPTY), aligned(Align.CENTRE))


def _shown(file: WordFile, chart: Chart, page: PageSetup, number: int) -> str:
    id = file.part.relate_to(_part(file, chart, number), RELATIONSHIP_TYPE.CHART)
    width, its_height = Mm(page.width), Mm(height(chart, page.height - _LEFT_FREE))
    told = attribute(f"{chart.title}; {chart_words(chart)}")
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{its_height}"/>'
        f'<wp:docPr id="{number}" name="Диаграмма {number}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_NAMESPACE}"><c:chart xmlns:c="{_NAMESPACE}" r:id="{id}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
    return paragraph(CHART, f"<w:r>{drawing}</w:r>")


def _part(file: WordFile, chart: Chart, number: int) -> Part:
    # A document without charts does without openpyxl, which takes a while to be imported.
    from openpyxl.xml.functions import SubElement, tostring

    from roadmap_desktop.reports.office_chart import Cells, office_chart

    whole = file.part.package
    assert whole is not None
    workbook = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, _workbook(chart), whole
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", whole)
    markup = office_chart(chart, Cells(_SHEET))._write()  # type: ignore[attr-defined]
    id = part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    brought = SubElement(markup, "externalData", {f"{{{_RELATIONSHIPS}}}id": id})
    SubElement(brought, "autoUpdate", {"val": "0"})
    part._blob = tostring(markup)
    return part


def _workbook(chart: Chart) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

    from roadmap_desktop.reports.xlsx.cells import fill

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    columns = [("", *chart.categories), *((series.name, *series.values) for series in chart.series)]
    for column, values in enumerate(columns, start=1):
        for row, value in enumerate(values, start=1):
            fill(cast(Cell, sheet.cell(row, column)), value)
    target = io.BytesIO()
    with within_zip_years():
        book.save(target)
    return target.getvalue()

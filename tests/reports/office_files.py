"""What a document says, and what a Word file or a workbook of it holds when python-docx and openpyxl read it."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree import ElementTree

import docx
from docx.table import Table as WordTable
from openpyxl import load_workbook

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_scale import has_values
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Block,
    Caption,
    Contents,
    Document,
    FillIn,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    SideBySide,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.chart_look import EMPTY
from roadmap_desktop.reports.to_sign import label_of, stamp_lines
from roadmap_desktop.reports.typesetting import NO_BREAK, NO_BREAK_HYPHEN

_BLANK = re.compile("_{4,}")
_DRAWING = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}

DrawnChart = tuple[str, list[str], list[tuple[str, list[str]]]]


def plain(text: str) -> str:
    """A text as it was typed, with plain spaces and hyphens."""
    return text.replace(NO_BREAK, " ").replace(NO_BREAK_HYPHEN, "-")


def said(document: Document, suffix: str) -> list[str]:
    """Every text of the document, cell by cell, in order, as that kind of file has it."""
    return list(_texts(_said(document, suffix)))


def held(data: bytes, document: Document, suffix: str) -> list[str]:
    """The texts that a file of the document holds, in its order."""
    return list(_texts(_in_word(data) if suffix == ".docx" else _in_excel(data, document)))


def said_charts(document: Document) -> list[DrawnChart]:
    """Titles, categories and series of the document's charts."""
    return [
        (
            " ".join(chart.title.split()),
            [" ".join(name.split()) for name in chart.categories],
            [(one.name, [f"{value:g}" for value in one.values if value is not None]) for one in chart.series],
        )
        for chart in document.blocks
        if isinstance(chart, Chart) and has_values(chart)
    ]


def held_charts(data: bytes) -> list[DrawnChart]:
    """The same of the charts within a file, in the order of their numbers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.search(r"charts/chart\d+\.xml$", name)]
        names.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        return [_chart(ElementTree.fromstring(archive.read(name))) for name in names]


def _chart(root: ElementTree.Element) -> DrawnChart:
    title = "".join(each.text or "" for each in root.findall(".//c:title//a:t", _DRAWING))
    series = root.findall(".//c:ser", _DRAWING)
    categories = _values(series[0], "c:cat") if series else []
    return title, categories, [(_values(each, "c:tx")[0], _numbers(each)) for each in series]


def _numbers(series: ElementTree.Element) -> list[str]:
    return [f"{float(value):g}" for value in _values(series, "c:val")]


def _values(series: ElementTree.Element, part: str) -> list[str]:
    return [each.text or "" for each in series.findall(f"{part}//c:v", _DRAWING)]


def _texts(texts: Iterable[str]) -> Iterator[str]:
    """Without the lines to write on and the empty cells."""
    for text in texts:
        for piece in _BLANK.split(plain(text)):
            if piece.strip():
                yield " ".join(piece.split())


def _said(document: Document, suffix: str) -> Iterator[str]:
    for place, block in enumerate(document.blocks):
        if isinstance(block, Contents):
            following = document.blocks[place:]
            yield from (each.text for each in following if isinstance(each, Heading) and each.level == 2)
        elif isinstance(block, Table):
            for part in block.parts() if suffix == ".docx" else [block]:
                yield from _cells(part)
        elif isinstance(block, Chart):
            if suffix == ".docx" and not has_values(block):
                yield from (block.title, EMPTY)
        else:
            yield from _words(block)


def _cells(table: Table) -> Iterator[str]:
    yield from (column.title for column in table.columns)
    for row in table.rows:
        yield from [row.text] if isinstance(row, Caption) else row.texts


def _words(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | AnnexStamp():
            yield block.text
        case Item():
            yield f"{block.mark} {block.text}"
        case FillIn():
            yield f"{label_of(block)} {block.value}"
        case ApprovalStamp():
            yield from stamp_lines(block)
        case SignatureLines():
            for signature in block.signatures:
                yield from (signature.post, signing_name(signature.name))
        case SideBySide():
            yield from (block.left, block.right)
        case PageBreak():
            pass
        case _:
            raise AssertionError(block)


def _in_word(data: bytes) -> Iterator[str]:
    for part in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, WordTable):
            for row in part.rows:
                # A cell across several columns is in each of them.
                for cell in {cell._tc: cell for cell in row.cells}.values():
                    yield cell.text
        else:
            yield part.text


def _in_excel(data: bytes, document: Document) -> Iterator[str]:
    drawn = {block.title for block in document.blocks if isinstance(block, Chart)}
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        if sheet["A1"].value in drawn:
            continue
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                yield value_text(value.date() if isinstance(value, datetime) else value)

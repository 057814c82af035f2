"""A document as a workbook: each of its tables is a sheet, named for the heading above it."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeGuard

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.reports.blocks import Block, Contents, Document, Heading, PageSetup
from roadmap_desktop.reports.xlsx.chart import chart_table, draw_chart
from roadmap_desktop.reports.xlsx.layout import Placed, SheetPlan, sheet_plans
from roadmap_desktop.reports.xlsx.page import set_up_page
from roadmap_desktop.reports.xlsx.running_text import write_link, write_words
from roadmap_desktop.reports.xlsx.sheet_writer import FONT, SheetWriter
from roadmap_desktop.reports.xlsx.table import draw_table
from roadmap_desktop.reports.xlsx.widths import column_widths, millimetres, paper_width
from roadmap_desktop.reports.xml_text import writable
from roadmap_desktop.reports.zip_times import within_zip_years

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# In units of UTF-16: Excel mends a file with a longer name as if it were damaged.
_LONGEST_NAME = 31
_NAMELESS = "Лист"
# Excel keeps these names for itself.
_RESERVED = ("History", "Журнал")
# Of a sheet without a table: room for words, and at the right for lines to sign on.
_WORDS = (0.5, 0.04, 0.2, 0.04, 0.22)


def draw(document: Document, cancelled: Callable[[], bool]) -> bytes | None:
    """The document as a workbook's bytes, or None when ``cancelled`` said so on the way."""
    drawing = _Drawing(document, cancelled)
    for plan in sheet_plans(document.blocks):
        drawing.draw(plan)
        if cancelled():
            return None
    drawing.link_contents()
    target = io.BytesIO()
    with within_zip_years():
        drawing.book.save(target)
    return target.getvalue()


class _Drawing:
    """A workbook being filled sheet by sheet."""

    def __init__(self, document: Document, cancelled: Callable[[], bool]) -> None:
        self.book = _blank(document)
        self._document = document
        self._cancelled = cancelled
        self._headings: dict[int, tuple[str, str, str]] = {}
        self._contents: list[tuple[int, SheetWriter]] = []

    def draw(self, plan: SheetPlan) -> None:
        """Makes the sheet of a table, and after it those of the charts."""
        page = self._document.page
        setup = replace(page, orientation=plan.sheet or page.orientation)
        table = plan.table
        widths = column_widths(table, setup) if table else [each * paper_width(setup) for each in _WORDS]
        writer = self._writer(plan.heading, widths, setup)
        if table and table.most:
            writer.last = min(len(widths), table.lead + table.most)
        self._write(writer, plan.above)
        if table:
            draw_table(writer, table, self._cancelled)
            # A free row, or the filter would take in what stands beneath.
            writer.next()
        self._write(writer, plan.beneath)
        self._close(writer)
        for chart in plan.charts:
            self._draw_chart(chart, setup)

    def link_contents(self) -> None:
        """Fills in the lists of contents: each heading of level 2 after one, with a link to its cell."""
        for row, writer in self._contents:
            for number, (text, sheet, cell) in self._headings.items():
                if number > row:
                    write_link(writer, text, sheet, cell)

    def _draw_chart(self, chart: Chart, setup: PageSetup) -> None:
        table = chart_table(chart)
        writer = self._writer(chart.title, column_widths(table, setup), setup)
        write_words(writer, Heading(chart.title))
        top = writer.row
        draw_table(writer, table, self._cancelled)
        writer.sheet.auto_filter.ref = None
        writer.next()
        draw_chart(writer, chart, top, millimetres(sum(writer.widths), setup))
        writer.sheet.page_setup.fitToHeight = 1

    def _writer(self, name: str, widths: Sequence[float], setup: PageSetup) -> SheetWriter:
        sheet = self.book.create_sheet(_sheet_name(name or self._document.title, self.book.sheetnames))
        sheet.merged_cells = _Merged()
        set_up_page(sheet, setup)
        writer = SheetWriter(sheet, list(widths), setup.font_size, len(widths))
        writer.set_widths()
        return writer

    def _write(self, writer: SheetWriter, words: Sequence[Placed]) -> None:
        following = [number for number, block in enumerate(self._document.blocks) if _is_part(block)]
        for row, block in words:
            if isinstance(block, Contents):
                self._contents.append(
                    (row, SheetWriter(writer.sheet, writer.widths, writer.size, writer.last, writer.row))
                )
                writer.row += sum(number > row for number in following)
                continue
            if _is_part(block):
                self._headings[row] = (block.text, writer.sheet.title, writer.cell(1).coordinate)
            write_words(writer, block)

    def _close(self, writer: SheetWriter) -> None:
        end = get_column_letter(len(writer.widths))
        writer.sheet.print_area = f"A1:{end}{max(writer.sheet.max_row, 1)}"


class _Merged(MultiCellRange):
    """Merged ranges that are never one within another: to look for that takes the square of their number."""

    def add(self, coord: CellRange) -> None:
        """Takes the range in."""
        self.ranges.add(coord)


def _is_part(block: Block) -> TypeGuard[Heading]:
    """Whether contents name it."""
    return isinstance(block, Heading) and block.level == 2


def _blank(document: Document) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = writable(document.title)
    book.properties.creator = writable(document.author) or PROGRAM_NAME
    book.properties.language = document.language
    # The widths of columns are counted in digits of this style's font.
    normal = book._named_styles["Normal"]  # type: ignore[attr-defined]
    normal.font = Font(name=FONT, size=document.page.font_size)
    return book


def _sheet_name(nearest: str, taken: list[str]) -> str:
    """The nearest heading as a name that Excel takes: short, without some signs, no other sheet's."""
    words = one_line(_NOT_IN_A_NAME.sub(" ", writable(nearest)))
    name = _short(words, _LONGEST_NAME) or _NAMELESS
    others = {each.casefold() for each in (*taken, *_RESERVED)}
    number, unique = 1, name
    while unique.casefold() in others:
        number += 1
        unique = f"{_short(name, _LONGEST_NAME - len(f' {number}'))} {number}"
    return unique


def _short(name: str, longest: int) -> str:
    """The beginning of the name that Excel counts as no longer than that: no sign is parted, no end an apostrophe."""
    units = name.encode("utf-16-le", "replace")[: 2 * longest]
    return units.decode("utf-16-le", "ignore").strip(" '")

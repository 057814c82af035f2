"""A document as a workbook: each of its tables is a sheet, named for the heading above it."""

import io
import re
from collections.abc import Callable, Sequence
from typing import TypeGuard

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.model.chart import Chart
from roadmap_desktop.reports.blocks import Block, Contents, Document, Heading
from roadmap_desktop.reports.xlsx.chart import chart_table, draw_chart
from roadmap_desktop.reports.xlsx.layout import Placed, SheetPlan, sheet_plans
from roadmap_desktop.reports.xlsx.page import set_up_page
from roadmap_desktop.reports.xlsx.room import FONT, Room
from roadmap_desktop.reports.xlsx.table import draw_table
from roadmap_desktop.reports.xlsx.widths import column_widths, millimetres, paper_width
from roadmap_desktop.reports.xlsx.words import write_link, write_words
from roadmap_desktop.reports.xml_text import writable
from roadmap_desktop.reports.zip_times import within_zip_years

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
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
        self._contents: list[tuple[int, Room]] = []

    def draw(self, plan: SheetPlan) -> None:
        """Makes the sheet of a table, and after it those of the charts."""
        setup = self._document.page
        table = plan.table
        widths = column_widths(table, setup) if table else [each * paper_width(setup) for each in _WORDS]
        room = self._room(plan.heading, widths)
        if table and table.most:
            room.last = min(len(widths), table.lead + table.most)
        self._write(room, plan.above)
        if table:
            draw_table(room, table, self._cancelled)
            # A free row, or the filter would take in what stands beneath.
            room.next()
        self._write(room, plan.beneath)
        self._close(room)
        for chart in plan.charts:
            self._draw_chart(chart)

    def link_contents(self) -> None:
        """Fills in the lists of contents: each heading of level 2 after one, with a link to its cell."""
        for place, room in self._contents:
            for number, (text, sheet, cell) in self._headings.items():
                if number > place:
                    write_link(room, text, sheet, cell)

    def _draw_chart(self, chart: Chart) -> None:
        table = chart_table(chart)
        room = self._room(chart.title, column_widths(table, self._document.page))
        write_words(room, Heading(chart.title))
        top = room.row
        draw_table(room, table, self._cancelled)
        room.sheet.auto_filter.ref = None
        room.next()
        draw_chart(room, chart, top, millimetres(sum(room.widths), self._document.page))
        room.sheet.page_setup.fitToHeight = 1

    def _room(self, name: str, widths: Sequence[float]) -> Room:
        sheet = self.book.create_sheet(_sheet_name(name or self._document.title, self.book.sheetnames))
        sheet.merged_cells = _Merged()
        set_up_page(sheet, self._document.page)
        room = Room(sheet, list(widths), self._document.page.font_size, len(widths))
        room.set_widths()
        return room

    def _write(self, room: Room, words: Sequence[Placed]) -> None:
        following = [number for number, block in enumerate(self._document.blocks) if _is_part(block)]
        for place, block in words:
            if isinstance(block, Contents):
                self._contents.append((place, Room(room.sheet, room.widths, room.size, room.last, room.row)))
                room.row += sum(number > place for number in following)
                continue
            if _is_part(block):
                self._headings[place] = (block.text, room.sheet.title, room.cell(1).coordinate)
            write_words(room, block)

    def _close(self, room: Room) -> None:
        end = get_column_letter(len(room.widths))
        room.sheet.print_area = f"A1:{end}{max(room.sheet.max_row, 1)}"


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
    words = " ".join(_NOT_IN_A_NAME.sub(" ", writable(nearest)).split())
    name = words[:_LONGEST_NAME].strip(" '") or "Лист"
    number, unique = 1, name
    while unique.casefold() in {other.casefold() for other in taken}:
        number += 1
        unique = f"{name[: _LONGEST_NAME - 3]} {number}"
    return unique

"""A table on a sheet of its own: what is said of it above, its header frozen, filtered and repeated on every page."""

from collections.abc import Callable, Sequence

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.reports.blocks import (
    Align,
    Caption,
    Cell,
    Heading,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Table,
    cell_text,
)
from roadmap_desktop.reports.xlsx.cells import fill

_SIDE = Side("thin", "BFC7CF")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEADER_GROUND = PatternFill("solid", fgColor="E9EDF1")
# In characters of the sheet's font. A word longer than the widest column is broken by the program that shows it.
_NARROWEST, _WIDEST = 6, 60
_MARGIN = 0.4  # inches
_SAMPLE = 500


def draw_words(sheet: Worksheet, blocks: Sequence[Heading | Paragraph]) -> None:
    """Puts what is said above the table into rows of their own."""
    for row, block in enumerate(blocks, start=1):
        cell = _cell(sheet, row, 1)
        fill(cell, block.text)
        is_title = isinstance(block, Heading) and block.level == 1
        cell.font = Font(bold=isinstance(block, Heading) or block.bold, size=14 if is_title else 11)


def draw_table(sheet: Worksheet, table: Table, top: int, cancelled: Callable[[], bool]) -> None:
    """Puts the table from row ``top`` down; stops half-way when it is told to."""
    for column, each in enumerate(table.columns, start=1):
        _draw_cell(sheet, top, column, each.title, Align.CENTRE, bold=True)
        _cell(sheet, top, column).fill = _HEADER_GROUND
    last = top
    for place, row in enumerate(table.rows, start=top + 1):
        if cancelled():
            return
        _draw_row(sheet, table, place, row)
        last = place if not (isinstance(row, Row) and row.is_total) else last
    width = len(table.columns)
    sheet.freeze_panes = _cell(sheet, top + 1, table.lead + 1)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(width)}{last}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.fitToWidth = table.part_count
    if table.lead:
        sheet.print_title_cols = f"A:{get_column_letter(table.lead)}"
    for index, letter in enumerate(map(get_column_letter, range(1, width + 1))):
        sheet.column_dimensions[letter].width = _width(table, index)


def set_up_page(sheet: Worksheet, setup: PageSetup) -> None:
    """Prints on A4, as wide as the sheet and over as many pages as it takes."""
    lies = setup.orientation is Orientation.LANDSCAPE
    sheet.page_setup.orientation = "landscape" if lies else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P из &N"))


def _draw_row(sheet: Worksheet, table: Table, place: int, row: Row | Caption) -> None:
    if isinstance(row, Caption):
        _draw_cell(sheet, place, 1, row.text, Align.LEFT, bold=True)
        return
    for column, (value, each) in enumerate(zip(row.cells, table.columns, strict=True), start=1):
        _draw_cell(sheet, place, column, value, each.align, bold=row.is_total)


def _draw_cell(sheet: Worksheet, row: int, column: int, value: Cell, align: Align, *, bold: bool) -> None:
    cell = _cell(sheet, row, column)
    fill(cell, value)
    cell.alignment = Alignment(
        horizontal=align.value.replace("centre", "center"), vertical="top", wrap_text=True
    )
    cell.border = _LINE
    if bold:
        cell.font = Font(bold=True)


def _cell(sheet: Worksheet, row: int, column: int) -> SheetCell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell), "nothing is merged"
    return cell


def _width(table: Table, index: int) -> float:
    """As wide as its longest word, a text wider: what does not fit is wrapped."""
    texts = [cell_text(row.cells[index]) for row in table.rows[:_SAMPLE] if isinstance(row, Row)]
    words = [word for text in (table.columns[index].title, *texts) for word in text.split()]
    word = max(map(len, words), default=0) + 4  # the arrow of the filter
    whole = max(map(len, texts), default=0) + 2
    wanted = max(word, min(whole, table.columns[index].weight * 0.6))
    return min(max(wanted, _NARROWEST), _WIDEST)

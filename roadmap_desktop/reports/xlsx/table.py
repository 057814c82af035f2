"""A table on a sheet: its header frozen, filtered and repeated on every page, its cells numbers and dates as such."""

from collections.abc import Callable, Sequence
from copy import copy

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter

from roadmap_desktop.reports.blocks import POINTS_IN_MM, Caption, Cell, Row, Table
from roadmap_desktop.reports.xlsx.cells import fill
from roadmap_desktop.reports.xlsx.sheet_writer import FONT, HORIZONTAL, SheetWriter, text_height
from roadmap_desktop.reports.xlsx.widths import BESIDE

_SIDE = Side("thin", "808080")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEADER_GROUND = PatternFill("solid", fgColor="EEF1F4")
_SHADE = PatternFill("solid", fgColor="E6E6E6")
# What stands above is frozen with the header; more than this would leave too little of the window to the rows.
_MOST_FROZEN = 260.0
_BUTTON = 4.0


def draw_table(writer: SheetWriter, table: Table, cancelled: Callable[[], bool]) -> None:
    """Puts the table from the next free row down; stops half-way when it is told to."""
    drawing = _Drawing(writer, table)
    top = writer.row
    drawing.header()
    last = top
    for row in table.rows:
        if cancelled():
            return
        drawing.row(row)
        if not (isinstance(row, Row) and row.is_total):
            last = writer.row - 1
    _make_usable(writer, table, top, last)


def _make_usable(writer: SheetWriter, table: Table, top: int, last: int) -> None:
    sheet, width = writer.sheet, len(table.columns)
    above = sum(sheet.row_dimensions[row].height or writer.size for row in range(1, top))
    frozen_row = top + 1 if above <= _MOST_FROZEN else 1
    sheet.freeze_panes = sheet.cell(frozen_row, table.lead + 1).coordinate
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(width)}{last}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.fitToWidth = table.part_count
    if table.lead:
        sheet.print_title_cols = f"A:{get_column_letter(table.lead)}"


class _Drawing:
    """One table on its way down a sheet. Each look of a cell is made once: that takes longer than filling the cell."""

    def __init__(self, writer: SheetWriter, table: Table) -> None:
        self._writer = writer
        self._table = table
        self._size = table.size_in(writer.size)
        self._looks: dict[tuple[str, bool, str], StyleArray] = {}

    def header(self) -> None:
        """Writes the titles of the columns."""
        for column, each in enumerate(self._table.columns, start=1):
            self._draw(column, each.title, "center", bold=True, ground="header")
        texts = [column.title for column in self._table.columns]
        # Filled rows are as high as their text; here the buttons of the filter stand beneath it.
        self._writer.need(self._text_height(texts, bold=True) + _BUTTON)
        self._writer.next()

    def row(self, row: Row | Caption) -> None:
        """Writes a row, or a caption across all columns."""
        if isinstance(row, Caption):
            # Not merged: Excel sorts no range with merged cells.
            for column in range(1, len(self._table.columns) + 1):
                text = row.text if column == 1 else None
                self._draw(column, text, "centerContinuous", bold=True)
        else:
            for column, (value, each) in enumerate(zip(row.cells, self._table.columns, strict=True), start=1):
                ground = "shade" if column - 1 in row.shaded else ""
                self._draw(column, value, HORIZONTAL[each.align], bold=row.is_total, ground=ground)
            if row.over:
                self._writer.take_over(*row.over)
            self._make_high(row)
        self._writer.next(len(self._table.columns))

    def _make_high(self, row: Row) -> None:
        """Excel fits rows to their text only when the text is typed there, LibreOffice does not print them fitted."""
        least = self._table.least_height * POINTS_IN_MM
        self._writer.need(max(self._text_height(row.texts, bold=row.is_total, over=row.over), least))

    def _text_height(self, texts: Sequence[str], *, bold: bool, over: tuple[int, int] | None = None) -> float:
        scale = self._writer.size / self._size
        widths = self._writer.widths[: len(texts)]
        if over:
            first, last = over
            widths[first] = sum(widths[first : last + 1])
        return max(
            (
                text_height(text, (width - BESIDE) * scale, self._size, bold=bold)
                for text, width in zip(texts, widths, strict=False)
            ),
            default=0.0,
        )

    def _draw(self, column: int, value: Cell, horizontal: str, *, bold: bool, ground: str = "") -> None:
        cell = self._writer.cell(column)
        key = (horizontal, bold, ground)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(cell, *key)
        cell._style = copy(look)  # type: ignore[attr-defined]
        fill(cell, value)

    def _look(self, cell: SheetCell, horizontal: str, bold: bool, ground: str) -> StyleArray:
        # The stubs know neither a cell's style as a whole nor that it may be copied.
        cell.font = Font(name=FONT, bold=bold, size=self._size)
        cell.alignment = Alignment(
            horizontal=horizontal, vertical="top", wrap_text=horizontal != "centerContinuous"
        )
        cell.border = _LINE
        if ground:
            cell.fill = _SHADE if ground == "shade" else _HEADER_GROUND
        look: StyleArray = cell._style  # type: ignore[attr-defined]
        return look

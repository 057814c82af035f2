"""A sheet being filled from above: how wide its columns are, and words written across them."""

from dataclasses import dataclass
from math import ceil

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.xlsx.cells import fill

FONT = "Times New Roman"
HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
# Of a line, in sizes of its font; of a row, in points: Excel takes no higher one.
_LEADING = 1.3
_HIGHEST = 409.0
_FULL = 0.92


@dataclass(slots=True)
class Room:
    """``widths`` are in characters of the sheet's font of ``size`` points, ``row`` is the next free one, ``last`` the
    column that words reach: on paper a wide table goes on upon other sheets, and words do not."""

    sheet: Worksheet
    widths: list[float]
    size: float
    last: int
    row: int = 1

    def set_widths(self) -> None:
        """Gives the sheet's columns their widths."""
        for place, width in enumerate(self.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width

    def cell(self, column: int) -> SheetCell:
        """A cell of the next free row."""
        cell = self.sheet.cell(self.row, column)
        assert isinstance(cell, SheetCell), "rows are filled once"
        return cell

    def write(
        self,
        text: str,
        *,
        first: int = 1,
        last: int | None = None,
        align: Align = Align.LEFT,
        bold: bool = False,
        size: float | None = None,
        indent: int = 0,
    ) -> SheetCell:
        """Writes a text into the next free row over these columns, all of them unless told otherwise."""
        last = max(self.last if last is None else last, first)
        size = size or self.size
        cell = self.cell(first)
        fill(cell, text)
        cell.font = Font(name=FONT, bold=bold, size=size)
        cell.alignment = Alignment(
            horizontal=HORIZONTAL[align], vertical="bottom", wrap_text=True, indent=indent
        )
        if last > first:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)
        width = sum(self.widths[first - 1 : last]) - indent * 1.5
        # Neither Excel nor LibreOffice fits a row to a text over several columns.
        self.need(text_height(text, width * self.size / size, size))
        return cell

    def need(self, points: float) -> None:
        """Makes the next free row at least that high."""
        dimension = self.sheet.row_dimensions[self.row]
        dimension.height = min(max(dimension.height or 0.0, points), _HIGHEST)

    def first_of_last(self, characters: float) -> int:
        """The first of so many of the last columns that they are that wide together."""
        for column in range(self.last, 1, -1):
            if sum(self.widths[column - 1 : self.last]) >= characters:
                return column
        return 1


def text_height(text: str, width: float, size: float) -> float:
    """About how high a text is in a room of that many characters, in points."""
    lines = sum(max(ceil(len(part) / max(width * _FULL, 1)), 1) for part in text.split("\n"))
    return lines * size * _LEADING

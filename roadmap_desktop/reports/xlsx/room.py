"""A sheet being filled from above: how wide its columns are, and words written across them."""

from dataclasses import dataclass

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.pdf.wrapping import wrapper
from roadmap_desktop.reports.xlsx.cells import fill

FONT = "Times New Roman"
HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
# Of a line, in sizes of its font; of a row, in points: Excel takes no higher one.
_LEADING = 1.32
_HIGHEST = 409.0
_FULL = 0.97
# The width of a digit in thousandths of the font's size.
_DIGIT = 500


class _Row(RowDimension):
    """A row as high as we worked out, and Excel is free to fit it anew when its text is corrected."""

    @property
    def customHeight(self) -> bool:
        """See ECMA-376, part 1, 18.3.1.73: whether the height was set by hand."""
        return False


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
        free: float = 0.0,
    ) -> SheetCell:
        """Writes a text into the next free row over these columns, all of them unless told otherwise; ``free`` points
        are left above and beneath it."""
        last = max(self.last if last is None else last, first)
        size = size or self.size
        cell = self.cell(first)
        fill(cell, text)
        cell.font = Font(name=FONT, bold=bold, size=size)
        cell.alignment = Alignment(
            horizontal=HORIZONTAL[align], vertical="center", wrap_text=True, indent=indent
        )
        if last > first:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)
        width = sum(self.widths[first - 1 : last]) - indent * 1.5
        # Neither Excel nor LibreOffice fits a row to a text over several columns.
        self.need(text_height(text, width * self.size / size, size, bold=bold) + 2 * free)
        return cell

    def need(self, points: float) -> None:
        """Makes the next free row at least that high."""
        known = self.sheet.row_dimensions.get(self.row)
        height = max(points, (known and known.height) or 0.0)
        self.sheet.row_dimensions[self.row] = _Row(self.sheet, self.row, ht=min(height, _HIGHEST))

    def first_of_last(self, characters: float) -> int:
        """The first of so many of the last columns that they are that wide together."""
        for column in range(self.last, 1, -1):
            if sum(self.widths[column - 1 : self.last]) >= characters:
                return column
        return 1


def text_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """How high a text is in a room of that many digits of its own font, in points."""
    return len(wrapper(bold).wrap(text, max(width * _FULL, 1) * _DIGIT)) * size * _LEADING

"""A sheet being filled from above: how wide its columns are, and words written across them."""

from dataclasses import dataclass, field
from math import ceil

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.pdf.wrapping import wrapper
from roadmap_desktop.reports.xlsx.cells import fill
from roadmap_desktop.reports.xlsx.widths import BESIDE

FONT = "Times New Roman"
HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
# Of a line, in sizes of its font; of a row, in points: Excel takes no higher one.
_LEADING = 1.32
_HIGHEST = 400.0
# Of the rows that a higher one is made of: so little of a page's end stays empty.
_PIECE = 100.0
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
class SheetWriter:
    """``widths`` are in characters of the sheet's font of ``size`` points, ``row`` is the next free one, ``last`` the
    column that words reach: on paper a wide table goes on upon other sheets, and words do not."""

    sheet: Worksheet
    widths: list[float]
    size: float
    last: int
    row: int = 1
    _height: float = 0.0
    _spans: list[tuple[int, int]] = field(default_factory=list)

    def set_widths(self) -> None:
        """Gives the sheet's columns their widths."""
        for column, width in enumerate(self.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width

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
        cell.font = Font(name=FONT, bold=bold, size=size)
        fill(cell, text)
        cell.alignment = Alignment(
            horizontal=HORIZONTAL[align], vertical="center", wrap_text=True, indent=indent
        )
        if last > first:
            self._merge(first, last)
        self._spans.append((first, last))
        width = sum(self.widths[first - 1 : last]) - BESIDE - indent * 1.5
        # Neither Excel nor LibreOffice fits a row to a text over several columns.
        self.need(text_height(text, width * self.size / size, size, bold=bold) + 2 * free)
        return cell

    def take_over(self, first: int, last: int) -> None:
        """Makes one cell of those of the next free row from the first to the last of these places, the others of which
        are empty."""
        if last > first:
            self._merge(first + 1, last + 1)
            self._spans.append((first + 1, last + 1))

    def need(self, points: float) -> None:
        """Makes the next free row at least that high."""
        self._height = max(self._height, points)

    def next(self, columns: int = 0) -> None:
        """Goes on beneath what was written, of a table into so many columns. Excel takes no row as high as a page: what
        needs more is over several rows, or its end would not be seen."""
        count = ceil(self._height / _PIECE) if self._height > _HIGHEST else 1
        if count > 1:
            inside = {column for first, last in self._spans for column in range(first, last + 1)}
            alone = [(column, column) for column in range(1, columns + 1) if column not in inside]
            for first, last in (*self._spans, *alone):
                if last > first:
                    self._unmerge(first, last)
                self._merge(first, last, count)
        for row in range(self.row, self.row + count if self._height else self.row):
            self.sheet.row_dimensions[row] = _Row(self.sheet, row, ht=self._height / count)
        self.row, self._height, self._spans = self.row + count, 0.0, []

    def _merge(self, first: int, last: int, count: int = 1) -> None:
        self.sheet.merge_cells(
            start_row=self.row, end_row=self.row + count - 1, start_column=first, end_column=last
        )

    def _unmerge(self, first: int, last: int) -> None:
        self.sheet.unmerge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)

    def first_of_last(self, characters: float) -> int:
        """The first of so many of the last columns that they are that wide together."""
        for column in range(self.last, 1, -1):
            if sum(self.widths[column - 1 : self.last]) >= characters:
                return column
        return 1


def text_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """How high a text is in a room of that many digits of its own font, in points."""
    return len(wrapper(bold).wrap(text, max(width * _FULL, 1) * _DIGIT)) * size * _LEADING

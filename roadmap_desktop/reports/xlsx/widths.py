"""How wide the columns of a sheet are, in characters of its font."""

from roadmap_desktop.reports.blocks import MM_IN_INCH, PageSetup, Table
from roadmap_desktop.reports.pdf.columns import least_width, shared

_PIXELS_IN_INCH = 96
_POINTS_IN_INCH = 72
# A digit of Times New Roman is half as wide as its size.
_DIGIT = 0.5
# Excel leaves about five pixels of a column beside its text (ECMA-376, part 1, 18.3.1.13).
BESIDE = 0.7
_ARROW = 2.5  # the button of the filter
_LONGEST = 40
# Excel measures in whole pixels.
_SPARE = 1.04
# With more columns than that there is no room beside each for the arrow, which then covers a letter.
_MANY = 16


def paper_width(setup: PageSetup) -> float:
    """How many characters are between the margins."""
    return setup.width / MM_IN_INCH * _PIXELS_IN_INCH / _digit(setup)


def column_widths(table: Table, setup: PageSetup) -> list[float]:
    """Widths that fill the paper, by weight, yet none so narrow that the longest word of a title would be broken; where
    there is no room for that, wider than the paper, and the sheet is printed smaller."""
    arrow = _ARROW if len(table.columns) <= _MANY else 1
    size = table.size_in(setup.font_size)
    scale = size / setup.font_size / (1000 * _DIGIT)
    least = [
        min(least_width(table, index) * scale * _SPARE, _LONGEST) + arrow + BESIDE
        for index in range(len(table.columns))
    ]
    width = max(paper_width(setup) * table.part_count, sum(least))
    return shared([column.weight for column in table.columns], least, width)


def millimetres(characters: float, setup: PageSetup) -> float:
    """How wide so many characters are."""
    return characters * _digit(setup) / _PIXELS_IN_INCH * MM_IN_INCH


def _digit(setup: PageSetup) -> float:
    return round(setup.font_size / _POINTS_IN_INCH * _PIXELS_IN_INCH * _DIGIT)

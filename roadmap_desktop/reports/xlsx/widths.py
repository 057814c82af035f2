"""How wide the columns of a sheet are, in characters of its font."""

from collections.abc import Sequence

from roadmap_desktop.reports.blocks import Orientation, PageSetup, Row, Table, cell_text

_A4 = (210, 297)
_MM_IN_INCH = 25.4
_PIXELS_IN_INCH = 96
_POINTS_IN_INCH = 72
# A digit of Times New Roman is half as wide as its size; Excel leaves five pixels beside the text of a cell.
_DIGIT = 0.5
_BESIDE = 5
_ARROW = 4  # the button of the filter
_LONGEST = 40
_SAMPLE = 500
# With more columns than that there is no room beside each for the arrow, which then covers a letter.
_MANY = 16


def paper_width(setup: PageSetup) -> float:
    """How many characters are between the margins."""
    across = _A4[0] if setup.orientation is Orientation.PORTRAIT else _A4[1]
    pixels = (across - setup.left - setup.right) / _MM_IN_INCH * _PIXELS_IN_INCH
    return pixels / _digit(setup)


def column_widths(table: Table, setup: PageSetup) -> list[float]:
    """Widths that fill the paper, by weight, yet none so narrow that the longest word of a title would be broken; where
    there is no room for that, wider than the paper, and the sheet is printed smaller."""
    beside = _BESIDE / _digit(setup)
    arrow = _ARROW if len(table.columns) <= _MANY else 1
    least = [_least(table, place) + arrow for place in range(len(table.columns))]
    whole = paper_width(setup) * table.part_count - beside * len(table.columns)
    return shared([column.weight for column in table.columns], least, max(whole, sum(least)))


def shared(weights: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """``width`` shared out by weight, with nothing less than ``least``."""
    fixed = {place for place, weight in enumerate(weights) if weight <= 0}
    while True:
        spare = width - sum(least[place] for place in fixed)
        share = sum(weight for place, weight in enumerate(weights) if place not in fixed)
        if not share:
            return [need * width / sum(least) for need in least]
        short = {i for i, weight in enumerate(weights) if i not in fixed and spare * weight / share < least[i]}
        if not short:
            return [least[i] if i in fixed else spare * weight / share for i, weight in enumerate(weights)]
        fixed |= short


def _least(table: Table, place: int) -> float:
    column = table.columns[place]
    words = column.title.split()
    if column.weight <= 0:
        rows = (row for row in table.rows[:_SAMPLE] if isinstance(row, Row))
        words += [word for row in rows for word in cell_text(row.cells[place]).split()]
    return min(max(map(len, words), default=1), _LONGEST)


def _digit(setup: PageSetup) -> float:
    return round(setup.font_size / _POINTS_IN_INCH * _PIXELS_IN_INCH * _DIGIT)

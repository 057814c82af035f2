"""How wide the columns of a table are, and how small its type must be for their titles to stand unbroken."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from roadmap_desktop.reports.blocks import Row, Table, cell_text
from roadmap_desktop.reports.pdf.wrapping import wrapper

# Room beside and above a cell's text, in sizes. It follows the size because readers that give the text back take two
# columns less than one size apart for one, and two rows closer than about a line and a half likewise.
_SIDE = 0.52
_ABOVE = 0.33
_NARROW_MOST = 0.25
_SMALLEST = 6.0
_SIDE_MOST = 0.15
_LONGEST_NAME = 30
_JUDGED = 500
# What others keep of their widths so that no name is parted.
_GIVEN_MOST = 0.85
_DIGITS = str.maketrans("123456789", "0" * 9)


class Measures(NamedTuple):
    """``widths`` in points, the ``size`` of the type, the room at each ``side`` of a text and ``above`` it."""

    widths: list[float]
    size: float
    side: float
    above: float


def measure(table: Table, width: float, size: float, spare: float = 0.0) -> Measures:
    """The columns of the table in ``width`` points. Type smaller than ``size`` is taken only where there are more
    columns than it has room for, and no smaller than can be read. A column of persons holds the longest of their names,
    unless that cramps the others. ``spare`` is what each column has besides."""
    least = [least_width(table, index) for index in range(len(table.columns))]
    for fitting in _sizes(size):
        needs = [min(need, width * 1000 * _NARROW_MOST / fitting) * fitting / 1000 for need in least]
        if sum(needs) + (2 * _SIDE * fitting + spare) * len(needs) <= width:
            break
    side = min(_SIDE * fitting, _SIDE_MOST * width / max(len(needs), 1))
    weights = [column.weight for column in table.columns]
    names = [name * fitting / 1000 for name in _longest_names(table)]
    plain, whole = (
        shared(weights, [max(pair) + 2 * side + spare for pair in zip(needs, words, strict=True)], width)
        for words in ([0.0] * len(needs), names)
    )
    cramped = any(now < before * _GIVEN_MOST for before, now in zip(plain, whole, strict=True))
    return Measures(plain if cramped else whole, fitting, side, _ABOVE * fitting)


def _sizes(size: float) -> list[float]:
    smaller = [size - step / 2 for step in range(1, int(size * 2)) if size - step / 2 >= _SMALLEST]
    return [size, *smaller]


def shared(weights: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Widths that fill ``width``: by weight, yet none narrower than ``least``, as long as there is room for that."""
    if sum(least) >= width:
        return [width * need / sum(least) for need in least]
    fixed = {index for index, weight in enumerate(weights) if weight <= 0}
    while True:
        spare = width - sum(least[index] for index in fixed)
        share = sum(weight for index, weight in enumerate(weights) if index not in fixed)
        if not share:
            return [need * width / sum(least) for need in least]
        short = {
            i for i, weight in enumerate(weights) if i not in fixed and spare * weight / share < least[i]
        }
        if not short:
            return [least[i] if i in fixed else spare * weight / share for i, weight in enumerate(weights)]
        fixed |= short


def least_width(table: Table, index: int) -> float:
    """The width of the longest word of a column's title, in a column without weight of any cell, for size 1000."""
    column = table.columns[index]
    longest = wrapper(False).longest_word(column.title)
    return longest if column.weight > 0 else max(longest, _longest_cell(table.rows, index))


def _longest_names(table: Table) -> list[float]:
    """The width of the longest cell of each column that is a person's name, as ``least_width``; a long table is judged
    by its first rows."""
    found: list[set[str]] = [set() for _ in table.columns]
    for row in islice(table.rows, _JUDGED):
        if isinstance(row, Row):
            for index, cell in enumerate(row.cells):
                if isinstance(cell, str) and cell[-1:] == "." and len(cell) <= _LONGEST_NAME:
                    found[index].add(cell)
    longest_word = wrapper(False).longest_word
    return [max((longest_word(name) for name in names), default=0.0) for names in found]


def _longest_cell(rows: Sequence[object], index: int) -> float:
    # Digits are as wide as one another, so of five thousand numbers four are measured.
    regular, bold = (
        {
            cell_text(row.cells[index]).translate(_DIGITS)
            for row in rows
            if isinstance(row, Row) and row.is_total is is_total
        }
        for is_total in (False, True)
    )
    words = [wrapper(False).longest_word(cell) for cell in regular]
    return max([*words, *(wrapper(True).longest_word(cell) for cell in bold)], default=0.0)

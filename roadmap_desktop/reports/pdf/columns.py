"""How wide the columns of a table are."""

from collections.abc import Sequence

from roadmap_desktop.reports.blocks import Column, Row, Table, cell_text
from roadmap_desktop.reports.pdf.wrapping import wrapper

_NARROW_MOST = 0.25


def column_widths(table: Table, width: float, size: float, padding: float) -> list[float]:
    """Widths in points that fill ``width``: by weight, yet no column narrower than the longest word of its title, as
    long as there is room for that."""
    least = [_least(table, index, size, width) + 2 * padding for index in range(len(table.columns))]
    if sum(least) >= width:
        return [width * need / sum(least) for need in least]
    widths = [column.weight for column in table.columns]
    fixed = {index for index, column in enumerate(table.columns) if column.weight <= 0}
    while True:
        spare = width - sum(least[index] for index in fixed)
        share = sum(weight for index, weight in enumerate(widths) if index not in fixed)
        if not share:
            return _stretched(least, width)
        short = {i for i, weight in enumerate(widths) if i not in fixed and spare * weight / share < least[i]}
        if not short:
            return [least[i] if i in fixed else spare * weight / share for i, weight in enumerate(widths)]
        fixed |= short


def _least(table: Table, index: int, size: float, width: float) -> float:
    column: Column = table.columns[index]
    longest = wrapper(False).longest_word(column.title)
    if column.weight <= 0:
        longest = max(longest, _longest_cell(table.rows, index))
    return min(longest * size / 1000, width * _NARROW_MOST)


def _longest_cell(rows: Sequence[object], index: int) -> float:
    cells = {cell_text(row.cells[index]) for row in rows if isinstance(row, Row)}
    return max((wrapper(False).longest_word(cell) for cell in cells), default=0.0)


def _stretched(least: list[float], width: float) -> list[float]:
    return [need * width / sum(least) for need in least]

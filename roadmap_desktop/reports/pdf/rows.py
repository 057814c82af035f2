"""Rows of a table as wrapped lines: their heights and how a row taller than a page is split."""

from dataclasses import dataclass

Lines = tuple[str, ...]

_LEAST_LINES = 2


@dataclass(slots=True)
class LaidRow:
    """A row with every cell wrapped; a caption is one cell across all columns."""

    cells: tuple[Lines, ...]
    is_caption: bool = False

    @property
    def line_count(self) -> int:
        """The lines of the tallest cell."""
        return max(map(len, self.cells))


def split(row: LaidRow, fitting: int) -> tuple[LaidRow, LaidRow] | None:
    """Splits a row so that at most ``fitting`` lines stay, with two lines or more of each split cell on either side.

    None when no such split leaves anything on this page: the whole row then begins on the next one.
    """
    fitting = min(fitting, row.line_count - _LEAST_LINES)
    if fitting < _LEAST_LINES:
        return None
    keep = [_lines_kept(len(cell), fitting) for cell in row.cells]
    return (
        LaidRow(tuple(cell[:count] for cell, count in zip(row.cells, keep, strict=True))),
        LaidRow(tuple(cell[count:] for cell, count in zip(row.cells, keep, strict=True))),
    )


def cut(row: LaidRow, fitting: int) -> tuple[LaidRow, LaidRow]:
    """Splits a row after exactly that many lines, where a page is too low for anything better."""
    return (
        LaidRow(tuple(cell[:fitting] for cell in row.cells)),
        LaidRow(tuple(cell[fitting:] for cell in row.cells)),
    )


def _lines_kept(count: int, fitting: int) -> int:
    if count <= fitting:
        return count
    if count - fitting < _LEAST_LINES and fitting > _LEAST_LINES:
        return count - _LEAST_LINES
    return fitting

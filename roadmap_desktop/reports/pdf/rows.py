"""Rows of a table as wrapped lines: their heights and how a row taller than a page is split."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from roadmap_desktop.reports.pdf.wrapping import Wrapper

Lines = tuple[str, ...]

_LEAST_LINES = 2


@dataclass(slots=True)
class LaidRow:
    """A row with every cell wrapped; a caption is one cell across all columns. ``least`` is how high it is at least, in
    points; ``shaded`` are the columns with a grey ground, ``over`` those that one cell takes."""

    cells: tuple[Lines, ...]
    is_caption: bool = False
    is_total: bool = False
    shaded: frozenset[int] = frozenset()
    least: float = 0.0
    over: tuple[int, int] | None = None

    @property
    def line_count(self) -> int:
        """The lines of the tallest cell."""
        return max(map(len, self.cells))


def lay(texts: Sequence[str], widths: Sequence[float], wrapper: Wrapper) -> LaidRow:
    """Wraps the cells. Words are hyphenated only in the tallest cells, and only where that makes the row lower."""
    cells = [wrapper.wrap(text, width) for text, width in zip(texts, widths, strict=True)]
    tallest = max(map(len, cells))
    # Two lines that became one would have fitted as one.
    if tallest > 2:
        tight = [
            wrapper.wrap(text, width, tight=True) if len(cell) == tallest else cell
            for cell, text, width in zip(cells, texts, widths, strict=True)
        ]
        if max(map(len, tight)) < tallest:
            cells = tight
    return LaidRow(tuple(cells))


def split(row: LaidRow, fitting: int) -> tuple[LaidRow, LaidRow] | None:
    """Splits a row so that at most ``fitting`` lines stay, with two lines or more of each split cell on either side.

    None when no such split leaves anything on this page: the whole row then begins on the next one.
    """
    fitting = min(fitting, row.line_count - _LEAST_LINES)
    if fitting < _LEAST_LINES:
        return None
    keep = [_lines_kept(len(cell), fitting) for cell in row.cells]
    return _parted(row, keep)


def cut(row: LaidRow, fitting: int) -> tuple[LaidRow, LaidRow]:
    """Splits a row after exactly that many lines, where a page is too low for anything better."""
    return _parted(row, [fitting] * len(row.cells))


def _parted(row: LaidRow, keep: Sequence[int]) -> tuple[LaidRow, LaidRow]:
    counted = list(zip(row.cells, keep, strict=True))
    return (
        replace(row, cells=tuple(cell[:count] for cell, count in counted), least=0.0),
        replace(row, cells=tuple(cell[count:] for cell, count in counted), least=0.0),
    )


def _lines_kept(count: int, fitting: int) -> int:
    if count <= fitting:
        return count
    if count - fitting < _LEAST_LINES and fitting > _LEAST_LINES:
        return count - _LEAST_LINES
    return fitting

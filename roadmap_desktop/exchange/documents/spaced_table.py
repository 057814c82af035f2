"""Tables in plain text whose columns are kept by spaces, as ``pdftotext -layout`` and old printers leave them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK, Block, Paragraph, Table
from roadmap_desktop.exchange.documents.table_builder import TableBuilder
from roadmap_desktop.model.letters import one_line

_PIECE = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"(\d{1,4}(\.\d{1,3})*|[IVX]{1,5})[.)]{0,2}")
_NUMBER_TITLE = re.compile(r"(№(?: п ?/ ?п)?) (\S.*)")
_PAGE_NUMBER = re.compile(r" {20,}[-–—]? ?\d{1,3} ?[-–—]?")
_FEWEST_COLUMNS, _FEWEST_LINES = 3, 4
# Of the lines with columns, how many may run over the space between two of them.
_RUNS_OVER = 0.04
# How near to one another pieces of a column begin, and in how many of the lines with columns.
_NEAR, _OFTEN = 3, 0.2
_FAR = 1_000_000
# Lines of one cell and empty ones that may stand between two rows of a table.
_LONGEST_GAP = 30


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the text of each column begins and ends."""

    zones: tuple[tuple[int, int], ...]

    def cells(self, line: str) -> list[str] | None:
        """The line's cells; None for one that runs over columns as a title does."""
        cells = [""] * len(self.zones)
        pieces = list(_PIECE.finditer(line))
        for piece in pieces:
            touched = [
                index
                for index, (start, end) in enumerate(self.zones)
                if piece.start() < end and start < piece.end()
            ]
            if len(touched) > 1 and len(pieces) == 1 and not self._is_of_cells(piece):
                return None
            for index, text in self._parted(piece, touched or [self._nearest(piece.start())]):
                cells[index] = f"{cells[index]} {text}".strip()
        number = _NUMBER_TITLE.fullmatch(cells[0])
        if number and not cells[1]:
            # «№ Мероприятие»: names of columns stand nearer to one another than what is in them.
            cells[:2] = number[1], number[2]
        return cells

    def _is_of_cells(self, piece: re.Match[str]) -> bool:
        """Whether a line of one piece is rests of cells with a single space between: words begin where columns do."""
        starts = {start for start, _ in self.zones[1:]}
        words = [piece.start() + word.start() for word in re.finditer(r"\S+", piece[0])]
        return words[0] in starts and sum(word in starts for word in words) > 1

    def _parted(self, piece: re.Match[str], touched: list[int]) -> Iterator[tuple[int, str]]:
        """The words of a piece by columns: each goes where its beginning is."""
        if len(touched) == 1:
            yield touched[0], piece[0]
            return
        for word in re.finditer(r"\S+", piece[0]):
            yield self._nearest(piece.start() + word.start()), word[0]

    def _nearest(self, place: int) -> int:
        return max((index for index, (start, _) in enumerate(self.zones) if start <= place), default=0)


def spaced_blocks(pages: Sequence[Sequence[str]], allowance: Allowance) -> Iterator[Block]:
    """Tables kept by spaces and the lines around them; paragraphs alone when there is none. Each page has places of
    its own for its columns; one with too few lines to tell has those of the page before."""
    columns: _Columns | None = None
    heading: frozenset[str] = frozenset()
    number = 0
    for page in pages:
        lines = [line.expandtabs(8).rstrip() for line in page]
        start = 0
        for first, last in _regions(lines, 1 if columns else _FEWEST_LINES):
            yield from _paragraphs(lines[start:first], number + start, allowance)
            columns = _columns(lines[first:last], columns)
            if columns is None:
                yield from _paragraphs(lines[first:last], number + first, allowance)
            else:
                yield _table(lines[first:last], number + first, columns, heading, allowance)
                heading = heading or frozenset(_heading(lines[first:last]))
            start = last
        yield from _paragraphs(lines[start:], number + start, allowance)
        number += len(lines)


def _regions(lines: Sequence[str], fewest: int) -> Iterator[tuple[int, int]]:
    """From the first line with columns to the last, as long as such lines follow one another closely."""
    columned = [index for index, line in enumerate(lines) if len(_PIECE.findall(line)) >= _FEWEST_COLUMNS]
    start = 0
    for place, index in enumerate(columned):
        is_last = place + 1 == len(columned) or columned[place + 1] - index > _LONGEST_GAP
        if is_last:
            if place + 1 - start >= fewest:
                yield columned[start], _end(lines, index)
            start = place + 1


def _end(lines: Sequence[str], last: int) -> int:
    """Lines of the last row go on until an empty one, or one at the left edge as the text after a table is."""
    end = last + 1
    while end < len(lines) and lines[end].strip() and lines[end].startswith("  "):
        end += 1
    return end


def _columns(lines: Sequence[str], before: _Columns | None) -> _Columns | None:
    """The columns that the lines have in common; those of the page before where they are too few."""
    columned = [line for line in lines if len(_PIECE.findall(line)) >= _FEWEST_COLUMNS]
    if before is not None and len(columned) < _FEWEST_LINES:
        return before
    width = max(map(len, columned))
    covered = [0] * (width + 1)
    for line in columned:
        for piece in _PIECE.finditer(line):
            for index in range(piece.start(), piece.end()):
                covered[index] += 1
    most = len(columned) * _RUNS_OVER
    zones: list[tuple[int, int]] = []
    start: int | None = None
    for index, count in enumerate(covered):
        if count > most and start is None:
            start = index
        elif count <= most and start is not None:
            zones.append((start, index))
            start = None
    starts = _starts_of_columns(columned)
    if len(starts) > len(zones):
        # Between some columns there is no space that all lines leave free.
        zones = list(zip(starts, [*starts[1:], width + 1], strict=True))
    return _Columns(tuple(zones)) if len(zones) >= _FEWEST_COLUMNS else before


def _starts_of_columns(lines: Sequence[str]) -> list[int]:
    """Where the text of columns begins in many lines, give or take a few characters."""
    counts = Counter(piece.start() for line in lines for piece in _PIECE.finditer(line))
    starts: list[int] = []
    group: list[int] = []
    for start in [*sorted(start for start, count in counts.items() if count > 1), _FAR]:
        if group and start - group[-1] > _NEAR:
            if sum(counts[one] for one in group) >= len(lines) * _OFTEN:
                starts.append(group[0])
            group = []
        group.append(start)
    return starts


def _heading(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the first row with a number, as they may repeat on each page."""
    for line in lines:
        if _NUMBER.fullmatch(line.split()[0] if line.strip() else ""):
            return
        yield one_line(line)


def _table(
    lines: Sequence[str], first: int, columns: _Columns, heading: frozenset[str], allowance: Allowance
) -> Table:
    builder = TableBuilder(allowance)
    parted = [columns.cells(line) if line.strip() and not _is_page_number(line) else [] for line in lines]
    way = _way(parted)
    row: list[str] = []
    number, after_gap = first, True
    after_heading = False
    for index, cells in enumerate(parted, first + 1):
        if cells == []:
            after_gap = True
            continue
        is_heading = one_line(lines[index - first - 1]) in heading
        starts = cells is None or not row or _starts(cells, way, after_gap=after_gap)
        # Below the heading that a page repeats, a row of the page before goes on.
        starts = starts or (after_heading and not is_heading)
        after_heading = is_heading
        if starts:
            _put(builder, number, row, len(columns.zones))
            row, number = ([lines[index - first - 1].strip()] if cells is None else cells), index
        elif cells is not None:
            if len(row) == 1:
                _put(builder, number, row, len(columns.zones))
                row, number = cells, index
            else:
                row = [SOFT_BREAK.join(filter(None, pair)) for pair in zip(row, cells, strict=True)]
        after_gap = False
    _put(builder, number, row, len(columns.zones))
    return builder.table()


def _is_page_number(line: str) -> bool:
    """Whether a line has nothing but a number far from the edge, where those of rows are."""
    return _PAGE_NUMBER.fullmatch(line) is not None


class _Way(Enum):
    """By what rows are told from lines."""

    NUMBERS = auto()
    GAPS = auto()
    WIDTH = auto()


def _way(parted: Sequence[list[str] | None]) -> _Way:
    """Rows begin with numbers, which may be in the middle of rows that empty lines part; without numbers, empty lines
    part them, or each begins where a line has nearly all cells."""
    groups = [list(group) for is_line, group in groupby(parted, lambda cells: cells != []) if is_line]
    numbers = [sum(1 for cells in group if cells and _NUMBER.fullmatch(cells[0])) for group in groups]
    if sum(numbers) >= 2:
        return _Way.GAPS if max(numbers) == 1 else _Way.NUMBERS
    return _Way.GAPS if len(groups) > 2 else _Way.WIDTH


def _starts(cells: Sequence[str], way: _Way, *, after_gap: bool) -> bool:
    """Whether a line begins a row."""
    if cells[0].startswith("№"):
        return True
    if way is _Way.NUMBERS:
        return _NUMBER.fullmatch(cells[0]) is not None
    if way is _Way.GAPS:
        return after_gap
    return bool(cells[0]) and sum(map(bool, cells)) >= len(cells) - 1


def _put(builder: TableBuilder, number: int, row: Sequence[str], width: int) -> None:
    if not row:
        return
    builder.start_row(number)
    if len(row) == 1:
        builder.put(0, row[0], columns=width)
    for column, cell in enumerate(row if len(row) > 1 else ()):
        builder.put(column, cell)


def _paragraphs(lines: Sequence[str], first: int, allowance: Allowance) -> Iterator[Block]:
    for number, line in enumerate(lines, first + 1):
        allowance.take_row()
        if line.strip():
            yield Paragraph(one_line(line), f"строка {number}")

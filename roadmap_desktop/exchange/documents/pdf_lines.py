"""Cells of a table by the lines drawn around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

_NEAR = 3.0
_SHORTEST = 4.0
_MOST_LINES = 2_000
# How far beyond the last line others must reach, and how many of them, so that there is an edge.
_SHORTEST_REACH = 8.0
_FEWEST_REACHING = 3


class Rule(NamedTuple):
    """A straight line on a page, as the box around it; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> Self:
        """The line from a point to another."""
        (x1, y1), (x2, y2) = one, other
        return cls(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


class GridCell(NamedTuple):
    """A cell: its first column, how many rows and columns it takes, where it is on the page."""

    column: int
    rows: int
    columns: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class _Line:
    """A line across or down: where it stands, from where to where it goes."""

    place: float
    start: float
    end: float


@dataclass(frozen=True)
class Grid:
    """A drawn table: where its columns and rows part, and the lines that do so. ``places_down`` go from the top."""

    places_across: tuple[float, ...]
    places_down: tuple[float, ...]
    across: tuple[_Line, ...]
    down: tuple[_Line, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.places_down[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.places_down[-1]

    def rows(self) -> Iterator[list[GridCell]]:
        """The cells that begin in each row."""
        height, width = len(self.places_down) - 1, len(self.places_across) - 1
        taken: set[tuple[int, int]] = set()
        for row in range(height):
            cells = []
            for column in range(width):
                if (row, column) in taken:
                    continue
                columns, rows = self._columns(row, column), self._rows(row, column)
                taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
                cells.append(
                    GridCell(
                        column,
                        rows,
                        columns,
                        self.places_across[column],
                        self.places_down[row + rows],
                        self.places_across[column + columns],
                        self.places_down[row],
                    )
                )
            yield cells

    def _columns(self, row: int, column: int) -> int:
        middle = (self.places_down[row] + self.places_down[row + 1]) / 2
        end = column + 1
        while end < len(self.places_across) - 1 and not _is_crossed(
            self.down, self.places_across[end], middle
        ):
            end += 1
        return end - column

    def _rows(self, row: int, column: int) -> int:
        middle = (self.places_across[column] + self.places_across[column + 1]) / 2
        end = row + 1
        while end < len(self.places_down) - 1 and not _is_crossed(self.across, self.places_down[end], middle):
            end += 1
        return end - row


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The drawn tables from the top of the page down; a frame around text is none."""
    across, down = [], []
    for rule in rules:
        width, height = rule.right - rule.left, rule.top - rule.bottom
        if height < _NEAR and width > _SHORTEST:
            across.append(_Line((rule.bottom + rule.top) / 2, rule.left, rule.right))
        elif width < _NEAR and height > _SHORTEST:
            down.append(_Line((rule.left + rule.right) / 2, rule.bottom, rule.top))
    if len(across) + len(down) > _MOST_LINES * 5:
        return []
    across, down = _joined(across), _joined(down)
    if len(across) + len(down) > _MOST_LINES:
        return []
    found = [grid for lines in _tables(across, down) if (grid := _grid(*lines)) is not None]
    return sorted(found, key=lambda grid: -grid.top)


def _joined(lines: Sequence[_Line]) -> list[_Line]:
    """Pieces of one line made one."""
    joined: list[_Line] = []
    for group in _near(sorted(lines, key=lambda line: line.place)):
        place = sum(line.place for line in group) / len(group)
        start, end = None, 0.0
        for line in sorted(group, key=lambda line: line.start):
            if start is not None and line.start <= end + _NEAR:
                end = max(end, line.end)
                continue
            if start is not None:
                joined.append(_Line(place, start, end))
            start, end = line.start, line.end
        if start is not None:
            joined.append(_Line(place, start, end))
    return joined


def _near(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines in groups that stand at one place."""
    group: list[_Line] = []
    for line in lines:
        if group and line.place - group[0].place > _NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _tables(across: Sequence[_Line], down: Sequence[_Line]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Lines that meet, as sets of one table each."""
    left = list(down)
    unmet = list(across)
    while left:
        own_down, own_across = [left.pop()], []
        grown = True
        while grown:
            met_across = [line for line in unmet if any(_meet(line, one) for one in own_down)]
            own_across += met_across
            unmet = [line for line in unmet if line not in met_across]
            met_down = [line for line in left if any(_meet(one, line) for one in own_across)]
            own_down += met_down
            left = [line for line in left if line not in met_down]
            grown = bool(met_across or met_down)
        yield own_across, own_down


def _meet(across: _Line, down: _Line) -> bool:
    return (
        across.start - _NEAR <= down.place <= across.end + _NEAR
        and down.start - _NEAR <= across.place <= down.end + _NEAR
    )


def _grid(across: Sequence[_Line], down: Sequence[_Line]) -> Grid | None:
    across, down = [*across, *_open_edges(across, down)], [*down, *_open_edges(down, across)]
    places_across = tuple(sorted({line.place for line in down}))
    places_down = tuple(sorted({line.place for line in across}, reverse=True))
    if len(places_across) < 3 or len(places_down) < 2:
        return None
    return Grid(places_across, places_down, tuple(across), tuple(down))


def _open_edges(lines: Sequence[_Line], crossing: Sequence[_Line]) -> Iterator[_Line]:
    """The edges that nobody drew: where a row goes on over the page, and at the sides of a table without a frame, lines
    reach out beyond the last one across them."""
    if len(lines) < 1 or len(crossing) < _FEWEST_REACHING:
        return
    first, last = min(line.place for line in lines), max(line.place for line in lines)
    start, end = min(line.place for line in crossing), max(line.place for line in crossing)
    before = [line.start for line in crossing if line.start < first - _SHORTEST_REACH]
    after = [line.end for line in crossing if line.end > last + _SHORTEST_REACH]
    if len(before) >= _FEWEST_REACHING:
        yield _Line(min(before), start, end)
    if len(after) >= _FEWEST_REACHING:
        yield _Line(max(after), start, end)


def _is_crossed(lines: Sequence[_Line], place: float, middle: float) -> bool:
    return any(line.place == place and line.start <= middle <= line.end for line in lines)

"""Rows of a table in groups that stay on one page."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_desktop.reports.pdf.rows import LaidRow


class RowGroup(NamedTuple):
    """A row with the captions before and the totals after it; ``is_last`` of a table's last one."""

    rows: list[LaidRow]
    is_last: bool


class RowGroups:
    """The groups of a table one after another. Those that were looked at wait; no others are held, so the memory does
    not grow with the table."""

    def __init__(self, rows: Iterator[LaidRow]) -> None:
        self._coming = _groups(rows)
        self._waiting: deque[RowGroup] = deque()

    def at(self, index: int) -> RowGroup | None:
        """The group that comes after so many others, None where there is none."""
        while index >= len(self._waiting):
            group = next(self._coming, None)
            if group is None:
                return None
            self._waiting.append(group)
        return self._waiting[index]

    def take(self) -> RowGroup | None:
        """The next group, which is then no more among them."""
        return self._waiting.popleft() if self.at(0) else None


def _groups(rows: Iterator[LaidRow]) -> Iterator[RowGroup]:
    held: list[LaidRow] = []
    for row in rows:
        if held and not held[-1].is_caption and not row.is_total:
            yield RowGroup(held, False)
            held = []
        held.append(row)
    if held:
        yield RowGroup(held, True)

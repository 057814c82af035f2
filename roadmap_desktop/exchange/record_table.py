"""Rows of cells from anywhere as values of named fields: columns are known by their headings, or by their places."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from roadmap_desktop.exchange.record_headings import Heading, Headings, counts_rows
from roadmap_desktop.model.letters import one_line

_TOTAL = re.compile(r"(?:итого|всего|в среднем|среднее|средний показатель)\b.*", re.IGNORECASE | re.DOTALL)


class RowLeft(NamedTuple):
    """A row that holds no record: its number in the source, from 1, and its texts."""

    number: int
    text: str


class PastedTable(NamedTuple):
    """``fields`` names what each column holds, an empty text: nothing; ``titles`` are their headings, empty without
    one; ``rows`` are without the heading, as many cells wide as ``fields``, ``numbers`` those of them in the source,
    from 1. ``strangers`` are the headings that no field has, ``left`` the rows above the heading and sums below it."""

    fields: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    has_heading: bool
    strangers: tuple[str, ...]
    left: tuple[RowLeft, ...] = ()

    @property
    def first(self) -> int:
        """The number of the first row that is no heading."""
        return self.numbers[0] if self.numbers else 1 + self.has_heading


def read_table(
    rows: Sequence[Sequence[str]],
    labels: Mapping[str, str],
    places: Sequence[str],
    shared: Collection[str] = (),
    needed: Collection[str] = (),
) -> PastedTable:
    """Reads rows; empty ones at the end are left out. ``labels``: fields by what they may be called; ``places``: the
    fields of the columns from the first on, for rows without a heading; ``shared``: labels of which several columns may
    stand for one field. A first row half of whose cells are headings is one; below the first there must be two, or one
    of the fields ``needed``."""
    kept = [tuple(cell.strip() for cell in row) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    heading = Headings(labels, shared).find(kept, needed)
    if heading is None:
        width = max(map(len, kept), default=0)
        fields = tuple(places[index] if index < len(places) else "" for index in range(width))
        numbers = tuple(range(1, len(kept) + 1))
        return PastedTable(fields, ("",) * width, _squared(kept, width), numbers, False, ())
    left = [RowLeft(number, _told(row)) for number, row in enumerate(kept[: heading.first], 1) if any(row)]
    body: list[tuple[int, tuple[str, ...]]] = []
    for number, row in enumerate(kept[heading.last + 1 :], start=heading.last + 2):
        if _is_total(row):
            left.append(RowLeft(number, _told(row)))
        elif not _says_heading_anew(row, heading):
            body.append((number, row))
    named = zip(heading.titles, heading.fields, strict=True)
    return PastedTable(
        heading.fields,
        heading.titles,
        _squared([row for _, row in body], len(heading.fields)),
        tuple(number for number, _ in body),
        True,
        tuple(title for title, field in named if title and not field and not counts_rows(title)),
        tuple(left),
    )


def _says_heading_anew(row: Sequence[str], heading: Heading) -> bool:
    """Whether the row says the headings again, as on each page, or numbers the columns «1 2 3 4 5»."""
    filled = [cell.strip(" .") for cell in row if cell]
    if len(filled) < 2:
        return False
    if len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]:
        return True
    return all(not cell or cell == title for cell, title in zip(row, heading.titles, strict=False))


def _is_total(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    return bool(filled) and _TOTAL.fullmatch(filled[0]) is not None


def _told(row: Sequence[str]) -> str:
    return one_line(" ".join(filter(None, dict.fromkeys(row))))


def _squared(rows: Sequence[tuple[str, ...]], width: int) -> tuple[tuple[str, ...], ...]:
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows)

"""Rows of cells from anywhere as values of named fields: columns are known by their headings, or by their places."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_desktop.model.search import folded

# Headings of columns that count rows.
_NUMBERS = re.compile(r"№|n|no|№ ?п ?/ ?п|п ?/ ?п")
_MARKS = re.compile(r"[\s.,:*/]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


class PastedTable(NamedTuple):
    """``fields`` names what each column holds, an empty text: nothing; ``rows`` are without the heading, as many cells
    wide as ``fields``; ``first`` is the number of the first of them in what was pasted, from 1. ``strangers`` are the
    headings that no field has."""

    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int
    has_heading: bool
    strangers: tuple[str, ...]


def read_table(
    rows: Sequence[Sequence[str]], labels: Mapping[str, str], places: Sequence[str]
) -> PastedTable:
    """Reads pasted rows; empty ones at the end are left out. ``labels``: fields by what they may be called; ``places``:
    the fields of the columns from the first on, for rows without a heading. A first row half of whose cells are
    headings is one."""
    kept = [tuple(cell.strip() for cell in row) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    known: dict[str, str] = {}
    for label, field in labels.items():
        known.setdefault(_plain(label), field)
    heading = _heading(kept[0], known) if kept else None
    if heading is None:
        width = max(map(len, kept), default=0)
        fields = tuple(places[index] if index < len(places) else "" for index in range(width))
        return PastedTable(fields, _squared(kept, width), 1, False, ())
    strangers = tuple(
        cell
        for cell, field in zip(kept[0], heading, strict=True)
        if cell and not field and not _NUMBERS.fullmatch(folded(cell))
    )
    return PastedTable(heading, _squared(kept[1:], len(heading)), 2, True, strangers)


def _heading(row: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...] | None:
    """What the cells name, if they are headings: half of the filled ones, and none twice."""
    fields: list[str] = []
    for cell in row:
        field = known.get(_plain(cell)) or known.get(_plain(_IN_BRACKETS.sub(" ", cell)), "")
        fields.append("" if field in fields else field)
    filled = sum(bool(cell) and not _NUMBERS.fullmatch(folded(cell)) for cell in row)
    named = sum(map(bool, fields))
    return tuple(fields) if named and named * 2 >= filled else None


def _squared(rows: Sequence[tuple[str, ...]], width: int) -> tuple[tuple[str, ...], ...]:
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows)


def _plain(label: str) -> str:
    return _MARKS.sub(" ", folded(label)).strip()

"""A document and what was found in it, as they are shown side by side, whatever the rows become."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Place = tuple[int, int]
"""A row and a column of a grid, from 0."""

HIDDEN = "hidden"
"""What a column holds that is not taken."""


class Span(NamedTuple):
    """A cell that takes several rows or columns of a grid."""

    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """The document's paragraphs and tables one below another. ``spans`` are its merged cells; of these the first place
    has the text, and so has any other of the place that is first in ``merged``."""

    width: int
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...]
    merged: Mapping[Place, Place]

    def text(self, place: Place) -> str:
        """What is written there."""
        row, column = self.merged.get(place, place)
        return self.rows[row][column]

    def first(self, place: Place) -> Place:
        """The place in which the cell begins that is there."""
        return self.merged.get(place, place)


class FoundRow(NamedTuple):
    """A row that was read: its texts, and for each of them the places that it was read from."""

    texts: tuple[str, ...]
    places: tuple[tuple[Place, ...], ...]


class Found(NamedTuple):
    """``fields`` say what the columns of the grid hold ("" – the note), by the names of ``labels``; ``choices`` are
    what a column can be said to hold. ``headings`` are those of ``rows``; ``due`` is which of these is a due wording,
    ``named`` which names the row, ``unread`` the rows whose due is not understood; ``left_out`` are sentences about
    what of the document is in none of them."""

    fields: Mapping[int, str]
    labels: Mapping[str, str]
    choices: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[FoundRow, ...]
    left_out: Sequence[str] = ()
    unread: Sequence[int] = ()
    named: int = 0
    due: int | None = None

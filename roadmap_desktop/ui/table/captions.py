"""Captions between the rows of a table that is listed in groups, which fold by a click or by Enter."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple


class Caption(NamedTuple):
    """Stands among the rows of a model as one of them. ``size`` is how many rows it has under it."""

    title: str
    size: int
    is_folded: bool

    @property
    def id(self) -> str:
        """No record has such a key."""
        return f"caption/{self.title}"

    @property
    def text(self) -> str:
        """«В течение года: 6», with the number where nobody can count the rows."""
        return f"▸ {self.title}: {self.size}" if self.is_folded else self.title


def captioned(rows: Iterable[Any], title_of: Callable[[Any], str], folded: Collection[str]) -> Iterator[Any]:
    """The rows, each run of which that has one title beneath a caption with it; of folded ones the caption alone."""
    for title, run in groupby(rows, title_of):
        of_one = list(run)
        yield Caption(title, len(of_one), title in folded)
        if title not in folded:
            yield from of_one

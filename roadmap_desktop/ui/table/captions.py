"""Captions between the rows of a table that is listed in groups, which fold by a click or by Enter."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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


def captioned(
    rows: Iterable[Any], title_of: Callable[[Any], str], folded: Collection[str], unread: Mapping[str, int]
) -> Iterator[Any]:
    """The rows that have one title beneath a caption with it; of folded ones the caption alone. ``unread`` are the
    titles in their order, and how many rows of each were not read."""
    parts: dict[str, list[Any]] = {title: [] for title in unread}
    for row in rows:
        parts.setdefault(title_of(row), []).append(row)
    for title, of_one in parts.items():
        count, is_folded = len(of_one) + unread.get(title, 0), title in folded
        if count:
            yield Caption(title, count, is_folded)
        if not is_folded:
            yield from of_one

"""Captions between the rows of a table that is listed in groups, which fold by a click or by Enter."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.ui.table.grouping import Grouping


class Caption(NamedTuple):
    """Stands among the rows of a model as one of them. ``key`` tells it from others, ``size`` is how many rows it has
    under it, ``note`` what is said of them."""

    key: str
    title: str
    size: int
    is_folded: bool
    note: str = ""

    @property
    def id(self) -> str:
        """No record has such a key."""
        return f"caption/{self.key}"

    @property
    def head(self) -> str:
        """«▾ Кадры»; «▸ В течение года: 6», with the number where nobody can count the rows."""
        if self.is_folded:
            return f"▸ {self.title}" if self.note else f"▸ {self.title}: {self.size}"
        return f"▾ {self.title}" if self.note else self.title

    @property
    def text(self) -> str:
        """All that it says, «▾ Кадры · выполнено 3 из 9»."""
        return f"{self.head} · {self.note}" if self.note else self.head


def captioned(
    rows: Iterable[Any],
    grouping: Grouping,
    folded: Collection[str],
    note: Callable[[Sequence[Any]], str],
    *,
    unread: Mapping[str, int],
    with_empty: bool,
) -> Iterator[Any]:
    """The rows of one group beneath a caption; of folded ones the caption alone. ``note`` says something of rows,
    ``unread`` is how many rows of each group were not read; ``with_empty``: captions without rows stand there too, as
    far as the grouping names them."""
    parts: dict[str, list[Any]] = {}
    for row in rows:
        parts.setdefault(grouping.key(row), []).append(row)
    for key, title in grouping.titles(list(parts)).items():
        of_one, is_folded = parts.get(key, []), key in folded
        count = len(of_one) + unread.get(key, 0)
        if title and (count or with_empty):
            yield Caption(key, title, count, is_folded, note(of_one))
        if not (title and is_folded):
            yield from of_one

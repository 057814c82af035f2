"""Captions between the rows of a table that is listed in groups, which fold by a click or by Enter."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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


class Part(NamedTuple):
    """A caption, None where rows stand beneath none, and its rows."""

    caption: Caption | None
    rows: Sequence[Any]


def parts_of(
    rows: Sequence[Any],
    grouping: Grouping,
    note: Callable[[Sequence[Any]], str],
    *,
    unread: Mapping[str, int],
    with_empty: bool,
) -> list[Part]:
    """The rows of each group under an unfolded caption. ``note`` says something of rows, ``unread`` is how many rows of
    each group were not read; ``with_empty``: captions without rows stand there too, as far as the grouping names
    them."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for key, row in zip(grouping.keys(rows), rows, strict=True):
        found[key].append(row)
    parts = []
    for key, title in grouping.titles(list(found)).items():
        of_one = found.get(key, [])
        count = len(of_one) + unread.get(key, 0)
        if count or with_empty:
            caption = Caption(key, title, count, is_folded=False, note=note(of_one)) if title else None
            parts.append(Part(caption, of_one))
    return parts


def captioned(parts: Iterable[Part], folded: Collection[str]) -> list[Any]:
    """The rows beneath their captions; of folded ones the caption alone."""
    rows: list[Any] = []
    for caption, of_one in parts:
        is_folded = caption is not None and caption.key in folded
        if caption is not None:
            rows.append(caption._replace(is_folded=is_folded))
        if not is_folded:
            rows.extend(of_one)
    return rows

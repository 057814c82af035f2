"""By what the rows of a table stand beneath captions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.model.russian import capital
from roadmap_desktop.ui.table.facets import LATE, NOT_SAID, Facet


class Grouping(NamedTuple):
    """``label`` is the word to choose it by; ``keys`` tells the captions of rows; ``titles`` takes the keys that some
    rows have and says what the captions are called, by key, in their order, among them perhaps some without rows, which
    ``shows_empty`` has shown while nothing is filtered; a row whose title is empty stands beneath none. ``is_own``: the
    records stand in these groups by their own order, which another order does away with."""

    name: str
    label: str
    keys: Callable[[Iterable[Any]], list[str]]
    titles: Callable[[Sequence[str]], Mapping[str, str]]
    is_own: bool = False
    shows_empty: bool = False


def grouping_of(facet: Facet) -> Grouping:
    """By what rows are filtered they are grouped as well: a row of several words stands under the first, which answers
    for it, and what is late is told apart."""
    spelled: dict[str, str] = {}

    def key_of(row: Any) -> str:
        words = facet.words(row) or (NOT_SAID,)
        word = LATE if LATE in words else words[0]
        key = facet.key(word)
        spelled.setdefault(key, word)
        return key

    def titles(keys: Sequence[str]) -> Mapping[str, str]:
        found = {spelled[key]: key for key in keys}
        spelled.clear()
        return {found[word]: capital(word) for word in facet.in_order(list(found))}

    return Grouping(facet.name, facet.title or facet.label, lambda rows: list(map(key_of, rows)), titles)

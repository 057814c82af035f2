"""Which rows of a register are listed, and in which order: filter, search and sort over plain rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.register import NUMBER
from roadmap_desktop.model.search import folded, words
from roadmap_desktop.ui.table.cells import Cells
from roadmap_desktop.ui.table.facets import Facet


class RowFilter(NamedTuple):
    """What is asked of the list: words that all stand in a row, and of each facet words of which it has any."""

    query: str = ""
    chosen: Mapping[str, frozenset[str]] = MappingProxyType({})

    @property
    def is_open(self) -> bool:
        """Whether every row passes."""
        return not self.query.strip() and not self.chosen

    def searching(self, query: str) -> "RowFilter":
        """The same with another search."""
        return self._replace(query=query)

    def choosing(self, facet: str, chosen: frozenset[str]) -> "RowFilter":
        """The same with other words of a facet; with none it asks nothing."""
        others = {name: words for name, words in self.chosen.items() if name != facet}
        return self._replace(chosen={**others, facet: chosen} if chosen else others)


class Sorting(NamedTuple):
    """The column sorted by; ``None`` is the order in which the records are read."""

    key: str | None = None
    descending: bool = False

    @property
    def is_own_order(self) -> bool:
        """Whether rows stand in an order of their own, so that moving one means what it looks like."""
        return self.key is None or (self.key == NUMBER.name and not self.descending)


class RowFacts:
    """What filters and search need to know of a row, worked out once and kept as long as the row stays the same."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._frame: tuple[date, Period | None, Any, Any] | None = None
        self._haystacks: dict[str, tuple[Any, str]] = {}
        self._orders: dict[str, dict[str, tuple[Any, Any]]] = {}
        self._unprepared: Iterator[Any] = iter(())
        self._offered: dict[str, list[str]] = {}
        self.facets: Mapping[str, Facet] = {facet.name: facet for facet in cells.facets}
        self._shown_at_first = [cells.register.field(name) for name in cells.register.columns]

    def show(self, listing: Listing, period: Period | None) -> None:
        """Takes the records as they are now. Nothing worked out before a midnight, in another period or by other names
        of what is pointed at is used again."""
        frame = (self._cells.today(), period, listing.names, listing.derived)
        if frame == self._frame:
            listing.keep_rows(self._cells.listing)
        else:
            self._frame = frame
            self._orders.clear()
            self._haystacks.clear()
        self._cells.show(listing, period)
        self._offered.clear()
        self._unprepared = iter(listing.rows)

    def prepare_some(self, count: int) -> bool:
        """Works out ahead, of some rows, what the first letter typed and the first click on a heading would wait for;
        False when all are ready."""
        batch = list(islice(self._unprepared, count))
        for row in batch:
            self.haystack(row)
            for field in self._shown_at_first:
                self.order(row, field)
        return bool(batch)

    def haystack(self, row: Any) -> str:
        """Everything that a row says, folded for search."""
        known = self._haystacks.get(row.id)
        if known is None or known[0] is not row:
            text, register = self._cells.text, self._cells.register
            number = (NUMBER,) if register.is_numbered else ()
            everything = "\n".join(text(row, field) for field in (*number, *register.fields))
            known = self._haystacks[row.id] = (row, folded(everything))
        return known[1]

    def order(self, row: Any, field: Field) -> Any:
        """What a row is sorted by in a column."""
        of_column = self._orders.setdefault(field.name, {})
        known = of_column.get(row.id)
        if known is None or known[0] is not row:
            known = of_column[row.id] = (row, self._cells.order(row, field))
        return known[1]

    def offered(self, name: str) -> list[str]:
        """The words that some record has of a facet, in their order."""
        found = self._offered.get(name)
        if found is None:
            facet, listing = self.facets[name], self._cells.listing
            rows: Sequence[Any] = listing.rows
            if facet.by_value:
                rows = list({listing.value(row, name): row for row in rows}.values())
            found = self._offered[name] = facet.in_order(list(chain.from_iterable(map(facet.words, rows))))
        return found

    def counts(self, name: str, rows: Iterable[Any]) -> Mapping[str, int]:
        """How many of the rows have each word of a facet."""
        return Counter(chain.from_iterable(map(self.facets[name].words, rows)))


def found(listing: Listing, row_filter: RowFilter, facts: RowFacts) -> list[Any]:
    """The rows that hold the words searched for and pass the filters but the exclusive ones: of these their chips tell
    how many each would leave."""
    rows = list(listing.rows)
    for name in row_filter.chosen:
        if not facts.facets[name].is_exclusive:
            rows = _having(rows, name, row_filter, facts)
    for word in words(row_filter.query):
        rows = [row for row in rows if word in facts.haystack(row)]
    return rows


def picked(rows: list[Any], row_filter: RowFilter, facts: RowFacts) -> list[Any]:
    """Those of the rows that pass the exclusive filters, too."""
    for name in row_filter.chosen:
        if facts.facets[name].is_exclusive:
            rows = _having(rows, name, row_filter, facts)
    return rows


def _having(rows: list[Any], name: str, row_filter: RowFilter, facts: RowFacts) -> list[Any]:
    facet = facts.facets[name]
    wanted = {facet.key(word) for word in row_filter.chosen[name]}
    # Ten thousand rows are asked while the window waits, and many have the same words.
    has: dict[tuple[str, ...], bool] = {}
    passing = []
    for row in rows:
        said = tuple(facet.words(row))
        known = has.get(said)
        if known is None:
            known = has[said] = not wanted.isdisjoint(map(facet.key, said))
        if known:
            passing.append(row)
    return passing


def in_order(rows: list[Any], sorting: Sorting, listing: Listing, facts: RowFacts) -> list[Any]:
    """The rows sorted."""
    if sorting.key is None:
        return rows
    if sorting.key == NUMBER.name and listing.register.is_numbered:
        return rows[::-1] if sorting.descending else rows
    field = listing.register.field(sorting.key)
    keys = [facts.order(row, field) for row in rows]
    filled = [(key, row) for key, row in zip(keys, rows, strict=True) if key is not None]
    filled.sort(key=itemgetter(0), reverse=sorting.descending)
    empty = [row for key, row in zip(keys, rows, strict=True) if key is None]
    return [*(row for _, row in filled), *empty]

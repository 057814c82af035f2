"""Which rows of the plan are listed, and in which order: filter, search and sort over plain rows."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.search import folded, words
from roadmap_desktop.model.standing import is_in, is_overdue, is_undated
from roadmap_desktop.ui.table.columns import COLUMNS, PLACES, Column


class Filter(StrEnum):
    """The chips above the table; the value is the chip's word."""

    ALL = "Все"
    THIS_MONTH = "Этот месяц"
    OVERDUE = "Просрочено"
    UNDATED = "Без даты"


class RowFilter(NamedTuple):
    """What is asked of the list. ``performers`` are folded names, any of which will do; none asks nothing."""

    query: str = ""
    filter: Filter = Filter.ALL
    performers: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether every row passes."""
        return not self.query.strip() and self.filter is Filter.ALL and not self.performers


class Sorting(NamedTuple):
    """The column sorted by; ``None`` is the plan's own order."""

    key: str | None = None
    descending: bool = False

    @property
    def is_plan_order(self) -> bool:
        """Whether rows stand as in the plan, so that moving one means what it looks like."""
        return self.key is None or (self.key == "number" and not self.descending)

    def after_click(self, key: str) -> "Sorting":
        """The sorting after a click on a header: up, down, and the plan's order again."""
        if key != self.key:
            return Sorting(key)
        return Sorting() if self.descending else Sorting(key, descending=True)


class RowFacts:
    """What filters and search need to know of a row, worked out once and kept as long as the row stays the same."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._day = today()
        self._plan: Plan | None = None
        self._haystacks: dict[str, tuple[ActivityRow, str]] = {}
        self._orders: dict[str, dict[str, tuple[ActivityRow, str | float]]] = {}
        self._chips: dict[tuple[str, str, State], frozenset[Filter]] = {}

    def look_at(self, plan: Plan | None) -> None:
        """Takes the plan as it is now. Nothing worked out before a midnight, in another period or by other sections
        is used again."""
        if (
            self._day != self._today()
            or plan is None
            or self._plan is None
            or _frames_differ(plan, self._plan)
        ):
            self._chips.clear()
            self._orders.clear()
        if plan is None:
            self._haystacks.clear()
        self._plan = plan
        self._day = self._today()

    def prepare(self, row: ActivityRow) -> None:
        """Works out ahead what the first letter typed and the first click on a heading would wait for."""
        self.haystack(row)
        for column in COLUMNS:
            if column.shown and column.order is not None:
                self.order(row, column)

    def haystack(self, row: ActivityRow) -> str:
        """Everything that a row says, folded for search."""
        known = self._haystacks.get(row.id)
        if known is None or known[0] is not row:
            known = self._haystacks[row.id] = (row, folded(self._everything(row)))
        return known[1]

    def chips(self, row: ActivityRow) -> frozenset[Filter]:
        """The chips that a row belongs under today: rows with the same due and state share them."""
        key = (row.due_text, row.due_dates, row.state)
        known = self._chips.get(key)
        if known is None:
            known = self._chips[key] = chips_of(row, self._day)
        return known

    def order(self, row: ActivityRow, column: Column) -> str | float:
        """What a row is sorted by in a column."""
        of_column = self._orders.setdefault(column.key, {})
        known = of_column.get(row.id)
        if known is None or known[0] is not row:
            value = column.order(row, self._plan, self._day) if column.order and self._plan else 0
            known = of_column[row.id] = (row, value)
        return known[1]

    def _everything(self, row: ActivityRow) -> str:
        assert self._plan is not None
        plan = self._plan
        return "\n".join((row.number, *(plan.text(row, field) for field in ACTIVITIES.fields)))

    def counts(self) -> dict[Filter, int]:
        """How many rows of the whole plan belong under each chip."""
        found = Counter(chain.from_iterable(map(self.chips, self._plan.activities if self._plan else ())))
        return {chosen: found[chosen] for chosen in Filter}


def _frames_differ(plan: Plan, other: Plan) -> bool:
    return plan.info.period != other.info.period or plan.sections != other.sections


def chips_of(row: ActivityRow, today: date) -> frozenset[Filter]:
    """The chips that a row belongs under on that day."""
    found = {Filter.ALL}
    if is_in(row, month_of(today)):
        found.add(Filter.THIS_MONTH)
    if is_overdue(row, today):
        found.add(Filter.OVERDUE)
    if is_undated(row):
        found.add(Filter.UNDATED)
    return frozenset(found)


@cache
def month_of(day: date) -> Period:
    """The calendar month that the day lies in."""
    start = day.replace(day=1)
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return Period(start, date.fromordinal(following.toordinal() - 1))


def listed(plan: Plan, row_filter: RowFilter, sorting: Sorting, facts: RowFacts) -> list[ActivityRow]:
    """The rows to show, in order."""
    rows = list(plan.activities)
    if row_filter.filter is not Filter.ALL:
        rows = [row for row in rows if row_filter.filter in facts.chips(row)]
    if row_filter.performers:
        rows = [row for row in rows if any(folded(name) in row_filter.performers for name in row.performers)]
    for word in words(row_filter.query):
        rows = [row for row in rows if word in facts.haystack(row)]
    return _sorted(rows, sorting, facts)


def _sorted(rows: list[ActivityRow], sorting: Sorting, facts: RowFacts) -> list[ActivityRow]:
    if sorting.key is None:
        return rows
    column = COLUMNS[PLACES[sorting.key]]
    if column.order is None:
        return rows[::-1] if sorting.descending else rows
    return sorted(rows, key=lambda row: facts.order(row, column), reverse=sorting.descending)

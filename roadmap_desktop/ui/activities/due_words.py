"""What the filters say of when an activity is due. Ten thousand rows are asked while the window waits: those with the
same due and state share the words, which are worked out once."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.calendar_periods import month_of, months_between
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.model.standing import (
    UNDATED,
    YEAR_ROUND,
    is_in,
    is_overdue,
    is_undated,
    is_year_round,
)
from roadmap_desktop.ui.table.facets import LATE


class When(StrEnum):
    """The chips above the plan; the value is the chip's word."""

    ALL = "Все"
    THIS_MONTH = "Этот месяц"
    OVERDUE = "Просрочено"
    UNDATED = "Без даты"


class DueWords(NamedTuple):
    """``chips`` are those a row belongs under today, ``months`` all in which it goes on, ``planned`` the one in which
    it begins, if it does not go on all through the plan, ``state`` its state, and whether it is late."""

    chips: tuple[str, ...]
    months: tuple[str, ...]
    planned: str
    state: tuple[str, ...]


class DueTelling:
    """Tells the words of rows on one day, in a plan of that period."""

    def __init__(self) -> None:
        self._frame: tuple[date | None, Period | None] = (None, None)
        self._known: dict[tuple[str, str, State], DueWords] = {}
        self._months: dict[str, date] = {}

    def begin(self, today: date, plan: Period | None) -> None:
        """What was told on another day, or of a plan of another period, holds no longer."""
        if self._frame != (today, plan):
            self._frame = (today, plan)
            self._known.clear()
            self._months.clear()

    def of(self, row: ActivityRow) -> DueWords:
        """The words of a row."""
        key = (row.due_text, row.due_dates, row.state)
        try:
            return self._known[key]
        except KeyError:
            known = self._known[key] = self._told(row)
            return known

    def chips(self, row: ActivityRow) -> tuple[str, ...]:
        """Those of the chips alone: they are counted at each letter of a search."""
        try:
            return self._known[row.due_text, row.due_dates, row.state].chips
        except KeyError:
            return self.of(row).chips

    def rank(self, word: str) -> tuple[int, date]:
        """Where a month stands among others, and after them what has none."""
        day = self._months.get(word)
        return (0, day) if day else (1 + (word == UNDATED), date.max)

    def in_order(self, words: Iterable[str]) -> list[str]:
        """Months as they come, then what has none."""
        return sorted(words, key=self.rank)

    def _told(self, row: ActivityRow) -> DueWords:
        today, plan = self._frame
        assert today is not None
        tests = (
            (When.THIS_MONTH, is_in(row, month_of(today))),
            (When.OVERDUE, is_overdue(row, today)),
            (When.UNDATED, is_undated(row)),
        )
        chips = (When.ALL, *(word for word, holds in tests if holds))
        found = {month.start for period in row.due.periods for month in months_between(period)}
        titles = {month_title(start): start for start in sorted(found)}
        self._months |= titles
        months = tuple(titles) or (UNDATED,)
        planned = YEAR_ROUND if plan and is_year_round(row, plan) else months[0]
        state = (row.state.value, LATE) if When.OVERDUE in chips else (row.state.value,)
        return DueWords(chips, months, planned, state)

"""Which days of any year a month, a part of one, a quarter or a half has.

Декада is 1–10, 11–20, 21–end; начало, середина and конец are its like. The first week of a month is its days 1–7, the
last week its last seven; its first half are its days 1–15. Quarters are calendar quarters. Полугодие of a school year
is September–December and January–May, of a calendar year its half. School terms and the holidays after them are
those of the school calendar in use.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import U, Unit
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import in_use, when_another_is_used
from roadmap_desktop.model.school_terms import LAST_DAY

WINTER = 2
"""The number of the holidays that go over the New Year."""
_LAST = -1
_MONTHS_IN_YEAR = 12
_DAYS = {
    (U.DECADE, 1): (1, 10),
    (U.DECADE, 2): (11, 20),
    (U.DECADE, 3): (21, 0),
    (U.DECADE, _LAST): (21, 0),
    (U.WEEK, 1): (1, 7),
    (U.WEEK, 2): (8, 14),
    (U.WEEK, 3): (15, 21),
    (U.WEEK, 4): (22, 28),
    (U.WEEK, _LAST): (-6, 0),
    (U.HALF_MONTH, 1): (1, 15),
    (U.HALF_MONTH, 2): (16, 0),
    (U.MONTH, 0): (1, 0),
}
_MONTHS = {
    (U.QUARTER, 1): (1, 3),
    (U.QUARTER, 2): (4, 6),
    (U.QUARTER, 3): (7, 9),
    (U.QUARTER, 4): (10, 12),
    (U.HALF, 1): (1, 6),
    (U.HALF, 2): (7, 12),
    (U.SCHOOL_HALF, 1): (9, 12),
    (U.SCHOOL_HALF, 2): (1, 5),
    (U.YEAR, 0): (1, 12),
}


class Extent(NamedTuple):
    """A stretch of days within one year, or on into the next, whose January is month 13. A last day of 0 is the month's
    last, a day below counts back from it."""

    first_month: int
    first_day: int
    last_month: int
    last_day: int

    def in_year(self, year: int) -> Period:
        """Its days in that year. Raises NotUnderstoodError for a day that the month does not have then."""
        return _period(self, year)


@lru_cache(maxsize=1024)
def extent(unit: Unit | None, number: int, month: int) -> Extent:
    """The days of the numbered unit, of that month if it is part of one. Raises NotUnderstoodError if there is none."""
    if month > _MONTHS_IN_YEAR:
        raise NotUnderstoodError
    if unit == U.DAY and number > 0 and month:
        return Extent(month, number, month, number)
    days, months = (_DAYS.get((unit, number)), _MONTHS.get((unit, number))) if unit else (None, None)
    if days and month:
        return Extent(month, days[0], month, days[1])
    if months and not month:
        return Extent(months[0], 1, months[1], 0)
    if unit in (U.TERM, U.HOLIDAYS) and 1 <= number <= len(in_use().terms):
        return _term(number - 1) if unit == U.TERM else _holidays(number - 1)
    raise NotUnderstoodError


when_another_is_used(extent.cache_clear)


def _term(index: int) -> Extent:
    term = in_use().terms[index]
    return Extent(*term.first, *term.last)


def _holidays(index: int) -> Extent:
    """From the day after a term to the day before the next."""
    terms = in_use().terms
    month, day = terms[index].last
    first = date(1, month, day) + timedelta(days=1)
    if index + 1 == len(terms):
        return Extent(first.month, first.day, *LAST_DAY)
    month, day = terms[index + 1].first
    last = date(2, month, day) - timedelta(days=1)
    return Extent(first.month, first.day, last.month + _MONTHS_IN_YEAR * (last.month < first.month), last.day)


@lru_cache(maxsize=4096)
def _period(days: Extent, year: int) -> Period:
    return Period(_date(year, days.first_month, days.first_day), _date(year, days.last_month, days.last_day))


def _date(year: int, month: int, day: int) -> date:
    if month > _MONTHS_IN_YEAR:
        year, month = year + 1, month - _MONTHS_IN_YEAR
    try:
        return date(year, month, day if day > 0 else monthrange(year, month)[1] + day)
    except ValueError:
        raise NotUnderstoodError from None

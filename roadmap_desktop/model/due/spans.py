"""Ends of a date as words give them, often without a year, and the years they take from each other and from the plan.

The rule of the school year: a month without a year falls inside the plan; «декабрь – февраль 2021 года» begins in 2020.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import Unit
from roadmap_desktop.model.period import Period

_LAST = -1
_PARTS_OF_MONTH = {
    (Unit.DECADE, 1): (1, 10),
    (Unit.DECADE, 2): (11, 20),
    (Unit.DECADE, 3): (21, 0),
    (Unit.DECADE, _LAST): (21, 0),
    (Unit.WEEK, 1): (1, 7),
    (Unit.WEEK, 2): (8, 14),
    (Unit.WEEK, 3): (15, 21),
    (Unit.WEEK, 4): (22, 28),
    (Unit.WEEK, _LAST): (-6, 0),
}
_PARTS_OF_YEAR = {
    (Unit.QUARTER, 1): (1, 3),
    (Unit.QUARTER, 2): (4, 6),
    (Unit.QUARTER, 3): (7, 9),
    (Unit.QUARTER, 4): (10, 12),
    (Unit.HALF, 1): (1, 6),
    (Unit.HALF, 2): (7, 12),
    (Unit.SCHOOL_HALF, 1): (9, 12),
    (Unit.SCHOOL_HALF, 2): (1, 5),
    (Unit.YEAR, 0): (1, 12),
}


class Point(NamedTuple):
    """One end of a date: the 15th of October, the first quarter, the year 2021. A bare number, as in «1–15 октября» or
    «3–4 квартал», has no unit yet; what has no year yet gets one later."""

    unit: Unit | None
    number: int = 0
    month: int = 0
    year: int | None = None

    def months(self) -> tuple[int, int]:
        """Its first and last month, from 1 to 12. Raises NotUnderstoodError where there is no such thing."""
        if self.month:
            return self.month, self.month
        try:
            return _PARTS_OF_YEAR[self.unit or Unit.DAY, self.number]
        except KeyError:
            raise NotUnderstoodError from None

    def days(self) -> tuple[int, int]:
        """Its first day of the first month and its last day of the last one; 0 and less count back from the month's
        end. Raises NotUnderstoodError where there is no such thing."""
        if self.unit is Unit.DAY:
            if self.number < 1:
                raise NotUnderstoodError
            return self.number, self.number
        if self.unit not in (Unit.DECADE, Unit.WEEK):
            return 1, 0
        try:
            return _PARTS_OF_MONTH[self.unit, self.number]
        except KeyError:
            raise NotUnderstoodError from None

    def period(self, year: int) -> Period:
        """Its days in that year. Raises NotUnderstoodError for a day the month does not have."""
        (first_month, last_month), (first_day, last_day) = self.months(), self.days()
        return Period(_day(year, first_month, first_day), _day(year, last_month, last_day))

    def like(self, other: "Point") -> "Point":
        """This point with the unit and the month it shares with the one after it: «1» of «1–15 октября»."""
        if self.unit is None:
            return Point(other.unit, self.number, other.month, self.year)
        if self.unit in (Unit.DECADE, Unit.WEEK) and not self.month:
            return self._replace(month=other.month)
        return self


class Span(NamedTuple):
    """From one point to another, which is the same one for a single date."""

    first: Point
    last: Point

    def period(self, first_year: int, last_year: int) -> Period:
        """Its days. Raises NotUnderstoodError if it would end before it starts."""
        start = self.first.period(first_year)
        if self.first is self.last:
            return start
        end = self.last.period(last_year)
        if end.start < start.start or end.end < start.end:
            raise NotUnderstoodError
        return Period(start.start, end.end)


def resolve(spans: Sequence[Span], plan: Period) -> tuple[Period, ...]:
    """The days of the spans, in the order of the words.

    From right to left, a point without a year takes that of the point after it, or the year before where it would
    otherwise be later. With no year to the right, the one to the left serves if it lies outside the plan; otherwise
    the span falls where the plan has most of its months.
    """
    periods: list[Period] = []
    following: tuple[int, int] | None = None
    after: Point | None = None
    for index in range(len(spans) - 1, -1, -1):
        span = _completed(spans[index], after)
        after = span.first
        stated = following is not None or span.last.year is not None
        first_year, last_year = _years(span, following) if stated else _years_in(span, plan)
        periods.append(span.period(first_year, last_year))
        if stated:
            following = first_year, span.first.months()[0]
    return tuple(reversed(periods))


def _completed(span: Span, after: Point | None) -> Span:
    """The span with what its points share with those after them."""
    last = span.last.like(after) if after else span.last
    first = last if span.first is span.last else span.first.like(last)
    if first.unit is None or last.unit is None:
        raise NotUnderstoodError
    return span if first is span.first and last is span.last else Span(first, last)


def _years(span: Span, following: tuple[int, int] | None) -> tuple[int, int]:
    """Years of both ends, given the last one's own or the year and the month that come after."""
    last = span.last.year
    if last is None:
        assert following is not None
        last = _not_later(span.last, *following)
    return _first_year(span, last), last


def _first_year(span: Span, last_year: int) -> int:
    if span.first.year is not None:
        return span.first.year
    return _not_later(span.first, last_year, span.last.months()[0])


def _not_later(point: Point, year: int, month: int) -> int:
    return year if point.months()[0] <= month else year - 1


def _years_in(span: Span, plan: Period) -> tuple[int, int]:
    """Years of both ends where no year is stated after them."""
    given = span.first.year
    if given is not None:
        return given, given if span.last.months()[0] >= span.first.months()[0] else given + 1
    candidates = [(_first_year(span, year), year) for year in range(plan.start.year, plan.end.year + 1)]
    return max(candidates, key=lambda years: _months_shared(span, years, plan))


def _months_shared(span: Span, years: tuple[int, int], plan: Period) -> tuple[int, bool]:
    """How many months the span has in common with the plan, and whether it starts no earlier."""
    first = years[0] * 12 + span.first.months()[0]
    last = years[1] * 12 + span.last.months()[1]
    plan_first = plan.start.year * 12 + plan.start.month
    plan_last = plan.end.year * 12 + plan.end.month
    return max(min(last, plan_last) - max(first, plan_first) + 1, 0), first >= plan_first


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day if day > 0 else monthrange(year, month)[1] + day)
    except ValueError:
        raise NotUnderstoodError from None

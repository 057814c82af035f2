"""Dates as words give them, often without a year, and the years they take from each other and from the plan."""

from collections.abc import Sequence
from datetime import MAXYEAR, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from roadmap_desktop.model.due.extent import Extent, extent
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import U, Unit
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import in_use

_LONGEST_YEAR = 366
_PARTS_OF_MONTH = (U.DECADE, U.WEEK, U.HALF_MONTH)
_COUNTED = (U.DAY, *_PARTS_OF_MONTH, U.QUARTER, U.HALF, U.SCHOOL_HALF, U.TERM)


class Point(NamedTuple):
    """One end of a date: the 15th of October, the first quarter, the year 2021. A bare number, as in «1–15 октября» or
    «3–4 квартал», has no unit yet; what has no year yet gets one later."""

    unit: Unit | None
    number: int = 0
    month: int = 0
    year: int | None = None

    @property
    def extent(self) -> Extent:
        """Its days in any year. Raises NotUnderstoodError for what no year has, a bare number among them."""
        return extent(self.unit, self.number, self.month)

    @property
    def lacks_month(self) -> bool:
        """Whether it is a part of a month that is still to be told: «первая неделя»."""
        return self.unit in _PARTS_OF_MONTH and not self.month

    def within(self, month: "Point") -> "Point":
        """This part of that month: «октябрь (первая неделя)». Raises NotUnderstoodError if both state a year."""
        if self.year and month.year:
            raise NotUnderstoodError
        return self._replace(month=month.month, year=self.year or month.year)

    def like(self, after: "Point") -> "Point":
        """This point with what it leaves to the one after it: the month and the unit of «1–15 октября», the month of
        «начало – середина ноября», that the year meant is a calendar one in «1 полугодие, 2 полугодие 2021 года»."""
        if self.unit is None and after.unit in _COUNTED:
            return Point(after.unit, self.number, after.month, self.year)
        if self.lacks_month and not self.year and after.unit in _PARTS_OF_MONTH:
            return self._replace(month=after.month)
        if self.unit == U.SCHOOL_HALF and after.unit == U.HALF and not self.year:
            return self._replace(unit=U.HALF)
        return self


class Span(NamedTuple):
    """From one point to another, which is the same one for a single date."""

    first: Point
    last: Point

    @property
    def is_single(self) -> bool:
        """Whether it is one date, not a range."""
        return self.first is self.last

    @property
    def is_assumed(self) -> bool:
        """Whether it is one of the school's terms or holidays, which the wording itself does not date."""
        return in_use().has_usual_terms and any(point.unit in (U.TERM, U.HOLIDAYS) for point in self)

    @property
    def heads(self) -> bool:
        """Whether it is a year, which may stand before its dates: «2020 г., октябрь»."""
        return self.is_single and self.first.unit == U.YEAR

    @property
    def has_year(self) -> bool:
        """Whether the words state a year for either end."""
        return self.last.year is not None or self.first.year is not None

    def period(self, first_year: int, last_year: int) -> Period:
        """Its days. Raises NotUnderstoodError if it would end before it starts."""
        start = self.first.extent.in_year(first_year)
        if self.is_single:
            return start
        end = self.last.extent.in_year(last_year)
        if end.start < start.start or end.end < start.end:
            raise NotUnderstoodError
        return Period(start.start, end.end)


def resolve(spans: Sequence[Span], plan: Period) -> tuple[Period, ...]:
    """The days of each span. Raises NotUnderstoodError.

    From right to left, what has no year takes that of its right neighbour, or the year before where it would otherwise
    be later: «декабрь – февраль 2021 года» begins in 2020. Spans after the last year stated fall inside the plan, each
    where the plan has most of its months; they follow the year stated only if that lies outside the plan.
    """
    if len(spans) == 1 and spans[0].is_single:
        return (_alone(spans[0].first, plan),)
    spans = _narrowed(_completed(spans))
    if spans[0].heads and len(spans) > 1 and not any(span.has_year for span in spans[1:]):
        return _under_year(spans[0].first.year, spans[1:])
    if _mixes_years(spans):
        raise NotUnderstoodError
    stated = len(spans)
    while stated and not spans[stated - 1].has_year:
        stated -= 1
    periods = _backwards(spans[:stated])
    before = periods[-1] if periods and not periods[-1].overlaps(plan) else None
    for span in spans[stated:]:
        if before:
            before = span.period(*_years_after(span, before.start.year, before.start.month))
            periods.append(before)
        else:
            last_year = _year_within(span.first.extent, span.last.extent, plan)
            periods.append(span.period(_first_year(span, last_year), last_year))
    return tuple(periods)


def _under_year(year: int | None, spans: Sequence[Span]) -> tuple[Period, ...]:
    """The days of spans that a year stands before. Raises NotUnderstoodError where they are not in order: «2020 г.,
    октябрь, март» may mean the next one's March."""
    assert year
    periods = []
    for span in spans:
        first, last = (
            point._replace(unit=U.HALF if point.unit == U.SCHOOL_HALF else point.unit) for point in span
        )
        periods.append(Span(first, first if span.is_single else last).period(year, year))
    if any(later < earlier for earlier, later in pairwise(periods)):
        raise NotUnderstoodError
    return tuple(periods)


def each_year(plan: Period) -> list[Period]:
    """The plan itself or, of a longer one, the years that begin in it: in each of them «ежегодно, август» has its
    month."""
    if plan.days <= _LONGEST_YEAR:
        return [plan]
    start = plan.start.replace(day=1)
    firsts = [start.replace(year=year) for year in range(start.year, min(plan.end.year + 1, MAXYEAR))]
    return [
        Period(first, first.replace(year=first.year + 1) - timedelta(days=1))
        for first in firsts
        if first <= plan.end
    ]


def _alone(point: Point, plan: Period) -> Period:
    days = point.extent
    return days.in_year(point.year or _year_within(days, days, plan))


def _mixes_years(spans: Sequence[Span]) -> bool:
    """Whether a year stands beside what is none: «октябрь 2020 и 2021 годов» may be two Octobers, or one and a year."""
    return len({point.unit == U.YEAR for span in spans for point in span}) > 1


def _completed(spans: Sequence[Span]) -> Sequence[Span]:
    """The spans with what each point leaves to the one after it."""
    completed: list[Span] = []
    after: Point | None = None
    for first, last in reversed(spans):
        last_completed = last.like(after) if after else last
        after = last_completed if first is last else first.like(last_completed)
        completed.append(Span(after, last_completed))
    completed.reverse()
    return completed


def _narrowed(spans: Sequence[Span]) -> Sequence[Span]:
    """The spans with months that stand before their parts joined with them: «октябрь (первая и третья неделя)»."""
    if not any(span.last.lacks_month for span in spans):
        return spans
    narrowed: list[Span] = []
    month: Point | None = None
    for span in spans:
        if not span.last.lacks_month:
            month = span.last if span.is_single and span.last.unit == U.MONTH else None
            narrowed.append(span)
        elif month is None:
            raise NotUnderstoodError
        else:
            if narrowed[-1].last is month:
                narrowed.pop()
            last = span.last.within(month)
            narrowed.append(Span(last if span.is_single else span.first.within(month), last))
    return narrowed


def _backwards(spans: Sequence[Span]) -> list[Period]:
    """Days of spans the last of which states a year, from right to left."""
    periods: list[Period] = []
    following: tuple[int, int] | None = None
    for span in reversed(spans):
        last_year = span.last.year
        if last_year is None and following:
            last_year = _not_later(span.last, *following)
        if last_year is None:
            first_year, last_year = _years_after(span, span.first.year or 0, 1)
        else:
            first_year = _first_year(span, last_year)
        periods.append(span.period(first_year, last_year))
        following = first_year, span.first.extent.first_month
    periods.reverse()
    return periods


def _first_year(span: Span, last_year: int) -> int:
    if span.is_single:
        return last_year
    return span.first.year or _not_later(span.first, last_year, span.last.extent.first_month)


def _not_later(point: Point, year: int, month: int) -> int:
    return year if point.extent.first_month <= month else year - 1


def _years_after(span: Span, year: int, month: int) -> tuple[int, int]:
    """Years of both ends of a span that starts in or after that month."""
    first = span.first.extent.first_month
    first_year = year if first >= month else year + 1
    return first_year, first_year if span.last.extent.first_month >= first else first_year + 1


@lru_cache(maxsize=1024)
def _year_within(first: Extent, last: Extent, plan: Period) -> int:
    """The year in which a span without one ends: that in which it shares most months with the plan, the earlier one of
    equals, and the first after the plan's start if it shares none.

    In a school year every month has one place. «III квартал» is that of its end, «3–4 квартал» and «август – сентябрь»
    are those of its beginning.
    """
    plan_first = plan.start.year * 12 + plan.start.month
    plan_last = plan.end.year * 12 + plan.end.month

    def shared(year: int) -> tuple[int, bool]:
        starts = (year - (first.first_month > last.first_month)) * 12 + first.first_month
        ends = year * 12 + last.last_month
        months = min(ends, plan_last) - max(starts, plan_first) + 1
        return max(months, 0), months <= 0 and starts >= plan_first

    return max(range(plan.start.year, plan.end.year + 1), key=shared)

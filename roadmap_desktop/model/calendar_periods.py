"""Stretches of the calendar that work is planned by: weeks, months, quarters, halves of a school year."""

import calendar
from datetime import date, timedelta
from functools import cache

from roadmap_desktop.model.period import Period


def month_of(day: date) -> Period:
    """The whole month that the day lies in."""
    return _month(day.year, day.month)


@cache
def _month(year: int, number: int) -> Period:
    # Asked of each of thousands of lines of a plan.
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def quarter_of(year: int, number: int) -> Period:
    """A quarter of a calendar year; ``number`` counts from 1."""
    first = 3 * number - 2
    return Period(date(year, first, 1), month_of(date(year, first + 2, 1)).end)


def half_of(year: int, number: int) -> Period:
    """A half of the school year that begins in ``year``: September–December, then January–May."""
    if number == 1:
        return Period(date(year, 9, 1), date(year, 12, 31))
    return Period(date(year + 1, 1, 1), date(year + 1, 5, 31))


def week_of(day: date) -> Period:
    """The week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def weeks_between(period: Period) -> list[Period]:
    """The whole weeks that the period touches."""
    weeks = [week_of(period.start)]
    while weeks[-1].end < period.end:
        weeks.append(week_of(weeks[-1].end + timedelta(days=1)))
    return weeks


def months_between(period: Period) -> list[Period]:
    """The whole months that the period touches."""
    months = [month_of(period.start)]
    while months[-1].end < period.end:
        months.append(month_of(months[-1].end + timedelta(days=1)))
    return months

"""Months and weeks as the calendar's grid shows them: Monday first, whole weeks. No Qt."""

from calendar import monthrange
from datetime import date, timedelta

from roadmap_desktop.model.period import Period

DAYS_IN_WEEK = 7
# Dates end at the year 9999; a grid also shows days of the neighbouring months, so its months end a little earlier.
FIRST_MONTH = date(1000, 1, 1)
LAST_MONTH = date(9998, 12, 1)


def month_of(day: date) -> date:
    """The first day of the day's month, by which a month is named; the nearest month that a grid can show."""
    return min(max(day.replace(day=1), FIRST_MONTH), LAST_MONTH)


def shifted(month: date, months: int) -> date:
    """The month so many months later (earlier when negative)."""
    index = month.year * 12 + month.month - 1 + months
    index = min(max(index, FIRST_MONTH.year * 12), LAST_MONTH.year * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def month_period(month: date) -> Period:
    """The days of the month."""
    return Period(month, month.replace(day=monthrange(month.year, month.month)[1]))


def weeks_of(month: date) -> tuple[date, ...]:
    """Mondays of the four to six weeks that hold the month's days."""
    days = month_period(month)
    first = days.start - timedelta(days=days.start.weekday())
    count = (days.end - first).days // DAYS_IN_WEEK + 1
    return tuple(first + timedelta(weeks=week) for week in range(count))


def shown_days(month: date) -> Period:
    """Every day of the month's weeks, those of the neighbouring months among them."""
    weeks = weeks_of(month)
    return Period(weeks[0], weeks[-1] + timedelta(days=DAYS_IN_WEEK - 1))


def same_day(month: date, day: date) -> date:
    """The day with the same number in another month, or that month's last one."""
    return month.replace(day=min(day.day, month_period(month).end.day))

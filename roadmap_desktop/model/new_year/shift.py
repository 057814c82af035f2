"""How far a plan is moved, and what becomes of a single day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.due.shifting import YEARS
from roadmap_desktop.model.holidays import days_off
from roadmap_desktop.model.period import Period


class Shift(NamedTuple):
    """From the days of the ``old`` plan to those of the ``new``; ``to_working_days``: a day that nobody works on gives
    way to one near it."""

    old: Period
    new: Period
    to_working_days: bool = True

    @property
    def years(self) -> int:
        """By how many years everything moves."""
        return self.new.start.year - self.old.start.year

    @property
    def near_years(self) -> range:
        """The years that speak of the old plan: its own, the one before and the one after."""
        return range(self.old.start.year - 1, self.old.end.year + 2)


def moved_period(period: Period, years: int) -> Period:
    """The same stretch so many years later; one that lasts to the end of February still does. Raises ValueError beyond
    the years known in figures."""
    start, end = (moved_day(day, years) for day in period)
    if period.start < period.end and period.end.month == 2 and period.end == month_of(period.end).end:
        end = month_of(end).end
    return Period(start, end)


def moved_day(day: date, years: int) -> date:
    """The same day so many years later; the day before where there is no 29 February. Raises ValueError beyond the
    years known in figures."""
    year = day.year + years
    if year not in YEARS:
        raise ValueError(f"no such year: {year}")
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def working_day(day: date) -> date:
    """The day itself where it is worked; else the working day before it, or after it where its month has none before:
    a month's plan keeps what it has."""
    if day not in days_off((day,)):
        return day
    start, end = month_of(day)
    month = [start + timedelta(days=after) for after in range((end - start).days + 1)]
    off = days_off(month)
    worked = [one for one in month if one not in off]
    return max((one for one in worked if one < day), default=worked[0])

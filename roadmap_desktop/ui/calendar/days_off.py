"""Days that are not worked, as the grid needs them: weekends at once, holidays when they have been loaded."""

from datetime import date, timedelta
from functools import lru_cache

from roadmap_desktop import clock
from roadmap_desktop.model.holidays import days_off, holiday_names
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import when_another_is_used

_SATURDAY = 5


class DaysOff:
    """Weekends only until ``learn_holidays`` was called: loading the holidays takes a while."""

    def __init__(self) -> None:
        self.holidays_known = False

    def learn_holidays(self) -> None:
        """Loads the library of holidays."""
        days_off([clock.today()])
        self.holidays_known = True

    def among(self, days: Period) -> frozenset[date]:
        """Which days of the period are not worked."""
        if self.holidays_known:
            return _off(days)
        return frozenset(day for day in _days(days) if day.weekday() >= _SATURDAY)

    def name(self, day: date) -> str:
        """The Russian name of a holiday; empty for other days."""
        return holiday_names(Period(day, day)).get(day, "") if self.holidays_known else ""


@lru_cache(maxsize=64)
def _off(days: Period) -> frozenset[date]:
    return frozenset(days_off(_days(days)))


when_another_is_used(_off.cache_clear)


def _days(days: Period) -> list[date]:
    return [days.start + timedelta(days=offset) for offset in range((days.end - days.start).days + 1)]

"""Russian public holidays and transferred days off, offline, as the ``holidays`` library knows them
(ТК РФ, ст. 112, and the government's yearly orders)."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from roadmap_desktop.model.period import Period

_SATURDAY = 5


def holiday_names(period: Period) -> dict[date, str]:
    """Days of the period that are public holidays or transferred days off, with their Russian names."""
    names: dict[date, str] = {}
    for year in range(period.start.year, period.end.year + 1):
        names.update({day: name for day, name in _year(year)[0].items() if period.start <= day <= period.end})
    return names


def days_off(days: Iterable[date]) -> set[date]:
    """Which of the days are not worked: weekends, holidays and transferred days off, less Saturdays made working."""
    off = set()
    for day in days:
        names, worked = _year(day.year)
        if day in names or (day.weekday() >= _SATURDAY and day not in worked):
            off.add(day)
    return off


@cache
def _year(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """Names of a year's holidays, and its weekend days that are worked in exchange for another day."""
    # Imported when a calendar is first shown: it takes longer than the whole window.
    import holidays

    calendar = holidays.country_holidays("RU", years=year, expand=False, language="ru")
    # Older versions of the library do not know of working weekend days.
    worked = frozenset(getattr(calendar, "weekend_workdays", ()))
    return MappingProxyType(dict(calendar)), worked

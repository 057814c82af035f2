"""Russian public holidays and transferred days off, offline, as the ``holidays`` library knows them
(ТК РФ, ст. 112, and the yearly orders of the government); of years whose order it does not know, as that article alone
has them; beside them the days off of the region, which the school calendar in use names."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import in_use

_SATURDAY = 5
_JANUARY = 1
# Since then the article has the holidays that it has now: 1–8 January, six other days.
_SINCE = 2013
_IN_THE_ARTICLE = 14


def holiday_names(period: Period) -> dict[date, str]:
    """Days of the period that are public holidays or transferred days off, with their Russian names."""
    own = in_use().days_off
    names = {day: name for day, name in own.items() if period.start <= day <= period.end}
    for year in range(period.start.year, period.end.year + 1):
        names.update({day: name for day, name in _year(year)[0].items() if period.start <= day <= period.end})
    return names


def days_off(days: Iterable[date]) -> set[date]:
    """Which of the days are not worked: weekends, holidays and transferred days off, less Saturdays made working."""
    own, off = in_use().days_off, set()
    for day in days:
        names, worked = _year(day.year)
        if day in names or day in own or (day.weekday() >= _SATURDAY and day not in worked):
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
    names: dict[date, str] = dict(calendar)
    if year >= _SINCE and len(names) == _IN_THE_ARTICLE:
        names.update(_moved_by_law(names))
    return MappingProxyType(names), worked


def _moved_by_law(names: Mapping[date, str]) -> Iterator[tuple[date, str]]:
    """The days off that the law itself moves, of a year without an order: a holiday that falls on a weekend gives its
    day off to the next working day; those of January are moved by an order alone (ТК РФ, ст. 112, ч. 2)."""
    taken = set(names)
    for holiday in sorted(names):
        if holiday.month == _JANUARY or holiday.weekday() < _SATURDAY:
            continue
        day = holiday
        while day in taken or day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
        taken.add(day)
        yield day, f"Выходной (перенесено с {holiday:%d.%m.%Y})"

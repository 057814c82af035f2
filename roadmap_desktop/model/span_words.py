"""Days in words, without the year where there is one: «8 октября, чт», «12–14 октября», «6, 13, 20 октября, вт»."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS_OF, capital

_WEEKDAY_NAMES = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


def day_words(day: date) -> str:
    """«8 октября»."""
    return f"{day.day} {MONTHS_OF[day.month - 1]}"


def day_caption(day: date) -> str:
    """«Понедельник, 5 октября»."""
    return f"{capital(_WEEKDAY_NAMES[day.weekday()])}, {day_words(day)}"


def run_words(period: Period, *, with_month: bool = True) -> str:
    """«8 октября», «12–14 октября», «28 сентября – 2 октября»; the last month may be left to what follows."""
    start, end = period
    last = day_words(end) if with_month else str(end.day)
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    if start.year != end.year:
        return f"{day_words(start)} {start.year} – {day_words(end)} {end.year}"
    return f"{day_words(start)} – {last}"


def days_words(days: Sequence[date]) -> str:
    """«6, 13, 20 октября, вт», «5–7, 19–21 октября», «29 сентября, 6 октября, вт»."""
    runs = list(_runs(days))
    said = ", ".join(
        run_words(run, with_month=following is None or following.start.month != run.end.month)
        for run, following in zip(runs, (*runs[1:], None), strict=True)
    )
    weekdays = {day.weekday() for day in days}
    return f"{said}, {WEEKDAYS[weekdays.pop()]}" if len(weekdays) == 1 else said


def _runs(days: Sequence[date]) -> Iterator[Period]:
    """The days as stretches without a gap."""
    start = end = days[0]
    for day in days[1:]:
        if day > end + timedelta(days=1):
            yield Period(start, end)
            start = day
        end = day
    yield Period(start, end)

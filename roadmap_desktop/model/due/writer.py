"""Words for dates given by hand."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS, MONTHS_OF


def write_due(periods: Sequence[Period], plan: Period) -> str:
    """The shortest usual wording of the periods, empty for none: «октябрь 2020 года», «5–16 октября 2020 года»."""
    if list(periods) == [plan]:
        return "в течение всего периода"
    return ", ".join(map(_period, periods))


def write_deadline(day: date, plan: Period) -> str:
    """«до 1 ноября 2020 года»."""
    return f"до {day_words(day)}"


def _period(period: Period) -> str:
    start, end = period
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if start == end:
        return day_words(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_words(end)}"
    first = f"{start.day} {MONTHS_OF[start.month - 1]}"
    return f"{first}{_year_if_other(start, end)} – {day_words(end)}"


def _months(start: date, end: date) -> str:
    last = f"{MONTHS[end.month - 1]} {end.year} года"
    if (start.year, start.month) == (end.year, end.month):
        return last
    return f"{MONTHS[start.month - 1]}{_year_if_other(start, end)} – {last}"


def _year_if_other(start: date, end: date) -> str:
    return "" if start.year == end.year else f" {start.year}"


def day_words(day: date) -> str:
    """«1 ноября 2020 года»."""
    return f"{day.day} {MONTHS_OF[day.month - 1]} {day.year} года"

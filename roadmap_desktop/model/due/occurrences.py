"""Days on which a recurring activity falls."""

from datetime import date, datetime, time
from functools import lru_cache

from roadmap_desktop.model.due.reading import DueReading
from roadmap_desktop.model.period import Period


def occurrences(reading: DueReading, window: Period) -> list[date]:
    """Days of the window on which the activity falls, earliest first.

    None where the words name no day: «раз в месяц», and «раз в две недели, по вторникам», which does not say on which
    Tuesday to begin.
    """
    rule = reading.rule
    if rule is None or "INTERVAL" in rule or not ("BY" in rule or rule == "FREQ=DAILY"):
        return []
    days: set[date] = set()
    for period in reading.periods:
        if period.overlaps(window):
            days.update(_expanded(rule, max(period.start, window.start), min(period.end, window.end)))
    return sorted(days)


def recurrences(rule: str, period: Period) -> list[date]:
    """The days of a rule over a period as RFC 5545, section 3.3.10 expands it: one that names no day («раз в месяц»)
    falls on the day of the month or the week with which the period begins."""
    return list(_expanded(rule, period.start, period.end))


@lru_cache(maxsize=1024)
def _expanded(rule: str, start: date, end: date) -> tuple[date, ...]:
    from dateutil.rrule import rrulestr

    first, last = datetime.combine(start, time()), datetime.combine(end, time())
    return tuple(moment.date() for moment in rrulestr(rule, dtstart=first).between(first, last, inc=True))

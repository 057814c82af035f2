"""Days on which a recurring activity falls."""

from datetime import date, datetime, time
from functools import lru_cache

from roadmap_desktop.model.due.reading import DueReading
from roadmap_desktop.model.due.rule_words import split_rule
from roadmap_desktop.model.period import Period

_BY_DAY = "BYMONTHDAY="
_EVERY_MONTH_HAS = 28


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
            first, last = max(period.start, window.start), min(period.end, window.end)
            for single in single_rules(rule, first):
                days.update(_expanded(single, first, last))
    return sorted(days)


def single_rules(rule: str, start: date) -> list[str]:
    """The rule as rules that name one day of the month each: «5 и 20 числа» is two of them. The 31st is the last day,
    and a rule that names no day («раз в месяц») names the one with which its period begins where not every month has
    it."""
    head, days = split_rule(rule)
    if rule.startswith("FREQ=MONTHLY") and not days and start.day > _EVERY_MONTH_HAS:
        days = f"{_BY_DAY}{start.day}"
    if not days.startswith(_BY_DAY):
        return [rule]
    named = ("-1" if day == "31" else day for day in days.removeprefix(_BY_DAY).split(","))
    return [f"{head};{_BY_DAY}{day}" for day in dict.fromkeys(named)]


def recurrences(rule: str, period: Period) -> list[date]:
    """The days of a single rule over a period as RFC 5545, section 3.3.10 expands it: one that names no day («раз в
    неделю») falls on the day with which the period begins. The 29th and the 30th fall on the last day of a month that
    is shorter (RFC 7529, section 4.1, SKIP=BACKWARD)."""
    return list(_expanded(rule, period.start, period.end))


@lru_cache(maxsize=1024)
def _expanded(rule: str, start: date, end: date) -> tuple[date, ...]:
    from dateutil.rrule import rrulestr

    first, last = datetime.combine(start, time()), datetime.combine(end, time())
    moments = rrulestr(_skipping_backward(rule), dtstart=first).between(first, last, inc=True)
    return tuple(moment.date() for moment in moments)


def _skipping_backward(rule: str) -> str:
    """The last of the days up to the named one that the month has: few programs know the word for it, all know this."""
    head, days = split_rule(rule)
    named = int(days.removeprefix(_BY_DAY)) if days.startswith(_BY_DAY) else 0
    if named <= _EVERY_MONTH_HAS:
        return rule
    days = ",".join(map(str, range(_EVERY_MONTH_HAS, named + 1)))
    return f"{head};{_BY_DAY}{days};BYSETPOS=-1"

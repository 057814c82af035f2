"""What a due is in a calendar program: all-day stretches, and recurrences as RFC 5545 has them."""

from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.due import DueReading, recurrences, single_rules
from roadmap_desktop.model.period import Period


class Term(NamedTuple):
    """One event: a stretch of days or, with a ``rule``, the days on which it recurs, the stretch being the first of
    them and ``besides`` those of them that the rule leaves out, having none such in a shorter month. ``ordinal`` counts
    the events of the due from 1 in the order of time, so that an event remains itself when its dates change."""

    ordinal: int
    period: Period
    rule: str = ""
    days: tuple[date, ...] = ()
    besides: tuple[date, ...] = ()

    def falls_in(self, window: Period) -> bool:
        """Whether some day of it lies in the window."""
        if self.rule:
            return any(window.contains(day) for day in self.days)
        return self.period.overlaps(window)


def terms_of(due: DueReading) -> tuple[Term, ...]:
    """The events of a due: its periods, or what recurs in each of them; what is undated has none. A recurrence whose
    words name no day («ежемесячно») is a reminder on the first day of each turn: a bar over the whole year, which the
    program's own calendar has room for, would remind of nothing elsewhere. Two days of a month are two events: Outlook
    takes no rule with several (MS-OXCICAL, 2.1.3.2.2.3)."""
    periods = sorted(set(due.periods))
    if due.rule is None:
        return tuple(Term(index, period) for index, period in enumerate(periods, 1))
    recurring = [
        (rule, recurrences(rule, period))
        for period in periods
        for rule in single_rules(due.rule, period.start)
    ]
    return tuple(_recurring(index, rule, days) for index, (rule, days) in enumerate(recurring, 1) if days)


def _recurring(ordinal: int, rule: str, days: list[date]) -> Term:
    first = Period(days[0], days[0])
    if len(days) == 1:
        return Term(ordinal, first)
    # UNTIL is a date as DTSTART is one, and the days before the first are never counted in: section 3.3.10.
    named = rule.partition("BYMONTHDAY=")[2]
    # Of the 29th and the 30th, the last days of shorter months; Outlook takes them for such by itself.
    besides = tuple(day for day in days if str(day.day) != named) if named in ("29", "30") else ()
    return Term(ordinal, first, f"{rule};UNTIL={days[-1]:%Y%m%d}", tuple(days), besides)

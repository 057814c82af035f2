"""Records of a register that a period is about."""

from collections.abc import Iterable
from datetime import date

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.source import Entry, Source


def of_period(source: Source, register: str, field: str, period: Period, **where: object) -> list[Entry]:
    """The records whose day lies in the period, by day, then by name. Those without a day come last, and only where the
    period is the roadmap's whole one."""
    with_undated = period.covers(source.plan.info.period)
    return by_day(
        (
            one
            for one in source.entries(register, **where)
            if (period.contains(one.values[field]) if one.values[field] else with_undated)
        ),
        field,
    )


def by_day(entries: Iterable[Entry], field: str) -> list[Entry]:
    """The records by day, those of one day by name, those without a day last."""
    return sorted(entries, key=lambda one: (one.values[field] or date.max, as_counted(one.name)))


def overlapping(entries: Iterable[Entry], first: str, last: str, period: Period) -> list[Entry]:
    """The records that last from one day to another and share one with the period, or have no days at all, by their
    first day."""
    return by_day((one for one in entries if _shares(one.values[first], one.values[last], period)), first)


def _shares(first: date | None, last: date | None, period: Period) -> bool:
    start, end = first or last, last or first
    return start is None or end is None or (start <= period.end and period.start <= end)


def days_words(first: date | None, last: date | None) -> str:
    """«01.10.2020 – 31.05.2021», «с 01.10.2020», «до 31.05.2021»."""
    if first and last:
        return f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"
    if first:
        return f"с {first:%d.%m.%Y}"
    return f"до {last:%d.%m.%Y}" if last else ""

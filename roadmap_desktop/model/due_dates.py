"""Dates given by hand, for wordings that name none, and how they join the reading of the words."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmap_desktop.model.due import DueKind, DueReading, read_due
from roadmap_desktop.model.period import Period, iso_date


class DueValue(NamedTuple):
    """The words as they are printed, and dates given by hand for words that name none."""

    text: str
    dates: str = ""


def parse_dates(text: str) -> tuple[Period, ...]:
    """Periods stored as ISO 8601 intervals «2020-09-01/2020-10-31; 2021-03-01/2021-03-31».

    Raises ValueError for anything else.
    """
    return tuple(_interval(part.strip()) for part in text.split(";")) if text.strip() else ()


def format_dates(periods: Iterable[Period]) -> str:
    """The text that ``parse_dates`` reads back."""
    return "; ".join(f"{period.start.isoformat()}/{period.end.isoformat()}" for period in periods)


def effective_due(due_text: str, due_dates: str, plan: Period) -> DueReading:
    """What the activity's due is: the reading of its words; the hand's dates where the words name no date at all, so
    that two people changing one of the two can never bring the words and the dates into contradiction."""
    reading = read_due(due_text, plan)
    if reading.periods or not due_dates:
        return reading
    try:
        periods = parse_dates(due_dates)
    except ValueError:
        return reading
    return reading._replace(kind=DueKind.DATED, periods=periods) if periods else reading


def _interval(text: str) -> Period:
    start, _, end = text.partition("/")
    period = Period(iso_date(start), iso_date(end or start))
    if period.end < period.start:
        raise ValueError(text)
    return period

"""A stretch of days, and the school year as one."""

import re
from datetime import date
from typing import NamedTuple

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SCHOOL_YEAR = re.compile(r"\s*([0-9]{4})(?:\s*[-‐‑‒–—―−/]\s*([0-9]{4}|[0-9]{2}))?\s*")


class Period(NamedTuple):
    """Days from ``start`` to ``end``, both included; ``start`` is never after ``end``."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days there are in it, one at least."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share at least one day."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.start <= day <= self.end

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other is one of its days."""
        return self.start <= other.start and other.end <= self.end


def iso_date(text: str) -> date:
    """The day «2020-10-05», written so and no other way: not «20201005», nor «2020-W41-1», nor in digits of another
    script. Raises ValueError."""
    if not _ISO_DATE.fullmatch(text):
        raise ValueError(f"not a date: {text!r}")
    return date.fromisoformat(text)


def school_year(text_or_first_year: str | int) -> Period:
    """The school year of «2020-2021» (any dash or a slash), «2020–21», «2020» or 2020: 1 September – 31 August.

    Raises ValueError for anything else.
    """
    match = _SCHOOL_YEAR.fullmatch(str(text_or_first_year))
    if not match:
        raise ValueError(f"not a school year: {text_or_first_year!r}")
    first = int(match[1])
    following = match[2]
    if following and following != str(first + 1)[-len(following) :]:
        raise ValueError(f"not two years in a row: {text_or_first_year!r}")
    return Period(date(first, 9, 1), date(first + 1, 8, 31))


def school_year_of(day: date) -> Period:
    """The school year in which a day lies. Raises ValueError before the first and after the last that dates know."""
    return school_year(day.year if day.month >= 9 else day.year - 1)


def school_year_label(period: Period) -> str:
    """«2020–2021», by the years in which the period starts and ends; «2021» where they are one."""
    if period.start.year == period.end.year:
        return str(period.start.year)
    return f"{period.start.year}–{period.end.year}"

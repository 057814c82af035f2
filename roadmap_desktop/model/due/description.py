"""What the user is told, while typing, that a wording has been read as."""

from datetime import date

from roadmap_desktop.model.due.reading import DueKind, DueReading
from roadmap_desktop.model.due.rule_words import rule_words
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS_OF

_ASSUMED = " (по обычным четвертям и каникулам)"


def describe(reading: DueReading) -> str:
    """«1 сентября – 31 октября 2020», «до 1 ноября 2020», «каждый вторник, 1 сентября 2020 – 31 августа 2021»."""
    if reading.kind is DueKind.UNKNOWN:
        return "не распознано: укажите даты"
    if reading.kind is DueKind.UNDATED:
        return "без даты"
    if reading.kind is DueKind.DEADLINE:
        told = ", ".join(f"до {_day(day)}" for _, day in reading.periods)
        return f"{told}{_ASSUMED}" if reading.is_assumed else told
    dates = ", ".join(map(_period, reading.periods))
    if reading.is_assumed:
        return f"{dates}{_ASSUMED}"
    if reading.kind is DueKind.PERIOD:
        return f"весь период: {dates}"
    if reading.rule:
        return f"{rule_words(reading.rule)}, {dates}"
    return dates


def _period(period: Period) -> str:
    start, end = period
    if start == end:
        return _day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    first = _day(start) if start.year != end.year else f"{start.day} {MONTHS_OF[start.month - 1]}"
    return f"{first} – {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS_OF[day.month - 1]} {day.year}"

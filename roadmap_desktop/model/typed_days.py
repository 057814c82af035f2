"""When something is, as a cell of somebody's plan says it: «8 октября, чт, 14.00», «6, 13 и 20.10»."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.due import DueKind, occurrences, read_due
from roadmap_desktop.model.hours import Hours, hours_in, read_hours
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_days import ADVICE, read_days
from roadmap_desktop.model.russian import MONTHS_OF
from roadmap_desktop.model.typed_date import read_date

_PARTS = re.compile(r"[,;\n]|\s{2,}")
_WEEKDAY = re.compile(
    r"\(?\b(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b\.?\)?",
    re.I,
)
# «14.00» after a day is an hour; «14.10» may be another day.
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}|\.00|\.30|\.15|\.45|\s?ч)|\bв\s\d|\bс\s\d.*\bдо\s\d", re.I)
_WHOLE = re.compile(r"(?:весь|в\s?течение|на протяжении)\s?(?:всего\s)?(?:месяц)?а?", re.I)


class TypedDays(NamedTuple):
    """Each stretch of days, and the hours, where they are told."""

    periods: tuple[Period, ...]
    hours: Hours | None


def read_typed_days(text: str, window: Period) -> TypedDays:
    """What a cell says within the plan of a window. Raises ValueError with a Russian sentence for what is no day."""
    with suppress(ValueError):
        day = read_date(text)
        return TypedDays((Period(day, day),), None)
    said, days, hours = _parted(text)
    if not days:
        raise ValueError(f"«{one_line(text)}» — не день. {ADVICE}" if text.strip() else "День не указан.")
    whole = ", ".join(days)
    lasting = _lasting(said, window)
    if _WHOLE.fullmatch(whole) or lasting:
        return TypedDays(lasting or (month_of(window.start),), hours)
    return TypedDays(tuple(_periods(whole, days, window)), hours)


def _lasting(text: str, window: Period) -> tuple[Period, ...]:
    """The days of «каждый вторник»; the whole month for «еженедельно» and «постоянно», which name none."""
    due = read_due(text, window)
    if due.kind is DueKind.RECURRING:
        days = tuple(Period(day, day) for day in occurrences(due, window))
        return days or (month_of(window.start),)
    return (month_of(window.start),) if due.kind is DueKind.PERIOD else ()


def _parted(text: str) -> tuple[str, list[str], Hours | None]:
    """What is said of days, its parts without days of the week, and the hours."""
    said: list[str] = []
    days: list[str] = []
    hours: Hours | None = None
    for part in _PARTS.split(text):
        plain = _WEEKDAY.sub("", part).strip(" .–-—")
        told = _hours(plain) if said or ":" in plain else None
        if told is not None:
            hours = told
        elif part.strip():
            said.append(part.strip())
            days += [plain] if plain else []
    return ", ".join(said), days, hours or hours_in(text)


def _hours(part: str) -> Hours | None:
    if not _CLOCK.search(part):
        return None
    try:
        return read_hours(part)
    except ValueError:
        return None


def _periods(whole: str, days: Sequence[str], window: Period) -> Iterator[Period]:
    month = f"{MONTHS_OF[window.start.month - 1]} {window.start.year}"
    try:
        one = read_days(whole, window)
        if one is not None:
            yield one
            return
    except ValueError:
        pass
    for words in (whole, f"{whole} {month}"):
        due = read_due(words, window)
        if due.kind in (DueKind.DATED, DueKind.DEADLINE) and due.periods:
            yield from due.periods
            return
    for part in days:
        one = read_days(part, window)
        if one is not None:
            yield one

"""The days of a line of a month's plan: as they are typed, and as they are shown."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.due import DueKind, read_due
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.span_words import WEEKDAYS

ADVICE = "Напишите день так: 8, 8–10 или 08.10.2020."
_NUMBERS = re.compile(r"([0-9]{1,2})(?:\s?[-‐‑‒–—−]\s?([0-9]{1,2}))?")
_WEEKDAY = re.compile(rf",?\s(?:{'|'.join(WEEKDAYS)})\.?(?:\s?[-–]\s?(?:{'|'.join(WEEKDAYS)})\.?)?$")


def read_days(text: str, window: Period) -> Period | None:
    """The days that are typed into the plan of a window: «8» and «8–10» are days of its month, others are read as a due
    wording; None for an empty text. Raises ValueError with a Russian sentence."""
    plain = _WEEKDAY.sub("", one_line(text).casefold()).rstrip(".,")
    if not plain:
        return None
    numbers = _NUMBERS.fullmatch(plain)
    if numbers:
        first, last = int(numbers[1]), int(numbers[2] or numbers[1])
        return _ordered(text, _numbered(first, window), _numbered(last, window))
    due = read_due(plain, school_year(window.start.year - (window.start.month < 9)))
    if due.kind not in (DueKind.DATED, DueKind.DEADLINE) or len(due.periods) != 1:
        raise ValueError(f"«{text.strip()}» — не день. {ADVICE}")
    return due.periods[0]


def _numbered(number: int, window: Period) -> date:
    """The day of that number in the window, or in the month in which it begins."""
    for day in (window.start + timedelta(days=index) for index in range(window.days)):
        if day.day == number:
            return day
    month = month_of(window.start)
    if not 1 <= number <= month.end.day:
        raise ValueError(f"{number}-го числа в этом месяце нет. {ADVICE}")
    return month.start.replace(day=number)


def _ordered(text: str, first: date, last: date) -> Period:
    if last < first:
        raise ValueError(f"«{text.strip()}»: последний день раньше первого.")
    return Period(first, last)


def shown_days(line: PlanLine, window: Period) -> str:
    """«8, чт», «12–14, пн–ср», «6, 13, 20, вт», «до 31», «1–31», as a list names them beneath the month's name."""
    if line.group is PlanGroup.EXPIRING and line.period is not None:
        return f"до {line.period.end.day}"
    if line.days:
        return _listed(line.days)
    if line.period is None or line.group in (PlanGroup.ALL_YEAR, PlanGroup.UNDATED):
        return ""
    if line.group is PlanGroup.EARLIER:
        return f"до {line.period.end:%d.%m.%y}"
    start, end = max(line.period.start, window.start), min(line.period.end, window.end)
    if line.group is PlanGroup.ALL_MONTH:
        return f"{start.day}–{end.day}"
    start, end = line.period
    if start == end:
        return f"{start.day}, {WEEKDAYS[start.weekday()]}"
    if end.month != start.month:
        return f"{start:%d.%m}–{end:%d.%m}"
    return f"{start.day}–{end.day}, {WEEKDAYS[start.weekday()]}–{WEEKDAYS[end.weekday()]}"


def _listed(days: Sequence[date]) -> str:
    weekdays = {day.weekday() for day in days}
    named = f", {WEEKDAYS[days[0].weekday()]}" if len(weekdays) == 1 else ""
    return ", ".join(str(day.day) for day in days) + named

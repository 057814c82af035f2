"""The school calendar of the district: read from what is typed, kept, used by whatever reads wordings."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.school_calendar import SchoolCalendar as SchoolCalendar
from roadmap_desktop.model.school_calendar import in_use as in_use
from roadmap_desktop.model.school_calendar import use
from roadmap_desktop.model.school_terms import Term
from roadmap_desktop.operations.registers.typed_values import parse_date
from roadmap_desktop.storage.school_calendar import read_calendar, write_calendar

_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./]?")
_SEPTEMBER = 9
_NAMES = ("I", "II", "III", "IV")
_KEPT = "Прежний календарь остался."
_DAY_OFF = "выходной в регионе"


def load() -> None:
    """Takes the calendar that was kept into use."""
    use(read_calendar())


def keep(calendar: SchoolCalendar) -> None:
    """Remembers the calendar and takes it into use. Raises UserError when it cannot be written."""
    write_calendar(calendar)
    use(calendar)


def typed_calendar(terms: Sequence[tuple[str, str]], days_off: str) -> SchoolCalendar:
    """The calendar of four terms, «01.09» and «26.10» each, and of lines «21.04.2027 Радоница». Raises UserError for
    what cannot be."""
    read = [
        Term(_typed_day(name, first), _typed_day(name, last))
        for name, (first, last) in zip(_NAMES, terms, strict=True)
    ]
    days = [day for term in read for day in (_in_school_year(term.first), _in_school_year(term.last))]
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise UserError("Дни четвертей идут не по порядку.", _KEPT, "Каждая начинается после предыдущей.")
    if any(_is_before_new_year(term) != (number < len(read) // 2) for number, term in enumerate(read)):
        raise UserError(
            "I и II четверти идут до Нового года, III и IV — после него.", _KEPT, "Проверьте месяцы."
        )
    if any(later - earlier == timedelta(days=1) for earlier, later in pairwise(days[1:-1])):
        raise UserError("Между четвертями нет каникул.", _KEPT, "Проверьте дни.")
    return SchoolCalendar(tuple(read), _typed_days_off(days_off))


def shown_terms(calendar: SchoolCalendar) -> list[tuple[str, str]]:
    """The terms as they are typed."""
    return [(_shown(term.first), _shown(term.last)) for term in calendar.terms]


def shown_days_off(calendar: SchoolCalendar) -> str:
    """The days off as they are typed, one a line."""
    return "\n".join(f"{day:%d.%m.%Y} {name}" for day, name in sorted(calendar.days_off.items()))


def _is_before_new_year(term: Term) -> bool:
    return term.first[0] >= _SEPTEMBER and term.last[0] >= _SEPTEMBER


def _typed_day(name: str, text: str) -> tuple[int, int]:
    found = _DAY.fullmatch(text.strip())
    try:
        day = date(2001, int(found[2]), int(found[1])) if found else None
    except ValueError:
        day = None
    if day is None:
        reason = f"«{text.strip()}» — не день" if text.strip() else "день не указан"
        raise UserError(f"{name} четверть: {reason}.", _KEPT, "Пишите день и месяц: 26.10.")
    return day.month, day.day


def _in_school_year(day: tuple[int, int]) -> date:
    return date(2001 if day[0] >= _SEPTEMBER else 2002, *day)


def _typed_days_off(text: str) -> Mapping[date, str]:
    days: dict[date, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        written, _, name = line.partition(" ")
        try:
            day = parse_date(written)
        except UserError:
            day = None
        if day is None:
            raise UserError(
                f"Выходной день «{line}» не понят.", _KEPT, "Пишите день и название: 21.04.2027 Радоница."
            )
        days[day] = name.strip(" –—-") or _DAY_OFF
    return days


def _shown(day: tuple[int, int]) -> str:
    return f"{day[1]:02}.{day[0]:02}"

"""The school calendar of the district: its terms, and the days off that the region alone has.

Wordings are read and days counted all over the program, always by the one calendar that is in use: the usual one, until
the composition says which the user has given (``operations/file/school_calendar.py``)."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from roadmap_desktop.model.school_terms import SCHOOL_TERMS, Term


class SchoolCalendar(NamedTuple):
    """Four terms, and days off with their names beside those of the whole country."""

    terms: tuple[Term, ...] = SCHOOL_TERMS
    days_off: Mapping[date, str] = MappingProxyType({})

    @property
    def has_usual_terms(self) -> bool:
        """Whether nobody has said when the terms are."""
        return self.terms == SCHOOL_TERMS


_in_use = [SchoolCalendar()]
_forgetting: list[Callable[[], object]] = []


def in_use() -> SchoolCalendar:
    """The calendar by which wordings are read."""
    return _in_use[0]


def use(calendar: SchoolCalendar) -> None:
    """From now on wordings are read by that calendar; what was worked out by another is forgotten."""
    if calendar != _in_use[0]:
        _in_use[0] = calendar
        for forget in _forgetting:
            forget()


def when_another_is_used(forget: Callable[[], object]) -> None:
    """Has a cache forgotten that holds what follows from the calendar."""
    _forgetting.append(forget)

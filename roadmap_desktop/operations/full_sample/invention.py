"""How records of the invented district are made: from a fixed seed, each checked as one typed by hand would be."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Enum
from sqlalchemy.orm import Session

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.russian import MONTHS
from roadmap_desktop.operations.full_sample.words import INITIALS, SURNAMES

_SEED = 23
_FIRST_MONTH = 9
_MOST_RECORDS = 4000
# The version of keys that follow from nothing; those of links are derived from their ends.
_FRESH = 7
Thing = TypeVar("Thing")


class Invention:
    """Adds invented records to a session; ``year`` is the first of the school year that they lie in, ``activities`` the
    keys of the plan's activities in their order."""

    def __init__(self, session: Session, year: int, activities: Sequence[str]) -> None:
        self.session, self.year, self.activities = session, year, activities
        self.random = Random(_SEED)
        self._people = self._names()
        # Fresh, so that two samples are no copies of one file; in order, for listings go by them.
        self._keys = iter(sorted(new_id() for _ in range(_MOST_RECORDS)))

    def add(self, register_id: str, *records: dict[str, Any]) -> list[str]:
        """Adds records of a register, choices given by their words; answers their keys. Raises ValueError for values
        that the form would refuse."""
        register = BY_ID[register_id]
        made = []
        for values in records:
            mistakes = mistakes_in(register, values)
            if mistakes:
                raise ValueError(f"{register_id}: {mistakes}")
            typed = {name: _typed(register.record, name, value) for name, value in values.items()}
            record = register.record(**typed)
            if UUID(record.id).version == _FRESH:
                record.id = next(self._keys)
            made.append(record)
        self.session.add_all(made)
        self.session.flush()
        return [record.id for record in made]

    def person(self) -> str:
        """A name that nobody here has yet: «Образцова А. Б.»."""
        return next(self._people)

    def day(self, month: int, number: int = 1) -> date:
        """A day of the school year; one on which nobody works becomes the Monday after it."""
        day = date(self.year + (month < _FIRST_MONTH), month, number)
        return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day

    def month(self, index: int) -> int:
        """The month by its place among the nine in which schools are at work, from September."""
        return (_FIRST_MONTH + index % 9 - 1) % 12 + 1

    def words(self, month: int) -> str:
        """«октябрь 2020 года»."""
        return f"{MONTHS[month - 1]} {self.day(month).year} года"

    def school_year(self, earlier: int = 0) -> str:
        """«2020–2021», or so many years before."""
        return f"{self.year - earlier}–{self.year - earlier + 1}"

    def one(self, things: Sequence[Thing]) -> Thing:
        """Any of them."""
        return self.random.choice(things)

    def some(self, things: Sequence[Thing], count: int) -> list[Thing]:
        """So many of them, in their order."""
        chosen = set(self.random.sample(range(len(things)), count))
        return [thing for place, thing in enumerate(things) if place in chosen]

    def _names(self) -> Iterator[str]:
        """The first ones are «Образцова А. А.», «Примерова Б. Б.»; all are different."""
        for turn in range(len(INITIALS)):
            for place, surname in enumerate(SURNAMES):
                first = INITIALS[place % len(INITIALS)]
                second = INITIALS[(place + turn) % len(INITIALS)]
                ending = "" if place % 5 == 4 else "а"
                yield f"{surname}{ending} {first}. {second}."


def _typed(kind: type[Record], name: str, value: Any) -> Any:
    column = kind.__table__.c[name].type
    if isinstance(column, Enum) and column.enum_class is not None:
        return column.enum_class(value)
    return value

"""What every part of the district needs: the edit, days of the school year, invented names."""

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.period import Period, school_year, school_year_label
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.operations.district.words import SURNAMES

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

_SEED = 2020
_LETTERS = "АБВГДЕИКЛМНОПРСТ"


class District:
    """A district in the making; ``first`` is the year in which the school year begins."""

    def __init__(self, edit: "Edit", period: Period) -> None:
        self.edit, self.chance, self.first = edit, Random(_SEED), period.start.year
        self.activities = edit.find(Activity, order=("position",))
        self.schools: list[School] = []
        self.teachers: list[Teacher] = []
        self.deficits: dict[str, list[str]] = {}

    def add(self, record: Record) -> Any:
        """Adds a record, and returns it."""
        self.edit.add(record)
        return record

    def day(self, month: int, day: int = 0) -> date:
        """A working day of that month of the school year."""
        year = self.first if month >= 9 else self.first + 1
        # In January nobody works before the twelfth.
        found = date(year, month, day or self.chance.randint(14 if month == 1 else 2, 27))
        return found - timedelta(days=max(0, found.weekday() - 4))

    def year(self, back: int) -> str:
        """The school year so many years ago, «2019–2020»."""
        return school_year_label(school_year(self.first - back))


def person(number: int) -> str:
    """An invented name, another for every number."""
    first, second = _LETTERS[number // len(SURNAMES) % 16], _LETTERS[(number * 7 + 3) % 16]
    return f"{SURNAMES[number % len(SURNAMES)]} {first}. {second}."

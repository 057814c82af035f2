"""The list of schools with low results from one school year to the next."""

import sqlite3
from typing import Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.period import Period, school_year, school_year_label
from roadmap_desktop.model.registers.schools import SchoolMembership
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select, select_values

# Of a membership, in the next list.
_KEPT = ("school_id", "grounds", "details")


class Carried(NamedTuple):
    """How many schools would be carried over, and what is told about it."""

    number: int
    told: str


def carried(file: RoadmapFile, period: Period) -> Carried:
    """What ``carry_list`` would do. Raises UserError."""
    this, following = _years(period)
    with file.read() as connection:
        number = len(_to_carry(connection, this, following))
        if not number:
            return Carried(0, _nothing(connection, this, following))
    return Carried(
        number,
        f"Перенести список {this} учебного года в список {following} года? Школ: {number}. "
        "Основания останутся прежними, приказ нужно будет вписать новый. Перенос можно отменить.",
    )


def carry_list(file: RoadmapFile, period: Period) -> ChangeSet | None:
    """Puts the schools of the list of the plan's school year into that of the next, with their grounds and without the
    order; those that are there already stay as they are. Raises UserError when there is nothing to carry."""
    this, following = _years(period)
    with file.edit(f"Список школ на {following} учебный год") as edit:
        memberships = _to_carry(edit.connection, this, following)
        if not memberships:
            raise UserError(_nothing(edit.connection, this, following), NOTHING_CHANGED)
        edit.add(*(SchoolMembership(**one, school_year=following) for one in memberships))
    return edit.change_set


def _nothing(connection: sqlite3.Connection, this: str, following: str) -> str:
    if not select_values(connection, SchoolMembership, "school_id", {"school_year": this}):
        return f"Переносить нечего: в списке {this} года школ пока нет."
    return f"Переносить нечего: все школы списка {this} года уже есть в списке {following} года."


def _years(period: Period) -> tuple[str, str]:
    this = school_year_label(period)
    return this, school_year_label(school_year(str(int(this[:4]) + 1)))


def _to_carry(connection: sqlite3.Connection, this: str, following: str) -> list[dict[str, Any]]:
    there = set(select_values(connection, SchoolMembership, "school_id", {"school_year": following}))
    found = select(connection, SchoolMembership, _KEPT, {"school_year": this})
    # Of two about one school the last counts.
    kept = {row[0]: dict(zip(_KEPT, row, strict=True)) for row in found if row[0] not in there}
    return list(kept.values())

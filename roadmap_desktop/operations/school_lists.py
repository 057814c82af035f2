"""The list of schools with low results from one school year to the next."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.period import Period, school_year, school_year_label
from roadmap_desktop.model.registers.schools import SchoolMembership
from roadmap_desktop.storage.roadmap_file import RoadmapFile


class Carried(NamedTuple):
    """How many schools would be carried over, and what is told about it."""

    number: int
    told: str


def carried(file: RoadmapFile, period: Period) -> Carried:
    """What ``carry_list`` would do. Raises UserError."""
    this, following = _years(period)
    with file.read() as session:
        number = len(_to_carry(session, this, following))
    if not number:
        return Carried(
            0, f"Переносить нечего: все школы списка {this} года уже есть в списке {following} года."
        )

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
        memberships = _to_carry(edit.session, this, following)
        if not memberships:
            raise UserError(f"В списке {this} года нет школ, которых нет в следующем.", NOTHING_CHANGED)
        for one in memberships:
            edit.session.add(
                SchoolMembership(
                    school_id=one.school_id, school_year=following, grounds=one.grounds, details=one.details
                )
            )
    return edit.change_set


def _years(period: Period) -> tuple[str, str]:
    this = school_year_label(period)
    return this, school_year_label(school_year(str(int(this[:4]) + 1)))


def _to_carry(session: Session, this: str, following: str) -> list[SchoolMembership]:
    there = set(
        session.scalars(select(SchoolMembership.school_id).where(SchoolMembership.school_year == following))
    )
    chosen = select(SchoolMembership).where(SchoolMembership.school_year == this)
    found = {
        one.school_id: one
        for one in session.scalars(chosen.order_by(SchoolMembership.id))
        if one.school_id not in there
    }
    return list(found.values())

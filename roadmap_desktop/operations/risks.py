"""The profile of a school's risks: a level for each factor, set with one click."""

from sqlalchemy import select

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.registers.schools import Factor, Level, RiskFactor, School
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def risk_profile(file: RoadmapFile, school_id: str) -> dict[Factor, Level]:
    """The factors that are assessed. Raises UserError."""
    chosen = (
        select(RiskFactor.factor, RiskFactor.level)
        .where(RiskFactor.school_id == school_id)
        .order_by(RiskFactor.id)
    )
    with file.read() as session:
        return {row[0]: row[1] for row in session.execute(chosen)}


def set_risk(file: RoadmapFile, school_id: str, factor: Factor, level: Level | None) -> ChangeSet | None:
    """Sets how much a factor weighs, None: it is not assessed; as one step of undo. Raises UserError for a school that
    is gone."""
    with file.edit(f"Фактор риска: {factor.value}") as edit:
        if edit.session.get(School, school_id) is None:
            raise UserError("Этой школы уже нет: её удалили.", NOTHING_CHANGED, "Отмените удаление.")
        chosen = select(RiskFactor).where(RiskFactor.school_id == school_id, RiskFactor.factor == factor)
        present = edit.session.scalars(chosen.order_by(RiskFactor.id)).all()
        if level is None:
            for record in present:
                edit.session.delete(record)
        elif present:
            # Of two that a merge brought together the last is shown.
            present[-1].level = level
        else:
            edit.session.add(RiskFactor(school_id=school_id, factor=factor, level=level))
    return edit.change_set

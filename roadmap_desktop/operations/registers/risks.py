"""The profile of a school's risks: a level for each factor, set with one click."""

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.registers.schools import Factor, Level, RiskFactor, School
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select


def risk_profile(file: RoadmapFile, school_id: str) -> dict[Factor, Level]:
    """The factors that are assessed. Raises UserError."""
    with file.read() as connection:
        return dict(select(connection, RiskFactor, ("factor", "level"), {"school_id": school_id}))


def set_risk(file: RoadmapFile, school_id: str, factor: Factor, level: Level | None) -> ChangeSet | None:
    """Sets how much a factor weighs, None: it is not assessed; as one step of undo. Raises UserError for a school that
    is gone."""
    with file.edit(f"Фактор риска: {factor.value}") as edit:
        if edit.get(School, school_id) is None:
            raise UserError("Этой школы уже нет: её удалили.", NOTHING_CHANGED, "Отмените удаление.")
        present = edit.find(RiskFactor, school_id=school_id, factor=factor)
        if level is None:
            for record in present:
                edit.delete(record)
        elif present:
            # Of two that a merge brought together the last is shown.
            present[-1].level = level
        else:
            edit.add(RiskFactor(school_id=school_id, factor=factor, level=level))
    return edit.change_set

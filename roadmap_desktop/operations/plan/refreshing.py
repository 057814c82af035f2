"""What an edit touched, so that only that is read anew."""

from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.plan.reading import read_activities, read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_PLAN_TABLES = frozenset({"roadmap", "section", "activity", "activity_performer", "performer"})
# Where an activity stands decides its number, and those of others.
ORDER_FIELDS = frozenset({"position", "section_id"})


def refreshed(plan: Plan | None, file: RoadmapFile, change_set: ChangeSet) -> Plan:
    """The plan after that edit: the same object where nothing of it was touched, and read as a whole only where rows
    came, went or moved, or more than rows changed."""
    touched = touched_activities(plan, change_set) if plan is not None else None
    if plan is None or touched is None:
        return read_plan(file)
    if not touched:
        return plan
    fresh = read_activities(file, plan, touched)
    return Plan(plan.info, plan.sections, tuple(fresh.get(row.id, row) for row in plan.activities))


def touched_activities(plan: Plan, change_set: ChangeSet) -> set[str] | None:
    """Keys of the activities whose rows are others than in ``plan``; None where the plan is to be read as a whole."""
    touched: set[str] = set()
    for change in change_set.changes:
        if change.table in _PLAN_TABLES:
            of_one = _touched_by(plan, change)
            if of_one is None:
                return None
            touched |= of_one
    return touched


def _touched_by(plan: Plan, change: Change) -> set[str] | None:
    came_or_went = NOTHING in (change.old, change.new)
    if change.table == "activity" and not came_or_went and change.field not in ORDER_FIELDS:
        return {change.record_id}
    if change.table == "activity_performer" and came_or_went:
        # The other fields of the link say nothing of which activity it is of.
        is_owner = change.field == "activity_id"
        return {str(change.old if change.new is NOTHING else change.new)} if is_owner else set()
    if change.table == "performer" and came_or_went:
        # Nobody's, until a link comes.
        return set()
    if change.table == "performer" and change.old:
        return {row.id for row in plan.activities if change.old in row.performers}
    return None

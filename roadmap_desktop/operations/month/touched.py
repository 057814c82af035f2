"""What an edit touched of a month's work, so that only that is read anew."""

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet
from roadmap_desktop.model.plan_sources import work_registers
from roadmap_desktop.model.registers.tasks import Task, TaskPerformer
from roadmap_desktop.operations.plan.refreshing import ORDER_FIELDS


def touched_works(change_set: ChangeSet | None) -> dict[str, set[str]] | None:
    """The keys of the records of work that an edit changed, by their registers; None where it can have changed what is
    told of others."""
    if change_set is None or not change_set.changes:
        return None
    registers = {register.table: register.id for register in work_registers()}
    touched: dict[str, set[str]] = {id_: set() for id_ in registers.values()}
    for change in change_set.changes:
        if change.table in registers:
            touched[registers[change.table]].add(change.record_id)
        elif change.table == TaskPerformer.__tablename__ and change.field == "task_id":
            touched[registers[Task.__tablename__]].add(
                str(change.old if change.new is NOTHING else change.new)
            )
        elif change.table != TaskPerformer.__tablename__ and not _is_of_activities_alone(change):
            return None
    return {register: ids for register, ids in touched.items() if ids}


def _is_of_activities_alone(change: Change) -> bool:
    if change.table == Activity.__tablename__:
        return NOTHING not in (change.old, change.new) and change.field not in ORDER_FIELDS
    # Work has the performers that it is linked to, and of nobody new is anything told yet.
    return change.table == ActivityPerformer.__tablename__ or (
        change.table == Performer.__tablename__ and change.old is NOTHING
    )

"""What an edit touched of a month's work, so that only that is read anew."""

from roadmap_desktop.model.change_set import NOTHING, ChangeSet
from roadmap_desktop.model.plan_sources import work_registers
from roadmap_desktop.model.registers.tasks import Task, TaskPerformer


def touched_works(change_set: ChangeSet | None) -> dict[str, set[str]] | None:
    """The keys of the records of work that alone were changed, by their registers; None where something else was."""
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
        elif change.table != TaskPerformer.__tablename__:
            return None
    return {register: ids for register, ids in touched.items() if ids}

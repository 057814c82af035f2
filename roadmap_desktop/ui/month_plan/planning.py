"""Planning a task from elsewhere: for an activity, on a day of the calendar."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.own_dialogs import open_record


def plan_task(
    document: RoadmapDocument, window: QWidget, activity_id: str = "", day: date | None = None
) -> None:
    """Opens a new task: one that serves an activity begins with its name and performers, one of a day with that day.
    Nothing is written until it is saved."""
    plan = document.plan
    if plan is None or not document.can_edit:
        return
    row = plan.by_id.get(activity_id)
    values: dict[str, Any] = {} if day is None else {"starts_on": day}
    if row is not None:
        values |= {"name": one_line(row.name), "performers": row.performers}
    open_record(document, BY_ID["tasks"], "", window, values, serves=(row.id,) if row is not None else ())

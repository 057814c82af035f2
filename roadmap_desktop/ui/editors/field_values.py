"""From an activity to what its editors take, and back to the operation that writes it."""

from collections.abc import Sequence
from typing import Any

from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations import activities, due, roadmap
from roadmap_desktop.ui.document import Operation
from roadmap_desktop.ui.editors.due_editor import DueValue


def value_of(row: ActivityRow, field: str) -> Any:
    """The value of a field as its editor takes it."""
    return DueValue(row.due_text, row.due_dates) if field == "due_text" else getattr(row, field)


def writing(plan: Plan, ids: Sequence[str], field: str, value: Any) -> Operation:
    """The operation that gives activities what an editor holds."""
    if isinstance(value, DueValue):
        return lambda file: due.set_due(file, plan, ids, value.text, value.dates)
    if field == "section_id":
        return lambda file: roadmap.set_section(file, plan, list(ids), value)
    return lambda file: activities.set_field(file, plan, ids, field, value)

"""Which fields the panel shows, and the editor of each: from the declaration of activities."""

from typing import Any

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations import activities, due
from roadmap_desktop.operations.activities import PERFORMERS_FIELD, activity_fields
from roadmap_desktop.ui.document import Operation
from roadmap_desktop.ui.editors import (
    DateEditor,
    DueEditor,
    DueValue,
    PerformersEditor,
    StateEditor,
    TextEditor,
)

Editor = TextEditor | StateEditor | DateEditor | DueEditor

# Shown in other ways: the name at the head, the hand's dates with the due, the section in a dialog of its own.
_ELSEWHERE = {"name", "due_dates", "section_id"}


def shown_fields() -> list[Field]:
    """The fields of the panel in their order; performers, which are records of their own, follow the due."""
    shown = [field for field in activity_fields() if not field.hidden and field.name not in _ELSEWHERE]
    after_due = next(place for place, field in enumerate(shown) if field.kind is FieldKind.DUE) + 1
    return [*shown[:after_due], PERFORMERS_FIELD, *shown[after_due:]]


def editor_for(field: Field, plan: Plan, parent: QWidget | None = None) -> Editor:
    """A fresh editor for values of that field."""
    if field is PERFORMERS_FIELD:
        return PerformersEditor(plan.performers, parent)
    if field.kind is FieldKind.DUE:
        return DueEditor(plan.info.period, parent)
    if field.kind is FieldKind.CHOICE:
        return StateEditor(parent)
    if field.kind is FieldKind.DATE:
        return DateEditor(parent)
    return TextEditor(parent)


def value_of(row: ActivityRow, field: Field) -> Any:
    """The value of an activity as the field's editor takes it."""
    if field.kind is FieldKind.DUE:
        return DueValue(row.due_text, row.due_dates)
    return getattr(row, field.name)


def writing(plan: Plan, ids: list[str], field_name: str, value: Any) -> Operation:
    """The operation that gives activities that value."""
    if isinstance(value, DueValue):
        return lambda file: due.set_due(file, plan, ids, value.text, value.dates)
    return lambda file: activities.set_field(file, plan, ids, field_name, value)

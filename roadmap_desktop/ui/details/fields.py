"""Which fields the panel shows, and the editor of each: from the declaration of activities."""

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.activities import PERFORMERS_FIELD, activity_fields
from roadmap_desktop.ui.editors import (
    DateEditor,
    DueEditor,
    PerformersEditor,
    SectionEditor,
    StateEditor,
    TextEditor,
)

Editor = TextEditor | StateEditor | DateEditor | DueEditor | SectionEditor

# Shown in other ways: the name at the head, the hand's dates with the due.
_ELSEWHERE = {"name", "due_dates"}


def shown_fields() -> list[Field]:
    """The fields of the panel: the short ones, which stand beside their labels, then performers and other texts; the
    section, which most plans do not have, closes the short ones."""
    shown = [field for field in activity_fields() if not field.hidden and field.name not in _ELSEWHERE]
    short = [field for field in shown if field.kind is not FieldKind.TEXT]
    short.sort(key=lambda field: field.kind is FieldKind.LINK)
    return [*short, PERFORMERS_FIELD, *(field for field in shown if field not in short)]


def editor_for(field: Field, plan: Plan, parent: QWidget | None = None) -> Editor:
    """A fresh editor for values of that field."""
    if field is PERFORMERS_FIELD:
        return PerformersEditor(plan.performers, parent)
    if field.kind is FieldKind.DUE:
        return DueEditor(plan.info.period, parent)
    if field.kind is FieldKind.CHOICE:
        return StateEditor(parent)
    if field.kind is FieldKind.LINK:
        return SectionEditor(plan.sections, parent)
    if field.kind is FieldKind.DATE:
        return DateEditor(parent)
    editor = TextEditor(parent, one_line=field.kind is FieldKind.LINE)
    editor.setPlaceholderText("не указано")
    return editor

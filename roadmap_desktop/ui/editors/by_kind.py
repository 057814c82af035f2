"""The editor of an activity's field, by its kind."""

from typing import Any

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.ui.editors.performers_editor import PerformersEditor
from roadmap_desktop.ui.editors.section_editor import SectionEditor
from roadmap_desktop.ui.registers.editors import editor_for


def activity_editor(field: Field, plan: Plan, parent: QWidget | None = None, *, in_cell: bool = False) -> Any:
    """A fresh editor for values of that field."""
    if field.kind is FieldKind.NAMES:
        return PerformersEditor(plan.performers, parent, in_cell=in_cell)
    if field.kind is FieldKind.LINK:
        return SectionEditor(plan.sections, parent)
    editor = editor_for(ACTIVITIES, field, lambda _field: (), plan.info.period, in_cell=in_cell)
    editor.setParent(parent)
    return editor

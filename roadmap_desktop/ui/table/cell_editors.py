"""Which editor a field gets in the table."""

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.ui.editors import DateEditor, DueEditor, PerformersEditor, StateEditor, TextEditor

CellEditor = TextEditor | StateEditor | DateEditor | DueEditor


def new_editor(key: str, plan: Plan, parent: QWidget) -> CellEditor:
    """The editor of a field. It has ``value``, ``set_value`` and the signals ``committed`` and ``cancelled``."""
    if key == "performers":
        return PerformersEditor(plan.performers, parent, in_cell=True)
    if key == "due_text":
        return DueEditor(plan.info.period, parent, in_cell=True)
    if key == "state":
        return StateEditor(parent, in_cell=True)
    if key == "completed_on":
        return DateEditor(parent, in_cell=True)
    return TextEditor(parent, in_cell=True)

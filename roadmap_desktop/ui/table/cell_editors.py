"""Which editor a field gets in the table."""

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.ui import editors


def new_editor(key: str, plan: Plan, parent: QWidget) -> QWidget:
    """The editor of a field. It has ``value``, ``set_value`` and the signals ``committed`` and ``cancelled``."""
    if key == "due_text":
        return editors.DueEditor(plan.info.period, parent)
    if key == "performers":
        return editors.PerformersEditor(plan.performers, parent)
    if key == "state":
        return editors.StateEditor(parent)
    if key == "completed_on":
        return editors.DateEditor(parent)
    return editors.TextEditor(parent)

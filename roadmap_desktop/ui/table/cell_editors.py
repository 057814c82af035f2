"""Which editor a field gets in the table."""

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.ui.table.plain_editors import DateEditor, PerformersEditor, StateEditor, TextEditor

CellEditor = TextEditor | StateEditor


def new_editor(key: str, plan: Plan, parent: QWidget) -> CellEditor:
    """The editor of a field. It has ``value``, ``set_value`` and the signals ``committed`` and ``cancelled``."""
    if key == "performers":
        return PerformersEditor(parent)
    if key == "state":
        return StateEditor(parent)
    if key == "completed_on":
        return DateEditor(parent)
    return TextEditor(parent)

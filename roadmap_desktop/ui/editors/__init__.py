"""Editors of fields, the same in a table's cell and in the details: ``value``, ``set_value`` and the signals
``committed`` and ``cancelled``. With ``in_cell`` Enter is done; elsewhere leaving the field is."""

from roadmap_desktop.ui.editors.date_editor import DateEditor
from roadmap_desktop.ui.editors.due_editor import DueEditor, DueValue
from roadmap_desktop.ui.editors.performers_editor import PerformersEditor
from roadmap_desktop.ui.editors.section_editor import SectionEditor
from roadmap_desktop.ui.editors.state_editor import StateEditor
from roadmap_desktop.ui.editors.text_editor import TextEditor

__all__ = [
    "DateEditor",
    "DueEditor",
    "DueValue",
    "PerformersEditor",
    "SectionEditor",
    "StateEditor",
    "TextEditor",
]

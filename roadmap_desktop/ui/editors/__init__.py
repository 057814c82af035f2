"""Editors of fields, the same in a table's cell, in the details and in dialogs: ``set_value`` takes what
``Listing.entered`` gives, ``value`` answers the like or raises UserError for what the field cannot be; the signals are
``committed`` and ``cancelled``. With ``in_cell`` Enter is done; elsewhere leaving the field is."""

from roadmap_desktop.ui.editors.by_kind import editor_for
from roadmap_desktop.ui.editors.date_editor import DateEditor
from roadmap_desktop.ui.editors.due_editor import DueEditor
from roadmap_desktop.ui.editors.link_editor import Choices, LinkEditor, Offers
from roadmap_desktop.ui.editors.names_editor import NamesEditor
from roadmap_desktop.ui.editors.state_editor import StateEditor
from roadmap_desktop.ui.editors.text_editor import TextEditor
from roadmap_desktop.ui.editors.words_editor import WordsEditor

__all__ = [
    "Choices",
    "DateEditor",
    "DueEditor",
    "LinkEditor",
    "NamesEditor",
    "Offers",
    "StateEditor",
    "TextEditor",
    "WordsEditor",
    "editor_for",
]

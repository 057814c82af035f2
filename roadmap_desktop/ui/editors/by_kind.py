"""The editor of a field, by its kind."""

from collections.abc import Callable
from typing import Any

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.registers.missing import can_be_made
from roadmap_desktop.ui.editors.choice_editor import ChoiceEditor
from roadmap_desktop.ui.editors.date_editor import DateEditor
from roadmap_desktop.ui.editors.due_editor import DueEditor
from roadmap_desktop.ui.editors.link_editor import Choices, LinkEditor
from roadmap_desktop.ui.editors.names_editor import NamesEditor
from roadmap_desktop.ui.editors.parsed_editor import ParsedEditor
from roadmap_desktop.ui.editors.state_editor import StateEditor
from roadmap_desktop.ui.editors.text_editor import TextEditor
from roadmap_desktop.ui.editors.words_editor import WordsEditor


def editor_for(
    field: Field, choices: Callable[[str], Choices], plan: Period, *, in_cell: bool = False
) -> Any:
    """A fresh editor for values of that field; ``choices`` gives what a field can point at or name, due wordings are
    read by ``plan``."""
    match field.kind:
        case FieldKind.LINK:
            # What must have something else alike with the record is not made of a name.
            makes = field.references if not field.within and can_be_made(field.references) else ""
            return LinkEditor(choices(field.name), makes=makes, in_cell=in_cell)
        case FieldKind.NAMES:
            return NamesEditor(choices(field.name), in_cell=in_cell)
        case FieldKind.DATE:
            return DateEditor(in_cell=in_cell)
        case FieldKind.DUE:
            return DueEditor(plan, by_hand=bool(field.dates), in_cell=in_cell)
        case FieldKind.CHOICE if field.choices == tuple(State):
            return StateEditor(in_cell=in_cell)
        case FieldKind.CHOICE:
            return ChoiceEditor(map(field.value, field.choices), in_cell=in_cell)
        case FieldKind.WORDS:
            return WordsEditor(field, in_cell=in_cell)
        case FieldKind.NUMBER | FieldKind.DECIMAL | FieldKind.SHARE | FieldKind.YEAR | FieldKind.HOURS:
            return ParsedEditor(field, in_cell=in_cell)
    return TextEditor(in_cell=in_cell, one_line=field.kind is FieldKind.LINE)

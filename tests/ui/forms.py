"""Verbs for forms and lists of records, by the words that a person reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from roadmap_desktop.ui.editors import WordsEditor
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.record_table import RecordTable
from roadmap_desktop.ui.registers.related_list import RelatedList

from .person import press, type_text

_ALL = (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def dialog_of(parent: QWidget) -> RecordDialog:
    """The record's dialog that stands on top of a window."""
    return [found for found in parent.findChildren(RecordDialog) if found.isVisible()][-1]


def enter(dialog: RecordDialog, label: str, text: str) -> None:
    """Puts a text into the field of that label: types it, or ticks its words."""
    name = next(field.name for field in dialog.register.fields if field.label == label)
    editor = dialog.form.editors[name]
    assert editor.isVisible(), label
    if isinstance(editor, WordsEditor):
        for action in editor.menu().actions():
            action.setChecked(action.text() in text.split("; "))
    elif isinstance(editor, QComboBox) and not editor.isEditable():
        type_text(text, editor)
    else:
        type_over(editor.lineEdit() if isinstance(editor, QComboBox) else editor.focusProxy() or editor, text)


def type_over(line: QWidget, text: str, done: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Types a text in place of what stands there, and goes on with Tab, or another key."""
    line.setFocus()
    press(*_ALL, widget=line)
    type_text(text, line)
    if isinstance(line, QLineEdit) and line.completer() is not None:
        line.completer().popup().hide()
    press(done, widget=line)


def open_tab(dialog: RecordDialog, title: str) -> None:
    """Clicks a tab of the dialog."""
    (place,) = [place for place in range(dialog.tabs.count()) if dialog.tabs.tabText(place) == title]
    dialog.tabs.tabBar().setCurrentIndex(place)


def list_of(dialog: RecordDialog, title: str) -> RelatedList:
    """A list in the dialog, by its title."""
    (found,) = [one for one in dialog.findChildren(RelatedList) if one.view.accessibleName() == title]
    assert found.isVisible()
    return found


def lines_of(table: RecordTable) -> list[str]:
    """What the records shown are called."""
    return [table.model().listing.name(row) for row in table.model().rows]


def mark(table: RecordTable, name: str) -> None:
    """Marks the first record of that name."""
    table.setCurrentIndex(table.model().index(lines_of(table).index(name), 0))

"""What a page of the main window offers: the window asks any page the same, and none what it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.ui.commands import Handlers

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report


class Page(QWidget):
    """A page overrides what it offers; the rest stays as it is here."""

    told = Signal(str)  # a sentence for the status line
    status_changed = Signal()  # ``status_text`` is another
    search_reset = Signal()  # the page has dropped the search of its own accord: the search box should follow
    record_wanted = Signal(str, str)  # a register's id, and a key
    record_chosen = Signal(
        str, str
    )  # one record of a register is chosen, to be shown in the details; or none
    details_wanted = Signal(str)  # the key of a chosen activity, which is to be edited in the details
    chosen_changed = Signal()  # other rows are chosen, or none
    overdue_wanted = Signal()  # the overdue activities are to be shown in the table
    list_wanted = Signal()  # a list of another program is to be taken into the register of the page
    files_pasted = Signal(list)  # paths to attach to the chosen activity

    can_add: ClassVar[bool] = False
    can_search: ClassVar[bool] = False
    add_text: str = "Добавить мероприятие"  # what the menu calls adding here
    month: date | None = None  # the month that is looked at, with which a monthly report begins
    # Where the keys go when the page is shown. No focus proxy of Qt's: by that Tab would pass what stands above it.
    starts_at: QWidget | None = None
    register_id: str = ""  # whose documents printing offers first
    guide: str = "window"  # the page of the guide that tells of it, and its heading after «#»

    @property
    def added_word(self) -> str:
        """What «+» adds, as the toolbar names it; an activity where the page itself adds nothing."""
        return "Мероприятие"

    @property
    def has_chosen(self) -> bool:
        """Whether a row is chosen, with which ``row_commands`` do something."""
        return False

    def row_commands(self) -> Handlers:
        """What the menu «Правка» does with the rows of the page, by the ids of ``ui/actions.py``."""
        return {}

    @property
    def status_text(self) -> str:
        """What the status line says of the page; empty for the plan's summary."""
        return ""

    @property
    def chosen_id(self) -> str:
        """The key of the record that is chosen; empty for none, or several kinds of things."""
        return ""

    def take_focus(self) -> None:
        """Gives the keys to what is worked with here."""
        (self.starts_at or self).setFocus()

    def add(self) -> None:
        """Adds a record, where ``can_add`` says so."""

    def change_selected(self) -> None:
        """Asks for a value that a field of all chosen records is to have."""
        self.told.emit("Выберите строки в таблице: там меняют поле у всех сразу.")

    def set_search(self, text: str) -> None:
        """Lists what holds every word of the text, where ``can_search`` says so."""

    def fill_groups(self, menu: QMenu) -> None:
        """Fills the menu «Группировать»."""
        _say_nothing(menu, "На этой странице групп нет")

    def fill_views(self, menu: QMenu) -> None:
        """Fills the menu «Сохранённые виды»."""
        _say_nothing(menu, "На этой странице сохранять нечего")

    def show_record(self, id_: str) -> None:
        """Marks a record, past a filter that would hide it."""

    def shows(self, _register_id: str, _id: str) -> bool:
        """Whether a record is to be seen here; without a key: whether one of the register that is gone was."""
        return False

    def show_changed(self, ids: list[str]) -> None:
        """Marks the records that undo or redo has changed."""
        self.show_record(ids[0])

    def shown_records(self) -> Mapping[str, Sequence[str]]:
        """The records that are listed, their keys by the ids of registers; none where the page lists none."""
        return {}

    def shown_report(self) -> "Report | None":
        """What is on the screen, as a report to print; None where it is no table."""
        return None


def _say_nothing(menu: QMenu, why: str) -> None:
    menu.clear()
    menu.addAction(why).setEnabled(False)

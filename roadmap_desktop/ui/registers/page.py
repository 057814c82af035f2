"""The page of a register: its title, what can be done, and the table."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations import record_listing, registers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.registers.choices import link_choices
from roadmap_desktop.ui.registers.deleting import ask_to_delete
from roadmap_desktop.ui.registers.exporting import export
from roadmap_desktop.ui.registers.filter_chips import FilterChips
from roadmap_desktop.ui.registers.listing_model import ListingModel
from roadmap_desktop.ui.registers.own_actions import own_actions
from roadmap_desktop.ui.registers.own_dialogs import open_record
from roadmap_desktop.ui.registers.page_header import PageHeader
from roadmap_desktop.ui.registers.pasting import Pasting
from roadmap_desktop.ui.registers.printed import print_shown, shown_report
from roadmap_desktop.ui.registers.table import RegisterTable
from roadmap_desktop.ui.registers.table_memory import TableMemory
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.empty_state import EmptyState

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing import Report


class RegisterPage(Page):
    """The records of one register."""

    can_add = True
    can_search = True

    def __init__(self, register: Register, document: RoadmapDocument, settings: Settings) -> None:
        super().__init__()
        self.register, self._document = register, document
        self.register_id = register.id
        self._is_stale = True
        self._memory = TableMemory(register, settings)
        self._model = ListingModel(register, self._memory.columns(), self)
        self.table = RegisterTable(self._model)
        self._memory.attend(self.table)
        self._pasting = Pasting(document, self.table, {}, self.told.emit)
        self.table.pasting.connect(self._pasting.paste)
        self.filters = FilterChips(self._model)
        self.filters.changed.connect(self._show_state)
        self.table.setAccessibleName(register.title)
        self.table.choices = lambda field: link_choices(document, register, field)
        self.table.edited.connect(self._write)
        self.table.refused.connect(lambda sentence: messages.refuse(self.window(), sentence))
        self.table.opened.connect(self.open_record)
        self.table.deleting.connect(self._delete)
        self._empty = empty_state(register, self.add, self._pasting.paste)
        self._nothing = EmptyState(self.table.viewport())
        self._nothing.clicked.connect(self._show_all)
        self._centre = QStackedWidget()
        self._centre.addWidget(self.table)
        self._centre.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._centre, 1)
        self.setFocusProxy(self.table)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)
        document.access_changed.connect(self._allow)
        self._allow()

    @property
    def added_word(self) -> str:
        """What is added here, as the toolbar names it."""
        return self.register.forms[0].capitalize()

    @property
    def status_text(self) -> str:
        """How many records are shown."""
        shown, all_ = len(self._model.rows), len(self._model.listing.rows)
        if shown == all_:
            return counted(all_, *self.register.forms)
        _, few, many = self.register.forms
        return f"показано {shown} из {counted(all_, few, many, many)}"

    def shown_report(self) -> "Report":
        """What the table shows, as a report to print."""
        return shown_report(self.table)

    def set_search(self, text: str) -> None:
        """Shows the records in which these words stand."""
        self._model.set_query(text)
        self._show_state()

    def add(self) -> None:
        """Opens the dialog of a new record."""
        if self._document.can_edit and self._document.plan is not None:
            self._open("")

    def open_record(self, id_: str) -> None:
        """Opens the dialog of a record."""
        self._open(id_)

    def show_record(self, id_: str) -> None:
        """Marks a record, whatever is filtered."""
        self._refresh()
        if self.table.place_of(id_) is None:
            self._show_all()
        self.table.choose(id_)

    def _show_all(self) -> None:
        self.filters.reset()
        self.set_search("")
        self.search_reset.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _open(self, id_: str) -> None:
        dialog = open_record(self._document, self.register, id_, self.window())
        dialog.saved.connect(lambda id_: QTimer.singleShot(0, self, lambda: self.table.choose(id_)))
        dialog.record_wanted.connect(self.record_wanted)

    def _header(self) -> PageHeader:
        own = [
            (text, partial(act, self._document, self.table, self)) for text, act in own_actions(self.register)
        ]
        header = PageHeader(self.table, own, self.filters)
        header.exporting.connect(self._export)
        header.printing.connect(lambda: print_shown(self.table, self._document))
        header.column_wanted.connect(partial(self._memory.show_column, self.table))
        return header

    def _on_changed(self, change_set: object = None) -> None:
        if not self.isVisible():
            self._is_stale = True
        else:
            self._refresh()

    def _refresh(self) -> None:
        plan = self._document.plan
        if plan is None:
            return
        empty = record_listing.Listing(self.register, (), {})
        listing = self._document.query(lambda file: record_listing.read_listing(file, self.register), empty)
        self.table.plan = plan.info.period
        self._model.show(listing, plan.info.period, self._document.today())
        self._is_stale = False
        self._show_state()

    def _show_state(self) -> None:
        has_any = bool(self._model.listing.rows)
        shown = self.table if has_any else self._empty
        if self._centre.currentWidget() is not shown:
            had_focus = self.table.hasFocus() or self.hasFocus()
            self._centre.setCurrentWidget(shown)
            self.setFocusProxy(shown)
            if had_focus:
                shown.setFocus()
        if has_any and not self._model.rows:
            self._nothing.say("Ничего не найдено.", "Сбросить поиск и отбор")
        else:
            self._nothing.hide()
        self.status_changed.emit()

    def _allow(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.EditKeyPressed | triggers.AnyKeyPressed
            if self._document.can_edit
            else triggers.NoEditTriggers
        )

    def _write(self, ids: list[str], field: str, value: object) -> None:
        self._document.execute(lambda file: registers.set_values(file, self.register, ids, {field: value}))

    def _delete(self, ids: list[str]) -> None:
        if self._document.can_edit:
            ask_to_delete(self._document, self.register, ids, self.window())

    def _export(self) -> None:
        export(self.table, self._document, self.window(), self.told.emit)


def empty_state(register: Register, add: Callable[[], object], paste: Callable[[], object]) -> QWidget:
    """What stands in place of a table without rows: what to do."""
    words = QLabel(register.empty)
    words.setObjectName("start-hint")
    words.setWordWrap(True)
    row = QHBoxLayout()
    page = QWidget()
    for text, act in ((register.add, add), ("Вставить из Excel", paste)):
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False, act=act: act())
        row.addWidget(button)
        page.setFocusProxy(page.focusProxy() or button)
    row.addStretch(1)
    QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page, lambda: paste())
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(words)
    column.addLayout(row)
    column.addStretch(1)
    return page

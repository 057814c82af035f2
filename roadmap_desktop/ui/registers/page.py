"""The page of a register: its title, what can be done, and the table."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.ui.commands import Handlers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.registers.exporting import export
from roadmap_desktop.ui.registers.own_actions import actions_with_rows, own_actions
from roadmap_desktop.ui.registers.own_dialogs import open_record
from roadmap_desktop.ui.registers.record_table import RecordTable
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.staying_menu import StayingMenu
from roadmap_desktop.ui.table.folding_memory import FoldingMemory
from roadmap_desktop.ui.table.list_page import ListPage
from roadmap_desktop.ui.table.page_header import Button

_EXPORT, _IMPORT = "В Excel…", "Взять из списка…"


class RegisterPage(ListPage):
    """The records of one register."""

    view: RecordTable

    def __init__(self, register: Register, document: RoadmapDocument, settings: Settings) -> None:
        self.register, self._document = register, document
        self._centre = QStackedWidget()
        table = RecordTable(document, register, settings, told=lambda words: self.told.emit(words))
        super().__init__(document, table, *self._buttons(table), centre=self._centre)
        self.register_id, self.add_text = register.id, register.add
        self.guide = f"registers#{register.title}"
        self._is_stale = True
        self._folding = FoldingMemory(self.model, document, settings, f"registers/{register.id}")
        self._no_records = empty_state(register, self.add, table.paste, self._take_list)
        self._centre.addWidget(table)
        self._centre.addWidget(self._no_records)
        table.opened.connect(self.open_record)
        table.commands.opening.connect(self.open_record)
        table.chosen_changed.connect(self.chosen_changed)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)

    @property
    def added_word(self) -> str:
        """What is added here, as the toolbar names it."""
        return self.register.plural_forms[0].capitalize()

    @property
    def status_text(self) -> str:
        """How many records are shown."""
        return super().status_text or counted(len(self.model.listing.rows), *self.register.plural_forms)

    @property
    def has_chosen(self) -> bool:
        """Whether a record is marked."""
        return self._centre.currentWidget() is self.view and bool(self.view.chosen())

    def row_commands(self) -> Handlers:
        """What the menu «Правка» does with records."""
        return self.view.commands.handlers()

    def add(self) -> None:
        """Opens the dialog of a new record."""
        self.view.commands.add()

    def open_record(self, id_: str, values: Mapping[str, Any] | None = None) -> None:
        """Opens the dialog of a record; without a key that of a new one, which begins with ``values``."""
        dialog = open_record(self._document, self.register, id_, self.window(), values)
        dialog.saved.connect(lambda id_: QTimer.singleShot(0, self, lambda: self.view.choose([id_])))
        dialog.record_wanted.connect(self.record_wanted)

    def show_record(self, id_: str) -> None:
        """Marks a record, whatever is filtered."""
        self._read()
        super().show_record(id_)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def show_emptiness(self) -> None:
        """Says what to do where there are no records."""
        has_any = bool(self.model.listing.rows)
        shown = self.view if has_any else self._no_records
        if self._centre.currentWidget() is not shown:
            had_focus = self.starts_at is not None and self.starts_at.hasFocus()
            self._centre.setCurrentWidget(shown)
            self.starts_at = shown
            if had_focus:
                shown.setFocus()
        super().show_emptiness()
        self.status_changed.emit()
        self.chosen_changed.emit()

    def _buttons(self, table: RecordTable) -> tuple[list[Button], list[str]]:
        """What can be done, and what of it finds no room on a narrow page."""
        own: list[Button] = [
            (text, partial(act, self._document, table, self)) for text, act in own_actions(self.register)
        ]
        table.commands.own = {"Изменить у выбранных…": self.change_selected} | {
            text: partial(act, self._document, table, self) for text, act in actions_with_rows(self.register)
        }
        columns = StayingMenu(table)
        columns.aboutToShow.connect(lambda: table.header.fill_menu(columns))
        usual: list[Button] = [
            ("Столбцы ▾", columns),
            ("Печать…", self._print),
            (_IMPORT, self._take_list),
            (_EXPORT, self._export),
        ]
        return [*own, *usual], [*(text for text, _ in own), _IMPORT, _EXPORT]

    def _print(self) -> None:
        report = self.shown_report()
        self._document.printing.emit(
            PrintRequest(report.id, shown=(report,), register=self.register.id), None
        )

    def _export(self) -> None:
        export(self.view, self._document, self.window(), self.told.emit)

    def _take_list(self) -> None:
        self.list_wanted.emit()

    def _on_changed(self, _change_set: object = None) -> None:
        if not self.isVisible():
            self._is_stale = True
        else:
            self._read()

    def _read(self) -> None:
        self.view.read()
        self._is_stale = False


def empty_state(
    register: Register,
    add: Callable[[], object],
    paste: Callable[[], object],
    take: Callable[[], object],
) -> QWidget:
    """What stands in place of a table without rows: what to do."""
    words = QLabel(register.empty)
    words.setObjectName("start-hint")
    words.setWordWrap(True)
    row = QHBoxLayout()
    page = QWidget()
    for text, act in ((register.add, add), ("Вставить из Excel", paste), (_IMPORT, take)):
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False, act=act: act())
        row.addWidget(button)
        page.setFocusProxy(page.focusProxy() or button)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(words)
    column.addLayout(row)
    column.addStretch(1)
    return page

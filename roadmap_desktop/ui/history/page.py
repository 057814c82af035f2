"""The history of the whole file: what was and what became, newest first."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu

from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan import file_history
from roadmap_desktop.operations.plan.file_history import HistoryLine
from roadmap_desktop.ui.activities.row_commands import ONLY_READ
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.history.listing import CHANGES, HistoryCells, HistoryListing
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.copying import copy_rows
from roadmap_desktop.ui.table.header import ColumnMemory
from roadmap_desktop.ui.table.list_page import ListPage
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.view import TableView

# Change sets; what is older is read when it is asked for.
_NEWEST = 500
_WHOLE, _RETURN = "Вся история", "Вернуть прежнее значение"
_GO, _ALONE, _COPY = "Перейти к записи", "Только эта запись", "Копировать строки"
_NO_PLACE = "Эта правка относится ко всей дорожной карте, а не к одной записи."
_NO_VALUE = (
    "Прежнее значение есть у правки поля. Добавление, удаление и перестановку отменяет «Правка → Отменить»."
)


class HistoryPage(ListPage):
    """It is read when it is looked at, because editing must not pay for it."""

    guide = "history"
    can_add = False

    def __init__(self, document: RoadmapDocument, settings: Settings) -> None:
        self._document, self._has_older = document, False
        self._limit: int | None = _NEWEST
        view = TableView(TableModel(HistoryCells(document.today)), ColumnMemory(settings, "history"))
        # A click more on a heading brings the order of time back.
        view.header.setSortIndicatorClearable(True)
        buttons = [(_RETURN, self.return_value), (_WHOLE, self._read_whole), ("Печать…", self._print)]
        super().__init__(document, view, buttons, [_RETURN, _WHOLE])
        view.activated.connect(lambda index: self._go_to(self.model.rows[index.row()]))
        view.customContextMenuRequested.connect(self._open_menu)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_replaced)

    @property
    def status_text(self) -> str:
        """How many lines are shown, and whether there are older ones."""
        shown = counted(len(self.model.rows), *CHANGES.plural_forms)
        return f"{shown} · более ранние: «{_WHOLE}»" if self._has_older else shown

    def shows(self, _register_id: str, _id: str) -> bool:
        return True

    def change_selected(self) -> None:
        """Says what can be done instead."""
        self.told.emit(f"Историю изменить нельзя. Можно вернуть прежнее значение поля: «{_RETURN}».")

    def shown_records(self) -> Mapping[str, Sequence[str]]:
        """None: the past is not replaced."""
        return {}

    def show_changed(self, _ids: list[str]) -> None:
        """It stands in the first line."""
        self.view.scrollToTop()

    @property
    def chosen_id(self) -> str:
        """None: what is the newest now will not be next time."""
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def return_value(self) -> None:
        """Gives the field of the chosen line the value that it had before."""
        line = self._chosen()
        if line is None:
            self.told.emit("Выберите в истории правку, до которой нужно вернуть значение.")
        elif not line.field:
            self.told.emit(_NO_VALUE)
        elif not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif made := self._document.execute(partial(file_history.return_value, line=line)):
            self.told.emit(f"{made.label}. Отменить: Ctrl+Z")

    def _go_to(self, line: HistoryLine) -> None:
        table, id_ = line.key
        register = BY_TABLE.get(table)
        if not id_ or register is None:
            self.told.emit(_NO_PLACE)
        elif self._document.query(partial(file_history.is_there, key=line.key), False):
            self.record_wanted.emit(register.id, id_)
        else:
            self.told.emit("Этой записи уже нет: её удалили. Вернуть её можно отменой удаления.")

    def _open_menu(self, at: QPoint) -> None:
        line = self._chosen()
        if line is None:
            return
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(f"{_GO}\tEnter", partial(self._go_to, line)).setEnabled(bool(line.key[1]))
        back = menu.addAction(_RETURN, self.return_value)
        back.setEnabled(bool(line.field) and self._document.can_edit)
        menu.addAction(_ALONE, partial(self._show_alone, line)).setEnabled(bool(line.record))
        menu.addSeparator()
        menu.addAction(
            f"{_COPY}\tCtrl+C", partial(copy_rows, self.model, self.view.header.fields(), self.view.chosen())
        )
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _show_alone(self, line: HistoryLine) -> None:
        self.model.filter_by(self.model.row_filter.choosing("record", frozenset({line.record})))

    def _chosen(self) -> HistoryLine | None:
        chosen = self.view.chosen()
        return self.model.listing.by_id.get(chosen[0]) if chosen else None

    def _on_changed(self, _change_set: object = None) -> None:
        if self.isVisible():
            self._read()

    def _on_replaced(self) -> None:
        self._limit = _NEWEST
        self._on_changed()

    def _read(self) -> None:
        nothing: list[HistoryLine] = []
        self._show(self._document.query(lambda file: file_history.file_history(file, self._limit), nothing))

    def _read_whole(self) -> None:
        def show(lines: list[HistoryLine]) -> None:
            self._limit = None
            self._show(lines)

        self._document.query_in_background("История читается…", file_history.file_history, show)

    def _show(self, lines: list[HistoryLine]) -> None:
        number = self._document.query(file_history.change_count, 0)
        self._has_older = self._limit is not None and number > self._limit
        self.model.show(HistoryListing(lines), None)
        self.status_changed.emit()

    def _print(self) -> None:
        report = self.shown_report()
        self._document.printing.emit(PrintRequest(report.id, shown=(report,)), None)

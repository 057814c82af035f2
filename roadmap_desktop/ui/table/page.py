"""The page «Таблица»: chips, the table, and what can be done with its rows."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.ui.commands import Handlers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.cell_editing import CellEditing
from roadmap_desktop.ui.table.chosen_rows import ChosenRows
from roadmap_desktop.ui.table.clipboard import RowClipboard
from roadmap_desktop.ui.table.columns import COLUMNS
from roadmap_desktop.ui.table.filtering import Filtering
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.progress import ProgressReader
from roadmap_desktop.ui.table.row_commands import ONLY_READ, RowCommands
from roadmap_desktop.ui.table.row_menu import open_row_menu
from roadmap_desktop.ui.table.view import TableView

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing import Report

_NUMBER_ROOM = 18


class TablePage(Page):
    """Shows the plan as a table and edits it."""

    can_add = True
    can_search = True

    def __init__(self, document: RoadmapDocument, selection: Selection, settings: Settings) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._shown_day: date | None = None
        self.model = TableModel(document.today, self)
        self._progress = ProgressReader(document, self.model)
        self.view = TableView(self.model, settings, self)
        self._filtering = Filtering(self.model, self.view.viewport())
        self.chips, self.empty = self._filtering.chips, self._filtering.empty
        self.show_overdue = self._filtering.show_overdue
        self.editing = CellEditing(self.view, self.model, document)
        self._chosen = ChosenRows(self.view, self.model, selection)
        self._rows = RowCommands(document, selection, self.model, self)
        # The commands of the window's menus.
        self.duplicate, self.delete = self._rows.duplicate, self._rows.delete
        self.fill_states = self._rows.fill_states
        self.move_up, self.move_down = self._rows.move_up, self._rows.move_down
        self._clipboard = RowClipboard(self.view, self.model, selection, self._rows)
        self.copy, self.paste = self._clipboard.copy, self._clipboard.paste
        self.select_all = self.view.selectAll
        self._place_parts()
        self._connect()
        self._on_sorting()
        self._on_replaced()

    def handlers(self) -> Handlers:
        """What the menus «Правка» and «Мероприятие» do with rows."""
        return {
            "copy": self.copy,
            "paste": self.paste,
            "select_all": self.select_all,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "move_up": self.move_up,
            "move_down": self.move_down,
        }

    def set_search(self, text: str) -> None:
        self._filtering.set_search(text)

    def add(self) -> None:
        """Adds an activity below the current row and opens its name for typing."""
        self._rows.add(lambda added: self.editing.begin(added, "name", select_all=True))

    def edit_field(self, activity_id: str, field: str) -> None:
        """Opens the in-place editor of a field, such as ``name`` or ``due_text``."""
        self.editing.begin(activity_id, field)

    def edit_activity(self, _id: str) -> None:
        """Opens the in-place editor of the current cell; of the name where the cell cannot be edited."""
        self._on_edit_asked(self.view.currentIndex(), None)

    def bring_into_sight(self, ids: list[str]) -> None:
        """Chooses activities and scrolls to the first, past a filter that would hide it."""
        if any(self.model.place_of(id_) is None for id_ in ids):
            self._filtering.show_all()
        self._chosen.choose(ids)

    def show_record(self, id_: str) -> None:
        """Chooses an activity and scrolls to it."""
        self.bring_into_sight([id_])

    def shown_report(self) -> "Report":
        """What is listed, in the columns that are shown, as a report to print."""
        from roadmap_desktop.ui.table.printed import shown_report

        return shown_report(self.model, self.view.header)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A new day may have begun since the page was last looked at: what was due yesterday is overdue.
        if self._shown_day != self._document.today():
            self._show_plan()

    def _place_parts(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.replaced.connect(self._on_replaced)
        self._document.access_changed.connect(self._on_sorting)
        self._filtering.reset.connect(self.search_reset)
        self._filtering.add_wanted.connect(self.add)
        self._rows.told.connect(self.told)
        self._clipboard.told.connect(self.told)
        self._clipboard.files_pasted.connect(self.files_pasted)
        self._rows.added.connect(self.bring_into_sight)
        self._rows.about_to_act.connect(self.editing.commit)
        self.view.rows_dropped.connect(self._rows.drop)
        self.view.edit_asked.connect(self._on_edit_asked)
        self.view.details_asked.connect(self.details_wanted)
        self.view.header.sorting_changed.connect(self._on_sorting)
        self.view.customContextMenuRequested.connect(self._open_menu)

    def _on_replaced(self) -> None:
        self.model.show(None)
        self._on_sorting()
        self._show_plan()
        self.view.scrollToTop()

    def _on_changed(self, change_set: ChangeSet) -> None:
        # It is the same plan where something else was edited.
        if self._document.plan is not self.model.plan or self._shown_day != self._document.today():
            self._show_plan()
        self._progress.read_soon()
        self._chosen.choose_touched(change_set)

    def _show_plan(self) -> None:
        plan = self._document.plan
        self._shown_day = self._document.today()
        self.model.show(plan)
        self._progress.read_soon()
        self.view.header.has_sections = bool(plan and plan.sections)
        if plan and plan.activities:
            longest = max(len(row.number) for row in plan.activities)
            self.view.header.at_least(
                "number", self.fontMetrics().horizontalAdvance("0" * longest) + _NUMBER_ROOM
            )
        self._filtering.show_plan(plan)

    def _on_sorting(self) -> None:
        self.model.sort_by(self.view.header.sorting)
        self.view.can_reorder = self._rows.can_reorder

    def _on_edit_asked(self, index: QModelIndex, typed: QKeyEvent | None) -> None:
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif index.isValid():
            column = COLUMNS[index.column()]
            key = column.key if column.editable else "name"
            self.editing.begin(self.model.rows[index.row()].id, key, typed)

    def _open_menu(self, at: QPoint) -> None:
        commands: Handlers = {
            "edit": partial(self._on_edit_asked, self.view.currentIndex(), None),
            "details": self.view.ask_details,
            "add": self.add,
        }
        open_row_menu(
            self.view,
            at,
            commands | self.handlers(),
            has_rows=bool(self._selection.ids),
            can_edit=self._document.can_edit,
        )

"""The page «Таблица»: chips, the table, and what can be done with its rows."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.model.change_set import NOTHING, ChangeSet, ChangeSetKind
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.operations import activities
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table import moving
from roadmap_desktop.ui.table.cell_editing import CellEditing
from roadmap_desktop.ui.table.chips import Chips
from roadmap_desktop.ui.table.columns import COLUMNS
from roadmap_desktop.ui.table.empty_state import EmptyState
from roadmap_desktop.ui.table.listing import Sieve
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.row_menu import open_row_menu
from roadmap_desktop.ui.table.view import TableView

_NUMBER_ROOM = 18


class TablePage(QWidget):
    """Shows the plan as a table and edits it. ``told`` carries sentences for the status line."""

    told = Signal(str)
    details_requested = Signal(str)
    search_reset = (
        Signal()
    )  # the page has dropped the search of its own accord: the search box should be emptied

    def __init__(self, document: RoadmapDocument, selection: Selection, settings: Settings) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self.model = TableModel(document.today, self)
        self.chips = Chips()
        self.view = TableView(self.model, settings, self)
        self.editing = CellEditing(self.view, self.model, document)
        self.empty = EmptyState(self.view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.model.sort_by(self.view.header.sorting)
        self._commands = {
            "edit": self.edit_current,
            "details": self.view.ask_details,
            "add": self.add_activity,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "move_up": self.move_up,
            "move_down": self.move_down,
            "copy": self.copy,
            "paste": self.paste,
        }
        self._connect()
        self._on_replaced()

    @property
    def can_reorder(self) -> bool:
        """Whether rows stand in the plan's order, so that they can be moved."""
        return self.model.sorting.is_plan_order

    def set_search(self, text: str) -> None:
        """Lists the rows that hold every word of the text, and marks the words."""
        self._ask(replace(self.model.sieve, query=text))

    def select_all(self) -> None:
        """Selects every listed row."""
        self.view.selectAll()

    def add_activity(self) -> None:
        """Adds an activity below the current row and opens its name for typing."""
        plan = self._document.plan
        if plan is None:
            return
        after = self._selection.current
        draft = ActivityDraft(name=activities.NEW_NAME)
        added = _created(self._document.do(lambda file: activities.add_activity(file, draft, after=after)))
        self._show_added(added)
        if added:
            self.editing.begin(added[0], "name", select_all=True)

    def duplicate(self) -> None:
        """Adds copies of the chosen rows below them."""
        plan, ids = self._document.plan, self._selection.ids
        if plan is not None and ids:
            self._show_added(
                _created(self._document.do(lambda file: activities.duplicate_activities(file, plan, ids)))
            )

    def delete(self) -> None:
        """Deletes the chosen rows without asking: undo brings them back, and the status line says so."""
        plan, ids = self._document.plan, self._selection.ids
        places = self.model.places_of(ids)
        if plan is None or not ids:
            return
        if self._document.do(lambda file: activities.delete_activities(file, plan, ids)) is None:
            return
        if self.model.rows:
            place = min(places[0] if places else 0, len(self.model.rows) - 1)
            self.view.choose([self.model.rows[place].id])
        self.told.emit(f"Удалено мероприятий: {len(ids)}. Вернуть: Ctrl+Z")

    def move_up(self) -> None:
        """Moves the chosen rows above the one before them."""
        plan = self._document.plan
        if plan is not None and self._may_reorder():
            self._move(moving.one_up(plan, self.model.rows, set(self._selection.ids)))

    def move_down(self) -> None:
        """Moves the chosen rows below the one after them."""
        plan = self._document.plan
        if plan is not None and self._may_reorder():
            self._move(moving.one_down(plan, self.model.rows, set(self._selection.ids)))

    def edit_field(self, activity_id: str, field: str) -> None:
        """Opens the in-place editor of a field, such as ``name`` or ``due_text``."""
        self.editing.begin(activity_id, field)

    def edit_current(self) -> None:
        """Opens the in-place editor of the current cell; of the name where the cell cannot be edited."""
        self._on_edit_asked(self.view.currentIndex(), None)

    def copy(self) -> None:
        """Puts the chosen rows on the clipboard."""

    def paste(self) -> None:
        """Adds rows from the clipboard."""

    def reset_filters(self) -> None:
        """Lists every row again."""
        self.search_reset.emit()
        self.model.ask(Sieve())
        self.chips.reset()

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.replaced.connect(self._on_replaced)
        self._selection.changed.connect(self._on_selection)
        self.chips.changed.connect(self._on_chips)
        self.view.chosen_changed.connect(self._on_chosen)
        self.view.rows_dropped.connect(self._on_dropped)
        self.view.edit_asked.connect(self._on_edit_asked)
        self.view.details_asked.connect(self.details_requested)
        self.view.header.sorting_changed.connect(self._on_sorting)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.empty.clicked.connect(self._on_empty_clicked)

    def _on_replaced(self) -> None:
        self.model.show(None)
        self._show_plan()
        self.view.scrollToTop()

    def _on_changed(self, change_set: ChangeSet) -> None:
        self._show_plan()
        if change_set.kind is not ChangeSetKind.EDIT:
            self._choose_touched(change_set)

    def _show_plan(self) -> None:
        plan = self._document.plan
        self.model.show(plan)
        self.view.header.has_sections = bool(plan and plan.sections)
        if plan and plan.activities:
            longest = max(len(row.number) for row in plan.activities)
            self.view.header.at_least(
                "number", self.fontMetrics().horizontalAdvance("0" * longest) + _NUMBER_ROOM
            )
        self.chips.show_counts(plan, self.model.counts())
        self._show_emptiness()

    def _choose_touched(self, change_set: ChangeSet) -> None:
        """After undo and redo the eye looks for what has changed."""
        touched = [change.record_id for change in change_set.changes if change.table == "activity"]
        listed = [id_ for id_ in dict.fromkeys(touched) if self.model.place_of(id_) is not None]
        if listed:
            self.view.choose(listed)

    def _ask(self, sieve: Sieve) -> None:
        self.model.ask(sieve)
        self._show_emptiness()
        # Deleting or copying must never touch rows that a filter hides.
        self._selection.choose(id_ for id_ in self._selection.ids if self.model.place_of(id_) is not None)

    def _on_chips(self) -> None:
        self._ask(replace(self.model.sieve, filter=self.chips.filter, performers=self.chips.performers))

    def _on_sorting(self) -> None:
        self.model.sort_by(self.view.header.sorting)
        self.view.can_reorder = self.can_reorder

    def _on_selection(self) -> None:
        if set(self._selection.ids) != set(self.view.chosen()):
            self.view.choose(self._selection.ids)

    def _on_chosen(self) -> None:
        self._selection.choose(self.view.chosen())

    def _on_dropped(self, gap: int) -> None:
        plan = self._document.plan
        if plan is not None:
            self._move(moving.into_gap(plan, self.model.rows, set(self._selection.ids), gap))

    def _on_edit_asked(self, index: QModelIndex, typed: QKeyEvent | None) -> None:
        if index.isValid():
            column = COLUMNS[index.column()]
            key = column.key if column.editable else "name"
            self.editing.begin(self.model.rows[index.row()].id, key, typed)

    def _open_menu(self, at: QPoint) -> None:
        open_row_menu(self.view, at, self._commands, has_rows=bool(self._selection.ids))

    def _on_empty_clicked(self) -> None:
        if self.model.sieve.is_open:
            self.add_activity()
        else:
            self.reset_filters()

    def _may_reorder(self) -> bool:
        if not self.can_reorder:
            self.told.emit("Строки переставляются в порядке плана: щёлкните по заголовку «№».")
        return self.can_reorder

    def _move(self, target: moving.Target | None) -> None:
        plan, ids = self._document.plan, self._selection.ids
        if plan is None or target is None or not ids:
            return
        self._document.do(
            lambda file: activities.move_activities(
                file, plan, ids, before=target.before, section_id=target.section_id
            )
        )
        self.view.choose(ids)

    def _show_added(self, added: list[str]) -> None:
        """Brings new rows into sight, past a filter that would hide them."""
        if any(self.model.place_of(id_) is None for id_ in added):
            self.reset_filters()
        if added:
            self.view.choose(added)

    def _show_emptiness(self) -> None:
        if self.model.rows or self._document.plan is None:
            self.empty.hide()
        elif self.model.sieve.is_open:
            self.empty.say(
                "В плане пока нет мероприятий.\nДобавьте первое или вставьте строки из Word или Excel: Ctrl+V.",
                "Добавить мероприятие",
            )
        else:
            self.empty.say("Ничего не найдено.", "Сбросить поиск и фильтры")


def _created(change_set: ChangeSet | None) -> list[str]:
    """Keys of the activities that a change set brought into being, in the order of the plan."""
    if change_set is None:
        return []
    return [
        change.record_id
        for change in change_set.changes
        if change.table == "activity" and change.field == "name" and change.old is NOTHING
    ]

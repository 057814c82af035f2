"""The page «Таблица»: chips, the table, and what can be done with its rows."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QKeyEvent, QShowEvent

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import ChangeSet, ChangeSetKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.register import NUMBER
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.ui.activities.cells import ActivityCells
from roadmap_desktop.ui.activities.chosen_rows import ChosenRows
from roadmap_desktop.ui.activities.clipboard import RowClipboard
from roadmap_desktop.ui.activities.due_words import When
from roadmap_desktop.ui.activities.new_row import NEW_ID, NewRow, RowEditing
from roadmap_desktop.ui.activities.progress import ProgressReader
from roadmap_desktop.ui.activities.row_commands import ONLY_READ, RowCommands
from roadmap_desktop.ui.activities.section_commands import SectionCommands
from roadmap_desktop.ui.commands import Handlers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.columns import STATE_WIDTH, GivenWidths
from roadmap_desktop.ui.table.folding_memory import FoldingMemory
from roadmap_desktop.ui.table.header import ColumnMemory
from roadmap_desktop.ui.table.list_page import ListPage
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.row_menu import open_row_menu
from roadmap_desktop.ui.table.view import TableView

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report

_TITLE = "Мероприятия дорожной карты"
_NUMBER_ROOM = 18
_WIDTHS = {
    NUMBER.name: 34,
    "due_text": 118,
    "performers": 132,
    "expected_result": 150,
    "state": STATE_WIDTH,
    "completed_on": 100,
    "section_id": 130,
}
_WIDTH, _NAME_LEAST = 160, 180


class TablePage(ListPage):
    """Shows the plan as a table and edits it."""

    guide = "table"

    def __init__(self, document: RoadmapDocument, selection: Selection, settings: Settings) -> None:
        cells = ActivityCells(document.today)
        self._widths = GivenWidths(_WIDTHS, _WIDTH, "name", _NAME_LEAST)
        super().__init__(
            document, TableView(TableModel(cells), ColumnMemory(settings, "table"), self._widths)
        )
        self._document = document
        self._selection = selection
        self._shown_day: date | None = None
        # A row without its number and name would be a riddle.
        self.view.header.kept = (NUMBER.name, "name")
        self._progress = ProgressReader(document, cells, self)
        self._new_row = NewRow()
        self.editing = RowEditing(self.view, document, self._new_row)
        self._chosen = ChosenRows(self.view, self.model, selection)
        self._rows = RowCommands(document, selection, self.model, self)
        self._sections = SectionCommands(document, self.view)
        self._folding = FoldingMemory(self.model, document, settings, "table")
        # The commands of the window's menus.
        self.duplicate, self.delete = self._rows.duplicate, self._rows.delete
        self.fill_states = self._rows.fill_states
        self.fill_sections = partial(self._sections.fill_targets, put_into=self._rows.put_into)
        self.move_up, self.move_down = self._rows.move_up, self._rows.move_down
        self._clipboard = RowClipboard(self.view, selection, self._rows)
        self.copy = self._clipboard.copy
        self.paste = lambda: self._clipboard.paste(self._sections.current)
        self.select_all = self.view.selectAll
        self._connect()
        self._on_replaced()

    @property
    def has_chosen(self) -> bool:
        """Whether an activity is chosen."""
        return bool(self._selection.ids)

    def row_commands(self) -> Handlers:
        """What the menu «Правка» does with activities."""
        return {
            "edit": lambda: self._on_edit_asked(self.view.currentIndex(), None),
            "copy": self.copy,
            "paste": self.paste,
            "select_all": self.select_all,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "print_chosen": partial(_print_chosen, self._document, self.view),
        }

    def add(self) -> None:
        """Opens a row for the name of a new activity, below the current one or at the end of the section whose caption
        is current."""
        self.editing.commit()
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif self._document.plan is not None:
            section = self._sections.current
            self._new_row.open(self._rows.place_for_new(section), section)
            self._show_plan()
            self.bring_into_sight([NEW_ID])
            self.editing.begin(NEW_ID, "name", select_all=True)

    def shown_report(self) -> "Report":
        """What is listed, in the columns that are shown, as a report to print."""
        from roadmap_desktop.ui.table.printed import shown_report

        return shown_report(self.view, _TITLE)

    def edit_field(self, activity_id: str, field: str) -> None:
        """Opens the in-place editor of a field, such as ``name`` or ``due_text``."""
        self.editing.begin(activity_id, field)

    def choose(self, ids: Sequence[str]) -> None:
        """Chooses activities in the whole window."""
        self._chosen.choose(ids)

    def show_overdue(self) -> None:
        """Lists the overdue activities alone."""
        self.show_all()
        self.chips.words[When.OVERDUE].choose()

    def show_emptiness(self) -> None:
        """Says what to do where the plan is empty."""
        super().show_emptiness()
        if self._document.plan is not None and not self.model.listing.rows:
            self.empty.say(
                "В плане пока нет мероприятий.\nДобавьте первое или вставьте строки из Word или Excel: Ctrl+V.\n"
                "Готовый план целиком: «Файл → Взять из документа…», Ctrl+Shift+O.",
                "Добавить мероприятие",
            )

    def on_empty_clicked(self) -> None:
        """Adds the first activity to an empty plan."""
        if self.model.listing.rows:
            self.show_all()
        else:
            self.add()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A new day may have begun since the page was last looked at: what was due yesterday is overdue.
        if self._shown_day != self._document.today():
            self._show_plan()

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.replaced.connect(self._on_replaced)
        self._document.access_changed.connect(self._allow_moving)
        self._progress.read.connect(self.view.viewport().update)
        self._rows.told.connect(self.told)
        self._sections.told.connect(self.told)
        self._clipboard.told.connect(self.told)
        self._clipboard.files_pasted.connect(self.files_pasted)
        self._rows.added.connect(self.bring_into_sight)
        self._rows.about_to_act.connect(self.editing.commit)
        self.view.rows_dropped.connect(self._rows.drop)
        self.view.edit_asked.connect(self._on_edit_asked)
        self.editing.settled.connect(self._show_with)
        self.view.adding.connect(self.add)
        self.view.deleting.connect(self.delete)
        self.view.pasting.connect(self.paste)
        self.view.details_asked.connect(self.details_wanted)
        self.view.activated.connect(self._on_activated)
        self.view.header.sortIndicatorChanged.connect(self._allow_moving)
        self.model.grouped.connect(self._allow_moving)
        self.view.customContextMenuRequested.connect(self._open_menu)

    def _on_replaced(self) -> None:
        self.model.show(Listing(ACTIVITIES, (), {}), None)
        self._allow_moving()
        self._show_plan()
        self.view.scrollToTop()

    def _on_changed(self, change_set: ChangeSet) -> None:
        # It is the same plan where something else was edited.
        if self._document.plan is not self.model.listing or self._shown_day != self._document.today():
            self._show_plan()
        self._progress.read_soon()
        self._chosen.choose_touched(change_set)
        if self.isVisible() and _awaits_result(change_set, self.model.listing):
            self.told.emit("Выполнено. Вписать результат и приложить подтверждение: Alt+Enter")

    def _show_with(self, id_: str) -> None:
        """Shows the plan as it is, and chooses the activity of that key."""
        self._show_plan()
        if id_ in self.model.listing.by_id:
            self.bring_into_sight([id_])

    def _show_plan(self) -> None:
        plan = self._new_row.within(self._document.plan)
        self._shown_day = self._document.today()
        header = self.view.header
        header.absent = () if plan and plan.sections else ("section_id",)
        longest = max((len(row.number) for row in plan.activities), default=0) if plan else 0
        room = self.fontMetrics().horizontalAdvance("0" * longest) + _NUMBER_ROOM
        self._widths.least[NUMBER.name] = room
        self.model.show(plan or Listing(ACTIVITIES, (), {}), plan.info.period if plan else None)
        header.fit()
        self._progress.read_soon()

    def _allow_moving(self) -> None:
        self.view.can_reorder = self._rows.can_reorder

    def _on_activated(self, index: QModelIndex) -> None:
        if isinstance(self.model.rows[index.row()], Caption):
            return
        if self.model.columns[index.column()] is NUMBER:
            self.details_wanted.emit(self.model.rows[index.row()].id)
        else:
            self._on_edit_asked(index, None)

    def _on_edit_asked(self, index: QModelIndex, typed: QKeyEvent | None) -> None:
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif self._sections.current:
            self._sections.rename(self._sections.current)
        elif index.isValid():
            field = self.model.columns[index.column()]
            key = field.name if self.model.cells.is_editable(field) else "name"
            self.editing.begin(self.model.rows[index.row()].id, key, typed)

    def _open_menu(self, at: QPoint) -> None:
        place = self.view.rowAt(at.y())
        if place >= 0 and isinstance(caption := self.model.rows[place], Caption):
            self._sections.open_menu(caption, at)
            return
        commands: Handlers = {
            "details": lambda: self.details_wanted.emit(self._selection.current or ""),
            "add": self.add,
            "change_selected": self.change_selected,
            "move_up": self.move_up,
            "move_down": self.move_down,
        }
        open_row_menu(
            self.view,
            at,
            commands | self.row_commands(),
            submenus={"section": self.fill_sections},
            has_rows=bool(self._selection.ids),
            can_edit=self._document.can_edit,
        )


def _print_chosen(document: RoadmapDocument, view: TableView) -> None:
    from roadmap_desktop.ui.table.printed import print_chosen

    print_chosen(document, view, _TITLE)


def _awaits_result(change_set: ChangeSet, listing: Listing) -> bool:
    """Whether it was just said of one activity that it is done, and not yet what came of it."""
    done = [one for one in change_set.changes if one.field == "state" and one.new == State.DONE]
    row = listing.by_id.get(done[0].record_id) if len(done) == 1 else None
    return change_set.kind is ChangeSetKind.EDIT and row is not None and not row.actual_result

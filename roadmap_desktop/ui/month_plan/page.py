"""The page «План месяца»: everything of a month or a week in one list that is edited where it stands."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine, week_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.month import editing
from roadmap_desktop.operations.month.lines import sources
from roadmap_desktop.ui.activities.row_commands import ONLY_READ
from roadmap_desktop.ui.calendar.kinds_button import KindsButton
from roadmap_desktop.ui.calendar.month import month_of, month_period, shifted
from roadmap_desktop.ui.calendar.month_memory import MonthMemory
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.month_plan.cells import PlanCells
from roadmap_desktop.ui.month_plan.header import PlanHeader
from roadmap_desktop.ui.month_plan.line_commands import LineCommands
from roadmap_desktop.ui.month_plan.lines_shown import LinesShown
from roadmap_desktop.ui.month_plan.listing import NEW, LineListing
from roadmap_desktop.ui.month_plan.new_line import TASKS, LineEditing, NewLine
from roadmap_desktop.ui.month_plan.planning import plan_task
from roadmap_desktop.ui.month_plan.status import status_of
from roadmap_desktop.ui.month_plan.table import PlanTable
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.registers.choices import link_choices
from roadmap_desktop.ui.registers.own_dialogs import open_record
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.model import TableModel


class MonthPlanPage(Page):
    """A month, or a week, of the open plan."""

    can_add = True
    can_search = True
    month: date

    def __init__(self, document: RoadmapDocument, selection: Selection, settings: Settings) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self._memory = MonthMemory(settings)
        self._lines = LinesShown(document)
        self._is_stale, self._day, self._by_weeks = True, document.today(), False
        self.month = month_of(self._day)
        hint = "Что показывать в плане"
        self.sources = KindsButton(_sources, "Ничего", hint, settings, "month-plan/hidden")
        self.header = PlanHeader(self.sources)
        self.model = TableModel(PlanCells(document.today))
        self.model.folded = {PlanGroup.ALL_YEAR.value, PlanGroup.EARLIER.value, PlanGroup.UNDATED.value}
        self.view = PlanTable(self.model, settings)
        self.new_line = NewLine(lambda: self.window_shown, self._show_new_line)
        self.editing = LineEditing(self.view, document, self._choices, self._writing)
        self.editing.new_line = self.new_line
        self.commands = LineCommands(document, self)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self._connect()
        self._on_replaced()

    @property
    def added_word(self) -> str:
        """What «+» adds here."""
        return "Дело"

    @property
    def status_text(self) -> str:
        """«Октябрь: 17 дел · выполнено 1 · сроки истекают у 2»."""
        return status_of(self.model.records(), self.window_shown, self._document.today())

    @property
    def window_shown(self) -> Period:
        """The days that are shown."""
        return week_of(self._day) if self._by_weeks else month_period(self.month)

    def add(self) -> None:
        """Begins a new task: its day is typed first."""
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
            return
        self.editing.begin(NEW.id, "day")

    def set_search(self, text: str) -> None:
        was_searched = bool(self.model.row_filter.query.strip())
        self.model.search(text)
        if was_searched != bool(text.strip()):
            # Folded parts are read only to be searched.
            self._read()

    def show_record(self, id_: str) -> None:
        self.view.choose([line.id for line in self.model.records() if line.record_id == id_])

    def show_day(self, day: date) -> None:
        """Shows the month or the week of a day."""
        self._day, self.month = day, month_of(day)
        plan = self._document.plan
        if plan is not None:
            self._memory.remember(plan.info, self.month)
        if self._by_weeks:
            self.header.show_week(week_of(day))
        else:
            self.header.show_month(self.month)
        self.editing.commit()
        self.new_line.clear()
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.replaced.connect(self._on_replaced)
        self._document.access_changed.connect(self._on_changed)
        self.sources.hidden_changed.connect(self._read)
        self.model.folding_changed.connect(self._read)
        self.header.step_requested.connect(self._step)
        self.header.today_requested.connect(lambda: self.show_day(self._document.today()))
        self.header.month_chosen.connect(self.show_day)
        self.header.scale_chosen.connect(self._scale)
        self.header.carrying_asked.connect(lambda: self.commands.carry_over(self.model.records()))
        self.view.edit_asked.connect(self._edit)
        self.view.activated.connect(lambda index: self._edit(index, None))
        self.view.details_asked.connect(lambda id_: self._open(self.model.listing.by_id[id_]))
        self.view.toggling.connect(lambda: self.commands.toggle(self._chosen()))
        self.view.deleting.connect(lambda: self.commands.delete(self._chosen()))
        self.view.chosen_changed.connect(self._choose)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.commands.told.connect(self.told)
        self.commands.opening.connect(self._open)
        self.commands.adding.connect(self.plan_work)

    def plan_work(self, activity_id: str) -> None:
        """Opens a new task that serves an activity."""
        plan_task(self._document, self.window(), activity_id)

    def _on_replaced(self) -> None:
        plan, today = self._document.plan, self._document.today()
        self.new_line.clear()
        if plan is None:
            self._read()
            return
        month = self._memory.first_month(plan.info, today)
        self.show_day(today if month_of(today) == month else month)

    def _on_changed(self, _change_set: object = None) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        is_searched = bool(self.model.row_filter.query.strip())
        wanted = [group for group in PlanGroup if is_searched or group.value not in self.model.folded]
        shown = self._lines.read(self.window_shown, self.sources.shown(), wanted)
        self.model.cells.unread = shown.unread
        self._show(shown.lines)
        self.sources.tell()
        self.status_changed.emit()

    def _show(self, lines: Sequence[PlanLine]) -> None:
        plan = self._document.plan
        can_add = plan is not None and self._document.can_edit
        listing = LineListing(lines, self.window_shown, self.new_line.typed if can_add else None)
        self.model.show(listing, plan.info.period if plan else None)

    def _show_new_line(self) -> None:
        place = self.model.place_of(NEW.id)
        if place is not None:
            self.model.dataChanged.emit(
                self.model.index(place, 0), self.model.index(place, self.model.columnCount() - 1)
            )

    def _step(self, step: int) -> None:
        self.show_day(self._day + timedelta(weeks=step) if self._by_weeks else shifted(self.month, step))

    def _scale(self, by_weeks: bool) -> None:
        self._by_weeks = by_weeks
        today = self._document.today()
        self.show_day(today if by_weeks and month_of(today) == self.month else self._day)

    def _chosen(self) -> list[PlanLine]:
        by_id = self.model.listing.by_id
        return [by_id[id_] for id_ in self.view.chosen() if id_ in by_id and id_ != NEW.id]

    def _choose(self) -> None:
        """An activity's details stand beside the list, as everywhere."""
        chosen = self._chosen()
        self._selection.choose([line.record_id for line in chosen if line.is_activity])
        self.record_chosen.emit(*self._work_of(chosen))

    def _work_of(self, chosen: Sequence[PlanLine]) -> tuple[str, str]:
        if len(chosen) == 1 and not chosen[0].is_activity:
            return chosen[0].register, chosen[0].record_id
        return "", ""

    def _edit(self, index: QModelIndex, typed: QKeyEvent | None) -> None:
        line = self.model.rows[index.row()] if index.isValid() else None
        if not isinstance(line, PlanLine):
            return
        field = self.model.columns[index.column()]
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif self.model.cells.can_edit(line, field):
            self.editing.begin(line.id, field.name, typed)
        elif field.name == "state" and line is not NEW:
            below = self.view.visualRect(index).bottomLeft()
            self.commands.open_menu([line], self.view.viewport().mapToGlobal(below), states_alone=True)
        elif typed is None and line is not NEW:
            self._open(line)

    def _open(self, line: PlanLine) -> None:
        if line.is_activity:
            self._selection.choose([line.record_id])
            self.details_wanted.emit(line.record_id)
        elif line is not NEW:
            open_record(self._document, BY_ID[line.register], line.record_id, self.window())

    def _open_menu(self, at: QPoint) -> None:
        chosen = self._chosen()
        if chosen:
            self.commands.open_menu(chosen, self.view.viewport().mapToGlobal(at))

    def _choices(self, name: str) -> list[tuple[str, str]]:
        return link_choices(self._document, TASKS, "performers") if name == "responsible" else []

    def _writing(self, id_: str, field: Field, value: Any) -> Operation:
        if id_ == NEW.id:
            return self.new_line.taking(field, value)
        line, window = self.model.listing.by_id[id_], self.window_shown
        register = BY_ID[line.register]
        return lambda file: editing.set_values(
            file, line, editing.typed_values(register, field.name, value, window)
        )


def _sources() -> list[tuple[str, str]]:
    return [(register.id, register.title) for register in sources()]

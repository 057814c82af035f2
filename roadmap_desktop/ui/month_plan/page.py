"""The page «План месяца»: everything of a month or a week in one list that is edited where it stands."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.plan_sources import sources
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.ui.activities.row_commands import ONLY_READ
from roadmap_desktop.ui.calendar.kinds_button import KindsButton
from roadmap_desktop.ui.calendar.month import month_of
from roadmap_desktop.ui.calendar.month_memory import MonthMemory
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.month_plan.cells import PlanCells
from roadmap_desktop.ui.month_plan.header import PlanHeader
from roadmap_desktop.ui.month_plan.line_commands import LineCommands
from roadmap_desktop.ui.month_plan.line_editing import LineEditing
from roadmap_desktop.ui.month_plan.lines_shown import LinesShown
from roadmap_desktop.ui.month_plan.listing import NEW, LineListing
from roadmap_desktop.ui.month_plan.new_line import NewLine
from roadmap_desktop.ui.month_plan.pasting import paste_lines
from roadmap_desktop.ui.month_plan.shown_period import ShownPeriod
from roadmap_desktop.ui.month_plan.status import status_of
from roadmap_desktop.ui.month_plan.table import PlanTable
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.registers.own_dialogs import open_record
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.model import TableModel

_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthPlanPage(Page):
    """A month, or a week, of the open plan."""

    guide = "month"
    can_add = True
    add_text = "Добавить дело"
    can_search = True
    month: date

    def __init__(self, document: RoadmapDocument, selection: Selection, settings: Settings) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self._memory = MonthMemory(settings)
        self._lines = LinesShown(document)
        self._is_stale, self._status = True, ""
        self.shown = ShownPeriod(document.today())
        self.month = self.shown.month
        hint = "Что показывать в плане"
        self.sources = KindsButton(_sources, "Ничего", hint, settings, "month-plan/hidden")
        self.header = PlanHeader(self.sources)
        self.model = TableModel(PlanCells(document.today))
        self.model.folded = {PlanGroup.ALL_YEAR.value, PlanGroup.EARLIER.value, PlanGroup.UNDATED.value}
        self.view = PlanTable(self.model, settings)
        self.new_line = NewLine(lambda: self.shown.days, lambda: self.model.tell_changed(NEW.id))
        self.editing = LineEditing(self.view, document, self.new_line, lambda: self.shown.days)
        self.commands = LineCommands(document, self)
        self.starts_at = self.view
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
        return self._status

    def add(self) -> None:
        """Begins a new task: its day is typed first."""
        if self._document.can_edit:
            self.editing.begin(NEW.id, "day")
        else:
            self.told.emit(ONLY_READ)

    def change_selected(self) -> None:
        """Asks for a value that a field of all chosen records of one register is to have."""
        from roadmap_desktop.ui.registers.change_selected import change_selected

        chosen = self._chosen()
        kinds = {line.register for line in chosen}
        if len(kinds) > 1:
            self.told.emit("Выбраны записи разных видов: у них нет общих полей.")
        else:
            register = BY_ID[next(iter(kinds), "tasks")]
            change_selected(
                self._document, register, [line.id for line in chosen], self.window(), self.told.emit
            )

    def set_search(self, text: str) -> None:
        was_searched = bool(self.model.row_filter.query.strip())
        self.model.filter_by(self.model.row_filter.searching(text))
        if was_searched != bool(text.strip()):
            # Folded parts are read only to be searched.
            self._read()

    def shown_records(self) -> Mapping[str, Sequence[str]]:
        shown: dict[str, list[str]] = {}
        for row in self.model.rows:
            if isinstance(row, PlanLine) and row.register in BY_ID:
                shown.setdefault(row.register, []).append(row.id)
        return shown

    def show_record(self, id_: str) -> None:
        self.view.choose([id_])

    def shows(self, register_id: str, id_: str) -> bool:
        if not id_:
            return register_id in (register.id for register in sources())
        return self.model.row_of(id_) is not None

    def show_day(self, day: date) -> None:
        """Shows the month or the week of a day."""
        self.editing.commit()
        self.new_line.clear()
        self.shown.day, self.month = day, month_of(day)
        plan = self._document.plan
        if plan is not None:
            self._memory.remember(plan.info, self.month)
        if self.shown.by_weeks:
            self.header.show_week(self.shown.days)
        else:
            self.header.show_month(self.month)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()
        if self._chosen():
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
            self.show_day(self.shown.stepped(_STEPS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._document.changed.connect(self._lines.note)
        self._document.changed.connect(lambda _change_set: self._read())
        self._document.replaced.connect(self._on_replaced)
        self._document.access_changed.connect(self._read)
        self.sources.hidden_changed.connect(self._read)
        self.model.folding_changed.connect(self._read)
        self.header.step_requested.connect(lambda step: self.show_day(self.shown.stepped(step)))
        self.header.today_requested.connect(lambda: self.show_day(self._document.today()))
        self.header.month_chosen.connect(self.show_day)
        self.header.scale_chosen.connect(
            lambda weeks: self.show_day(self.shown.scaled(by_weeks=weeks, today=self._document.today()))
        )
        self.header.carrying_asked.connect(
            lambda: self.commands.carry_over([line for line in self.model.records() if line is not NEW])
        )
        self.view.edit_asked.connect(self._edit)
        self.view.activated.connect(lambda index: self._edit(index, None))
        self.view.details_asked.connect(lambda id_: self._open(self.model.listing.by_id[id_]))
        self.view.toggling.connect(lambda: self.commands.toggle(self._chosen()))
        self.view.pasting.connect(
            lambda: self.told.emit(paste_lines(self._document, self.shown.days, self.window()))
        )
        self.view.adding.connect(self.add)
        self.view.deleting.connect(lambda: self.commands.delete(self._chosen()))
        self.view.chosen_changed.connect(self._choose)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.commands.told.connect(self.told)
        self.commands.opening.connect(self._open)

    def _on_replaced(self) -> None:
        plan, today = self._document.plan, self._document.today()
        self._lines.note(None)
        self.new_line.clear()
        if plan is None:
            self._read()
            return
        month = self._memory.first_month(plan.info, today)
        self.show_day(today if month_of(today) == month else month)

    def _read(self) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        is_searched = bool(self.model.row_filter.query.strip())
        wanted = [group for group in PlanGroup if is_searched or group.value not in self.model.folded]
        read = self._lines.read(self.shown.days, self.sources.shown(), wanted)
        self.model.cells.unread = read.unread
        plan = self._document.plan
        typed = self.new_line.typed if plan is not None and self._document.can_edit else None
        self.model.show(LineListing(read.lines, self.shown.days, typed), plan.info.period if plan else None)
        self.sources.tell()
        self._status = status_of(read.lines, self.shown.days, self._document.today())
        self.status_changed.emit()

    def _chosen(self) -> list[PlanLine]:
        by_id = self.model.listing.by_id
        return [by_id[id_] for id_ in self.view.chosen() if id_ in by_id and id_ != NEW.id]

    def _choose(self) -> None:
        """What is chosen stands beside the list: an activity as everywhere, or one record of a register."""
        chosen = self._chosen()
        self._selection.choose([line.id for line in chosen if line.is_activity])
        (one,) = chosen if len(chosen) == 1 and not chosen[0].is_activity else (None,)
        self.record_chosen.emit(*((one.register, one.id) if one is not None else ("", "")))

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
            self._selection.choose([line.id])
            self.details_wanted.emit(line.id)
        elif line is not NEW:
            open_record(self._document, BY_ID[line.register], line.id, self.window())

    def _open_menu(self, at: QPoint) -> None:
        if chosen := self._chosen():
            self.commands.open_menu(chosen, self.view.viewport().mapToGlobal(at))


def _sources() -> list[tuple[str, str]]:
    return [(register.id, register.title) for register in sources()]

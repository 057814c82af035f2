"""What is done with whole rows: add, copy, delete, move. Each command is one step of undo."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import NOTHING, ChangeSet
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.activities import moving
from roadmap_desktop.ui.activities.groupings import SECTIONS
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.registers.deleting import ask_to_delete
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.model import TableModel

ONLY_READ = "Файл открыт только для чтения: изменить его здесь нельзя."
# Rows; fewer are written in less than a fifth of a second.
_MANY = 200
_GROUPED = "Строки сгруппированы. Чтобы переставлять их, выберите «Вид → Группировать → Без групп»."
_SORTED = "Строки отсортированы. Чтобы переставлять их, щёлкните заголовок «№»."
_Step = Callable[[Plan, moving.Listed, Collection[str]], moving.Target | None]


class RowCommands(QObject):
    """Acts on the chosen rows. ``told`` carries sentences for the status line."""

    told = Signal(str)
    added = Signal(list)  # keys of new rows, in the plan's order: to be brought into sight
    about_to_act = (
        Signal()
    )  # an editor that is open should be closed first: its value belongs to the row as it was

    def __init__(
        self, document: RoadmapDocument, selection: Selection, model: TableModel, page: QWidget
    ) -> None:
        super().__init__(page)
        self._document = document
        self._selection = selection
        self._model = model

    @property
    def can_reorder(self) -> bool:
        """Whether rows stand in the plan's order, so that they can be moved."""
        return not self._is_grouped() and self._model.sorting.is_own_order and self._document.can_edit

    def place_for_new(self, section: str | None) -> str | None:
        """After which activity new ones go: the current one, or the last of the section whose caption is current."""
        plan = self._document.plan
        if section is None or plan is None:
            return self._selection.current
        in_it = [row.id for row in plan.activities if (row.section_id or "") == section]
        return in_it[-1] if in_it else None

    def duplicate(self) -> None:
        """Adds copies of the chosen rows below them."""
        ids = self._selection.ids
        if ids:
            self.carry_out(
                lambda plan: lambda file: activities.duplicate_activities(file, plan, ids),
                rows=len(ids),
                waiting="Мероприятия копируются…",
            )

    def delete(self) -> None:
        """Deletes the chosen rows: undo brings them back, and the status line says so. What would go along with them is
        told first."""
        plan = self._document.plan
        ids = [id_ for id_ in self._selection.ids if plan is not None and id_ in plan.by_id]
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif ids:
            self.about_to_act.emit()
            page = cast("QWidget", self.parent())
            ask_to_delete(self._document, ACTIVITIES, ids, page.window(), partial(self._delete, ids))

    def _delete(self, ids: Sequence[str], with_all: bool) -> None:
        places = self._model.places_of(ids)

        def done(_change_set: ChangeSet) -> None:
            # What stands there now; a caption cannot be chosen.
            rows = self._model.rows
            near = [*rows[places[0] :], *reversed(rows[: places[0]])] if places else rows
            self._selection.choose([row.id for row in near if not isinstance(row, Caption)][:1])
            self.told.emit(f"Удалено мероприятий: {len(ids)}. Отменить: Ctrl+Z")

        self.carry_out(
            lambda plan: lambda file: activities.delete_activities(file, plan, ids, with_all=with_all),
            rows=len(ids),
            waiting="Мероприятия удаляются…",
            done=done,
        )

    def fill_states(self, menu: QMenu) -> None:
        """Fills the menu «Состояние»."""
        menu.clear()
        for state in State:
            menu.addAction(state.value, partial(self._set_state, state))

    def move_up(self) -> None:
        """Moves the chosen rows above the one before them."""
        self._move(moving.one_up)

    def move_down(self) -> None:
        """Moves the chosen rows below the one after them."""
        self._move(moving.one_down)

    def drop(self, gap: int) -> None:
        """Moves the chosen rows into the gap above the listed row with that number."""
        self._move(lambda plan, rows, moved: moving.into_gap(plan, rows, moved, gap))

    def _set_state(self, state: State) -> None:
        plan, ids = self._document.plan, self._selection.ids
        if plan is not None:
            self._document.execute(lambda file: activities.set_field(file, plan, ids, "state", state))

    def _is_grouped(self) -> bool:
        by = self._model.grouping
        return by is not None and not by.is_own

    def _move(self, step: _Step) -> None:
        ids = self._selection.ids
        if self._document.plan is None or not ids:
            return
        if self._document.can_edit and not self.can_reorder:
            self.told.emit(_GROUPED if self._is_grouped() else _SORTED)
            return
        target = step(self._document.plan, self._model.rows, set(ids))
        if target is None:
            return
        before, section_id = target.before, target.section_id
        plan = self._document.plan
        leaving = [id_ for id_ in ids if id_ in plan.by_id and plan.by_id[id_].section_id != section_id]
        self.carry_out(
            lambda plan: (
                lambda file: activities.move_activities(file, plan, ids, before=before, section_id=section_id)
            ),
            rows=len(ids),
            waiting="Мероприятия переставляются…",
            done=lambda _change_set: self._show_moved(ids, leaving, section_id),
        )

    def put_into(self, section_id: str | None) -> None:
        """Moves the chosen rows to the end of a section; None: out of all."""
        plan, ids = self._document.plan, self._selection.ids
        if plan is None:
            return
        leaving = [id_ for id_ in ids if plan.by_id[id_].section_id != section_id]
        self.carry_out(
            lambda plan: lambda file: activities.set_field(file, plan, ids, SECTIONS, section_id),
            rows=len(ids),
            waiting="Мероприятия переставляются…",
            done=lambda _change_set: self._show_moved(ids, leaving, section_id),
        )

    def _show_moved(self, ids: Sequence[str], leaving: Collection[str], section_id: str | None) -> None:
        """A row never changes its section unseen."""
        self._selection.choose(ids)
        plan = self._document.plan
        if leaving and plan is not None:
            name = plan.names["section"].get(section_id or "")
            where = f"Перенесено в раздел «{name}»" if name else "Вынесено из разделов"
            self.told.emit(f"{where}: {activities_counted(len(leaving))}. Отменить: Ctrl+Z")

    def carry_out(
        self,
        operation_on: Callable[[Plan], Operation],
        *,
        rows: int = 1,
        waiting: str = "",
        done: Callable[[ChangeSet], object] = lambda _change_set: None,
    ) -> None:
        """Runs an operation on the plan as it is once an open editor is closed: at once, or with many ``rows`` in the
        background, ``waiting`` being what the user is told meanwhile. Nothing more happens when it changes nothing."""
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
            return
        self.about_to_act.emit()
        plan = self._document.plan
        if plan is None:
            return

        def finish(change_set: ChangeSet) -> None:
            new = created(change_set)
            if new:
                self.added.emit(new)
            done(change_set)

        if rows > _MANY:
            self._document.execute_in_background(waiting, operation_on(plan), finish)
            return
        change_set = self._document.execute(operation_on(plan))
        if change_set is not None:
            finish(change_set)


def created(change_set: ChangeSet) -> list[str]:
    """Keys of the activities that a change set brought into being, in the order they were added."""
    return [
        change.record_id
        for change in change_set.changes
        if change.table == "activity" and change.field == "name" and change.old is NOTHING
    ]

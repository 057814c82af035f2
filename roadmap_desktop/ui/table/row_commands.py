"""What is done with whole rows: add, copy, delete, move. Each command is one step of undo."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.model.change_set import NOTHING, ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations import activities
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.table import moving
from roadmap_desktop.ui.table.model import TableModel

_Step = Callable[[Plan, Sequence[ActivityRow], Collection[str]], moving.Target | None]


class RowCommands(QObject):
    """Acts on the chosen rows. ``told`` carries sentences for the status line."""

    told = Signal(str)
    added = Signal(list)  # keys of new rows, in the plan's order: to be brought into sight
    about_to_act = (
        Signal()
    )  # an editor that is open should be closed first: its value belongs to the row as it was

    def __init__(
        self, document: RoadmapDocument, selection: Selection, model: TableModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._model = model

    @property
    def can_reorder(self) -> bool:
        """Whether rows stand in the plan's order, so that they can be moved."""
        return self._model.sorting.is_plan_order

    def add(self) -> str | None:
        """Adds an activity below the current row. Returns its key; None when nothing was added."""
        draft, after = ActivityDraft(name=activities.NEW_NAME), self._selection.current
        new = self._do(lambda plan: lambda file: activities.add_activity(file, draft, after=after))
        return new[0] if new else None

    def duplicate(self) -> None:
        """Adds copies of the chosen rows below them."""
        ids = self._selection.ids
        if ids:
            self._do(lambda plan: lambda file: activities.duplicate_activities(file, plan, ids))

    def delete(self) -> None:
        """Deletes the chosen rows without asking: undo brings them back, and the status line says so."""
        ids = self._selection.ids
        if self._document.plan is None or not ids:
            return
        places = self._model.places_of(ids)
        before = len(self._document.plan.activities)
        self._do(lambda plan: lambda file: activities.delete_activities(file, plan, ids))
        deleted = before - len(self._document.plan.activities)
        if not deleted:
            return
        if self._model.rows:
            place = min(places[0] if places else 0, len(self._model.rows) - 1)
            self._selection.choose([self._model.rows[place].id])
        self.told.emit(f"Удалено мероприятий: {deleted}. Вернуть: Ctrl+Z")

    def move_up(self) -> None:
        """Moves the chosen rows above the one before them."""
        self._move(moving.one_up)

    def move_down(self) -> None:
        """Moves the chosen rows below the one after them."""
        self._move(moving.one_down)

    def drop(self, gap: int) -> None:
        """Moves the chosen rows into the gap above the listed row with that number."""
        self._move(lambda plan, rows, moved: moving.into_gap(plan, rows, moved, gap))

    def _move(self, step: _Step) -> None:
        ids = self._selection.ids
        if self._document.plan is None or not ids:
            return
        if not self.can_reorder:
            self.told.emit("Строки переставляются в порядке плана: щёлкните по заголовку «№».")
            return
        target = step(self._document.plan, self._model.rows, set(ids))
        if target is None:
            return
        before, section_id = target.before, target.section_id
        self._do(
            lambda plan: (
                lambda file: activities.move_activities(file, plan, ids, before=before, section_id=section_id)
            )
        )
        self._selection.choose(ids)

    def _do(self, operation_on: Callable[[Plan], Operation]) -> list[str]:
        """Runs an operation on the plan as it is once an open editor is closed; returns the keys of new rows."""
        self.about_to_act.emit()
        plan = self._document.plan
        if plan is None:
            return []
        new = created(self._document.do(operation_on(plan)))
        if new:
            self.added.emit(new)
        return new


def created(change_set: ChangeSet | None) -> list[str]:
    """Keys of the activities that a change set brought into being, in the order they were added."""
    if change_set is None:
        return []
    return [
        change.record_id
        for change in change_set.changes
        if change.table == "activity" and change.field == "name" and change.old is NOTHING
    ]

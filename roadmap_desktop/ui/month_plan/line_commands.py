"""What is done with lines of the plan: their state, carrying over, deleting, opening what stands behind them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.operations.month import editing
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.activities.row_commands import ONLY_READ
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.month_plan.carry_dialog import CarryDialog
from roadmap_desktop.ui.month_plan.not_done_dialog import NotDoneDialog
from roadmap_desktop.ui.month_plan.planning import plan_task
from roadmap_desktop.ui.registers.deleting import ask_to_delete


class LineCommands(QObject):
    """``told`` carries a sentence for the status line; ``opening`` a line whose record is to be opened."""

    told = Signal(str)
    opening = Signal(object)

    def __init__(self, document: RoadmapDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._parent = document, parent

    def toggle(self, lines: Sequence[PlanLine]) -> None:
        """Done, or planned again where all are done."""
        works = _works(lines)
        if works:
            today = self._document.today()
            done = all(line.standing(today).state is WorkState.DONE for line in works)
            self.set_state(works, WorkState.PLANNED if done else WorkState.DONE)
        elif lines:
            self.told.emit("Состояние мероприятия меняется в таблице или здесь, в меню правой кнопки.")

    def set_state(self, lines: Sequence[PlanLine], state: WorkState) -> None:
        """Says what has become of works; of what was not done it is asked why."""
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif state is WorkState.NOT_DONE:
            open_dialog(NotDoneDialog(self._document, lines, self._parent.window()))
        else:
            self._document.execute(lambda file: editing.set_state(file, lines, state))

    def carry_over(self, lines: Sequence[PlanLine]) -> None:
        """Offers to move what is open of these to other days."""
        left = [line for line in _works(lines) if line.is_open]
        if not self._document.can_edit:
            self.told.emit(ONLY_READ)
        elif left:
            open_dialog(CarryDialog(self._document, left, self._parent.window()))
        else:
            self.told.emit("Незавершённых дел здесь нет: переносить нечего.")

    def delete(self, lines: Sequence[PlanLine]) -> None:
        """Deletes the records behind works of one register; undo brings them back."""
        works = _works(lines)
        kinds = {line.register for line in works}
        if not self._document.can_edit or not lines:
            return
        if len(works) != len(lines):
            self.told.emit("Мероприятия дорожной карты удаляют в таблице: Ctrl+1.")
        elif len(kinds) > 1:
            self.told.emit("Выбраны записи разных видов: удалите их по отдельности.")
        else:
            (kind,) = kinds
            ids = [line.id for line in works]
            ask_to_delete(self._document, BY_ID[kind], ids, self._parent.window(), told=self.told.emit)

    def open_menu(self, lines: Sequence[PlanLine], point: QPoint, *, states_alone: bool = False) -> None:
        """What can be done with the chosen lines, at a point of the screen; or their states alone."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, works = lines[0], _works(lines)
        if not states_alone:
            menu.addAction("Открыть…", partial(self.opening.emit, first)).setEnabled(len(lines) == 1)
        if not states_alone and first.is_activity:
            menu.addAction(
                "Запланировать дело…",
                partial(plan_task, self._document, self._parent.window(), first.id),
            )
        states = menu if states_alone else menu.addMenu("Состояние")
        self._fill_states(states, lines)
        if not states_alone:
            carry = menu.addAction("Перенести…", partial(self.carry_over, lines))
            carry.setEnabled(any(line.is_open for line in works))
            menu.addSeparator()
            menu.addAction("Удалить", partial(self.delete, lines)).setEnabled(bool(works))
        for action in menu.actions()[0 if states_alone else 1 :]:
            action.setEnabled(action.isEnabled() and self._document.can_edit)
        menu.popup(point)

    def _fill_states(self, menu: QMenu, lines: Sequence[PlanLine]) -> None:
        works = _works(lines)
        acts: dict[WorkState | State, Callable[[], object]] = (
            {state: partial(self.set_state, works, state) for state in WorkState}
            if works
            else {state: partial(self._set_due, lines, state) for state in State}
        )
        for state, act in acts.items():
            action = menu.addAction(f"{state.value}…" if state is WorkState.NOT_DONE else state.value, act)
            action.setCheckable(True)
            action.setChecked(all(line.state is state for line in works or lines))

    def _set_due(self, lines: Sequence[PlanLine], state: State) -> None:
        """Of activities and decisions, which are no work of a day."""
        first = lines[0]
        ids = [line.id for line in lines if line.register == first.register]
        self._document.execute(
            lambda file: registers.set_values(file, BY_ID[first.register], ids, {"state": state})
        )


def _works(lines: Sequence[PlanLine]) -> list[PlanLine]:
    return [line for line in lines if isinstance(line.state, WorkState)]

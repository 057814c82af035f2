"""What the calendar page does with the plan: each is one operation, one step of undo."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due import write_due
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.plan import activities, due
from roadmap_desktop.ui.calendar.entries import Entry
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.deleting import ask_to_delete
from roadmap_desktop.ui.selection import Selection


class CalendarCommands(QObject):
    """``edit_requested`` asks for the activity to be opened for editing."""

    edit_requested = Signal(str)

    def __init__(self, document: RoadmapDocument, selection: Selection, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._document = document
        self._selection = selection

    def add_on(self, day: date) -> None:
        """Opens a new activity dated that day. Nothing is written until it is saved; it is chosen then."""
        from roadmap_desktop.ui.registers.own_dialogs import open_record

        plan = self._document.plan
        if plan is None or not self._document.can_edit:
            return
        values: dict[str, Any] = {"due_text": write_due([Period(day, day)], plan.info.period)}
        if plan.activities:
            values["section_id"] = plan.activities[-1].section_id
        dialog = open_record(self._document, ACTIVITIES, "", self._page.window(), values)
        dialog.saved.connect(self.edit_requested)

    def set_period(self, entry: Entry, period: Period) -> None:
        """Gives a bar its new dates; the activity's other periods stay, its wording follows."""
        plan = self._document.plan
        if plan is not None and entry.row.id in plan.by_id:
            periods = entry.with_period(period)
            self._document.execute(lambda file: due.set_dates(file, plan, entry.row.id, periods))

    def set_state(self, activity_id: str, state: State) -> None:
        """Sets the state."""
        plan = self._document.plan
        if plan is not None:
            self._document.execute(
                lambda file: activities.set_field(file, plan, [activity_id], "state", state)
            )

    def delete(self, activity_id: str) -> None:
        """Deletes the activity; undo brings it back. What would go along with it is told first."""
        plan = self._document.plan
        if plan is None:
            return

        def delete(with_all: bool) -> None:
            self._selection.choose(id_ for id_ in self._selection.ids if id_ != activity_id)
            self._document.execute(
                lambda file: activities.delete_activities(file, plan, [activity_id], with_all=with_all)
            )

        ask_to_delete(self._document, ACTIVITIES, [activity_id], self._page.window(), delete)

    def open_day_menu(self, day: date, point: QPoint) -> None:
        """Opens what can be done with a day where it is clicked with the right button."""
        from roadmap_desktop.ui.month_plan.planning import plan_task

        window = self._page.window()
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Запланировать дело…", partial(plan_task, self._document, window, day=day))
        menu.addAction("Добавить мероприятие", partial(self.add_on, day))
        for action in menu.actions():
            action.setEnabled(self._document.can_edit)
        menu.popup(point)

    def menu(self, activity_id: str, parent: QWidget) -> QMenu:
        """What can be done with an activity where it is clicked with the right button."""
        menu = QMenu(parent)
        can_edit = self._document.can_edit
        menu.addAction(
            "Изменить…" if can_edit else "Подробности", partial(self.edit_requested.emit, activity_id)
        )
        states = QMenu("Состояние", menu)
        menu.addMenu(states)
        row = self._document.plan.by_id[activity_id] if self._document.plan is not None else None
        for state in State:
            action = states.addAction(state.value, partial(self.set_state, activity_id, state))
            action.setCheckable(True)
            action.setChecked(row is not None and row.state is state)
        menu.addSeparator()
        deleting = menu.addAction("Удалить", partial(self.delete, activity_id))
        states.setEnabled(can_edit)
        deleting.setEnabled(can_edit)
        return menu

"""The fields of one activity beneath its name."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import standing
from roadmap_desktop.ui.details.narrow_form import NarrowForm
from roadmap_desktop.ui.editors import DueEditor, LinkEditor, NamesEditor


class DetailsForm(NarrowForm):
    """Tells the activity's number, and whether it is overdue."""

    def __init__(self, plan: Plan, may_write: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(
            ACTIVITIES, lambda name, _values: plan.choices(name), plan.info.period, may_write, parent
        )
        self.editors["section_id"].set_placeholder("без раздела")

    @property
    def activity_id(self) -> str:
        """The key of the activity that is shown."""
        return self.record_id

    def show_activity(self, row: ActivityRow, plan: Plan, today: date) -> None:
        """Shows an activity. A field that is being typed into keeps what is typed, if the activity is the same."""
        typed = self.changes if row.id == self.record_id else ()
        self.record_id = row.id
        self.head.setText(f"Мероприятие {row.number}")
        present = standing(row, today)
        self.warning.setText(f"! {present.word}")
        self.warning.setVisible(present.is_overdue)
        self._acquaint(plan)
        self.show_values({field.name: plan.entered(row, field) for field in ACTIVITIES.fields}, typed)

    def _acquaint(self, plan: Plan) -> None:
        """Tells the editors what they need of the plan as it is now."""
        for name, editor in self.editors.items():
            if isinstance(editor, DueEditor):
                editor.set_plan(plan.info.period)
            elif isinstance(editor, (LinkEditor, NamesEditor)):
                editor.offer(plan.choices(name))

"""Reads the lines of the plan that is shown."""

from collections.abc import Collection

from roadmap_desktop.model.month_plan import PlanLine, activity_lines, in_order
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.month.lines import month_lines
from roadmap_desktop.ui.document import RoadmapDocument


class LinesShown:
    """Keeps the lines of the activities as long as the plan is the same: an edit of a task touches none of them."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document
        self._known: tuple[Plan, Period, list[PlanLine]] | None = None

    def read(self, window: Period, chosen: Collection[str]) -> tuple[PlanLine, ...]:
        """The lines of a window, of the sources with these ids; none where no file is open."""
        plan = self._document.plan
        if plan is None:
            return ()
        nothing: tuple[PlanLine, ...] = ()
        works = self._document.query(
            lambda file: month_lines(file, plan, window, set(chosen) - {ACTIVITIES.id}), nothing
        )
        return tuple(in_order([*works, *(self._activities(plan, window) if ACTIVITIES.id in chosen else ())]))

    def _activities(self, plan: Plan, window: Period) -> list[PlanLine]:
        if self._known is None or self._known[0] is not plan or self._known[1] != window:
            self._known = (plan, window, activity_lines(plan, window))
        return self._known[2]

"""Reads the lines of the plan that is shown."""

from collections.abc import Collection, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from roadmap_desktop.model.month_plan import Grouped, PlanGroup, PlanLine, activity_groups, lines_of, order_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.month.lines import month_lines
from roadmap_desktop.ui.document import RoadmapDocument


class Shown(NamedTuple):
    """The lines of the parts that are wanted; of all parts, by their captions, how many activities were left out."""

    lines: tuple[PlanLine, ...] = ()
    unread: Mapping[str, int] = {}


class LinesShown:
    """Keeps the activities' lines, with what they are sorted by, as long as the plan is the same: an edit of a task
    touches none of them."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document
        self._known: tuple[Plan, Period, Grouped] | None = None
        self._wanted: Collection[PlanGroup] = ()
        self._kept: list[tuple[Any, PlanLine]] = []

    def read(self, window: Period, chosen: Collection[str], wanted: Collection[PlanGroup]) -> Shown:
        """The plan of a window, of the sources with these ids; nothing where no file is open. Of thousands of
        activities only those of the wanted parts are made lines of."""
        plan = self._document.plan
        if plan is None:
            return Shown()
        nothing: tuple[PlanLine, ...] = ()
        works = self._document.query(
            lambda file: month_lines(file, plan, window, set(chosen) - {ACTIVITIES.id}), nothing
        )
        self._catch_up(plan, window, wanted)
        grouped = self._known[2] if self._known is not None and ACTIVITIES.id in chosen else {}
        kept = self._kept if grouped else []
        # Two sorted runs are merged in one pass, and no key is worked out twice.
        lines = sorted([*((order_of(line), line) for line in works), *kept], key=itemgetter(0))
        unread = {group.value: 0 if group in wanted else len(grouped.get(group, ())) for group in PlanGroup}
        return Shown(tuple(line for _, line in lines), unread)

    def _catch_up(self, plan: Plan, window: Period, wanted: Collection[PlanGroup]) -> None:
        is_known = self._known is not None and self._known[0] is plan and self._known[1] == window
        if not is_known:
            self._known = (plan, window, activity_groups(plan, window, self._document.today()))
        if self._known is not None and (not is_known or wanted != self._wanted):
            self._wanted = wanted
            self._kept = [(order_of(line), line) for line in lines_of(self._known[2], window, wanted)]
            self._kept.sort(key=itemgetter(0))

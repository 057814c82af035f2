"""Reads the lines of the plan that is shown."""

from collections.abc import Collection, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.month_plan import Grouped, PlanGroup, PlanLine, activity_groups, lines_of, order_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_sources import work_registers
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.registers.tasks import TaskPerformer
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.month.lines import month_lines
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.month_plan.new_line import TASKS


class Shown(NamedTuple):
    """The lines of the parts that are wanted; of all parts, by their captions, how many activities were left out."""

    lines: tuple[PlanLine, ...] = ()
    unread: Mapping[str, int] = {}


class LinesShown:
    """Keeps the activities' lines, with what they are sorted by, as long as the plan is the same, and the lines of each
    register: an edit of a task touches no others."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document
        self._known: tuple[Plan, Period, Grouped] | None = None
        self._wanted: Collection[PlanGroup] = ()
        self._kept: list[tuple[Any, PlanLine]] = []
        self._works: dict[str, tuple[PlanLine, ...]] = {}

    def read(
        self,
        window: Period,
        chosen: Collection[str],
        wanted: Collection[PlanGroup],
        change_set: ChangeSet | None = None,
    ) -> Shown:
        """The plan of a window, of the sources with these ids; nothing where no file is open. Of thousands of
        activities only those of the wanted parts are made lines of. ``change_set``: what alone has changed since the
        same was read."""
        plan = self._document.plan
        if plan is None:
            return Shown()
        self._read_works(plan, window, chosen, _touched(change_set))
        self._catch_up(plan, window, wanted)
        grouped = self._known[2] if self._known is not None and ACTIVITIES.id in chosen else {}
        kept = self._kept if grouped else []
        works = ((order_of(line), line) for lines in self._works.values() for line in lines)
        # Two sorted runs are merged in one pass, and no key is worked out twice.
        lines = sorted([*sorted(works, key=itemgetter(0)), *kept], key=itemgetter(0))
        unread = {group.value: 0 if group in wanted else len(grouped.get(group, ())) for group in PlanGroup}
        return Shown(tuple(line for _, line in lines), unread)

    def _read_works(
        self, plan: Plan, window: Period, chosen: Collection[str], touched: Collection[str] | None
    ) -> None:
        nothing: tuple[PlanLine, ...] = ()
        asked, today = set(chosen) - {ACTIVITIES.id}, self._document.today()
        if touched is None or asked != self._works.keys():
            self._works = dict.fromkeys(asked, nothing)
            touched = asked
        found = self._document.query(
            lambda file: month_lines(file, plan, window, today, asked.intersection(touched)), nothing
        )
        for register in asked.intersection(touched):
            self._works[register] = tuple(line for line in found if line.register == register)

    def _catch_up(self, plan: Plan, window: Period, wanted: Collection[PlanGroup]) -> None:
        is_known = self._known is not None and self._known[0] is plan and self._known[1] == window
        if not is_known:
            self._known = (plan, window, activity_groups(plan, window, self._document.today()))
        if self._known is not None and (not is_known or wanted != self._wanted):
            self._wanted = wanted
            self._kept = [(order_of(line), line) for line in lines_of(self._known[2], window, wanted)]
            self._kept.sort(key=itemgetter(0))


def _touched(change_set: ChangeSet | None) -> set[str] | None:
    """The registers of work of which alone records were changed; None where something else was."""
    if change_set is None or not change_set.changes:
        return None
    own = {register.table: register.id for register in work_registers()} | {
        TaskPerformer.__tablename__: TASKS.id
    }
    tables = {change.table for change in change_set.changes}
    return {own[table] for table in tables} if tables <= own.keys() else None

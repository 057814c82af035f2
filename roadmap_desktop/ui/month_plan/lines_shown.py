"""Reads the lines of the plan that is shown."""

from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.month_plan import Grouped, PlanGroup, PlanLine, activity_groups, lines_of, order_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.month.lines import month_lines
from roadmap_desktop.operations.month.touched import touched_works
from roadmap_desktop.ui.document import RoadmapDocument


class Shown(NamedTuple):
    """The lines of the parts that are wanted; of all parts, by their captions, how many activities were left out."""

    lines: tuple[PlanLine, ...] = ()
    unread: Mapping[str, int] = {}


_Kept = tuple[Any, PlanLine]  # what the line is sorted by, see ``order_of``


class LinesShown:
    """Keeps the lines, with what they are sorted by: the activities' as long as the plan is the same, and of work those
    that an edit did not touch."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document
        self._known: tuple[Plan, Period, Grouped] | None = None
        self._wanted: Collection[PlanGroup] = ()
        self._kept: list[_Kept] = []
        self._works: dict[str, dict[str, _Kept]] = {}

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
        self._read_works(plan, window, set(chosen) - {ACTIVITIES.id}, touched_works(change_set))
        self._catch_up(plan, window, wanted)
        grouped = self._known[2] if self._known is not None and ACTIVITIES.id in chosen else {}
        works = [one for of_register in self._works.values() for one in of_register.values()]
        works.sort(key=itemgetter(0))
        # Two sorted runs are merged in one pass, and no key is worked out twice.
        lines = sorted([*works, *(self._kept if grouped else ())], key=itemgetter(0))
        unread = {group.value: 0 if group in wanted else len(grouped.get(group, ())) for group in PlanGroup}
        return Shown(tuple([line for _, line in lines]), unread)

    def _read_works(
        self, plan: Plan, window: Period, asked: set[str], touched: Mapping[str, set[str]] | None
    ) -> None:
        ids: set[str] | None = None
        if touched is None or asked != self._works.keys():
            self._works, registers = {register: {} for register in asked}, asked
        else:
            registers = asked & touched.keys()
            ids = set().union(*(touched[register] for register in registers))
            for register in registers:
                self._works[register] = {
                    id_: kept for id_, kept in self._works[register].items() if id_ not in ids
                }
        today, nothing = self._document.today(), ()
        found: Iterable[PlanLine] = self._document.query(
            lambda file: month_lines(file, plan, window, today, registers, ids), nothing
        )
        for line in found:
            self._works[line.register][line.id] = (order_of(line), line)

    def _catch_up(self, plan: Plan, window: Period, wanted: Collection[PlanGroup]) -> None:
        is_known = self._known is not None and self._known[0] is plan and self._known[1] == window
        if not is_known:
            self._known = (plan, window, activity_groups(plan, window, self._document.today()))
        if self._known is not None and (not is_known or wanted != self._wanted):
            self._wanted = wanted
            self._kept = [(order_of(line), line) for line in lines_of(self._known[2], window, wanted)]
            self._kept.sort(key=itemgetter(0))

"""Reads the lines of the plan that is shown, and keeps them: of a large plan an edit changes few."""

from collections.abc import Collection, Mapping
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.month_plan import Grouped, PlanGroup, PlanLine, activity_groups, lines_of, order_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.month.lines import work_lines
from roadmap_desktop.operations.month.touched import touched_works
from roadmap_desktop.ui.document import RoadmapDocument


class Shown(NamedTuple):
    """The lines of the parts that are wanted; of all parts, by their captions, how many activities were left out."""

    lines: tuple[PlanLine, ...] = ()
    unread: Mapping[str, int] = {}


_Kept = tuple[Any, PlanLine]  # what the line is sorted by, see ``order_of``
_by_order = itemgetter(0)


class LinesShown:
    """The lines of work and of activities as one list."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document
        self._works = _Works(document)
        self._activities = _Activities()

    def note(self, change_set: ChangeSet | None) -> None:
        """Keeps in mind what an edit can have changed; None: anything."""
        self._works.note(change_set)

    def read(self, window: Period, chosen: Collection[str], wanted: Collection[PlanGroup]) -> Shown:
        """The plan of a window, of the sources with these ids; nothing where no file is open. Of thousands of
        activities only those of the wanted parts are made lines of."""
        plan = self._document.plan
        if plan is None:
            return Shown()
        kept = self._works.read(plan, window, set(chosen) - {ACTIVITIES.id})
        grouped: Grouped = {}
        if ACTIVITIES.id in chosen:
            kept += self._activities.read(plan, window, wanted, self._document.today())
            grouped = self._activities.grouped
        # Of two sorted runs one pass makes one.
        kept.sort(key=_by_order)
        unread = {group.value: 0 if group in wanted else len(grouped.get(group, ())) for group in PlanGroup}
        return Shown(tuple([line for _, line in kept]), unread)


class _Works:
    """Of work those lines are kept that no edit touched."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document
        self._window: Period | None = None  # what they are of; None: they are to be read anew
        self._lines: dict[str, dict[str, _Kept]] = {}
        self._touched: dict[str, set[str]] = {}  # keys of records that were changed since, by their registers

    def note(self, change_set: ChangeSet | None) -> None:
        touched = touched_works(change_set)
        if touched is None:
            self._window = None
        else:
            for register, ids in touched.items():
                self._touched.setdefault(register, set()).update(ids)

    def read(self, plan: Plan, window: Period, asked: set[str]) -> list[_Kept]:
        """In their order."""
        if window != self._window or asked != self._lines.keys():
            self._lines = {register: {} for register in asked}
            self._take(plan, window, asked, None)
        elif registers := asked & self._touched.keys():
            ids = set().union(*(self._touched[register] for register in registers))
            for register in registers:
                known = self._lines[register]
                self._lines[register] = {id_: known[id_] for id_ in known if id_ not in ids}
            self._take(plan, window, registers, ids)
        self._window, self._touched = window, {}
        lines = [kept for of_register in self._lines.values() for kept in of_register.values()]
        lines.sort(key=_by_order)
        return lines

    def _take(self, plan: Plan, window: Period, registers: set[str], ids: set[str] | None) -> None:
        nothing: list[PlanLine] = []
        read = self._document.query(lambda file: work_lines(file, plan, window, registers, ids), nothing)
        for line in read:
            self._lines[line.register][line.id] = (order_of(line), line)


class _Activities:
    """Of activities those lines are kept whose rows are the same."""

    def __init__(self) -> None:
        self.grouped: Grouped = {}
        self._plan: Plan | None = None
        self._frame: tuple[Period, Period, date] | None = None  # what a line says besides what its row does
        self._wanted: Collection[PlanGroup] = ()
        self._lines: dict[str, tuple[ActivityRow, _Kept]] = {}
        self._sorted: list[_Kept] = []

    def read(self, plan: Plan, window: Period, wanted: Collection[PlanGroup], today: date) -> list[_Kept]:
        """In their order."""
        frame = (window, plan.info.period, today)
        if plan is not self._plan or frame != self._frame:
            self.grouped = activity_groups(plan, window, today)
        elif wanted == self._wanted:
            return self._sorted
        known = self._lines if frame == self._frame else {}
        self._plan, self._frame, self._wanted = plan, frame, wanted
        rows = [row for group in wanted for row in self.grouped[group]]
        self._lines = {row.id: before for row in rows if (before := known.get(row.id)) and before[0] is row}
        others = {
            group: [row for row in self.grouped[group] if row.id not in self._lines] for group in wanted
        }
        for line in lines_of(others, window, wanted):
            self._lines[line.id] = (plan.by_id[line.id], (order_of(line), line))
        self._sorted = [self._lines[row.id][1] for row in rows]
        self._sorted.sort(key=_by_order)
        return self._sorted

"""The plan of a month or a week: concrete work by day and hour, then the activities that fall into it, each once."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.due import DueKind, occurrences
from roadmap_desktop.model.hours import Hours, hours_in
from roadmap_desktop.model.month_calendar import names_whole_months
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.model.standing import (
    OPEN_STATES,
    Standing,
    is_in,
    is_undated,
    is_year_round,
    standing_of,
)
from roadmap_desktop.model.work import Direction, WorkState

# What lasts longer stands under no day of its own.
_LONGEST_BY_DATES = 7


class PlanGroup(StrEnum):
    """The parts of the plan, in the order of print; the value is the caption."""

    BY_DATES = "По датам"
    ALL_MONTH = "В течение месяца"
    EXPIRING = "Срок исполнения истекает"
    ALL_YEAR = "В течение учебного года"
    EARLIER = "Не выполнено ранее"
    UNDATED = "Без установленного срока"


class PlanLine(NamedTuple):
    """A line of the plan, with the key of its record. ``period`` are its days; ``days`` those of a recurrence;
    ``numbers`` are «№ п/п» of the activities that it serves, of an activity its own; ``due`` the wording of an
    activity; ``caption`` what the record is; ``moved_from`` the days that it was planned for before."""

    register: str
    id: str
    group: PlanGroup
    direction: Direction
    caption: str
    name: str
    state: WorkState | State
    period: Period | None = None
    days: tuple[date, ...] = ()
    hours: Hours | None = None
    numbers: tuple[str, ...] = ()
    place: str = ""
    participants: str = ""
    responsible: tuple[str, ...] = ()
    due: str = ""
    result: str = ""
    evidence: str = ""
    reason: str = ""
    moved_from: tuple[date, ...] = ()

    @property
    def is_activity(self) -> bool:
        """Whether it is an activity of the roadmap itself."""
        return self.register == ACTIVITIES.id

    @property
    def last_day(self) -> date | None:
        """Its last day; None where it has none."""
        return self.period.end if self.period else None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done of it, or was not done."""
        return self.state not in (
            WorkState.DONE,
            WorkState.CANCELLED,
            State.DONE,
            State.CANCELLED,
            State.MOVED,
        )

    def standing(self, today: date) -> Standing:
        """How it stands on a day. Of a work that is over it is enough to tell what came of it."""
        found = standing_of(self.state, self.last_day, today)
        return Standing(WorkState.DONE) if found.is_untold and self.result else found


def activity_lines(
    plan: Plan, window: Period, wanted: Collection[PlanGroup] = tuple(PlanGroup), today: date = date.max
) -> list[PlanLine]:
    """The activities that fall into the window, or had to be done before it and were not, or have no date, as far as
    their parts are wanted; each once, in the order of the plan."""
    return lines_of(activity_groups(plan, window, today), window, wanted)


Grouped = dict[PlanGroup, list[ActivityRow]]


def activity_groups(plan: Plan, window: Period, today: date = date.max) -> Grouped:
    """The activities of each part of the plan of a window, in the order of the plan, see ``activity_group``."""
    period = plan.info.period
    found: Grouped = {group: [] for group in PlanGroup}
    # Thousands of activities share a few wordings.
    known: dict[tuple[str, str, State], PlanGroup | None] = {}
    for row in plan.activities:
        key = (row.due_text, row.due_dates, row.state)
        if key not in known:
            known[key] = activity_group(row, window, period, today)
        group = known[key]
        if group is not None:
            found[group].append(row)
    return found


def lines_of(grouped: Grouped, window: Period, wanted: Collection[PlanGroup]) -> list[PlanLine]:
    """The lines of those parts."""
    lines = []
    for group in wanted:
        # Thousands of activities share a few wordings.
        known: dict[tuple[str, str], _Days] = {}
        for row in grouped[group]:
            wording = (row.due_text, row.due_dates)
            if wording not in known:
                known[wording] = _days_of(row, group, window)
            lines.append(_activity_line(row, group, known[wording]))
    return lines


def activity_group(
    row: ActivityRow, window: Period, plan: Period, today: date = date.max
) -> PlanGroup | None:
    """Where an activity stands in the plan of a window; None where it has no place there, as what was to be done before
    has none while it is not overdue ``today``. Of several periods that which says most decides: a day before a month,
    the end of a stretch before its middle."""
    if is_undated(row):
        return PlanGroup.UNDATED if row.state in OPEN_STATES else None
    if not is_in(row, window):
        end = row.ends_on
        is_left = end is not None and end < min(window.start, today) and row.state in OPEN_STATES
        return PlanGroup.EARLIER if is_left else None
    if row.due.kind is DueKind.RECURRING:
        return PlanGroup.BY_DATES if occurrences(row.due, window) else PlanGroup.ALL_MONTH
    if is_year_round(row, plan):
        return PlanGroup.ALL_YEAR
    if row.due.kind is DueKind.DEADLINE:
        return PlanGroup.EXPIRING
    groups = {_group_of(period, window) for period in row.due.periods if period.overlaps(window)}
    return next(group for group in PlanGroup if group in groups)


def _group_of(period: Period, window: Period) -> PlanGroup:
    if names_whole_months(period):
        goes_on_from_before = period.start < window.start
        return (
            PlanGroup.EXPIRING if goes_on_from_before and window.contains(period.end) else PlanGroup.ALL_MONTH
        )
    if period.days <= _LONGEST_BY_DATES:
        return PlanGroup.BY_DATES
    if window.contains(period.end):
        return PlanGroup.EXPIRING
    return PlanGroup.ALL_MONTH


def work_group(period: Period, window: Period) -> PlanGroup:
    """Where work stands in the plan of a window: under its first day, unless it lasts for the month or began before."""
    if names_whole_months(period) or (period.days > _LONGEST_BY_DATES and period.start < window.start):
        return PlanGroup.ALL_MONTH
    return PlanGroup.BY_DATES


def repeated_as_one(lines: Iterable[PlanLine]) -> list[PlanLine]:
    """The lines with work that is the same but for its day told once, with all its days: «6, 13, 20 октября, вт». Of
    what ended differently each stands by itself."""
    found: dict[object, PlanLine] = {}
    for line in lines:
        one_day = line.group is PlanGroup.BY_DATES and line.period is not None and line.period.days == 1
        key = line._replace(id="", period=None, days=()) if one_day and not line.days else line.id
        before = found.get(key)
        if before is None or before.period is None or line.period is None:
            found[key] = line
        elif line.period.start == before.period.end:
            # Twice on one day is twice.
            found[line.id] = line
        else:
            days = (*(before.days or before.period[:1]), line.period.start)
            found[key] = before._replace(period=Period(before.period.start, line.period.end), days=days)
    return list(found.values())


def in_order(lines: Iterable[PlanLine]) -> list[PlanLine]:
    """The lines by groups, and in each by day and hour; those of a day without an hour come first, and activities keep
    the order of the plan."""
    return sorted(lines, key=order_of)


_GROUPS = {group: index for index, group in enumerate(PlanGroup)}
# What recurs stands by its name in every month that is turned to.
_by_name = lru_cache(maxsize=8192)(as_counted)


def order_of(line: PlanLine) -> tuple[Any, ...]:
    """What lines are sorted by, see ``in_order``."""
    if line.group is not PlanGroup.BY_DATES:
        # Sorting is stable: what has no day stays as it came.
        return (
            _GROUPS[line.group],
            line.last_day or date.max if line.group is PlanGroup.EXPIRING else date.min,
        )
    day = line.days[0] if line.days else line.period.start if line.period else date.max
    start = line.hours.start if line.hours else time.min
    return (_GROUPS[line.group], day, start, _by_name(line.name))


class _Days(NamedTuple):
    """When an activity is, within the plan of a window."""

    period: Period | None
    days: tuple[date, ...] = ()
    hours: Hours | None = None


def _days_of(row: ActivityRow, group: PlanGroup, window: Period) -> _Days:
    periods = _periods_told(row, group, window)
    period = Period(periods[0].start, periods[-1].end) if periods else None
    if group is not PlanGroup.BY_DATES:
        return _Days(period)
    return _Days(period, _named_days(row, periods, window), hours_in(row.due_text))


def _activity_line(row: ActivityRow, group: PlanGroup, when: _Days) -> PlanLine:
    return PlanLine(
        ACTIVITIES.id,
        row.id,
        group,
        Direction.ROADMAP,
        Activity.caption,
        row.name,
        row.state,
        *when,
        (row.number,),
        responsible=row.performers,
        due=row.due_text,
        result=row.actual_result,
    )


def _periods_told(row: ActivityRow, group: PlanGroup, window: Period) -> list[Period]:
    """Those of the activity's periods by which it stands in that group; all where it lies outside of the window."""
    inside = [period for period in row.due.periods if period.overlaps(window)]
    if group is PlanGroup.EXPIRING:
        return [period for period in inside if window.contains(period.end)]
    if group is PlanGroup.BY_DATES:
        return [period for period in inside if _group_of(period, window) is group] or inside
    return inside or list(row.due.periods)


def _named_days(row: ActivityRow, periods: Sequence[Period], window: Period) -> tuple[date, ...]:
    """The days that are to be named one by one."""
    if row.due.kind is DueKind.RECURRING:
        return tuple(occurrences(row.due, window))
    days = {period.start + timedelta(days=index) for period in periods for index in range(period.days)}
    return tuple(sorted(days)) if len(periods) > 1 else ()

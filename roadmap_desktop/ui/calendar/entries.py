"""What of a plan stands where in the calendar: over its days, in the strip of year-round activities, or without a date.
No Qt; the rules are ``model.standing``'s and ``model.due``'s."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from roadmap_desktop.model.due import DueKind, occurrences
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import Standing, is_undated, is_year_round, standing


class EntryKind(Enum):
    """What a bar means: days of work, the last day for it, or what a recurrence falls on."""

    WORK = auto()
    DEADLINE = auto()
    RECURRENCE = auto()


# A recurrence that names no days and does not last all year is a bar over the months that it does last.
_KINDS = {DueKind.DEADLINE: EntryKind.DEADLINE, DueKind.RECURRING: EntryKind.RECURRENCE}


@dataclass(frozen=True, slots=True)
class Entry:
    """A bar: one period of an activity. ``part`` is the period's index in the activity's due; ``first`` and ``last``
    are its days as numbers, by which thousands of bars are compared."""

    row: ActivityRow
    standing: Standing
    kind: EntryKind
    part: int
    period: Period
    first: int
    last: int

    @classmethod
    def of(cls, row: ActivityRow, standing: Standing, kind: EntryKind, part: int, period: Period) -> "Entry":
        """A bar over the period."""
        return cls(row, standing, kind, part, period, period.start.toordinal(), period.end.toordinal())

    @property
    def can_move(self) -> bool:
        """Whether its dates may be dragged: those of a recurrence follow from its rule."""
        return self.kind is not EntryKind.RECURRENCE

    @property
    def can_stretch(self) -> bool:
        """Whether its ends may be dragged apart: a deadline is one day."""
        return self.kind is EntryKind.WORK

    def with_period(self, period: Period) -> tuple[Period, ...]:
        """All periods of the activity once this one is another, in the order of time."""
        periods = list(self.row.due.periods)
        periods[self.part] = period
        return tuple(sorted(periods, key=lambda each: (each.start, each.end)))


class Group(Enum):
    """Where an activity stands in the calendar."""

    DATED = auto()
    RECURRING = auto()
    YEAR_ROUND = auto()
    UNDATED = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """The group of an activity and its bars; a recurring one has its bars made for the days asked for."""

    row: ActivityRow
    group: Group
    standing: Standing
    entries: tuple[Entry, ...] = ()


class CalendarPlan:
    """A plan sorted once into what the calendar shows on that day; ``entries`` then only compares dates. What is known
    from ``earlier`` of rows that have not changed since is taken over, so that an edit costs no more than its rows."""

    def __init__(self, plan: Plan, today: date, earlier: "CalendarPlan | None" = None) -> None:
        self.plan = plan
        self._basis = (plan.info.period, today)
        known = earlier._places if earlier is not None and earlier._basis == self._basis else {}
        self._places: dict[str, Place] = {}
        for row in plan.activities:
            place = known.get(row.id)
            if place is None or place.row is not row:
                place = _place(row, plan.info.period, today)
            self._places[row.id] = place
        places = self._places.values()
        self.year_round = [place.row for place in places if place.group is Group.YEAR_ROUND]
        self.undated = [place.row for place in places if place.group is Group.UNDATED]
        self._dated = [entry for place in places for entry in place.entries]
        self._recurring = [place for place in places if place.group is Group.RECURRING]

    def entries(self, window: Period) -> list[Entry]:
        """Bars that share a day with the window, in the plan's order; those of recurrences after them."""
        first, last = window.start.toordinal(), window.end.toordinal()
        found = [entry for entry in self._dated if entry.first <= last and entry.last >= first]
        for place in self._recurring:
            days = occurrences(place.row.due, window)
            found += [
                Entry.of(place.row, place.standing, EntryKind.RECURRENCE, 0, Period(day, day)) for day in days
            ]
        return found


def _place(row: ActivityRow, whole: Period, today: date) -> Place:
    stands = standing(row, today)
    if row.due.kind is DueKind.RECURRING and occurrences(row.due, whole):
        return Place(row, Group.RECURRING, stands)
    if is_undated(row):
        return Place(row, Group.UNDATED, stands)
    if is_year_round(row, whole):
        return Place(row, Group.YEAR_ROUND, stands)
    kind = _KINDS.get(row.due.kind, EntryKind.WORK)
    bars = (Entry.of(row, stands, kind, part, period) for part, period in enumerate(row.due.periods))
    return Place(row, Group.DATED, stands, tuple(bars))


def on_day(entries: list[Entry], day: date) -> list[Entry]:
    """The bars that run over the day."""
    return [entry for entry in entries if entry.period.start <= day <= entry.period.end]

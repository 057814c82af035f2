"""What of a plan stands where in the calendar: over its days, in the strip of year-round activities, or without a date.
No Qt; the rules are ``model.standing``'s and ``model.due``'s."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from roadmap_desktop.model.due import DueKind, occurrences
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import is_undated, is_year_round


class EntryKind(Enum):
    """What a bar means: days of work, the last day for it, or one day of a recurrence."""

    WORK = auto()
    DEADLINE = auto()
    OCCURRENCE = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A bar: one period of an activity. ``part`` is the period's index in the activity's due."""

    row: ActivityRow
    kind: EntryKind
    part: int
    period: Period

    @property
    def can_move(self) -> bool:
        """Whether its dates may be dragged: days of a recurrence follow from their rule."""
        return self.kind is not EntryKind.OCCURRENCE

    @property
    def can_stretch(self) -> bool:
        """Whether its ends may be dragged apart: a deadline is one day."""
        return self.kind is EntryKind.WORK

    def with_period(self, period: Period) -> tuple[Period, ...]:
        """All periods of the activity once this one is another, in the order of time."""
        periods = list(self.row.due.periods)
        periods[self.part] = period
        return tuple(sorted(periods, key=lambda each: (each.start, each.end)))


class CalendarPlan:
    """A plan sorted once into what the calendar shows; ``entries`` then only compares dates."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.year_round: list[ActivityRow] = []
        self.undated: list[ActivityRow] = []
        self._dated: list[Entry] = []
        self._recurring: list[ActivityRow] = []
        whole = plan.info.period
        for row in plan.activities:
            self._place(row, whole)

    def entries(self, window: Period) -> list[Entry]:
        """Bars that share a day with the window, in the plan's order."""
        start, end = window.start, window.end
        found = [entry for entry in self._dated if entry.period.start <= end and entry.period.end >= start]
        if not self._recurring:
            return found
        found += [
            Entry(row, EntryKind.OCCURRENCE, 0, Period(day, day))
            for row in self._recurring
            for day in occurrences(row.due, window)
        ]
        return found

    def _place(self, row: ActivityRow, whole: Period) -> None:
        if row.due.kind is DueKind.RECURRING and occurrences(row.due, whole):
            self._recurring.append(row)
        elif is_undated(row):
            self.undated.append(row)
        elif is_year_round(row, whole):
            self.year_round.append(row)
        else:
            kind = EntryKind.DEADLINE if row.due.kind is DueKind.DEADLINE else EntryKind.WORK
            self._dated += [Entry(row, kind, part, period) for part, period in enumerate(row.due.periods)]


def on_day(entries: list[Entry], day: date) -> list[Entry]:
    """The bars that run over the day."""
    return [entry for entry in entries if entry.period.start <= day <= entry.period.end]

"""How an activity stands on a day: what is derived from its state and dates and never stored."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due import DueKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.work import WorkState

YEAR_ROUND = "В течение всего периода"
UNDATED = "Без установленного срока"
# «Перенесено» and «отменено» are decisions already taken: reminding of them as overdue would be wrong.
OPEN_STATES = frozenset({State.PLANNED, State.IN_WORK})


class MonthGroup(StrEnum):
    """Where an activity stands in the plan of a month; the order is the order of print."""

    MONTH = "month"
    YEAR_ROUND = "year_round"
    OVERDUE = "overdue"
    UNDATED = "undated"


class Standing(NamedTuple):
    """``word`` is what is shown; ``overdue_days`` is 0 unless overdue; ``is_untold``: it is a work whose day is over
    and of which nothing was said."""

    state: State | WorkState
    overdue_days: int = 0
    is_untold: bool = False

    @property
    def is_overdue(self) -> bool:
        """Whether the last day has passed with the work still open."""
        return self.overdue_days > 0

    @property
    def word(self) -> str:
        """The state's word, or «просрочено 6 дн.», «просрочено 2 года»."""
        if self.is_untold:
            return "нет отметки"
        if not self.is_overdue:
            return self.state.value
        years = self.overdue_days // 365
        return f"просрочено {counted(years, 'год', 'года', 'лет') if years else f'{self.overdue_days} дн.'}"


def standing(row: ActivityRow, today: date) -> Standing:
    """How the activity stands on that day."""
    return standing_of(row.state, row.ends_on, today)


def standing_of(state: State | WorkState, end: date | None, today: date) -> Standing:
    """How anything stands that has such a state and ends on such a day. Whether a work was done on its day nobody knows
    until it is said."""
    if isinstance(state, WorkState):
        is_told = state not in (WorkState.PLANNED, WorkState.IN_WORK)
        return Standing(state, is_untold=not is_told and end is not None and end < today)
    overdue = (today - end).days if end is not None and state in OPEN_STATES else 0
    return Standing(state, max(overdue, 0))


def is_overdue(row: ActivityRow, today: date) -> bool:
    """Whether the activity's last day has passed with the work still open."""
    # Asked of ten thousand rows at each letter of a search: the last day is worked out only where it counts.
    if row.state not in OPEN_STATES:
        return False
    end = row.ends_on
    return end is not None and end < today


def is_undated(row: ActivityRow) -> bool:
    """Whether no dates are known: neither the wording nor the hand names any."""
    return not row.due.periods


def is_year_round(row: ActivityRow, plan: Period) -> bool:
    """Whether it runs all through the plan: by its words, or because its dates cover the whole period."""
    if row.due.kind is DueKind.PERIOD:
        return True
    return any(period.covers(plan) for period in row.due.periods)


def is_in(row: ActivityRow, window: Period) -> bool:
    """Whether any of its periods shares a day with the window."""
    return any(period.overlaps(window) for period in row.due.periods)


def month_group(row: ActivityRow, month: Period, plan: Period, today: date) -> MonthGroup | None:
    """The group of the month's plan that the activity belongs to, or None when it has no place in that month.

    Overdue means before the month began, so that a plan printed late reads the same; in one printed early, what is not
    due yet is not overdue and has its place in the plan of its own month.
    """
    if is_undated(row):
        return MonthGroup.UNDATED if row.state in OPEN_STATES else None
    if is_in(row, month):
        return MonthGroup.YEAR_ROUND if is_year_round(row, plan) else MonthGroup.MONTH
    end = row.ends_on
    if end is not None and end < min(month.start, today) and row.state in OPEN_STATES:
        return MonthGroup.OVERDUE
    return None

"""How the work of a month's plan ended: each line in one way, and counts by direction and by who answers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.execution import NOBODY
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.russian import capital
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.model.shares import share
from roadmap_desktop.model.work import Direction, WorkState

T = TypeVar("T")


class PlanOutcome(StrEnum):
    """What is known of a line, in the order of print. Of what is past and was not spoken of nothing is known; what is
    ahead is planned."""

    DONE = "выполнено"
    IN_WORK = "в работе"
    NOT_DONE = "не выполнено"
    CANCELLED = "отменено"
    MOVED = "перенесено"
    UNTOLD = "нет отметки"
    AHEAD = "запланировано"


_SAID: Mapping[WorkState | State, PlanOutcome] = {
    WorkState.DONE: PlanOutcome.DONE,
    WorkState.IN_WORK: PlanOutcome.IN_WORK,
    WorkState.NOT_DONE: PlanOutcome.NOT_DONE,
    WorkState.CANCELLED: PlanOutcome.CANCELLED,
    State.MOVED: PlanOutcome.MOVED,
}


class Reported(NamedTuple):
    """A line of the plan, and what is known of it."""

    line: PlanLine
    outcome: PlanOutcome


class PlanTally(NamedTuple):
    """How many lines of one name ended in which way."""

    name: str
    counts: Mapping[PlanOutcome, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def share(self) -> int | None:
        """Per cent done of what was not cancelled; None where nothing was to be done."""
        return share(self.counts[PlanOutcome.DONE], self.total - self.counts[PlanOutcome.CANCELLED])


def plan_outcome(line: PlanLine, today: date) -> PlanOutcome:
    """How a line stands on that day, by the rule of the page. What has not begun is not undone, whatever was said."""
    standing = line.standing(today)
    said = _SAID.get(standing.state, PlanOutcome.AHEAD)
    if said is PlanOutcome.NOT_DONE and line.period is not None and line.period.start > today:
        return PlanOutcome.AHEAD
    is_untold = standing.is_untold or (standing.is_overdue and said is PlanOutcome.AHEAD)
    return PlanOutcome.UNTOLD if is_untold else said


def plan_tally(name: str, reported: Iterable[Reported]) -> PlanTally:
    """Counts them."""
    return PlanTally(name, Counter(one.outcome for one in reported))


def by_directions(reported: Sequence[Reported]) -> list[PlanTally]:
    """A tally for each direction that there is, in the order of print."""
    found: dict[Direction, list[Reported]] = {direction: [] for direction in Direction}
    for one in reported:
        found[one.line.direction].append(one)
    return [plan_tally(capital(each.value), of_one) for each, of_one in found.items() if of_one]


def by_responsible(reported: Iterable[Reported]) -> list[PlanTally]:
    """A tally for each who answers, by name, what nobody answers for last; a line counts for each of them."""
    named = ((name, one) for one in reported for name in one.line.responsible or (NOBODY,))
    return [plan_tally(name, of_one.values()) for name, of_one in under_names(named, lambda one: one.line.id)]


def under_names(named: Iterable[tuple[str, T]], key: Callable[[T], str]) -> list[tuple[str, dict[str, T]]]:
    """Each thing once under each of its names, by name, what is nobody's last. «Руководители ОО» at the beginning of a
    cell are the «руководители ОО» of another: the spelling met first stands for both."""
    spelt: dict[str, str] = {}
    found: dict[str, dict[str, T]] = {}
    for name, one in named:
        found.setdefault(spelt.setdefault(folded(name), name), {})[key(one)] = one
    return sorted(found.items(), key=lambda group: (group[0] == NOBODY, as_counted(group[0])))

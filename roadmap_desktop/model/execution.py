"""How a plan is carried out over a period: which activities count, how each ended, counts by whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.shares import share
from roadmap_desktop.model.standing import is_in, standing_of

NOBODY = "Исполнитель не указан"


class Outcome(StrEnum):
    """How an activity stands, each in one of them: what is overdue is not also in work. The order is that of print."""

    DONE = "Выполнено"
    IN_WORK = "В работе"
    OVERDUE = "Просрочено"
    PLANNED = "Запланировано"
    MOVED = "Перенесено"
    CANCELLED = "Отменено"


_OF_STATES = {
    State.DONE: Outcome.DONE,
    State.IN_WORK: Outcome.IN_WORK,
    State.PLANNED: Outcome.PLANNED,
    State.MOVED: Outcome.MOVED,
    State.CANCELLED: Outcome.CANCELLED,
}


class Tally(NamedTuple):
    """How many activities of one performer or school ended in which way."""

    name: str
    counts: Mapping[Outcome, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def share(self) -> int | None:
        """Per cent done of what was not cancelled, see ``shares.share``; None where nothing is to be done."""
        return share(self.counts.get(Outcome.DONE, 0), self.total - self.counts.get(Outcome.CANCELLED, 0))


def outcome(state: State, ends_on: date | None, today: date) -> Outcome:
    """How work in that state, due until that day, stands today."""
    if standing_of(state, ends_on, today).is_overdue:
        return Outcome.OVERDUE
    return _OF_STATES[state]


def outcome_of(row: ActivityRow, today: date) -> Outcome:
    """How an activity stands today."""
    return outcome(row.state, row.ends_on, today)


def reported(plan: Plan, period: Period) -> tuple[ActivityRow, ...]:
    """The activities that a report on the period is about: those of its days and those finished in it. A report on the
    roadmap's whole period is about all."""
    if period.covers(plan.info.period):
        return plan.activities
    return tuple(row for row in plan.activities if _is_reported(row, period))


def _is_reported(row: ActivityRow, period: Period) -> bool:
    if row.state is State.DONE and row.completed_on is not None and period.contains(row.completed_on):
        return True
    return is_in(row, period)


def tally(name: str, outcomes: Iterable[Outcome]) -> Tally:
    """Counts them, in the order of print."""
    counted = Counter(outcomes)
    return Tally(name, {each: counted[each] for each in Outcome})


def summed(tallies: Sequence[Tally]) -> Tally:
    """What tallies add up to."""
    return Tally("Всего", {each: sum(one.counts[each] for one in tallies) for each in Outcome})


def by_performers(rows: Sequence[ActivityRow], today: date) -> list[Tally]:
    """A tally for each performer in the order of first mention; an activity counts for each of its performers."""
    found: dict[str, list[Outcome]] = {}
    for row, name in performed(rows):
        found.setdefault(name, []).append(outcome_of(row, today))
    return [tally(name, outcomes) for name, outcomes in found.items()]


def performed(rows: Iterable[ActivityRow]) -> Iterator[tuple[ActivityRow, str]]:
    """Each activity with each of its performers, or as nobody's. «Руководители ОО» at the beginning of a cell are the
    «руководители ОО» of another: the spelling met first stands for both."""
    spelt: dict[str, str] = {}
    for row in rows:
        for name in {folded(name): name for name in row.performers or (NOBODY,)}.values():
            yield row, spelt.setdefault(folded(name), name)


def by_schools(
    rows: Sequence[ActivityRow],
    schools: Mapping[str, str],
    marks: Mapping[tuple[str, str], State],
    today: date,
) -> list[Tally]:
    """A tally for each school (names by keys) over the activities that it has a mark for; a mark is of an activity and
    a school, and due when the activity is."""
    return [
        tally(
            name,
            (outcome(marks[row.id, school], row.ends_on, today) for row in rows if (row.id, school) in marks),
        )
        for school, name in schools.items()
    ]

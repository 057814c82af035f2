"""Plans of development counted: by state, with their steps and hours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.chart import Chart, share_chart
from roadmap_desktop.model.school_list import by_school
from roadmap_desktop.model.shares import share


class PlanFigures(NamedTuple):
    """One plan; ``steps`` are those that were not cancelled, ``hours`` theirs."""

    teacher: str
    school: str
    state: State
    steps: int
    done: int
    hours: int


class PlanTally(NamedTuple):
    """The plans of one school, or of all."""

    name: str
    teachers: int
    states: Mapping[State, int]
    steps: int
    done: int
    hours: int

    @property
    def plans(self) -> int:
        """All plans."""
        return sum(self.states.values())

    @property
    def share(self) -> int | None:
        """Per cent of the steps that are done."""
        return share(self.done, self.steps)


def plan_tally(name: str, plans: Iterable[PlanFigures]) -> PlanTally:
    """Counts them."""
    of_all = list(plans)
    counted = Counter(one.state for one in of_all)
    return PlanTally(
        name,
        len({one.teacher for one in of_all}),
        {state: counted[state] for state in State},
        sum(one.steps for one in of_all),
        sum(one.done for one in of_all),
        sum(one.hours for one in of_all),
    )


def plans_by_schools(plans: Iterable[PlanFigures], nowhere: str) -> list[PlanTally]:
    """A tally for each school by name; ``nowhere`` is what those of no school are called, last."""
    return [plan_tally(name, of_one) for name, of_one in by_school(plans, nowhere)]


def steps_chart(tallies: Sequence[PlanTally]) -> Chart | None:
    """Per cent of steps done in each school; None where there is nothing to draw or too much."""
    return share_chart(
        "Выполнено шагов планов, %", [(one.name, one.share or 0) for one in tallies if one.steps]
    )

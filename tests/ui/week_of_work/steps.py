"""The steps of the week, in their order."""

from collections.abc import Callable

from tests.ui.week_of_work.hand import Hand

Step = Callable[[Hand], object]
# The file in which she works.
PLAN = "План.roadmap"
WEEK: list[tuple[str, Step]] = []


def step(said: str) -> Callable[[Step], Step]:
    """Puts a step at the end of the week."""

    def put(do: Step) -> Step:
        WEEK.append((said, do))
        return do

    return put

"""What the status line says of a month's plan."""

from datetime import date

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.work import Direction
from roadmap_desktop.ui.month_plan.status import status_of

OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "Октябрь: дел нет"),
        (1, "Октябрь: дел нет · срок истекает у 1"),
        (2, "Октябрь: дел нет · сроки истекают у 2"),
        (21, "Октябрь: дел нет · сроки истекают у 21"),
    ],
)
def test_of_how_many_the_due_date_ends_is_said_of_one_and_of_many(count: int, words: str) -> None:
    line = PlanLine(
        "activities", "1", PlanGroup.EXPIRING, Direction.METHODS, "Мероприятие", "Анализ", State.PLANNED
    )
    assert status_of([line] * count, OCTOBER, date(2020, 10, 6)) == words

"""Which records a period is about, and in what order."""

from collections.abc import Callable
from datetime import date

import pytest

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.period_records import days_words, of_period, overlapping
from tests.reports.plan_source import PlanSource, entry

OCTOBER = month_of(date(2020, 10, 1))
FIRST, LATER = date(2020, 10, 1), date(2020, 10, 31)


def test_a_month_has_its_own_records_and_the_whole_period_also_those_without_a_day(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of()
    meetings = [
        entry("без даты", held_on=None),
        entry("ноябрь", held_on=date(2020, 11, 1)),
        entry("конец", held_on=LATER),
        entry("Встреча 10", held_on=FIRST),
        entry("Встреча 2", held_on=FIRST),
    ]
    source = PlanSource(plan, registers={"meetings": meetings})
    found = [one.name for one in of_period(source, "meetings", "held_on", OCTOBER)]
    assert found == ["Встреча 2", "Встреча 10", "конец"]
    found = [one.name for one in of_period(source, "meetings", "held_on", plan.info.period)]
    assert found == ["Встреча 2", "Встреча 10", "конец", "ноябрь", "без даты"]


@pytest.mark.parametrize(
    ("first", "last", "is_in"),
    [
        (date(2020, 9, 1), FIRST, True),
        (LATER, date(2021, 1, 1), True),
        (date(2020, 9, 1), date(2021, 5, 31), True),
        (date(2020, 9, 1), date(2020, 9, 30), False),
        (date(2020, 11, 1), None, False),
        (FIRST, None, True),
        (None, date(2020, 9, 30), False),
        (None, None, True),
    ],
)
def test_what_lasts_is_in_when_it_shares_a_day(first: date | None, last: date | None, is_in: bool) -> None:
    assert bool(overlapping([entry("курс", a=first, b=last)], "a", "b", OCTOBER)) is is_in


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (FIRST, LATER, "01.10.2020 – 31.10.2020"),
        (FIRST, FIRST, "01.10.2020"),
        (FIRST, None, "с 01.10.2020"),
        (None, LATER, "до 31.10.2020"),
        (None, None, ""),
    ],
)
def test_days_in_words(first: date | None, last: date | None, words: str) -> None:
    assert days_words(first, last) == words

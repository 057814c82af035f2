"""Whatever stands in the column of dates is read, or told to be unknown, and never breaks the work."""

from datetime import date

import pytest
from hypothesis import given

from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.due.shifting import shift_wording
from roadmap_desktop.model.period import Period
from tests.hostile_texts import hostile_texts

YEAR = Period(date(2020, 9, 1), date(2021, 8, 31))


@given(hostile_texts)
def test_any_wording_is_read_or_unknown(text: str) -> None:
    for period in read_due(text, YEAR).periods:
        assert period.start <= period.end


@pytest.mark.parametrize("wording", ["до января", "зимние каникулы", "ежегодно, август", "раз в четверть"])
@pytest.mark.parametrize("plan", [Period(date.min, date(1, 12, 31)), Period(date(9999, 1, 1), date.max)])
def test_plans_at_the_ends_of_all_calendars_break_nothing(wording: str, plan: Period) -> None:
    assert all(start <= end for start, end in read_due(wording, plan).periods)


@given(hostile_texts)
def test_the_years_of_any_wording_can_be_moved_and_all_else_stays(text: str) -> None:
    shift_wording(text, 1)
    assert shift_wording(text, 0) == text

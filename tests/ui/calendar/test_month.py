from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.month import (
    FIRST_MONTH,
    LAST_MONTH,
    month_of,
    month_period,
    same_day,
    shifted,
    shown_days,
    weeks_of,
)

months = st.dates(FIRST_MONTH, LAST_MONTH).map(month_of)


@given(months)
def test_a_month_is_shown_in_whole_weeks_from_monday(month: date) -> None:
    days = shown_days(month)
    assert days.start.weekday() == 0
    assert days.end.weekday() == 6
    assert days.covers(month_period(month))
    assert days.days == len(weeks_of(month)) * 7
    assert days.start > month - timedelta(days=7)


@pytest.mark.parametrize(
    ("month", "weeks"), [(date(2021, 2, 1), 4), (date(2020, 10, 1), 5), (date(2020, 11, 1), 6)]
)
def test_a_month_has_four_to_six_weeks(month: date, weeks: int) -> None:
    assert len(weeks_of(month)) == weeks


@given(months, st.integers(-600, 600))
def test_any_month_can_be_reached_and_left_again(month: date, by: int) -> None:
    there = shifted(month, by)
    assert there.day == 1
    assert shifted(there, -by) == month or there in (FIRST_MONTH, LAST_MONTH)


def test_the_step_over_new_year_changes_the_year() -> None:
    assert shifted(date(2020, 12, 1), 1) == date(2021, 1, 1)
    assert shifted(date(2021, 1, 1), -1) == date(2020, 12, 1)


def test_months_end_before_the_years_that_dates_can_name() -> None:
    assert shifted(LAST_MONTH, 5) == LAST_MONTH
    assert shifted(FIRST_MONTH, -5) == FIRST_MONTH
    assert month_of(date.max) == LAST_MONTH
    assert shown_days(LAST_MONTH).end < date.max


def test_the_last_day_stands_for_one_that_a_shorter_month_lacks() -> None:
    assert same_day(date(2021, 2, 1), date(2021, 1, 31)) == date(2021, 2, 28)


def test_a_month_names_its_first_and_last_day() -> None:
    assert month_period(date(2020, 2, 1)) == Period(date(2020, 2, 1), date(2020, 2, 29))

"""Periods as titles name them."""

from datetime import date
from itertools import pairwise

import pytest

from roadmap_desktop.model.calendar_periods import half_of, month_of, months_between, quarter_of
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.period_words import period_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (month_of(date(2020, 9, 15)), "сентябрь 2020 года"),
        (month_of(date(9999, 12, 1)), "декабрь 9999 года"),
        (quarter_of(2021, 1), "I квартал 2021 года"),
        (half_of(2020, 1), "I полугодие 2020–2021 учебного года"),
        (half_of(2020, 2), "II полугодие 2020–2021 учебного года"),
        (school_year(2020), "2020–2021 учебный год"),
        (Period(date(2021, 1, 1), date(2021, 12, 31)), "2021 год"),
        (Period(date(2020, 10, 5), date(2020, 10, 11)), "неделю 5–11 октября 2020 года"),
        (Period(date(2020, 9, 28), date(2020, 10, 4)), "неделю 28 сентября – 4 октября 2020 года"),
        (Period(date(2020, 12, 28), date(2021, 1, 3)), "неделю 28 декабря 2020 – 3 января 2021 года"),
        (Period(date(2020, 10, 5), date(2020, 10, 5)), "05.10.2020"),
        (Period(date(2020, 9, 1), date(2020, 10, 15)), "период с 01.09.2020 по 15.10.2020"),
    ],
)
def test_a_period_is_named_as_people_do(period: Period, words: str) -> None:
    assert period_words(period) == words


def test_the_months_of_a_school_year_are_twelve_in_a_row() -> None:
    months = months_between(school_year(2020))
    assert [month.start.month for month in months] == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]
    assert all(earlier.end < later.start for earlier, later in pairwise(months))

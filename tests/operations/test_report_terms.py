"""The stretches of time that lists offer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.printing.report_terms import terms_of
from roadmap_desktop.reports.report import ParameterKind

YEAR = Period(date(2020, 9, 1), date(2021, 8, 31))
TIMES = (
    ParameterKind.WEEK,
    ParameterKind.MONTH,
    ParameterKind.QUARTER,
    ParameterKind.HALF,
    ParameterKind.SCHOOL_YEAR,
    ParameterKind.PERIOD,
)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("kind", "first", "last", "count"),
    [
        (ParameterKind.WEEK, "31 августа – 6 сентября 2020", "30 августа – 5 сентября 2021", 53),
        (ParameterKind.MONTH, "Сентябрь 2020", "Август 2021", 12),
        (ParameterKind.QUARTER, "III квартал 2020", "III квартал 2021", 5),
        (ParameterKind.HALF, "I полугодие 2020–2021", "II полугодие 2020–2021", 2),
        (ParameterKind.SCHOOL_YEAR, "2020–2021 учебный год", "2020–2021 учебный год", 1),
        (ParameterKind.PERIOD, "2020–2021 учебный год", "Август 2021", 20),
    ],
)
def test_the_terms_of_a_school_year(kind: ParameterKind, first: str, last: str, count: int) -> None:
    names = [name for name, _term in terms_of(kind, YEAR)]
    assert (names[0], names[-1], len(names)) == (first, last, count)


def test_what_is_no_time_has_no_terms() -> None:
    assert terms_of(ParameterKind.RECORD, YEAR) == []


@given(days, st.integers(0, 800), st.sampled_from(TIMES))
def test_every_term_shares_a_day_and_no_two_have_one_name(
    start: date, length: int, kind: ParameterKind
) -> None:
    within = Period(start, start + timedelta(days=length))
    terms = terms_of(kind, within)
    assert all(term.overlaps(within) for _name, term in terms)
    assert len({name for name, _term in terms}) == len(terms)

from datetime import date

import pytest

from roadmap_desktop.model.period import Period, iso_date, school_year, school_year_label

OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))


@pytest.mark.parametrize(
    "text",
    ["2020-2021", "2020–2021", "2020 — 2021", "2020/2021", "2020/21", "2020-21", "2020", " 2020\u00a0", 2020],
)
def test_a_school_year_runs_from_september_to_august(text: str | int) -> None:
    assert school_year(text) == Period(date(2020, 9, 1), date(2021, 8, 31))


@pytest.mark.parametrize(
    "text",
    ["", "год", "2020-2022", "2020-2020", "2021-2020", "2020-22", "20-21", "202", "0000", "9999", "٢٠٢٠"],
)
def test_what_is_no_school_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        school_year(text)


def test_a_date_of_iso_8601_is_read_with_its_hyphens_alone() -> None:
    assert iso_date("2020-10-05") == date(2020, 10, 5)


@pytest.mark.parametrize(
    "text", ["", "20201005", "2020-W41-1", "2020-10-5", "2020-13-01", "٢٠٢٠-١٠-٠٥", "2020-10-05 "]
)
def test_what_is_no_such_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        iso_date(text)


def test_a_school_year_is_called_by_both_its_years_and_a_calendar_year_by_one() -> None:
    assert school_year_label(school_year("2020-2021")) == "2020–2021"
    assert school_year_label(Period(date(2021, 1, 1), date(2021, 12, 31))) == "2021"


def test_both_ends_of_a_period_belong_to_it() -> None:
    assert OCTOBER.days == 31
    assert OCTOBER.contains(OCTOBER.start)
    assert OCTOBER.contains(OCTOBER.end)
    assert not OCTOBER.contains(date(2020, 11, 1))


def test_periods_overlap_when_they_share_a_day() -> None:
    last_day = Period(date(2020, 10, 31), date(2020, 11, 5))
    assert OCTOBER.overlaps(last_day)
    assert last_day.overlaps(OCTOBER)
    assert not OCTOBER.overlaps(Period(date(2020, 11, 1), date(2020, 11, 5)))


def test_a_period_covers_itself_and_what_lies_within() -> None:
    assert OCTOBER.covers(OCTOBER)
    assert school_year(2020).covers(OCTOBER)
    assert not OCTOBER.covers(school_year(2020))
    assert not OCTOBER.covers(Period(date(2020, 10, 31), date(2020, 11, 1)))

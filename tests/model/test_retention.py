"""Which backups stay, whatever was made when."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.retention import DAYS, LATEST, MONTHS, kept

NOW = datetime(2026, 11, 23, 15, 0)
MOMENTS = st.lists(
    st.datetimes(min_value=datetime(2024, 1, 1), max_value=NOW).map(lambda at: at.replace(microsecond=0)),
    max_size=80,
)


@given(MOMENTS)
def test_the_latest_always_stay_and_never_too_many(moments: list[datetime]) -> None:
    stay = kept(moments, NOW)
    assert set(sorted(set(moments), reverse=True)[:LATEST]) <= stay <= set(moments)
    assert len(stay) <= LATEST + DAYS + MONTHS


@given(MOMENTS)
def test_the_last_of_each_day_and_month_stays(moments: list[datetime]) -> None:
    stay = kept(moments, NOW)
    for moment in moments:
        if moment.date() > NOW.date() - timedelta(days=DAYS):
            assert max(one for one in moments if one.date() == moment.date()) in stay
        if moment > NOW - timedelta(days=330):
            same_month = [one for one in moments if (one.year, one.month) == (moment.year, moment.month)]
            assert max(same_month) in stay


@given(MOMENTS)
def test_thinning_out_twice_is_thinning_out_once(moments: list[datetime]) -> None:
    stay = kept(moments, NOW)
    assert kept(stay, NOW) == stay


@given(MOMENTS, st.integers(0, 400))
def test_what_was_thinned_out_day_by_day_still_holds_a_year(moments: list[datetime], days: int) -> None:
    later = NOW + timedelta(days=days)
    stay = kept([*kept(moments, NOW), NOW], later)
    assert NOW in stay


def test_a_year_of_work_is_10_latest_14_days_and_12_months() -> None:
    hourly = [NOW - timedelta(hours=hour) for hour in range(24 * 500)]
    stay = sorted(kept(hourly, NOW), reverse=True)
    assert stay[:10] == hourly[:10]
    days = {NOW.date() - timedelta(days=day) for day in range(DAYS)}
    assert days <= {moment.date() for moment in stay}
    assert len({(moment.year, moment.month) for moment in stay}) == 12


def test_a_clock_set_back_costs_no_backup() -> None:
    future = [NOW + timedelta(days=day) for day in range(1, 40)]
    assert kept(future, NOW) == set(future)

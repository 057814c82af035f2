"""Which backups stay, whatever was made when and why."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.retention import DAYS, LATEST, MONTHS, MOST, RUNS, Point, kept, runs

NOW = datetime(2026, 11, 23, 15, 0)
FAR = st.datetimes(min_value=datetime(2024, 1, 1), max_value=NOW)
NEAR = st.datetimes(min_value=NOW - timedelta(days=3), max_value=NOW)
POINTS = st.lists(
    st.builds(
        Point, (FAR | NEAR).map(lambda at: at.replace(microsecond=0)), st.integers(1, 3), st.booleans()
    ),
    max_size=80,
)


@given(POINTS)
def test_the_latest_always_stay_and_never_too_many(points: list[Point]) -> None:
    stay = kept(points, NOW)
    assert set(sorted(set(points), reverse=True)[:LATEST]) <= stay <= set(points)
    assert len(stay) <= MOST


@given(POINTS)
def test_the_first_and_last_of_each_day_and_the_last_of_each_month_stay(points: list[Point]) -> None:
    stay = kept(points, NOW)
    for point in points:
        if point.at.date() > NOW.date() - timedelta(days=DAYS):
            same_day = [one for one in points if one.at.date() == point.at.date()]
            assert {min(same_day), max(same_day)} <= stay
            if point.is_before_change:
                assert min(one for one in same_day if one.is_before_change) in stay
        if point.at > NOW - timedelta(days=330):
            same_month = [
                one for one in points if (one.at.year, one.at.month) == (point.at.year, point.at.month)
            ]
            assert max(same_month) in stay


@given(POINTS)
def test_what_stood_before_each_of_the_latest_runs_stays(points: list[Point]) -> None:
    in_order = sorted(set(points))
    firsts = [run[-1] for run in runs(in_order)]
    assert all(first.is_before_change for first in firsts)
    assert set(firsts[-RUNS:]) <= kept(points, NOW)


@given(POINTS)
def test_thinning_out_twice_is_thinning_out_once(points: list[Point]) -> None:
    stay = kept(points, NOW)
    assert kept(stay, NOW) == stay


@given(st.lists(st.tuples(st.integers(1, 200), st.booleans()), min_size=1, max_size=60))
def test_thinned_out_after_each_backup_the_first_of_every_run_of_the_last_hours_stays(
    steps: list[tuple[int, bool]],
) -> None:
    now, made, stay = NOW.replace(hour=0), list[Point](), set[Point]()
    for minutes, is_before_change in steps:
        now += timedelta(minutes=minutes)
        made.append(Point(now, 1, is_before_change))
        stay = kept({*stay, made[-1]}, now)
    assert {run[-1] for run in runs(made)[-RUNS:]} <= stay
    assert len(stay) <= MOST


@given(POINTS, st.integers(0, 400))
def test_what_was_thinned_out_day_by_day_still_holds_a_year(points: list[Point], days: int) -> None:
    later = NOW + timedelta(days=days)
    stay = kept([*kept(points, NOW), Point(NOW, 9)], later)
    assert Point(NOW, 9) in stay


def test_a_year_of_work_is_10_latest_14_days_and_12_months() -> None:
    hourly = [Point(NOW - timedelta(hours=hour)) for hour in range(24 * 500)]
    stay = sorted(kept(hourly, NOW), reverse=True)
    assert stay[:10] == hourly[:10]
    days = {NOW.date() - timedelta(days=day) for day in range(DAYS)}
    assert days <= {point.at.date() for point in stay}
    assert len({(point.at.year, point.at.month) for point in stay}) == MONTHS


def test_a_clock_set_back_costs_no_backup() -> None:
    future = [Point(NOW + timedelta(days=day)) for day in range(1, 40)]
    assert kept(future, NOW) == set(future)

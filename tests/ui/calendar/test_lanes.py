"""No two bars meet, none is lost, and a bar stays on its line."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.ui.calendar.lanes import Segment, Span, lay_out, month_lanes, most_at_once

WEEKS = 6
DAYS = WEEKS * 7


def _span(ends: tuple[int, int]) -> Span:
    return Span(min(ends), max(ends))


day = st.integers(0, DAYS - 1)
spans = st.lists(st.tuples(day, day).map(_span), max_size=25)
capacities = st.integers(0, 6)
few = settings(max_examples=60, deadline=None)


def days_of(segment: Segment) -> set[int]:
    return {segment.week * 7 + column for column in range(segment.first, segment.last + 1)}


def covering(spans: list[Span], day: int) -> set[int]:
    return {index for index, span in enumerate(spans) if span.start <= day <= span.end}


@few
@given(spans, capacities)
def test_no_two_bars_share_a_lane_on_a_day(spans: list[Span], capacity: int) -> None:
    taken: set[tuple[int, int]] = set()
    for segment in lay_out(spans, WEEKS, capacity).segments:
        assert 0 <= segment.lane < capacity
        for day in days_of(segment):
            assert (day, segment.lane) not in taken
            taken.add((day, segment.lane))


@few
@given(spans, capacities)
def test_every_bar_is_drawn_or_counted_on_each_of_its_days(spans: list[Span], capacity: int) -> None:
    laid = lay_out(spans, WEEKS, capacity)
    drawn: dict[int, set[int]] = defaultdict(set)
    for segment in laid.segments:
        for day in days_of(segment):
            drawn[day].add(segment.span)
    for day in range(DAYS):
        assert drawn[day] <= covering(spans, day)
        assert len(drawn[day]) + laid.hidden[day] == len(covering(spans, day))


@few
@given(spans)
def test_where_all_fits_each_bar_keeps_one_lane_through_the_month(spans: list[Span]) -> None:
    laid = lay_out(spans, WEEKS, most_at_once(spans))
    lanes: dict[int, set[int]] = defaultdict(set)
    for segment in laid.segments:
        lanes[segment.span].add(segment.lane)
    assert not any(laid.hidden)
    assert all(len(own) == 1 for own in lanes.values())


@few
@given(spans, capacities)
def test_a_bar_changes_its_lane_only_where_another_bar_is_in_its_way(
    spans: list[Span], capacity: int
) -> None:
    laid = lay_out(spans, WEEKS, capacity)
    by_place = {(segment.span, segment.week): segment for segment in laid.segments}
    for segment in laid.segments:
        following = by_place.get((segment.span, segment.week + 1))
        if following is not None and following.lane != segment.lane:
            others = [
                other
                for other in laid.segments
                if other.week == following.week and other.lane == segment.lane and other.span != segment.span
            ]
            assert any(days_of(other) & days_of(following) for other in others)


@few
@given(spans, capacities)
def test_a_bar_is_hidden_only_in_a_week_with_no_lane_free_for_it(spans: list[Span], capacity: int) -> None:
    segments = lay_out(spans, WEEKS, capacity).segments
    drawn = {(segment.span, segment.week) for segment in segments}
    for index, span in enumerate(spans):
        for week in range(span.start // 7, span.end // 7 + 1):
            own = set(range(max(span.start, week * 7), min(span.end, week * 7 + 6) + 1))
            if (index, week) not in drawn:
                for lane in range(capacity):
                    assert any(s.lane == lane and s.week == week and days_of(s) & own for s in segments)


@few
@given(spans)
def test_no_more_lanes_are_opened_than_the_fullest_day_needs(spans: list[Span]) -> None:
    fullest = max((len(covering(spans, day)) for day in range(DAYS)), default=0)
    assert most_at_once(spans) == fullest
    assert max(month_lanes(spans), default=-1) + 1 == fullest


def test_the_first_given_takes_the_upper_lane_when_both_start_together() -> None:
    assert month_lanes([Span(0, 20), Span(0, 3), Span(4, 5)]) == [0, 1, 1]


def test_a_bar_below_the_row_moves_up_when_a_lane_becomes_free() -> None:
    laid = lay_out([Span(0, 6), Span(0, 6), Span(0, 13)], 2, 2)
    assert laid.hidden[:7] == (1,) * 7
    assert laid.hidden[7:] == (0,) * 7
    assert [(s.span, s.week, s.lane) for s in laid.segments if s.span == 2] == [(2, 1, 0)]

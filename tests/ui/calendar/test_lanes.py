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
    for segment in lay_out(spans, [capacity] * WEEKS).segments:
        assert 0 <= segment.lane < capacity
        for day in days_of(segment):
            assert (day, segment.lane) not in taken
            taken.add((day, segment.lane))


@few
@given(spans, capacities)
def test_every_bar_is_drawn_or_counted_on_each_of_its_days(spans: list[Span], capacity: int) -> None:
    laid = lay_out(spans, [capacity] * WEEKS)
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
    laid = lay_out(spans, [most_at_once(spans)] * WEEKS)
    lanes: dict[int, set[int]] = defaultdict(set)
    for segment in laid.segments:
        lanes[segment.span].add(segment.lane)
    assert not any(laid.hidden)
    assert all(len(own) == 1 for own in lanes.values())


@few
@given(spans, capacities)
def test_a_bar_in_a_lane_above_the_last_is_whole_and_there_every_week(
    spans: list[Span], capacity: int
) -> None:
    lanes = month_lanes(spans, range(len(spans)))
    segments = lay_out(spans, [capacity] * WEEKS).segments
    for index, span in enumerate(spans):
        if lanes[index] < capacity - 1:
            own = [segment for segment in segments if segment.span == index]
            assert {segment.lane for segment in own} == {lanes[index]}
            assert [segment.week for segment in own] == list(range(span.start // 7, span.end // 7 + 1))


@few
@given(spans, capacities)
def test_a_day_counts_hidden_bars_only_when_all_its_lanes_are_taken(spans: list[Span], capacity: int) -> None:
    laid = lay_out(spans, [capacity] * WEEKS)
    for day in range(DAYS):
        if laid.hidden[day]:
            assert {s.lane for s in laid.segments if day in days_of(s)} == set(range(capacity))


@few
@given(spans)
def test_no_more_lanes_are_opened_than_the_fullest_day_needs(spans: list[Span]) -> None:
    fullest = max((len(covering(spans, day)) for day in range(DAYS)), default=0)
    assert most_at_once(spans) == fullest
    assert max(month_lanes(spans, range(len(spans))).values(), default=-1) + 1 == fullest


def test_of_bars_that_start_together_the_longer_takes_the_upper_lane_and_the_urgent_goes_first() -> None:
    assert month_lanes([Span(0, 3), Span(0, 20), Span(4, 5)], range(3)) == {0: 1, 1: 0, 2: 1}
    assert month_lanes([Span(0, 20), Span(0, 3, True)], range(2)) == {0: 1, 1: 0}


def test_a_bar_below_the_row_moves_up_when_a_lane_becomes_free() -> None:
    laid = lay_out([Span(0, 6), Span(0, 6), Span(1, 13)], [2, 2])
    assert laid.hidden[:7] == (0, 1, 1, 1, 1, 1, 1)
    assert laid.hidden[7:] == (0,) * 7
    assert [(s.week, s.lane) for s in laid.segments if s.span == 2] == [(1, 0)]


def test_a_day_s_own_event_is_seen_below_bars_as_long_as_the_month() -> None:
    laid = lay_out([Span(0, 34), Span(0, 34), Span(0, 34), Span(9, 9)], [3] * 5)
    assert [(s.week, s.lane, s.first, s.last) for s in laid.segments if s.span == 3] == [(1, 2, 2, 2)]
    assert [(s.lane, s.first, s.last) for s in laid.segments if s.span == 2 and s.week == 1] == [
        (2, 3, 6),
        (2, 0, 1),
    ]
    assert [day for day, hidden in enumerate(laid.hidden) if hidden] == [9]


def test_a_bar_that_fits_only_part_of_a_week_is_drawn_in_that_part() -> None:
    laid = lay_out([Span(0, 2), Span(0, 6)], [1])
    assert [(s.span, s.first, s.last) for s in laid.segments] == [(0, 0, 2), (1, 3, 6)]
    assert laid.hidden == (1, 1, 1, 0, 0, 0, 0)


def test_a_week_with_more_room_shows_what_others_hide() -> None:
    laid = lay_out([Span(0, 13), Span(0, 13), Span(0, 6)], [3, 1])
    assert [laid.hidden[day] for day in (0, 6, 7, 13)] == [0, 0, 1, 1]

"""Lanes of records below those of activities."""

from datetime import date
from types import SimpleNamespace

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.lanes import Segment
from roadmap_desktop.ui.calendar.month import shown_days
from roadmap_desktop.ui.calendar.record_lanes import lanes_kept, lay_records

DAYS = shown_days(date(2020, 10, 1))


def record(start: int, end: int) -> SimpleNamespace:
    return SimpleNamespace(period=Period(date(2020, 10, start), date(2020, 10, end)))


def test_a_term_stands_on_its_last_day_and_takes_no_other() -> None:
    lanes = lay_records([record(1, 31), record(14, 14)], DAYS, (), 1)
    assert [(one.span, one.week, one.first, one.last) for one in lanes.segments] == [
        (0, 4, 5, 5),
        (1, 2, 2, 2),
    ]
    assert not any(lanes.hidden)


def test_it_lies_below_what_is_there_and_in_a_gap_only_where_nothing_is_below() -> None:
    bar = Segment(0, 2, 1, 0, 6)
    assert [one.lane for one in lay_records([record(14, 14)], DAYS, [bar], 3).segments] == [2]
    assert [one.lane for one in lay_records([record(14, 14)], DAYS, [bar], 2).segments] == [0]


def test_no_room_at_all_hides_everything() -> None:
    lanes = lay_records([record(14, 15)], DAYS, (), 0)
    assert lanes.segments == () and sum(lanes.hidden) == 1
    assert [lanes_kept(9, capacity) for capacity in (0, 2, 4, 6)] == [0, 0, 1, 2]

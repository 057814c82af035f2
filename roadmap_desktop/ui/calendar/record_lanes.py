"""Where the records of registers lie in a month: in lanes below the bars of activities, shorter ones first, so that a
day's own event is not lost below terms as long as the month. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.lanes import Segment, Span
from roadmap_desktop.ui.calendar.month import DAYS_IN_WEEK

if TYPE_CHECKING:
    from roadmap_desktop.operations.dated_records import DatedRecord

_MUCH_ROOM = 5


@dataclass(frozen=True, slots=True)
class RecordLanes:
    """Segments that are drawn, a segment's ``span`` is the index of its record; and how many records each day has
    beyond them."""

    records: Sequence[DatedRecord]
    segments: tuple[Segment, ...]
    hidden: tuple[int, ...]

    def record(self, segment: Segment) -> DatedRecord:
        """The record that the segment is a part of."""
        return self.records[segment.span]


def spans_of(records: Sequence[DatedRecord], days: Period) -> list[Span]:
    """The records' periods, counted from the grid's first day."""
    last = days.days - 1
    return [
        Span(
            max((one.period.start - days.start).days, 0),
            min((one.period.end - days.start).days, last),
        )
        for one in records
    ]


def lanes_kept(most_records: int, capacity: int) -> int:
    """How many lanes activities leave to records where not all fit: bars as long as the month would take them all."""
    if capacity < 3:
        return 0
    return min(most_records, 2 if capacity >= _MUCH_ROOM else 1)


def lay_records(
    records: Sequence[DatedRecord], days: Period, above: Sequence[Segment], capacity: int
) -> RecordLanes:
    """Places records in what the segments ``above`` leave free. One whose days of a week find no lane is counted on
    them as hidden."""
    weeks = days.days // DAYS_IN_WEEK
    taken = [[0] * capacity for _ in range(weeks)]
    for segment in above:
        taken[segment.week][segment.lane] |= _days(segment.first, segment.last)
    spans = spans_of(records, days)
    segments, hidden = [], [0] * days.days
    for index in sorted(range(len(spans)), key=lambda i: (spans[i].end - spans[i].start, spans[i].start, i)):
        start, end, _ = spans[index]
        for week in range(start // DAYS_IN_WEEK, end // DAYS_IN_WEEK + 1):
            monday = week * DAYS_IN_WEEK
            first, last = max(start - monday, 0), min(end - monday, DAYS_IN_WEEK - 1)
            lane = _free_lane(taken[week], _days(first, last))
            if lane is None:
                for day in range(first, last + 1):
                    hidden[monday + day] += 1
            else:
                taken[week][lane] |= _days(first, last)
                segments.append(Segment(index, week, lane, first, last))
    return RecordLanes(records, tuple(segments), tuple(hidden))


def _days(first: int, last: int) -> int:
    return (1 << last + 1) - (1 << first)


def _free_lane(taken: Sequence[int], days: int) -> int | None:
    """The lowest lane on the screen's way down that lies below all that is taken on these days, else any free one."""
    below = next((lane + 1 for lane in reversed(range(len(taken))) if taken[lane] & days), 0)
    if below < len(taken):
        return below
    return next((lane for lane, busy in enumerate(taken) if not busy & days), None)

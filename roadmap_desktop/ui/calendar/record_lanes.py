"""Where the records of registers lie in a month: on their day, or the last one of their term, in lanes below the bars
of activities. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.lanes import Segment
from roadmap_desktop.ui.calendar.month import DAYS_IN_WEEK

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord

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


def days_of(records: Sequence[DatedRecord], days: Period) -> list[int]:
    """The grid's day on which each record stands, counted from the first: the last one of its term. Terms as long as
    the month would be all that is seen of it."""
    return [(one.period.end - days.start).days for one in records]


def lanes_kept(most_records: int, capacity: int) -> int:
    """How many lanes activities leave to records where not all fit: bars as long as the month would take them all."""
    if capacity < 3:
        return 0
    return min(most_records, 2 if capacity >= _MUCH_ROOM else 1)


def lay_records(
    records: Sequence[DatedRecord], days: Period, above: Sequence[Segment], capacity: int
) -> RecordLanes:
    """Places records, whose terms end in these days, in what the segments ``above`` leave free. One that finds no lane
    is counted as hidden."""
    taken = [[0] * capacity for _ in range(days.days // DAYS_IN_WEEK)]
    for segment in above:
        taken[segment.week][segment.lane] |= (1 << segment.last + 1) - (1 << segment.first)
    segments, hidden = [], [0] * days.days
    for index, place in enumerate(days_of(records, days)):
        week, column = divmod(place, DAYS_IN_WEEK)
        lane = _free_lane(taken[week], 1 << column)
        if lane is None:
            hidden[place] += 1
        else:
            taken[week][lane] |= 1 << column
            segments.append(Segment(index, week, lane, column, column))
    return RecordLanes(records, tuple(segments), tuple(hidden))


def _free_lane(taken: Sequence[int], day: int) -> int | None:
    """The lowest lane on the screen's way down that lies below all that is taken on the day, else any free one."""
    below = next((lane + 1 for lane in reversed(range(len(taken))) if taken[lane] & day), 0)
    if below < len(taken):
        return below
    return next((lane for lane, busy in enumerate(taken) if not busy & day), None)

"""A month laid out: which bar lies where. Made once for a month, a plan and a row height, then only painted. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.calendar.entries import CalendarPlan, Entry, on_day
from roadmap_desktop.ui.calendar.lanes import LaidOut, Segment, Span, lay_out, most_at_once
from roadmap_desktop.ui.calendar.month import DAYS_IN_WEEK, month_period, shown_days
from roadmap_desktop.ui.calendar.record_lanes import RecordLanes, days_of, lanes_kept, lay_records

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord


@dataclass(frozen=True, slots=True)
class MonthLayout:
    """The bars of a month's weeks and their segments; a segment's ``span`` is the index of its bar in ``entries``."""

    month: date
    days: Period
    entries: list[Entry]
    laid: LaidOut
    dated: RecordLanes

    def entry(self, segment: Segment) -> Entry:
        """The bar that the segment is a part of."""
        return self.entries[segment.span]

    def day(self, week: int, column: int) -> date:
        """The day of a cell."""
        return self.days.start + timedelta(days=week * DAYS_IN_WEEK + column)

    def begins(self, segment: Segment) -> bool:
        """Whether the bar begins with this segment rather than coming from an earlier week."""
        return self.entry(segment).period.start == self.day(segment.week, segment.first)

    def ends(self, segment: Segment) -> bool:
        """Whether the bar ends with this segment."""
        return self.entry(segment).period.end == self.day(segment.week, segment.last)

    def on_day(self, day: date) -> list[Entry]:
        """Every bar over the day, drawn or not."""
        return on_day(self.entries, day)

    def hidden(self, day: date) -> int:
        """How many bars and records of the day are not drawn."""
        day_index = (day - self.days.start).days
        return self.laid.hidden[day_index] + self.dated.hidden[day_index]

    def records_on(self, day: date) -> list[DatedRecord]:
        """Every record over the day, drawn or not."""
        return [record for record in self.dated.records if record.period.end == day]

    @property
    def weeks(self) -> int:
        """How many rows the month has."""
        return self.days.days // DAYS_IN_WEEK


def month_layout(
    plan: CalendarPlan | None, month: date, capacity: int, records: Sequence[DatedRecord] = ()
) -> MonthLayout:
    """Lays the month out with so many lanes in a row, records of registers below the bars of activities; an empty grid
    where there is no plan."""
    days = shown_days(month)
    records = [one for one in records if days.contains(one.period.end)]
    entries = plan.entries(days) if plan is not None else []
    spans = _spans(entries, days)
    rooms = [capacity - lanes_kept(most, capacity) for most in _most_on_a_day(records, days)]
    if most_at_once(spans) > min(rooms):
        spans = _with_urgent(spans, entries, month_period(month))
    laid = lay_out(spans, rooms)
    return MonthLayout(month, days, entries, laid, lay_records(records, days, laid.segments, capacity))


def _most_on_a_day(records: Sequence[DatedRecord], days: Period) -> list[int]:
    """Of each week: one without records leaves all its room to activities."""
    most = [0] * (days.days // DAYS_IN_WEEK)
    for day, number in Counter(days_of(records, days)).items():
        most[day // DAYS_IN_WEEK] = max(most[day // DAYS_IN_WEEK], number)
    return most


def _spans(entries: list[Entry], days: Period) -> list[Span]:
    base, last = days.start.toordinal(), days.days - 1
    return [Span(max(entry.first - base, 0), min(entry.last - base, last)) for entry in entries]


def _with_urgent(spans: list[Span], entries: list[Entry], month: Period) -> list[Span]:
    """Where not all can be seen, the month's overdue ones should be."""
    first, last = month.start.toordinal(), month.end.toordinal()
    return [
        Span(span.start, span.end, True)
        if entry.first <= last and entry.last >= first and entry.standing.is_overdue
        else span
        for span, entry in zip(spans, entries, strict=True)
    ]

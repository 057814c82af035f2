"""Lanes of a month: which bar runs on which line, so that no two meet and a bar stays on its line all month. No Qt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from heapq import heappop, heappush
from itertools import accumulate
from operator import and_
from typing import NamedTuple

from roadmap_desktop.ui.calendar.month import DAYS_IN_WEEK

_WHOLE_WEEK = (1 << DAYS_IN_WEEK) - 1


class Span(NamedTuple):
    """A bar before it has a place: days counted from the grid's first one, both ends inclusive. An urgent one goes
    before others that start with it."""

    start: int
    end: int
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bar within one week. ``span`` is its index in what was given; days are columns, Monday is 0."""

    span: int
    week: int
    lane: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Segments that are drawn, and how many bars each day has beyond them («ещё N»)."""

    segments: tuple[Segment, ...]
    hidden: tuple[int, ...]


def lay_out(spans: Sequence[Span], capacities: Sequence[int]) -> LaidOut:
    """Places the spans in at most so many lanes of each week.

    Where all fit, each keeps one lane through the month. Where they do not, the lanes above the last one are kept so;
    the rest goes into what is free of all of them, shorter spans first, in parts where it has to: a day's own event is
    not lost below bars as long as the month, and a day counts hidden bars only when all its lanes are taken.
    """
    capacity = min(capacities)
    candidates = _first_of_equal(spans, max(capacities))
    lanes = month_lanes(spans, candidates)
    in_order = sorted(candidates, key=lambda index: _turn(spans[index], lanes[index], capacity))
    segments: list[Segment] = []
    for week, room in enumerate(capacities):
        drawn = list(_week_segments(spans, lanes, in_order, week, room))
        lanes.update((segment.span, segment.lane) for segment in drawn)
        segments += drawn
    return LaidOut(tuple(segments), _hidden(spans, segments, len(capacities) * DAYS_IN_WEEK))


def _first_of_equal(spans: Sequence[Span], count: int) -> list[int]:
    """Indexes of the spans without those for which there cannot be a lane: of equal ones only so many as there are
    lanes. Thousands of activities have no more than a few hundred different spans in a month."""
    seen: Counter[Span] = Counter()
    found = []
    for index, span in enumerate(spans):
        if seen[span] < count:
            seen[span] += 1
            found.append(index)
    return found


def _turn(span: Span, lane: int, capacity: int) -> tuple[int, int]:
    return (lane, 0) if lane < capacity - 1 else (capacity, span.end - span.start)


def month_lanes(spans: Sequence[Span], indexes: Iterable[int]) -> dict[int, int]:
    """The lane over the whole month of each of the spans with these indexes: the lowest free one, in the order of their
    starts, so that the number of lanes is the smallest possible (interval partitioning). Of those that start together
    the urgent go first, then the longer, then in the order given."""
    lanes: dict[int, int] = {}
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    for index in sorted(indexes, key=lambda i: (spans[i].start, not spans[i].is_urgent, -spans[i].end)):
        span = spans[index]
        while busy and busy[0][0] < span.start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        lanes[index] = lane
        heappush(busy, (span.end, lane))
    return lanes


def most_at_once(spans: Sequence[Span]) -> int:
    """How many spans share the fullest day, which is how many lanes they need."""
    steps = [0] * (max((span.end for span in spans), default=0) + 2)
    for start, end, _is_urgent in spans:
        steps[start] += 1
        steps[end + 1] -= 1
    return max(accumulate(steps))


def _week_segments(
    spans: Sequence[Span], lanes: Mapping[int, int], in_order: Sequence[int], week: int, capacity: int
) -> Iterator[Segment]:
    monday, sunday = week * DAYS_IN_WEEK, week * DAYS_IN_WEEK + DAYS_IN_WEEK - 1
    taken = [0] * capacity
    full = 0 if capacity else _WHOLE_WEEK
    for index in in_order:
        span = spans[index]
        if span.start > sunday or span.end < monday:
            continue
        first, last = max(span.start, monday) - monday, min(span.end, sunday) - monday
        left = (1 << last + 1) - (1 << first)
        while left & ~full:
            lane, days = _room(taken, lanes[index], left)
            taken[lane] |= days
            left &= ~days
            full = reduce(and_, taken)
            yield Segment(index, week, lane, (days & -days).bit_length() - 1, days.bit_length() - 1)
        if full == _WHOLE_WEEK:
            return


def _room(taken: Sequence[int], own: int, days: int) -> tuple[int, int]:
    """The lane with the longest stretch of the days free, and that stretch; the own lane first, then the lowest, where
    they are equal."""
    lanes = [own, *range(len(taken))] if own < len(taken) else range(len(taken))
    free = [(lane, _longest_stretch(days & ~taken[lane])) for lane in lanes]
    return max(free, key=lambda each: each[1].bit_count())


@cache
def _longest_stretch(days: int) -> int:
    """The longest unbroken run of days, the earliest of equal ones. Days of a week are bits, Monday is the lowest."""
    runs = (
        ((1 << length) - 1) << first
        for length in range(DAYS_IN_WEEK, 0, -1)
        for first in range(DAYS_IN_WEEK + 1 - length)
    )
    return next((run for run in runs if run & days == run), 0)


def _hidden(spans: Sequence[Span], segments: Sequence[Segment], days: int) -> tuple[int, ...]:
    """Bars over each day less those drawn on it, by sums of beginnings and ends: spans may be many thousands."""
    steps = [0] * (days + 1)
    for start, end, _is_urgent in spans:
        steps[start] += 1
        steps[end + 1] -= 1
    for segment in segments:
        monday = segment.week * DAYS_IN_WEEK
        steps[monday + segment.first] -= 1
        steps[monday + segment.last + 1] += 1
    counts, running = [], 0
    for step in steps[:-1]:
        running += step
        counts.append(running)
    return tuple(counts)

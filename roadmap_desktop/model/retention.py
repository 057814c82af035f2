"""Which backups stay: many of today, some of the last days, one of each month of a year, and what stood before a row of
merges, restores or imports. Pure."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

LATEST = 10
DAYS = 14
MONTHS = 12
RUNS = 10
# The most that ever stays of one file, apart from what is marked and from what bears a later time than now.
MOST = LATEST + 3 * DAYS + MONTHS + 2 * RUNS


class Point(NamedTuple):
    """A moment at which a state was kept. ``number`` tells those of one second apart; ``is_before_change``: whether
    something was about to replace the whole file, see ``runs``."""

    at: datetime
    number: int = 1
    is_before_change: bool = False


def kept(points: Collection[Point], now: datetime) -> set[Point]:
    """Those of the points whose backups stay: the 10 latest; of each of 14 days the last, the first, and the first
    that something was about to replace; the last of each of 12 months; the firsts of the 10 latest runs with what
    stands right before them. Days and months are counted back from ``now``. What bears a later time than now (a clock
    set back) stays."""
    oldest_first = sorted(set(points))
    newest_first = oldest_first[::-1]
    since = (now - timedelta(days=DAYS)).date()
    recent = [point for point in newest_first if point.at.date() > since]
    oldest_month = _months(now.date()) - MONTHS
    of_the_year = (point for point in newest_first if _months(point.at.date()) > oldest_month)
    return {
        *newest_first[:LATEST],
        *(point for point in newest_first if point.at > now),
        *_first_of_each((point.at.date(), point) for point in recent),
        *_first_of_each((point.at.date(), point) for point in reversed(recent)),
        *_first_of_each((point.at.date(), point) for point in reversed(recent) if point.is_before_change),
        *_first_of_each((_months(point.at.date()), point) for point in of_the_year),
        # Without what stands before it, two runs would become one as soon as that is thinned out.
        *(point for run in runs(oldest_first)[-RUNS:] for point in run),
    }


def runs(oldest_first: Sequence[Point]) -> list[Sequence[Point]]:
    """A run is a row of backups of one day before something that replaces the whole file. Of each run its first, after
    the one that stands right before it where that is of the same day."""
    if not oldest_first:
        return []
    found: list[Sequence[Point]] = [oldest_first[:1]] if oldest_first[0].is_before_change else []
    for before, point in pairwise(oldest_first):
        is_same_day = before.at.date() == point.at.date()
        if point.is_before_change and not (is_same_day and before.is_before_change):
            found.append((before, point) if is_same_day else (point,))
    return found


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _first_of_each(named: Iterable[tuple[object, Point]]) -> list[Point]:
    found: dict[object, Point] = {}
    for name, point in named:
        found.setdefault(name, point)
    return list(found.values())

"""When the typical steps of a plan of development are due in a plan that begins late in the year."""

from calendar import monthrange
from datetime import date, timedelta

from roadmap_desktop.model.due import DueKind, read_due, write_due
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS

# Of a month: too little for anything that is only begun.
_TOO_SHORT = timedelta(10)


def due_from(due: str, own: Period, year: Period) -> str:
    """The wording of a step in a plan of the days ``own``, read by the roadmap's period: months that would begin before
    the plan does begin with its first one, or the next where that is nearly over, and are as many, as far as the plan
    lasts. What recurs or goes on all year stays."""
    reading = read_due(due, year)
    if reading.kind in (DueKind.PERIOD, DueKind.RECURRING) or len(reading.periods) != 1:
        return due
    (period,) = reading.periods
    first = min(_month(own.start + _TOO_SHORT), _month(own.end))
    if _month(period.start) >= first:
        return due
    last = max(first, min(first + _month(period.end) - _month(period.start), _month(own.end)))
    moved = Period(_day(first), _last_day(last))
    # As the templates write it, without a year, unless another year's months would be read.
    words = " – ".join(dict.fromkeys(MONTHS[month % 12] for month in (first, last)))
    return words if read_due(words, year).periods == (moved,) else write_due([moved], year)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _last_day(month: int) -> date:
    first = _day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])

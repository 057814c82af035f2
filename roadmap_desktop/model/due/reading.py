"""What is understood of a wording."""

from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.period import Period


class DueKind(StrEnum):
    """How an activity is due."""

    DATED = "dated"
    DEADLINE = "deadline"
    PERIOD = "period"
    RECURRING = "recurring"
    UNDATED = "undated"
    UNKNOWN = "unknown"


class DueReading(NamedTuple):
    """A wording as dates. A deadline is a period of one day; a recurrence has the days it runs over and its ``rule``,
    an RFC 5545 RRULE value («FREQ=WEEKLY;BYDAY=TU»); what is undated on purpose or not understood has no periods.
    ``is_assumed`` marks school terms and holidays, whose days are the usual ones and not those of a certain school."""

    kind: DueKind
    periods: tuple[Period, ...] = ()
    rule: str | None = None
    is_assumed: bool = False


UNDATED = DueReading(DueKind.UNDATED)
UNKNOWN = DueReading(DueKind.UNKNOWN)


class NotUnderstoodError(ValueError):
    """Some part of a wording has no meaning here, so the whole has none. Never leaves this package."""

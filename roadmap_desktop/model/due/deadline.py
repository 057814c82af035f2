"""Grammar of deadlines: «до 1 ноября», «не позднее 25.12», «к 1 сентября», «до конца октября»."""

from datetime import timedelta
from typing import NamedTuple

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.dates import read_span
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.spans import Span, resolve
from roadmap_desktop.model.due.vocabulary import T
from roadmap_desktop.model.period import Period

_END = 3


class Limit(NamedTuple):
    """A deadline in words: a date, and whether all of it is still in time («не позднее октября»)."""

    span: Span
    through: bool

    def day(self, plan: Period) -> Period:
        """The last day in time: the date itself; for a longer one its last day or, as in «до октября», the day before
        its first. Raises NotUnderstoodError."""
        (period,) = resolve([self.span], plan)
        if self.through or period.start == period.end:
            return Period(period.end, period.end)
        day = period.start - timedelta(days=1)
        return Period(day, day)


def starts_limit(cursor: Cursor) -> bool:
    """Whether a deadline comes next."""
    return cursor.kind is T.UNTIL or cursor.ahead(T.NOT, T.LATER)


def read_limit(cursor: Cursor, plan: Period) -> Limit:
    """A deadline. Raises NotUnderstoodError."""
    through = cursor.take(T.NOT) is not None
    cursor.need(T.LATER if through else T.UNTIL)
    if cursor.kind is T.PART:
        if cursor.need(T.PART).value != _END:
            raise NotUnderstoodError
        through = True
    span = read_span(cursor, plan)
    if span.first is not span.last:
        raise NotUnderstoodError
    return Limit(span, through)

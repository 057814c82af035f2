"""Grammar of deadlines: «до 1 ноября», «не позднее 25.12», «к 1 сентября», «до конца октября»."""

from datetime import date, timedelta

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.dates import read_span, read_years_of_school
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.spans import Point, Span, each_year, resolve
from roadmap_desktop.model.due.vocabulary import T, U
from roadmap_desktop.model.period import Period

_END = 3
_WHOLES = (T.SCHOOL, T.TWO_YEARS, T.ALL, T.TERM, T.LABEL)


class Deadlines:
    """Deadlines of one wording, which share their years: «до 1 октября, до 1 марта 2021 года»."""

    __slots__ = ("_spans", "_through")

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._through: list[bool] = []

    def __bool__(self) -> bool:
        return bool(self._spans)

    def starts(self, cursor: Cursor) -> bool:
        """Whether a deadline comes next."""
        if cursor.kind == T.LABEL:
            return cursor.next_kind in (T.UNTIL, T.NOT)
        return cursor.kind == T.UNTIL or (cursor.kind == T.NOT and cursor.next_kind == T.LATER)

    def read(self, cursor: Cursor, plan: Period) -> None:
        """Reads one deadline. Raises NotUnderstoodError, also for a range."""
        cursor.take(T.LABEL)
        through = cursor.take(T.NOT) is not None
        cursor.need(T.LATER if through else T.UNTIL)
        timed = cursor.take(T.TIME)
        if cursor.kind == T.PART:
            if cursor.need(T.PART).value != _END:
                raise NotUnderstoodError
            through = True
            if cursor.ahead(T.CALENDAR, T.UNIT):
                cursor.advance()
                cursor.need(T.UNIT)
                self._add(_end_of_calendar_year(plan), through)
                return
            if cursor.take_unit(U.YEAR):
                self._add(_end_of_year(plan), through)
                return
            if cursor.kind in _WHOLES:
                self._add(_last_of_whole(cursor, plan), through)
                return
        span = read_span(cursor, plan)
        if cursor.ahead(T.COMMA, T.INCLUSIVE):
            cursor.advance()
        through = cursor.take(T.INCLUSIVE) is not None or through
        if span.last.unit == U.YEAR and not through:
            raise NotUnderstoodError  # «до 2021 года»: with that year or without it?
        if timed and span.last.unit != U.DAY:
            raise NotUnderstoodError
        self._add(span, through)

    def read_next(self, cursor: Cursor, plan: Period) -> None:
        """Reads one more day of «до 1 октября и 1 марта». Raises NotUnderstoodError for anything but a day, since
        «до 1 октября, март» may mean the month."""
        span = read_span(cursor, plan)
        if span.last.unit != U.DAY:
            raise NotUnderstoodError
        self._add(span, through=True)

    def _add(self, span: Span, through: bool) -> None:
        if not span.is_single:
            raise NotUnderstoodError
        self._spans.append(span)
        self._through.append(through)

    @property
    def has_year(self) -> bool:
        """Whether the words state a year for any of them."""
        return any(span.has_year for span in self._spans)

    @property
    def is_assumed(self) -> bool:
        """Whether any of them is the end of a school term or of holidays."""
        return any(span.is_assumed for span in self._spans)

    def days(self, plan: Period) -> tuple[Period, ...]:
        """The last day in time of each. Raises NotUnderstoodError."""
        return tuple(map(_last_day, resolve(self._spans, plan), self._through))


def _last_of_whole(cursor: Cursor, plan: Period) -> Span:
    """The end of «учебного года», «2020–2021 учебного года», «срока реализации плана»: a school year is the plan's
    own period unless its years are told. Raises NotUnderstoodError where the plan is none of a school year."""
    cursor.take(T.ALL)
    if cursor.take(T.TERM, T.LABEL):
        while cursor.take(T.OF_PLAN):
            pass
        return _single(plan.end)
    if not cursor.ahead(T.SCHOOL) and not cursor.ahead(T.TWO_YEARS, T.SCHOOL):
        raise NotUnderstoodError
    years = read_years_of_school(cursor)
    cursor.take_unit(U.YEAR)
    if years:
        return _single(date(years.value + 1, 8, 31))
    first_year = plan.start.year - (plan.start.month < 9)
    if (plan.end.year, plan.end.month) > (first_year + 1, 8):
        raise NotUnderstoodError
    return _single(plan.end)


def _end_of_year(plan: Period) -> Span:
    """The end of «года», which is the plan's own. Raises NotUnderstoodError where the plan has several."""
    if len(each_year(plan)) > 1:
        raise NotUnderstoodError
    return _single(plan.end)


def _end_of_calendar_year(plan: Period) -> Span:
    """The only 31 December of the plan. Raises NotUnderstoodError where it has several or none."""
    days = [
        day for year in range(plan.start.year, plan.end.year + 1) if plan.contains(day := date(year, 12, 31))
    ]
    if len(days) != 1:
        raise NotUnderstoodError
    return _single(days[0])


def _single(day: date) -> Span:
    point = Point(U.DAY, day.day, day.month, day.year)
    return Span(point, point)


def _last_day(period: Period, through: bool) -> Period:
    """The date itself; of a longer one its last day if all of it is in time («не позднее октября», «до конца
    октября»), else, as in «до октября», the day before its first. Raises NotUnderstoodError where there is no day
    before."""
    if through or period.start == period.end:
        return Period(period.end, period.end)
    if period.start == date.min:
        raise NotUnderstoodError
    day = period.start - timedelta(days=1)
    return Period(day, day)

"""Grammar of dates: days, months, parts of them, quarters, halves, years, and ranges of all these."""

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.extent import WINTER
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.spans import Point, Span
from roadmap_desktop.model.due.vocabulary import T, Token, U, Unit
from roadmap_desktop.model.period import Period

_NUMBERS = (T.NUMBER, T.ROMAN, T.ORDINAL, T.TENS)
_OPENINGS = (T.FROM, T.STARTING)
_NAMED = (T.MONTH, T.DATE, T.YEAR, T.TWO_YEARS, T.YEARS_APART, T.PART, T.SEASON)
# What «до» its end goes to that end.
_ENDED = (U.DAY, U.DECADE)
DATE_STARTS = frozenset({*_OPENINGS, *_NAMED, *_NUMBERS})
"""Tokens a date can begin with."""


def read_span(cursor: Cursor, plan: Period) -> Span:
    """A date or a range: «октябрь», «1–15 октября», «с сентября 2020 по май 2021 года».

    Raises NotUnderstoodError.
    """
    span, is_open = read_dates(cursor, plan)
    if is_open:
        raise NotUnderstoodError
    return span


def read_dates(cursor: Cursor, plan: Period) -> tuple[Span, bool]:
    """The same, or a beginning alone, «с октября», «начиная с 2023 года», and whether it is one.

    Raises NotUnderstoodError.
    """
    if cursor.kind == T.TWO_YEARS:
        return _school_year(cursor), False
    if cursor.kind == T.YEARS_APART:
        return _years_apart(cursor), False
    opened = cursor.need(T.FROM) if cursor.take(T.STARTING) else cursor.take(T.FROM)
    in_figures = cursor.kind == T.DATE
    first = _point(cursor, plan)
    if cursor.take(T.DASH, T.TO):
        return Span(first, _point(cursor, plan)), False
    if opened and cursor.take(T.UNTIL):
        last = _point(cursor, plan)
        # «с октября до мая»: with May or without it?
        if first.unit not in (*_ENDED, None) or last.unit not in _ENDED:
            raise NotUnderstoodError
        return Span(first, last), False
    if opened and in_figures and not first.year:
        raise NotUnderstoodError  # «по вторникам с 10.10» may be an hour
    return Span(first, first), opened is not None


def _point(cursor: Cursor, plan: Period) -> Point:
    kind = cursor.kind
    if kind == T.MONTH:
        month = cursor.advance().value
        cursor.take_unit(U.MONTH)
        return _with_year(cursor, U.MONTH, 0, month)
    if kind == T.DATE:
        date = cursor.advance()
        return _with_year(cursor, U.DAY, date.value, date.month, date.year)
    if kind == T.YEAR:
        year = cursor.advance().value
        _skip_year_word(cursor, year)
        return Point(U.YEAR, year=year)
    if kind == T.PART:
        return _part_of_month(cursor, U.DECADE, cursor.advance().value)
    if kind == T.SEASON:
        return _holidays(cursor)
    return _numbered(cursor, plan)


def _holidays(cursor: Cursor) -> Point:
    """«осенние каникулы», «осенние» of «осенние и весенние каникулы». Those of winter are in two years, so one year
    beside them raises NotUnderstoodError."""
    number = cursor.advance().value
    if cursor.take_unit(U.HOLIDAYS):
        if number == WINTER and (cursor.ahead(T.YEAR) or cursor.ahead(T.COMMA, T.YEAR)):
            raise NotUnderstoodError
        return _with_year(cursor, U.HOLIDAYS, number)
    if not cursor.ahead(T.COMMA, T.SEASON):
        raise NotUnderstoodError
    return Point(U.HOLIDAYS, number)


def _numbered(cursor: Cursor, plan: Period) -> Point:
    token = cursor.need(*_NUMBERS)
    number = token.value
    if token.kind == T.TENS:
        number += cursor.need(T.ORDINAL).value
    month = cursor.take(T.MONTH) if token.kind != T.ROMAN else None
    if month:
        return _with_year(cursor, U.DAY, number, month.value)
    unit = cursor.take(T.UNIT)
    if unit is None:
        return Point(None, number)
    if unit.unit in (U.DECADE, U.WEEK, U.HALF_MONTH):
        return _part_of_month(cursor, unit.unit, number)
    if unit.unit in (U.QUARTER, U.TERM):
        return _with_year(cursor, unit.unit, number)
    if unit.unit == U.HALF:
        return _with_year(cursor, _half(cursor, plan), number)
    raise NotUnderstoodError


def _half(cursor: Cursor, plan: Period) -> Unit:
    """Whose half is meant: the year's that follows or else, as the plan runs, the calendar's or the school's."""
    if cursor.kind in (T.TWO_YEARS, T.SCHOOL):
        return U.SCHOOL_HALF
    calendar = cursor.kind == T.YEAR or plan.start.month == 1
    return U.HALF if calendar else U.SCHOOL_HALF


def _part_of_month(cursor: Cursor, unit: Unit, number: int) -> Point:
    """The part with its month and year. It may yet take the month from the part after it, «начало – середина ноября»,
    or from before it: «октябрь (первая неделя) 2020 года»."""
    month = cursor.take(T.MONTH)
    return _with_year(cursor, unit, number, month.value if month else 0)


def _with_year(cursor: Cursor, unit: Unit, number: int, month: int = 0, year: int | None = None) -> Point:
    """The point with the year that the words give next: «2020 года», «, 2020», «2020–2021 учебного года»."""
    if year is None:
        if cursor.kind == T.COMMA and cursor.next_kind == T.YEAR:
            cursor.advance()
        token = cursor.take(T.YEAR)
        if token:
            year = token.value
        elif cursor.kind == T.TWO_YEARS or cursor.kind == T.SCHOOL:
            if cursor.kind == T.TWO_YEARS and cursor.next_kind != T.SCHOOL and unit != U.SCHOOL_HALF:
                raise NotUnderstoodError  # «сентябрь 2020–2021»: one September or two?
            token = read_years_of_school(cursor)
            first_month = Point(unit, number, month).extent.first_month
            year = token.value + (first_month < 9) if token else None
    _skip_year_word(cursor, year)
    return Point(unit, number, month, year)


def _skip_year_word(cursor: Cursor, year: int | None) -> None:
    """Past «года» of «2020 года»; that of «5 октября года» says of no year which one."""
    if year is None:
        return
    if cursor.kind == T.UNIT:
        cursor.take_unit(U.YEAR)
    elif cursor.kind == T.YEARS:
        cursor.advance()


def _school_year(cursor: Cursor) -> Span:
    years = cursor.need(T.TWO_YEARS).value
    cursor.take(T.SCHOOL)
    cursor.take_unit(U.YEAR)
    return Span(Point(U.MONTH, month=9, year=years), Point(U.MONTH, month=8, year=years + 1))


def _years_apart(cursor: Cursor) -> Span:
    """«2020–2022 гг.». Without the word after it, it may be a number of anything."""
    years = cursor.need(T.YEARS_APART)
    cursor.need(T.YEARS)
    return Span(Point(U.YEAR, year=years.value), Point(U.YEAR, year=years.year))


def read_years_of_school(cursor: Cursor) -> Token | None:
    """The years of «2020–2021 учебного года», «учебного года 2020–2021» or, none, of «учебного года»."""
    years = cursor.take(T.TWO_YEARS)
    if cursor.take(T.SCHOOL):
        cursor.take_unit(U.YEAR)
        years = years or cursor.take(T.TWO_YEARS)
    return years

"""Grammar of dates: days, months, parts of them, quarters, halves, years, and ranges of all these."""

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.spans import Point, Span
from roadmap_desktop.model.due.vocabulary import T, Token, Unit
from roadmap_desktop.model.period import Period, school_year

_FIGURES = (T.NUMBER, T.ROMAN, T.ORDINAL, T.TENS)
DATE_STARTS = frozenset({T.FROM, T.MONTH, T.DATE, T.YEAR, T.TWO_YEARS, T.PART, *_FIGURES})
"""Tokens a date can begin with."""


def read_span(cursor: Cursor, plan: Period) -> Span:
    """A date or a range: «октябрь», «1–15 октября», «с сентября 2020 по май 2021 года».

    Raises NotUnderstoodError.
    """
    opened = cursor.take(T.FROM)
    first = _point(cursor, plan)
    if cursor.take(T.DASH, T.TO):
        return Span(first, _point(cursor, plan))
    if opened:
        raise NotUnderstoodError
    return Span(*_school_years(first)) if first.unit is None and first.year else Span(first, first)


def _point(cursor: Cursor, plan: Period) -> Point:
    token = cursor.take(T.MONTH)
    if token:
        cursor.take_unit(Unit.MONTH)
        return _with_year(cursor, Point(Unit.MONTH, month=token.value))
    token = cursor.take(T.DATE)
    if token:
        return _with_year(cursor, Point(Unit.DAY, token.value, token.month, token.year))
    token = cursor.take(T.YEAR)
    if token:
        cursor.take_unit(Unit.YEAR)
        cursor.take(T.YEARS)
        return Point(Unit.YEAR, year=token.value)
    token = cursor.take(T.TWO_YEARS)
    if token:
        _of_school_year(cursor)
        return Point(None, year=token.value)
    token = cursor.take(T.PART)
    if token:
        return _part_of_month(cursor, Point(Unit.DECADE, token.value))
    return _numbered(cursor, plan)


def _numbered(cursor: Cursor, plan: Period) -> Point:
    token = cursor.need(*_FIGURES)
    number = token.value
    if token.kind is T.TENS:
        number += cursor.need(T.ORDINAL).value
    month = token.kind is not T.ROMAN and cursor.take(T.MONTH)
    if month:
        return _with_year(cursor, Point(Unit.DAY, number, month.value))
    unit = cursor.take(T.UNIT)
    if unit is None:
        return Point(None, number)
    if unit.unit in (Unit.DECADE, Unit.WEEK):
        return _part_of_month(cursor, Point(unit.unit, number))
    if unit.unit is Unit.QUARTER:
        return _with_year(cursor, Point(Unit.QUARTER, number))
    if unit.unit is Unit.HALF:
        calendar = cursor.kind is T.YEAR or (plan.start.month == 1 and cursor.kind is not T.TWO_YEARS)
        return _with_year(cursor, Point(Unit.HALF if calendar else Unit.SCHOOL_HALF, number))
    raise NotUnderstoodError


def _part_of_month(cursor: Cursor, part: Point) -> Point:
    """The part with its month and year, which it may yet take from the part after it: «начало – середина ноября»."""
    month = cursor.take(T.MONTH)
    return _with_year(cursor, part._replace(month=month.value)) if month else part


def _with_year(cursor: Cursor, point: Point) -> Point:
    """The point with the year that the words give next: «2020 года», «2020–2021 учебного года»."""
    token = cursor.take(T.YEAR) if point.year is None else None
    if token:
        point = point._replace(year=token.value)
    elif cursor.kind in (T.SCHOOL, T.TWO_YEARS):
        token = _of_school_year(cursor)
        if token:
            point = point._replace(year=token.value + (point.months()[0] < 9))
    cursor.take_unit(Unit.YEAR)
    cursor.take(T.YEARS)
    return point


def _of_school_year(cursor: Cursor) -> Token | None:
    """The years of «2020–2021 учебного года», «учебного года 2020–2021» or, none, of «учебного года»."""
    years = cursor.take(T.TWO_YEARS)
    if cursor.take(T.SCHOOL):
        cursor.take_unit(Unit.YEAR)
        years = years or cursor.take(T.TWO_YEARS)
    return years


def _school_years(point: Point) -> tuple[Point, Point]:
    first = school_year(point.year or 0).start.year
    return Point(Unit.MONTH, month=9, year=first), Point(Unit.MONTH, month=8, year=first + 1)

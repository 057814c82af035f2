"""Grammar of recurrences: «ежемесячно», «раз в квартал», «каждый вторник», «последняя пятница месяца»."""

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.rules import Rule, every, times_in
from roadmap_desktop.model.due.vocabulary import Kind, T, U

_NUMBERS = (T.NUMBER, T.CARDINAL, T.ORDINAL)
_HOW_MANY = (T.NUMBER, T.CARDINAL)
_BEFORE = {T.UNTIL: (T.UNTIL,), T.NOT: (T.NOT, T.LATER)}
_WHICH = (T.NUMBER, T.ORDINAL)
_PARTS = (U.WEEK, U.DECADE, U.HALF_MONTH)
RECURRENCE_STARTS = frozenset(
    {T.EVERY, T.EACH, T.WEEKDAY, T.WEEKDAYS, T.TO, T.TIMES, T.NOT, T.UNTIL, T.PART, *_NUMBERS}
)
"""Tokens a piece of a recurrence can begin with."""


def read_recurrence(cursor: Cursor, rule: Rule) -> bool:
    """Adds to the rule what one piece of the words says of it: «ежемесячно» or, apart from it, «до 10 числа».

    False if no such piece comes next; raises NotUnderstoodError halfway through one.
    """
    kind, following = cursor.kind, cursor.next_kind
    if kind == T.EVERY:
        rule.repeat(cursor.advance().rule)
        cursor.take(T.BASIS)
    elif kind == T.EACH:
        _read_each(cursor, rule)
    elif kind == T.WEEKDAY or kind == T.WEEKDAYS:
        _read_weekdays(cursor, rule)
    elif kind == T.TO and following == T.WEEKDAYS:
        cursor.advance()
        _read_weekdays(cursor, rule)
    elif kind == T.TO and following == T.UNITS:
        cursor.advance()
        rule.repeat(every(1, cursor.advance().unit))
    elif kind == T.TO and cursor.ahead(T.TO, T.NUMBER, T.TIMES):
        cursor.advance()
        _read_times(cursor, rule)
    elif kind == T.TIMES or following == T.TIMES or (kind == T.NOT and following == T.RARER):
        _read_times(cursor, rule)
    elif following == T.WEEKDAY or _two_before(T.WEEKDAY, cursor):
        _read_nth_weekday(cursor, rule)
    elif _month_days_ahead(cursor):
        _read_month_days(cursor, rule)
    elif kind == T.ORDINAL and cursor.next_unit == U.DAY:
        rule.add_month_day(cursor.advance().value)
        cursor.take_unit(U.DAY)
        _read_of_month(cursor, rule)
    elif kind == T.PART or (kind in _NUMBERS and cursor.next_unit in _PARTS):
        return _read_part_of_month(cursor, rule)
    else:
        return False
    return True


def _read_each(cursor: Cursor, rule: Rule) -> None:
    """«каждый вторник», «каждую последнюю пятницу месяца», «каждого 10 и 25 числа», «каждые две недели»."""
    cursor.advance()
    if cursor.kind == T.WEEKDAY:
        rule.weekly = True
        _read_weekdays(cursor, rule)
        cursor.take_unit(U.MONTH)
    elif cursor.next_kind == T.WEEKDAY or _two_before(T.WEEKDAY, cursor):
        _read_nth_weekday(cursor, rule)
    elif _month_days_ahead(cursor):
        rule.repeat("FREQ=MONTHLY")
        _read_month_days(cursor, rule)
    else:
        count = cursor.take(*_HOW_MANY)
        cursor.take(T.SCHOOL)
        rule.repeat(every(count.value if count else 1, cursor.need(T.UNIT).unit))


def _read_weekdays(cursor: Cursor, rule: Rule) -> None:
    """«вторник», «вторникам и четвергам», «понедельник, среда»."""
    while True:
        day = cursor.need(T.WEEKDAY, T.WEEKDAYS)
        rule.weekdays.append(day.value)
        rule.weekly = rule.weekly or day.kind == T.WEEKDAYS
        if cursor.kind != T.COMMA or cursor.next_kind not in (T.WEEKDAY, T.WEEKDAYS):
            return
        cursor.need(T.COMMA)


def _read_times(cursor: Cursor, rule: Rule) -> None:
    """«раз в квартал», «2 раза в год», «не реже одного раза в две недели»."""
    if cursor.take(T.NOT):
        cursor.need(T.RARER)
    number = cursor.take(*_HOW_MANY)
    times = (number.value if number else 1) * cursor.need(T.TIMES).value
    count = cursor.take(*_HOW_MANY)
    cursor.take(T.SCHOOL)
    unit = cursor.need(T.UNIT).unit
    rule.repeat(every(count.value if count else 1, unit) if times == 1 else times_in(times, unit, not count))


def _read_nth_weekday(cursor: Cursor, rule: Rule) -> None:
    """«последняя пятница», «первый и третий вторник каждого месяца»."""
    numbers = [cursor.need(*_WHICH).value]
    if cursor.take(T.COMMA):
        numbers.append(cursor.need(*_WHICH).value)
    weekday = cursor.need(T.WEEKDAY).value
    for number in numbers:
        rule.add_nth_weekday(number, weekday)
    _read_of_month(cursor, rule)


def _two_before(what: Kind, cursor: Cursor) -> bool:
    """Whether two numbers and what they count come next: «первый и третий вторник», «10 и 25 числа»."""
    kind = cursor.kind
    return kind in _WHICH and cursor.next_kind == T.COMMA and cursor.ahead(kind, T.COMMA, kind, what)


def _month_days_ahead(cursor: Cursor) -> bool:
    """Whether «10 числа», «до 10 числа», «не позднее 10 и 25 числа» comes next."""
    before = _BEFORE.get(cursor.kind, ())
    if not before:
        return (cursor.next_kind == T.OF_MONTH and cursor.kind in _WHICH) or _two_before(T.OF_MONTH, cursor)
    return any(
        cursor.ahead(*before, number, T.OF_MONTH)
        or cursor.ahead(*before, number, T.COMMA, number, T.OF_MONTH)
        for number in _WHICH
    )


def _read_month_days(cursor: Cursor, rule: Rule) -> None:
    """«10 числа», «до 10 числа каждого месяца», «10 и 25 числа»."""
    for kind in _BEFORE.get(cursor.kind, ()):
        cursor.need(kind)
    rule.add_month_day(cursor.need(*_WHICH).value)
    if cursor.take(T.COMMA):
        rule.add_month_day(cursor.need(*_WHICH).value)
    cursor.need(T.OF_MONTH)
    _read_of_month(cursor, rule)


def _read_part_of_month(cursor: Cursor, rule: Rule) -> bool:
    """«последняя неделя месяца», «конец каждого месяца», «ежемесячно, последняя неделя»: every month, on no certain
    day. Not «конец октября»."""
    part = (T.PART,) if cursor.kind == T.PART else (cursor.kind, T.UNIT)
    if rule.base == "FREQ=MONTHLY" and any(cursor.ahead(*part, after) for after in (T.END, T.COMMA)):
        for kind in part:
            cursor.need(kind)
        rule.part_of_month = True
        return True
    if not (cursor.ahead(*part, T.EACH, T.UNIT) or cursor.ahead(*part, T.UNIT)):
        return False
    for kind in part:
        cursor.need(kind)
    cursor.take(T.EACH)
    if not cursor.take_unit(U.MONTH):
        raise NotUnderstoodError
    rule.repeat("FREQ=MONTHLY")
    rule.part_of_month = True
    return True


def _read_of_month(cursor: Cursor, rule: Rule) -> None:
    """«каждого месяца», «месяца», «месяца, следующего за отчетным», «следующего за отчетным месяца»."""
    each = cursor.take(T.EACH)
    month = cursor.take_unit(U.MONTH) is not None
    if each and not month:
        raise NotUnderstoodError
    after_report = cursor.ahead(T.NEXT) or cursor.ahead(T.COMMA, T.NEXT)
    if each or (month and not after_report):
        rule.repeat("FREQ=MONTHLY")
    if after_report:
        _read_after_report(cursor, rule, month)


def _read_after_report(cursor: Cursor, rule: Rule, month: bool) -> None:
    """«, следующего за отчетным кварталом»; the month that follows is told before it or else after it. Raises
    NotUnderstoodError where nothing says which month that is."""
    cursor.take(T.COMMA)
    cursor.need(T.NEXT)
    rule.is_after_report = True
    reported = cursor.take(T.REPORTED)
    if reported and cursor.take_unit(U.QUARTER):
        rule.repeat(every(1, U.QUARTER))
    elif reported and month and cursor.take_unit(U.MONTH):
        rule.repeat(every(1, U.MONTH))
    elif rule.base is None and (not reported or cursor.take(T.TERM)):
        raise NotUnderstoodError
    cursor.take(T.TERM)
    if not month and not cursor.take_unit(U.MONTH):
        raise NotUnderstoodError

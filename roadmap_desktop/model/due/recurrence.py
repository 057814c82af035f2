"""Grammar of recurrences: «ежемесячно», «раз в квартал», «каждый вторник», «последняя пятница месяца»."""

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import T, Unit

_WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {
    Unit.DAY: ("DAILY", 1),
    Unit.WEEK: ("WEEKLY", 1),
    Unit.MONTH: ("MONTHLY", 1),
    Unit.QUARTER: ("MONTHLY", 3),
    Unit.HALF: ("MONTHLY", 6),
    Unit.YEAR: ("YEARLY", 1),
}
_NUMBERS = (T.NUMBER, T.CARDINAL, T.ORDINAL)


class Recurrence:
    """What the words say of a recurrence, in pieces: «ежемесячно» and, apart from it, «до 10 числа»."""

    def __init__(self) -> None:
        self.base: str | None = None
        self.weekdays: list[str] = []
        self.nth_weekday: str | None = None
        self.month_days: list[int] = []

    def rule(self) -> str | None:
        """The RFC 5545 rule the pieces make, none if there are no pieces. Raises NotUnderstoodError if they differ."""
        base = self.base or ("FREQ=WEEKLY" if self.weekdays else None)
        if self.weekdays:
            return _joined(base, "FREQ=WEEKLY", f";BYDAY={','.join(self.weekdays)}", self.nth_weekday, self.month_days)
        if self.nth_weekday:
            return _joined(base, "FREQ=MONTHLY", f";BYDAY={self.nth_weekday}", self.month_days)
        if self.month_days:
            return _joined(base, "FREQ=MONTHLY", f";BYMONTHDAY={','.join(map(str, self.month_days))}")
        return base

    def read(self, cursor: Cursor) -> bool:
        """Reads one piece if the words that come next are one. Raises NotUnderstoodError halfway through a piece."""
        kind = cursor.kind
        if kind is T.EVERY:
            self._set_base(cursor.need(T.EVERY).rule)
        elif kind is T.EACH:
            self._read_each(cursor)
        elif kind in (T.WEEKDAY, T.WEEKDAYS) or cursor.ahead(T.TO, T.WEEKDAYS):
            cursor.take(T.TO)
            self._read_weekdays(cursor)
        elif kind is T.TIMES or kind is T.NOT or cursor.ahead(kind, T.TIMES):
            self._read_times(cursor)
        elif cursor.ahead(T.ORDINAL, T.WEEKDAY) or cursor.ahead(T.NUMBER, T.WEEKDAY):
            self._read_nth_weekday(cursor)
        elif cursor.ahead(T.NUMBER, T.OF_MONTH) or cursor.ahead(T.UNTIL, T.NUMBER, T.OF_MONTH):
            self._read_month_day(cursor)
        else:
            return False
        return True

    def _set_base(self, rule: str) -> None:
        if self.base not in (None, rule):
            raise NotUnderstoodError
        self.base = rule

    def _read_each(self, cursor: Cursor) -> None:
        cursor.need(T.EACH)
        if cursor.kind is T.WEEKDAY:
            self._read_weekdays(cursor)
        elif cursor.ahead(T.ORDINAL, T.WEEKDAY):
            self._read_nth_weekday(cursor)
        else:
            count = cursor.take(T.NUMBER, T.CARDINAL)
            self._set_base(_every(count.value if count else 1, cursor.need(T.UNIT).unit))

    def _read_weekdays(self, cursor: Cursor) -> None:
        """«вторник», «вторникам и четвергам», «понедельник, среда»."""
        while True:
            self.weekdays.append(_WEEKDAY_CODES[cursor.need(T.WEEKDAY, T.WEEKDAYS).value])
            if not (cursor.ahead(T.COMMA, T.WEEKDAY) or cursor.ahead(T.COMMA, T.WEEKDAYS)):
                return
            cursor.need(T.COMMA)

    def _read_times(self, cursor: Cursor) -> None:
        """«раз в квартал», «2 раза в год», «не реже одного раза в две недели»."""
        if cursor.take(T.NOT):
            cursor.need(T.RARER)
        number = cursor.take(*_NUMBERS)
        times = (number.value if number else 1) * cursor.need(T.TIMES).value
        count = cursor.take(*_NUMBERS)
        unit = cursor.need(T.UNIT).unit
        self._set_base(_every(count.value if count else 1, unit) if times == 1 else _times_in(times, unit))

    def _read_nth_weekday(self, cursor: Cursor) -> None:
        """«последняя пятница», «первый вторник каждого месяца»."""
        number = cursor.need(T.ORDINAL, T.NUMBER).value
        if self.nth_weekday or not -1 <= number <= 5 or not number:
            raise NotUnderstoodError
        self.nth_weekday = f"{number}{_WEEKDAY_CODES[cursor.need(T.WEEKDAY).value]}"
        self._read_of_month(cursor)

    def _read_month_day(self, cursor: Cursor) -> None:
        """«10 числа», «до 10 числа каждого месяца»."""
        cursor.take(T.UNTIL)
        day = cursor.need(T.NUMBER).value
        if not 1 <= day <= 31:
            raise NotUnderstoodError
        self.month_days.append(day)
        cursor.need(T.OF_MONTH)
        self._read_of_month(cursor)

    def _read_of_month(self, cursor: Cursor) -> None:
        cursor.take(T.EACH)
        if cursor.take_unit(Unit.MONTH):
            self._set_base("FREQ=MONTHLY")


def _joined(base: str | None, frequency: str, days: str, *others: object) -> str:
    if base is None or not base.startswith(frequency) or any(others):
        raise NotUnderstoodError
    return base + days


def _every(count: int, unit: Unit | None) -> str:
    """The rule of «раз в 2 недели»."""
    if unit not in _FREQUENCIES or count < 1:
        raise NotUnderstoodError
    frequency, step = _FREQUENCIES[unit]
    interval = count * step
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _times_in(times: int, unit: Unit | None) -> str:
    """The rule of «2 раза в год»."""
    if unit is Unit.MONTH and times == 2:
        return "FREQ=WEEKLY;INTERVAL=2"
    months = {Unit.YEAR: 12, Unit.HALF: 6, Unit.QUARTER: 3}.get(unit or Unit.DAY, 0)
    if times > 1 and months and months % times == 0:
        return _every(months // times, Unit.MONTH)
    return _every(1, unit)

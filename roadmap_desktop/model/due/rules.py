"""Recurrence rules (RFC 5545, section 3.3.10), put together from what the words say."""

from datetime import timedelta

from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import U, Unit
from roadmap_desktop.model.period import Period

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EACH_TERM = "FREQ=TERM"
"""What «раз в четверть» says until the terms are told, for which RFC 5545 has no word."""
_QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"
_AFTER_QUARTERS = "FREQ=MONTHLY;BYMONTH=1,4,7,10"
_FREQUENCIES = {
    U.DAY: ("DAILY", 1),
    U.WEEK: ("WEEKLY", 1),
    U.MONTH: ("MONTHLY", 1),
    U.QUARTER: ("MONTHLY", 3),
    U.HALF: ("MONTHLY", 6),
    U.YEAR: ("YEARLY", 1),
}
_MONTHS = {U.QUARTER: 3, U.HALF: 6, U.YEAR: 12}


class Rule:
    """What has been said so far: how often (``base``), on which days. ``weekly`` means that the weekdays alone say how
    often: «по вторникам», but not «вторник»."""

    __slots__ = (
        "base",
        "is_after_report",
        "month_days",
        "nth_weekdays",
        "part_of_month",
        "weekdays",
        "weekly",
    )

    def __init__(self) -> None:
        self.base: str | None = None
        self.weekly = False
        self.weekdays: list[int] = []
        self.nth_weekdays: list[tuple[int, int]] = []
        self.month_days: list[int] = []
        self.part_of_month = False
        self.is_after_report = False

    def repeat(self, base: str) -> None:
        """Says how often. Raises NotUnderstoodError if something else has been said."""
        if self.base not in (None, base):
            raise NotUnderstoodError
        self.base = base

    def add_nth_weekday(self, number: int, weekday: int) -> None:
        """Says on which weekday of the month, -1 for the last. Raises NotUnderstoodError."""
        nth = number, weekday
        if nth in self.nth_weekdays or number not in (1, 2, 3, 4, 5, -1):
            raise NotUnderstoodError
        self.nth_weekdays.append(nth)

    def add_month_day(self, day: int) -> None:
        """Says on which day of the month, -1 for the last. Raises NotUnderstoodError."""
        if day in self.month_days or not (1 <= day <= 31 or day == -1):
            raise NotUnderstoodError
        self.month_days.append(day)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said."""
        return not (self.base or self._ways)

    @property
    def _ways(self) -> int:
        """In how many ways the days have been told; more than one contradict each other."""
        return bool(self.weekdays) + bool(self.nth_weekdays) + bool(self.month_days) + self.part_of_month

    @property
    def is_nth_weekday(self) -> bool:
        """Whether only «последняя пятница» has been said, which is one day of one month."""
        return bool(self.nth_weekdays) and self._ways == 1 and not self.base

    def is_beside(self, days: int) -> bool:
        """Whether only names of weekdays have been said, which dates of that many days may have beside them."""
        names_alone = self._ways == 1 and not (self.base or self.weekly)
        return names_alone and 1 <= len(self.weekdays) <= days

    @property
    def is_yearly(self) -> bool:
        """Whether only «ежегодно» has been said, which adds nothing to the dates of one year."""
        return self.base == "FREQ=YEARLY" and not self._ways

    @property
    def is_each_term(self) -> bool:
        """Whether only «раз в четверть» has been said."""
        return self.base == EACH_TERM and not self._ways

    @property
    def counts_in_a_year(self) -> bool:
        """Whether what has been said may number the dates beside it, which every year has: «2 раза в год»."""
        return (self.base or "").startswith("FREQ=MONTHLY;INTERVAL=") and not self._ways

    def text(self) -> str:
        """The RRULE value. Raises NotUnderstoodError for days that do not go with how often, or with each other."""
        if self._ways > 1:
            raise NotUnderstoodError
        if self.weekdays:
            base = self.base or ("FREQ=WEEKLY" if self.weekly else None)
            codes = (WEEKDAY_CODES[day] for day in sorted(set(self.weekdays)))
            return _joined(base, "FREQ=WEEKLY", "BYDAY", ",".join(codes))
        if self.nth_weekdays:
            named = ",".join(f"{number}{WEEKDAY_CODES[weekday]}" for number, weekday in self.nth_weekdays)
            return _joined(self.base, "FREQ=MONTHLY", "BYDAY", named)
        if self.month_days:
            base = self._after_report if self.is_after_report else self.base
            return _joined(base, "FREQ=MONTHLY", "BYMONTHDAY", ",".join(map(str, sorted(self.month_days))))
        if self.is_each_term:
            raise NotUnderstoodError
        return self.base or ""

    @property
    def _after_report(self) -> str:
        """How often a month follows the one that is reported of, or the quarter. Raises NotUnderstoodError."""
        bases = {None: "FREQ=MONTHLY", "FREQ=MONTHLY": "FREQ=MONTHLY", _QUARTERLY: _AFTER_QUARTERS}
        if self.base not in bases:
            raise NotUnderstoodError
        return bases[self.base]

    def days_in(self, months: tuple[Period, ...]) -> tuple[Period, ...]:
        """The days in each month of «последняя пятница октября». Raises NotUnderstoodError where there is none."""
        return tuple(_nth_weekday(month, *nth) for month in months for nth in self.nth_weekdays)


def every(count: int, unit: Unit | None) -> str:
    """The rule of «раз в 2 недели». Raises NotUnderstoodError for what RFC 5545 does not count in."""
    if unit == U.TERM and count == 1:
        return EACH_TERM
    if unit not in _FREQUENCIES or count < 1:
        raise NotUnderstoodError
    frequency, step = _FREQUENCIES[unit]
    interval = count * step
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def times_in(times: int, unit: Unit | None, single: bool) -> str:
    """The rule of «2 раза в год». Where months do not divide so, as in «3 раза в неделю», the rule says only that
    every week has it. Raises NotUnderstoodError; so it does for «2 раза в 3 месяца», which is not a ``single`` unit."""
    if times < 1 or not single:
        raise NotUnderstoodError
    if unit == U.MONTH and times == 2:
        return every(2, U.WEEK)
    months = _MONTHS.get(unit, 0) if unit else 0
    return every(months // times, U.MONTH) if months and months % times == 0 else every(1, unit)


def _joined(base: str | None, frequency: str, name: str, days: str) -> str:
    if base is None or not base.startswith(frequency):
        raise NotUnderstoodError
    return f"{base};{name}={days}"


def _nth_weekday(month: Period, number: int, weekday: int) -> Period:
    if (month.start.year, month.start.month) != (month.end.year, month.end.month) or month.days < 28:
        raise NotUnderstoodError
    if number > 0:
        day = month.start + timedelta(days=(weekday - month.start.weekday()) % 7 + 7 * (number - 1))
    else:
        day = month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
    if not month.contains(day):
        raise NotUnderstoodError
    return Period(day, day)

"""Grammar of a whole wording: dates, deadlines, the whole period, a recurrence, and which of them go together."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.dates import DATE_STARTS, read_dates
from roadmap_desktop.model.due.deadline import Deadlines
from roadmap_desktop.model.due.reading import DueKind, DueReading, NotUnderstoodError
from roadmap_desktop.model.due.recurrence import RECURRENCE_STARTS, read_recurrence
from roadmap_desktop.model.due.rules import Rule
from roadmap_desktop.model.due.spans import Span, each_year, resolve
from roadmap_desktop.model.due.terms import terms_within
from roadmap_desktop.model.due.vocabulary import T, U
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import in_use

# Days over which each frequency comes more than once.
_REPEATS_WITHIN = {"FREQ=DAILY": 2, "FREQ=WEEKLY": 8, "FREQ=MONTHLY": 32, "FREQ=YEARLY": 367}


class Sentence:
    """The parts of one wording, gathered word by word."""

    __slots__ = ("_cursor", "_is_open", "_limits", "_plan", "_rule", "_spans", "_timed", "_whole")

    def __init__(self, cursor: Cursor, plan: Period) -> None:
        self._cursor = cursor
        self._plan = plan
        self._spans: list[Span] = []
        self._limits = Deadlines()
        self._rule = Rule()
        self._is_open = False
        self._whole = False
        self._timed = False

    def reading(self) -> DueReading:
        """What the words say together. Raises NotUnderstoodError."""
        cursor = self._cursor
        if cursor.take(T.LABEL):
            while cursor.take(T.OF_PLAN):
                pass
            cursor.take(T.DASH)
        parted = True
        while cursor.kind != T.END:
            if cursor.take(T.COMMA):
                parted = True
            elif cursor.take(T.TIME):
                self._timed = True
            elif not cursor.take(T.INCLUSIVE):
                self._read_part(parted)
                parted = False
        return self._judged()

    def _read_part(self, parted: bool) -> None:
        cursor = self._cursor
        kind = cursor.kind
        if kind in RECURRENCE_STARTS and read_recurrence(cursor, self._rule):
            return
        if kind in DATE_STARTS:
            self._read_dates(parted)
        elif self._limits.starts(cursor):
            self._limits.read(cursor, self._plan)
        else:
            self._read_whole()

    def _read_dates(self, parted: bool) -> None:
        if not parted and not self._is_headed() and (self._spans or self._limits):
            raise NotUnderstoodError
        if self._limits:
            self._limits.read_next(self._cursor, self._plan)
            return
        span, is_open = read_dates(self._cursor, self._plan)
        if self._is_open or (is_open and self._spans):
            raise NotUnderstoodError
        self._is_open = is_open
        self._spans.append(span)

    def _is_headed(self) -> bool:
        """Whether a year alone has been read, «2020 год», which its months may follow with no mark between them; not
        figures, «2020.10.05»."""
        alone = not self._limits and len(self._spans) == 1 and self._spans[0].heads
        return alone and self._cursor.kind in (T.MONTH, T.ROMAN, T.ORDINAL, T.PART, T.SEASON, T.FROM)

    def _read_whole(self) -> None:
        """«в течение всего периода», «весь учебный год», «постоянно»; of «в течение октября», the first two words, and
        so of «в период с 1 по 10 сентября»."""
        cursor = self._cursor
        if cursor.take(T.ALWAYS) or (cursor.take(T.STEADY) and cursor.need(T.BASIS)):
            self._whole = True
            return
        if cursor.kind == T.TERM and cursor.next_kind in DATE_STARTS:
            cursor.advance()
            return
        if cursor.ahead(T.TERM, T.OF_PLAN):
            self._read_of_plan()
            return
        if not cursor.take(T.DURING, T.ALL) and not cursor.ahead(T.SCHOOL, T.UNIT):
            raise NotUnderstoodError
        cursor.take(T.ALL)
        school = cursor.take(T.SCHOOL)
        if cursor.kind in (T.TERM, T.LABEL):
            self._read_of_plan()
        elif cursor.take(T.OF_PLAN):
            while cursor.take(T.OF_PLAN):
                pass
            self._whole = True
        elif cursor.take_unit(U.YEAR) or school:
            self._whole = cursor.kind != T.TWO_YEARS
        elif cursor.kind not in DATE_STARTS:
            raise NotUnderstoodError

    def _read_of_plan(self) -> None:
        """«периода», «срока реализации плана»."""
        self._cursor.need(T.TERM, T.LABEL)
        while self._cursor.take(T.OF_PLAN):
            pass
        self._whole = True

    def _judged(self) -> DueReading:
        reading = self._joined()
        is_assumed = self._limits.is_assumed or any(span.is_assumed for span in self._spans)
        return reading._replace(is_assumed=True) if is_assumed else reading

    def _joined(self) -> DueReading:
        periods = self._periods()
        if periods == (self._plan,):
            self._whole, periods = True, ()
        if self._whole + bool(periods) + bool(self._limits) > 1:
            raise NotUnderstoodError
        limits = self._dates(self._limits.days, self._limits.has_year) if self._limits else ()
        if not self._rule.is_empty and not self._adds_nothing(periods or limits):
            return self._recurring(periods)
        if self._timed and not (limits or self._names_days()):
            raise NotUnderstoodError
        if limits:
            return DueReading(DueKind.DEADLINE, limits)
        if self._whole:
            return DueReading(DueKind.PERIOD, (self._plan,))
        if not periods:
            raise NotUnderstoodError
        return DueReading(DueKind.DATED, periods)

    def _periods(self) -> tuple[Period, ...]:
        """The days of the dates; of a beginning alone, «ежемесячно с октября», those from it to the plan's end."""
        if not self._spans:
            return ()
        if not self._is_open:
            has_year = any(span.has_year for span in self._spans)
            return self._dates(lambda plan: resolve(self._spans, plan), has_year)
        if self._rule.is_empty and not self._whole:
            raise NotUnderstoodError
        if self._rule.is_yearly and not self._spans[0].heads:
            raise NotUnderstoodError  # «ежегодно с 1 сентября»: since then, or then in each year?
        (period,) = resolve(self._spans, self._plan)
        self._whole = False
        return (_within(Period(period.start, date.max), self._plan),)

    def _dates(self, read: Callable[[Period], Iterable[Period]], has_year: bool) -> tuple[Period, ...]:
        """What is read for the plan or, where that is of several years and the words say «ежегодно» or «2 раза в год»,
        for each of them."""
        rule = self._rule
        yearly = rule.is_yearly or (rule.counts_in_a_year and len(self._spans) > 1)
        years = each_year(self._plan) if yearly and not has_year else [self._plan]
        if len(years) == 1:
            return _in_order(read(self._plan))
        found = (period for year in years for period in read(year))
        return _in_order(period for period in found if period.overlaps(self._plan))

    def _names_days(self) -> bool:
        """Whether the dates are days, which alone have a time of day: not «октябрь, 14:00»."""
        return bool(self._spans) and all(span.last.unit in (U.DAY, None) for span in self._spans)

    def _adds_nothing(self, periods: tuple[Period, ...]) -> bool:
        """Whether the dates say all without the rule: «ежегодно, октябрь», «вторник, 6 октября». A date is believed
        more than the weekday beside it, which people leave standing when they change the date."""
        if self._rule.is_yearly:
            return (
                bool(periods)
                and not self._is_open
                and not _each_lasts(periods, _REPEATS_WITHIN["FREQ=YEARLY"])
            )
        return all(period.days == 1 for period in periods) and self._rule.is_beside(len(periods))

    def _recurring(self, periods: tuple[Period, ...]) -> DueReading:
        rule = self._rule
        if self._limits:
            raise NotUnderstoodError
        if rule.is_nth_weekday and periods:
            return DueReading(DueKind.DATED, rule.days_in(periods))
        if rule.is_each_term:
            terms = terms_within(periods or (self._plan,))
            return DueReading(DueKind.DATED, terms, is_assumed=in_use().has_usual_terms)
        text = rule.text()
        within = _REPEATS_WITHIN[text.partition(";")[0]]
        if self._is_open or _each_lasts(periods, within):
            return DueReading(DueKind.RECURRING, periods or (self._plan,), text)
        # «2 раза в год (октябрь, апрель)»: the months tell when; «сентябрь, ежемесячно» tells neither once nor monthly.
        if len(periods) > 1 and "BY" not in text:
            return DueReading(DueKind.DATED, periods)
        raise NotUnderstoodError


def _each_lasts(periods: Iterable[Period], days: int) -> bool:
    return all(period.days >= days for period in periods)


def _within(period: Period, plan: Period) -> Period:
    """The days that both have. Raises NotUnderstoodError if there are none."""
    if not period.overlaps(plan):
        raise NotUnderstoodError
    return Period(max(period.start, plan.start), min(period.end, plan.end))


def _in_order(unordered: Iterable[Period]) -> tuple[Period, ...]:
    """The periods by time. Raises NotUnderstoodError if some overlap: «октябрь, 5 октября» is either of the two."""
    periods = tuple(unordered)
    if len(periods) > 1:
        periods = tuple(sorted(periods))
        if any(earlier.end >= later.start for earlier, later in pairwise(periods)):
            raise NotUnderstoodError
    return periods

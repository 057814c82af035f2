"""Grammar of a whole wording: dates, deadlines, the whole period, a recurrence, and which of them go together."""

from itertools import pairwise

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.dates import DATE_STARTS, read_span
from roadmap_desktop.model.due.deadline import Deadlines
from roadmap_desktop.model.due.reading import DueKind, DueReading, NotUnderstoodError
from roadmap_desktop.model.due.recurrence import RECURRENCE_STARTS, read_recurrence
from roadmap_desktop.model.due.rules import Rule
from roadmap_desktop.model.due.spans import Span, resolve
from roadmap_desktop.model.due.vocabulary import T, U
from roadmap_desktop.model.period import Period

# Days over which each frequency comes more than once.
_REPEATS_WITHIN = {"FREQ=DAILY": 2, "FREQ=WEEKLY": 8, "FREQ=MONTHLY": 32, "FREQ=YEARLY": 367}


class Sentence:
    """The parts of one wording, gathered word by word."""

    __slots__ = ("_cursor", "_limits", "_plan", "_rule", "_spans", "_timed", "_whole")

    def __init__(self, cursor: Cursor, plan: Period) -> None:
        self._cursor = cursor
        self._plan = plan
        self._spans: list[Span] = []
        self._limits = Deadlines()
        self._rule = Rule()
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
            else:
                self._read_part(parted)
                parted = False
        return self._judged()

    def _read_part(self, parted: bool) -> None:
        cursor = self._cursor
        kind = cursor.kind
        if kind in RECURRENCE_STARTS and read_recurrence(cursor, self._rule):
            return
        if kind in DATE_STARTS:
            if not parted and (self._spans or self._limits):
                raise NotUnderstoodError
            if self._limits:
                self._limits.read_next(cursor, self._plan)
            else:
                self._spans.append(read_span(cursor, self._plan))
        elif self._limits.starts(cursor):
            self._limits.read(cursor, self._plan)
        else:
            self._read_whole()

    def _read_whole(self) -> None:
        """«в течение всего периода», «весь учебный год», «постоянно»; of «в течение октября», the first two words, and
        so of «в период с 1 по 10 сентября»."""
        cursor = self._cursor
        if cursor.take(T.ALWAYS):
            self._whole = True
            return
        if cursor.kind == T.TERM and cursor.next_kind in DATE_STARTS:
            cursor.advance()
            return
        if not cursor.take(T.DURING, T.ALL):
            raise NotUnderstoodError
        cursor.take(T.ALL)
        school = cursor.take(T.SCHOOL)
        if cursor.take(T.TERM, T.LABEL):
            while cursor.take(T.OF_PLAN):
                pass
            self._whole = True
        elif cursor.take_unit(U.YEAR) or school:
            self._whole = cursor.kind != T.TWO_YEARS
        elif cursor.kind not in DATE_STARTS:
            raise NotUnderstoodError

    def _judged(self) -> DueReading:
        periods = _in_order(resolve(self._spans, self._plan)) if self._spans else ()
        if periods == (self._plan,):
            self._whole, periods = True, ()
        if self._whole + bool(periods) + bool(self._limits) > 1:
            raise NotUnderstoodError
        limits = _in_order(self._limits.days(self._plan)) if self._limits else ()
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

    def _names_days(self) -> bool:
        """Whether the dates are days, which alone have a time of day: not «октябрь, 14:00»."""
        return bool(self._spans) and all(span.last.unit in (U.DAY, None) for span in self._spans)

    def _adds_nothing(self, periods: tuple[Period, ...]) -> bool:
        """Whether the dates say all without the rule: «ежегодно, октябрь», «вторник, 6 октября». A date is believed
        more than the weekday beside it, which people leave standing when they change the date."""
        if self._rule.is_yearly:
            return bool(periods)
        return all(period.days == 1 for period in periods) and self._rule.is_beside(len(periods))

    def _recurring(self, periods: tuple[Period, ...]) -> DueReading:
        rule = self._rule
        if self._limits:
            raise NotUnderstoodError
        if rule.is_nth_weekday and periods:
            return DueReading(DueKind.DATED, rule.days_in(periods))
        text = rule.text()
        within = _REPEATS_WITHIN[text.partition(";")[0]]
        if all(period.days >= within for period in periods):
            return DueReading(DueKind.RECURRING, periods or (self._plan,), text)
        # «2 раза в год (октябрь, апрель)»: the months tell when; «сентябрь, ежемесячно» tells neither once nor monthly.
        if len(periods) > 1 and "BY" not in text:
            return DueReading(DueKind.DATED, periods)
        raise NotUnderstoodError


def _in_order(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """The periods by time. Raises NotUnderstoodError if some overlap: «октябрь, 5 октября» is either of the two."""
    if len(periods) > 1:
        periods = tuple(sorted(periods))
        if any(earlier.end >= later.start for earlier, later in pairwise(periods)):
            raise NotUnderstoodError
    return periods

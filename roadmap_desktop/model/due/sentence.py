"""Grammar of a whole wording: dates, a deadline, the whole period, a recurrence, and which of them go together."""


from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.dates import DATE_STARTS, read_span
from roadmap_desktop.model.due.deadline import Limit, read_limit, starts_limit
from roadmap_desktop.model.due.reading import DueKind, DueReading, NotUnderstoodError
from roadmap_desktop.model.due.recurrence import Recurrence
from roadmap_desktop.model.due.spans import Span, resolve
from roadmap_desktop.model.due.vocabulary import T, Unit
from roadmap_desktop.model.period import Period

# Days that a recurrence has to run over to be one: «сентябрь, ежемесячно» says neither once nor monthly.
_SHORTEST = {"FREQ=DAILY": 2, "FREQ=WEEKLY": 8, "FREQ=MONTHLY": 32, "FREQ=YEARLY": 367}


class Sentence:
    """The parts of one wording, gathered word by word."""

    def __init__(self, cursor: Cursor, plan: Period) -> None:
        self._cursor = cursor
        self._plan = plan
        self._spans: list[Span] = []
        self._limits: list[Limit] = []
        self._recurrence = Recurrence()
        self._whole = False

    def reading(self) -> DueReading:
        """What the words say together. Raises NotUnderstoodError."""
        cursor = self._cursor
        if cursor.take(T.LABEL):
            cursor.take(T.DASH)
        parted = True
        while cursor.kind is not T.END:
            if cursor.take(T.COMMA):
                parted = True
                continue
            self._read_part(parted)
            parted = False
        return self._judged()

    def _read_part(self, parted: bool) -> None:
        cursor = self._cursor
        if self._recurrence.read(cursor):
            return
        if self._read_whole():
            return
        if starts_limit(cursor):
            self._limits.append(read_limit(cursor, self._plan))
        elif cursor.kind in DATE_STARTS and (parted or not self._spans):
            self._spans.append(read_span(cursor, self._plan))
        else:
            raise NotUnderstoodError

    def _read_whole(self) -> bool:
        """«в течение всего периода», «весь учебный год», «постоянно»; of «в течение октября», the first two words."""
        cursor = self._cursor
        if cursor.take(T.ALWAYS):
            self._whole = True
            return True
        if cursor.kind not in (T.DURING, T.ALL):
            return False
        cursor.take(T.DURING)
        cursor.take(T.ALL)
        cursor.take(T.SCHOOL)
        if cursor.take(T.TERM) or cursor.take_unit(Unit.YEAR):
            self._whole = True
        elif cursor.kind not in DATE_STARTS:
            raise NotUnderstoodError
        else:
            self._spans.append(read_span(cursor, self._plan))
        return True

    def _judged(self) -> DueReading:
        rule = self._recurrence.rule()
        periods = resolve(self._spans, self._plan)
        if (self._whole + bool(self._spans) + bool(self._limits)) > 1:
            raise NotUnderstoodError
        if rule:
            if self._limits:
                raise NotUnderstoodError
            return _recurring(rule, periods or (self._plan,))
        if self._limits:
            return DueReading(DueKind.DEADLINE, tuple(limit.day(self._plan) for limit in self._limits))
        if self._whole:
            return DueReading(DueKind.PERIOD, (self._plan,))
        if not periods:
            raise NotUnderstoodError
        return DueReading(DueKind.PERIOD if periods == (self._plan,) else DueKind.DATED, periods)


def _recurring(rule: str, periods: tuple[Period, ...]) -> DueReading:
    shortest = _SHORTEST[rule.split(";")[0]]
    if all(period.days >= shortest for period in periods):
        return DueReading(DueKind.RECURRING, periods, rule)
    raise NotUnderstoodError

"""The words a due date is written in, each with what it means to the grammar."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, NewType

Kind = NewType("Kind", str)
Unit = NewType("Unit", str)


class T:
    """Kinds of tokens. Strings, because Python 3.11 takes ten times as long to look up a member of an Enum."""

    END: Final = Kind("end")
    UNFAMILIAR: Final = Kind("unfamiliar")
    COMMA: Final = Kind("comma")
    DASH: Final = Kind("dash")
    FROM: Final = Kind("from")
    TO: Final = Kind("to")
    DURING: Final = Kind("during")
    ALL: Final = Kind("all")
    ALWAYS: Final = Kind("always")
    UNTIL: Final = Kind("until")
    NOT: Final = Kind("not")
    LATER: Final = Kind("later")
    RARER: Final = Kind("rarer")
    LABEL: Final = Kind("label")
    MONTH: Final = Kind("month")
    DATE: Final = Kind("date")
    YEAR: Final = Kind("year")
    TWO_YEARS: Final = Kind("two_years")
    YEARS_APART: Final = Kind("years_apart")
    SCHOOL: Final = Kind("school")
    CALENDAR: Final = Kind("calendar")
    YEARS: Final = Kind("years")
    TERM: Final = Kind("term")
    UNIT: Final = Kind("unit")
    PART: Final = Kind("part")
    NUMBER: Final = Kind("number")
    ROMAN: Final = Kind("roman")
    ORDINAL: Final = Kind("ordinal")
    TENS: Final = Kind("tens")
    CARDINAL: Final = Kind("cardinal")
    OF_PLAN: Final = Kind("of_plan")
    OF_MONTH: Final = Kind("of_month")
    EVERY: Final = Kind("every")
    EACH: Final = Kind("each")
    TIMES: Final = Kind("times")
    WEEKDAY: Final = Kind("weekday")
    WEEKDAYS: Final = Kind("weekdays")
    TIME: Final = Kind("time")
    SEASON: Final = Kind("season")
    INCLUSIVE: Final = Kind("inclusive")
    STARTING: Final = Kind("starting")
    STEADY: Final = Kind("steady")
    BASIS: Final = Kind("basis")
    NEXT: Final = Kind("next")
    REPORTED: Final = Kind("reported")
    UNITS: Final = Kind("units")


class U:
    """Stretches of the calendar that wordings count in."""

    DAY: Final = Unit("day")
    WEEK: Final = Unit("week")
    DECADE: Final = Unit("decade")
    HALF_MONTH: Final = Unit("half_month")
    MONTH: Final = Unit("month")
    QUARTER: Final = Unit("quarter")
    HALF: Final = Unit("half")
    SCHOOL_HALF: Final = Unit("school_half")
    YEAR: Final = Unit("year")
    TERM: Final = Unit("term")
    HOLIDAYS: Final = Unit("holidays")


class Token(NamedTuple):
    """A word or a mark: its kind and, where the kind alone does not tell, which one it is."""

    kind: Kind
    value: int = 0
    month: int = 0
    year: int | None = None
    unit: Unit | None = None
    rule: str = ""


COMMA = Token(T.COMMA)
DASH = Token(T.DASH)
END = Token(T.END)
UNFAMILIAR = Token(T.UNFAMILIAR)


def forms(pattern: str) -> Iterator[str]:
    """Words of «stem:ending,ending word word»: «ма:й,я» is «май», «мая»."""
    for part in pattern.split():
        stem, colon, endings = part.partition(":")
        yield from (stem + ending for ending in endings.split(",")) if colon else (stem,)


# Words that change nothing: «в октябре», «ориентировочно октябрь».
SILENT = frozenset(forms("в во на за г ориентировочно предварительно планируемый примерно"))

_MONTHS = (
    "январ:ь,я,ю,е,ем янв",
    "феврал:ь,я,ю,е,ем февр фев",
    "март:,а,у,е,ом мар",
    "апрел:ь,я,ю,е,ем апр",
    "ма:й,я,ю,е,ем",
    "июн:ь,я,ю,е,ем",
    "июл:ь,я,ю,е,ем",
    "август:,а,у,е,ом авг",
    "сентябр:ь,я,ю,е,ем сент сен",
    "октябр:ь,я,ю,е,ем окт",
    "ноябр:ь,я,ю,е,ем нояб ноя",
    "декабр:ь,я,ю,е,ем дек",
)
_WEEKDAYS = (
    "понедельник:,а,у,е,ом пн",
    "вторник:,а,у,е,ом вт",
    "сред:а,ы,е,у,ой ср",
    "четверг:,а,у,е,ом чт",
    "пятниц:а,ы,е,у,ей пт",
    "суббот:а,ы,е,у,ой сб",
    "воскресень:е,я,ю,ем вс",
)
_WEEKDAYS_MANY = "понедельник:ам вторник:ам сред:ам четверг:ам пятниц:ам суббот:ам воскресень:ям"
_HARD = "ый,ая,ое,ые,ого,ой,ому,ую,ым,ом,ых,ыми"
_ORDINALS = (
    f"перв:{_HARD}",
    f"втор:ой,{_HARD}",
    "трет:ий,ья,ье,ьи,ьего,ьей,ьему,ью,ьим,ьем",
    f"четверт:{_HARD}",
    f"пят:{_HARD}",
    f"шест:ой,{_HARD}",
    f"седьм:ой,{_HARD}",
    f"восьм:ой,{_HARD}",
    f"девят:{_HARD}",
    f"десят:{_HARD}",
    f"одиннадцат:{_HARD}",
    f"двенадцат:{_HARD}",
    f"тринадцат:{_HARD}",
    f"четырнадцат:{_HARD}",
    f"пятнадцат:{_HARD}",
    f"шестнадцат:{_HARD}",
    f"семнадцат:{_HARD}",
    f"восемнадцат:{_HARD}",
    f"девятнадцат:{_HARD}",
    f"двадцат:{_HARD}",
)
_CARDINALS = {
    1: "один одна одно одного одной одну",
    2: "два две двух",
    3: "три трех",
    4: "четыре четырех",
    5: "пять пяти",
    6: "шесть шести",
}
_UNITS = {
    U.DAY: "день:,я дня:,м дней",
    U.WEEK: "недел:я,и,ю,е,ей,ь нед",
    U.DECADE: "декад:а,ы,у,е,ой",
    U.HALF_MONTH: "половин:а,ы,е,у,ой",
    U.MONTH: "месяц:,а,у,е,ев,ем мес",
    U.QUARTER: "квартал:,а,у,е,ов,ом,ы кв",
    U.HALF: "полугоди:е,я,ю,и,ем,й полгода полуг",
    U.YEAR: "год:,а,у,ом,е лет",
    U.TERM: "четверт:ь,и,ью,ей четв",
    U.HOLIDAYS: "каникул:ы,,ах",
}
_UNITS_MANY = {
    U.DAY: "дням",
    U.WEEK: "неделям",
    U.MONTH: "месяцам",
    U.QUARTER: "кварталам",
    U.HALF: "полугодиям",
    U.TERM: "четвертям",
}
_EVERY = {
    "FREQ=DAILY": "ежедневно ежедневный ежедневная ежедневной",
    "FREQ=WEEKLY": "еженедельно еженедельный еженедельная еженедельной понедельно еженед",
    "FREQ=MONTHLY": "ежемесячно ежемесячный ежемесячная ежемесячной помесячно ежемес",
    "FREQ=MONTHLY;INTERVAL=3": "ежеквартально ежеквартальный ежеквартальная ежеквартальной поквартально ежекв",
    "FREQ=YEARLY": "ежегодно ежегодный ежегодная ежегодной",
}
_PLAIN = {
    T.COMMA: "и также",
    T.FROM: "с со",
    T.TO: "по",
    T.DURING: "течение течении теч протяжении протяжение втечение втечении",
    T.ALL: "весь всего все всю круглый",
    T.ALWAYS: "постоянно систематически систематический круглогодично непрерывно",
    T.UNTIL: "до к ко",
    T.NOT: "не",
    T.LATER: "позднее позже",
    T.RARER: "реже менее",
    T.LABEL: "срок срока сроки",
    T.SCHOOL: "учебный учебного учебном учебному учебную учебной уч учеб",
    T.CALENDAR: "календарный календарного календарном",
    T.YEARS: "гг годы годов годах годам",
    T.TERM: "период периода периоде периодом время дни",
    T.OF_PLAN: "реализации действия исполнения выполнения плана программы проекта дорожной карты",
    T.OF_MONTH: "число числа числу",
    T.INCLUSIVE: "включительно включ",
    T.STARTING: "начиная",
    T.STEADY: "постоянной систематической системной",
    T.BASIS: "основе",
    T.NEXT: "следующего",
    T.REPORTED: "отчетным",
    T.EACH: "каждый каждая каждое каждые каждого каждой каждую каждым каждом каждых",
}
_PARTS = {1: "начал:о,а,е,у нач", 2: "середин:а,ы,е,у сер", 3: "кон:ец,ца,це,цу окончани:я,ю кон"}
_SEASONS = {1: "осенн:ие,их", 2: "зимн:ие,их", 3: "весенн:ие,их", 4: "летн:ие,их"}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}
LOOKS_ROMAN: Final = {
    word: Token(T.ROMAN, number)
    for word, number in {"п": 2, "ш": 3, "l": 1, "ll": 2, "lll": 3, "iу": 4, "іу": 4}.items()
}
"""What is typed for roman numerals where the keyboard has no Latin letters: «П квартал» is the second."""


def _enter(words: Iterable[str], token: Token) -> Iterator[tuple[str, Token]]:
    return ((word, token) for word in words)


def _vocabulary() -> Iterator[tuple[str, Token]]:
    for kind, words in _PLAIN.items():
        yield from _enter(words.split(), Token(kind))
    yield "а также", COMMA
    for unit, pattern in _UNITS.items():
        yield from _enter(forms(pattern), Token(T.UNIT, unit=unit))
    for rule, words in _EVERY.items():
        yield from _enter(words.split(), Token(T.EVERY, rule=rule))
    for kind, patterns in ((T.WEEKDAY, _WEEKDAYS), (T.ORDINAL, _ORDINALS), (T.MONTH, _MONTHS)):
        for number, pattern in enumerate(patterns, kind != T.WEEKDAY):
            yield from _enter(forms(pattern), Token(kind, number))
    for number, word in enumerate(forms(_WEEKDAYS_MANY)):
        yield word, Token(T.WEEKDAYS, number)
    for unit, words in _UNITS_MANY.items():
        yield from _enter(words.split(), Token(T.UNITS, unit=unit))
    for kind, numbered in ((T.CARDINAL, _CARDINALS), (T.PART, _PARTS), (T.SEASON, _SEASONS)):
        for number, pattern in numbered.items():
            yield from _enter(forms(pattern), Token(kind, number))
    for word, number in _ROMANS.items():
        yield word, Token(T.ROMAN, number)
    # Not «последние», of which there are several: «последние числа месяца» are no day.
    yield from _enter(forms("последн:ий,яя,ее,его,ей,ему,юю,им,ем"), Token(T.ORDINAL, -1))
    yield from _enter(forms(f"тридцат:{_HARD}"), Token(T.ORDINAL, 30))
    yield from (("двадцать", Token(T.TENS, 20)), ("тридцать", Token(T.TENS, 30)))
    yield from (("раз", Token(T.TIMES, 1)), ("раза", Token(T.TIMES, 1)), ("разу", Token(T.TIMES, 1)))
    yield "р", Token(T.TIMES, 1)
    yield from (("однажды", Token(T.TIMES, 1)), ("дважды", Token(T.TIMES, 2)), ("трижды", Token(T.TIMES, 3)))


VOCABULARY: dict[str, Token] = dict(_vocabulary())

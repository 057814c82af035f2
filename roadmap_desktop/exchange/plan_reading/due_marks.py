"""Dues that are not written in one cell: a beginning and an end, or marks under months and quarters."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

from roadmap_desktop.exchange.plan_reading.cell_words import line_of
from roadmap_desktop.exchange.plan_reading.row_words import reads_as_due
from roadmap_desktop.model.due.tokens import clean
from roadmap_desktop.model.due.vocabulary import VOCABULARY, T
from roadmap_desktop.model.russian import MONTHS, MONTHS_OF

_QUARTER = re.compile(r"(?:([1-4])|(i{1,3}|iv|і{1,3}|іv))(?:[- ]?(?:й|ый|ой|ий))?(?:\s*(?:кв|квартал)\.?)?")
_MONTH_YEAR = re.compile(r"([а-я]+)\.?,?\s*(20\d\d)?\s*(?:г|год|года)?\.?")
_SIGN = re.compile(r"[xхv✓✔+*•●■▪√∨#]{1,3}|да", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—\s]*")
_ROMAN = ("I", "II", "III", "IV")
_MONTH_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LATIN = str.maketrans("ІХ", "IX")
# Fewer in a row may be quarters.
_FEWEST_MONTHS = 5
_YEAR = re.compile(r"\s*(20\d\d)\s*(?:года|год|г\.?)?$")


def month_named(text: str) -> str:
    """«сентябрь 2020 года» of «Сентябрь, 2020 г.»; an empty text for what is no month alone."""
    found = _MONTH_YEAR.fullmatch(clean(line_of(text)).strip(" .:"))
    token = VOCABULARY.get(found[1]) if found else None
    if (
        found is None
        or token is None
        or token.kind != T.MONTH
        or (found[1] in ("мая", "мае") and not found[2])
    ):
        return ""
    return MONTHS[token.value - 1] + (f" {found[2]} года" if found[2] else "")


def of_month(month: str) -> str:
    """«сентября 2020 года» of «сентябрь 2020 года», as it stands after a day."""
    name, space, year = month.partition(" ")
    return f"{MONTHS_OF[MONTHS.index(name)]}{space}{year}" if name in MONTHS else month


def period_named(text: str) -> str:
    """The month or quarter that heads a column of marks."""
    month = month_named(text)
    if month:
        return month
    words = clean(line_of(text)).strip(" .")
    found = _QUARTER.fullmatch(words)
    if found is None or words.isdigit():
        return ""
    number = int(found[1]) if found[1] else len(found[2].replace("іv", "iv").replace("iv", "iiii"))
    return f"{_ROMAN[number - 1]} квартал"


def periods_named(texts: Sequence[str]) -> list[str]:
    """What each column of marks stands for: a month, a quarter, nothing. «IX X XI XII I II III» are months, in figures
    too: their order tells them from quarters and from the numbers of columns."""
    named = [period_named(text) for text in texts]
    numbers = [_numeral(text) for text in texts]
    start = 0
    for index in range(1, len(texts) + 1):
        before, number = numbers[index - 1], numbers[index] if index < len(texts) else None
        if before is not None and number == before % 12 + 1:
            continue
        run = numbers[start:index]
        if len(run) >= _FEWEST_MONTHS and ((12, 1) in pairwise(run) or len(run) == 12 < len(texts)):
            named[start:index] = [MONTHS[one - 1] for one in run if one is not None]
        start = index
    return named


def _numeral(text: str) -> int | None:
    """The month that a numeral may mean."""
    words = line_of(text).strip(" .").upper().translate(_LATIN)
    if words.isdecimal() and 1 <= int(words) <= 12:
        return int(words)
    return _MONTH_NUMERALS.index(words) + 1 if words in _MONTH_NUMERALS else None


def joined_ends(start: str, end: str) -> str:
    """One wording of a beginning and an end."""
    if not start or not end or start == end:
        return start or (f"до {end}" if end else "")
    if re.match(r"\d", start) and re.match(r"\d", end):
        return f"с {start} по {end}"
    return f"{start} – {end}"


def marked(marks: Mapping[int, str], cells: Sequence[str]) -> str:
    """The wording of the months or quarters that are marked in a row; months in a row are a range."""
    runs: list[list[str]] = []
    before: int | None = None
    words: list[str] = []
    order = sorted(marks)
    for index, column in enumerate(order):
        text = line_of(cells[column]) if column < len(cells) else ""
        if _NOTHING.fullmatch(text):
            continue
        if not _SIGN.fullmatch(text):
            words.append(text)
        if before is not None and before == index - 1:
            runs[-1].append(marks[column])
        else:
            runs.append([marks[column]])
        before = index
    if words and len(words) == sum(map(len, runs)) and all(re.match(r"\d", word) for word in words):
        return ", ".join(words)
    if len(words) == sum(map(len, runs)) and not all(word.isdecimal() for word in words):
        # «до 15» below December; figures alone may be how many.
        days = [f"{word} {of_month(one)}" for word, one in zip(words, chain.from_iterable(runs), strict=True)]
        if all(map(reads_as_due, days)):
            return ", ".join(days)
    spans = ", ".join(_run(run) for run in runs)
    return f"{spans} ({'; '.join(words)})" if words and spans else spans


def _run(run: Sequence[str]) -> str:
    if len(run) == 1:
        return run[0]
    first, last = run[0], run[-1]
    if first.split(" ", 2)[1:2] == ["квартал"]:
        year = _YEAR.search(last)
        same = year is not None and all(one.endswith(year[0]) for one in run)
        if year is None or same:
            numbers = [one.split()[0] for one in (first, last)]
            words = " – ".join(numbers) if len(run) > 2 else ", ".join(numbers)
            return f"{words} кварталы{year[0] if year else ''}"
        return ", ".join(run)
    year_first, year_last = _YEAR.search(first), _YEAR.search(last)
    if year_first and year_last and year_first[1] == year_last[1]:
        first = first[: year_first.start()]
    return f"{first} – {last}"

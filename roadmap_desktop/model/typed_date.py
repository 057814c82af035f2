"""A day as people type it and as spreadsheets give it: «05.10.2020», «05.10.20», «5 октября 2020 г.», «2020-10-05»."""

import re
from datetime import date

from roadmap_desktop.model.period import iso_date
from roadmap_desktop.model.russian import MONTHS_OF

# A day in Excel is a moment: its midnight may be shown behind it.
_MIDNIGHT = re.compile(r"(?:[T ]|, ?)0?0:00(?::00(?:\.0+)?)?", re.ASCII)
_FIGURES = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(r"[«\"“]?([0-9]{1,2})[»\"”]?[ .-]([а-я]{3,8})\.?[ .-]?([0-9]{4}|[0-9]{2})")
_YEAR = re.compile(r" ?(?:года|г\.?)")
_SPACES = re.compile(r"\s+")
# Below it two figures are a year of this century, as in spreadsheets.
_CENTURY = 50


def read_date(text: str) -> date:
    """The day that a text is, and nothing else. Raises ValueError."""
    plain = _without(_MIDNIGHT, _SPACES.sub(" ", text.strip()))
    said = _without(_YEAR, plain.lower())
    if found := _FIGURES.fullmatch(said):
        return date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(said):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    return iso_date(plain)


def without_midnight(text: str) -> str:
    """A due wording as people write it, where it is a day as a spreadsheet or a database shows one: «05.10.2020 0:00»
    is «05.10.2020»."""
    stripped = text.strip()
    if ":" not in stripped and "-" not in stripped:
        return text
    try:
        return f"{read_date(stripped):%d.%m.%Y}"
    except ValueError:
        return text


def _without(ending: re.Pattern[str], text: str) -> str:
    """The text without the ending, however often that could begin before the last of it."""
    for found in ending.finditer(text):
        if found.end() == len(text):
            return text[: found.start()]
    return text


def _year(figures: str) -> int:
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < _CENTURY else 1900)


def _month(word: str) -> int:
    """«сентября», «сент», «сен». Raises ValueError."""
    for number, month in enumerate(MONTHS_OF, start=1):
        if month.startswith(word) or (number == 5 and word == "май"):
            return number
    raise ValueError(f"not a month: {word!r}")

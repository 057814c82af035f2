"""Hours of a day, as offices write them: «14.00», «в 14 ч», «с 9.30 до 13», «9:30–13:00»."""

import re
from datetime import time
from functools import lru_cache
from typing import NamedTuple

from roadmap_desktop.model.due.tokens import CLOCK, clean

ADVICE = "Напишите время так: 14:00 или 9:30–13:00."
_MOMENT = r"([0-9]{1,2})(?:\s?[:.-]\s?([0-9]{2})(?::00)?)?\s?(?:ч(?:\.|ас(?:ов|а)?)?)?"
_HOURS = rf"(?:начало\s)?(?:в|с|со|к)?\s?{_MOMENT}(?:\s?(?:-|до|по)\s?{_MOMENT})?\.?"
# «10-15» is a quarter past ten to some and five hours to others.
_TWO_WAYS = r"([0-9]{1,2})-((?:1[0-9]|2[0-3]))"
# «10 ч. 30 мин.»
_MINUTES = r"(?<!\d)([0-9]{1,2})\s?ч(?:ас(?:ов|а)?)?\.?\s?([0-9]{2})\s?мин(?:ут)?(?![а-я])"
# «, 14.00» after a day: no month is the thirtieth or none.
_AFTER_DAY = r",\s?((?:[01]?\d|2[0-3])\.(?:00|1[3-9]|[2-5]\d)(?:\s?-\s?\d{1,2}[.:]\d\d)?)(?![\d.])"


class Hours(NamedTuple):
    """From when, and until when where that is known. An end before the start is on a later day."""

    start: time
    end: time | None = None

    def __str__(self) -> str:
        """«9:30», «9:30–13:00», as it is kept and shown."""
        return "–".join(f"{one.hour}:{one.minute:02}" for one in self if one is not None)

    @property
    def is_over_midnight(self) -> bool:
        """Whether it ends on a later day than it begins, or not later than it begins."""
        return self.end is not None and self.end <= self.start


def read_hours(text: str) -> Hours | None:
    """The hours that a text says; None for an empty one. Raises ValueError with a Russian sentence for what is no time
    or can be read in two ways."""
    # What no date has, and the tokens of dates would not know: 14⁰⁰ of typewriters stays unknown.
    plain = re.sub(_MINUTES, r"\1:\2", clean(text)).strip(" .,;")
    if not plain:
        return None
    two_ways = re.fullmatch(_TWO_WAYS, plain)
    if two_ways:
        one, other = two_ways.groups()
        raise ValueError(f"«{text.strip()}» можно понять двояко: {one}:{other} или {one}:00–{other}:00?")
    match = re.fullmatch(_HOURS, plain)
    if match is None:
        raise ValueError(f"«{text.strip()}» — не время. {ADVICE}")
    try:
        return Hours(_moment(match[1], match[2]), _moment(match[3], match[4]) if match[3] else None)
    except ValueError:
        raise ValueError(f"«{text.strip()}»: такого времени нет. {ADVICE}") from None


@lru_cache(maxsize=1024)
def hours_in(words: str) -> Hours | None:
    """The hours that stand in a due wording, «8 октября, 14.00»; None where there are none."""
    plain = clean(words)
    found = re.search(CLOCK, plain, re.VERBOSE)
    after = re.search(_AFTER_DAY, plain)
    told = found[0] if found else after[1] if after else ""
    try:
        return read_hours(told)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def kept_hours(text: str) -> Hours | None:
    """The hours of a record; None for what another program has written there."""
    try:
        return read_hours(text)
    except ValueError:
        return None


def _moment(hour: str, minute: str | None) -> time:
    return time(int(hour), int(minute or 0))

"""A wording read as dates."""

from functools import lru_cache

from roadmap_desktop.model.due.cursor import Cursor
from roadmap_desktop.model.due.purpose import without_asides, without_undated
from roadmap_desktop.model.due.reading import UNDATED, UNKNOWN, DueReading, NotUnderstoodError
from roadmap_desktop.model.due.sentence import Sentence
from roadmap_desktop.model.due.tokens import LONGEST, clean, tokenize
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.school_calendar import when_another_is_used

_LONGEST_RAW = 4 * LONGEST


@lru_cache(maxsize=16_384)
def read_due(text: str, plan: Period) -> DueReading:
    """The dates that a wording of a plan's activity names. Raises nothing: what is not understood, even in part, is
    ``UNKNOWN``, since a wrong date is worse than none."""
    if len(text) > _LONGEST_RAW:
        return UNKNOWN
    words = clean(text)
    if not words or len(words) > LONGEST:
        return UNKNOWN
    reading = _read(words, plan)
    if reading is not UNKNOWN:
        return reading
    plain = without_asides(words)
    reading = _read(plain, plan) if plain != words else UNKNOWN
    if reading is not UNKNOWN:
        return reading
    rest = without_undated(plain or words)
    if rest is None:
        return UNKNOWN
    return _read(rest, plan) if rest else UNDATED


when_another_is_used(read_due.cache_clear)


def _read(words: str, plan: Period) -> DueReading:
    try:
        return Sentence(Cursor(tokenize(words)), plan).reading()
    except NotUnderstoodError:
        return UNKNOWN

"""A wording brought after dates that were changed by hand, in the style it had."""

import re
from collections.abc import Sequence

from roadmap_desktop.model.due.reader import read_due
from roadmap_desktop.model.due.reading import DueKind, DueReading
from roadmap_desktop.model.due.rule_words import rule_words
from roadmap_desktop.model.due.tokens import CLOCK, clean
from roadmap_desktop.model.due.writer import day_words, write_due
from roadmap_desktop.model.period import Period

_LIMIT = re.compile(r"(?:в срок )?(?:не позднее|не позже|до|к)\b")
_FIGURES = re.compile(r"(?:в срок |не позднее|не позже|до|к|с|по|г|[\d./ ,;-])+")
_CLOCK = rf"(?x),?\ ?{CLOCK}\.?$"


def rewrite_due(text: str, reading: DueReading, new: Sequence[Period], plan: Period) -> str:
    """The wording for new dates of an activity whose wording was ``text``, read as ``reading``.

    It keeps its style where it has one: a deadline stays «до …», dates in figures stay figures, «ежемесячно» stays
    before its months, «в 14:00» after its day. Dates that have not changed leave the text letter for letter.
    """
    periods = tuple(new)
    if periods == reading.periods:
        return text
    styled = _styled(clean(text), reading, periods, plan)
    understood = read_due(styled, plan)
    same = understood.periods == periods and understood.rule == reading.rule
    return styled if same else write_due(periods, plan)


def _styled(words: str, reading: DueReading, periods: tuple[Period, ...], plan: Period) -> str:
    timed = re.search(_CLOCK, words)
    if timed:
        return _styled(words[: timed.start()], reading, periods, plan) + timed[0].rstrip(".")
    if reading.kind is DueKind.DEADLINE:
        limit = _LIMIT.match(words)
        before = limit[0] if limit else "до"
        return ", ".join(f"{before} {_day(words, period)}" for period in periods)
    if reading.rule:
        told = rule_words(reading.rule)
        return told if periods == (plan,) else f"{told}, {write_due(periods, plan)}"
    if _in_figures(words):
        return ", ".join(_figures(period, _mark(words)) for period in periods)
    return write_due(periods, plan)


def _day(words: str, period: Period) -> str:
    return _figures(period, _mark(words)) if _in_figures(words) else day_words(period.end)


def _in_figures(words: str) -> bool:
    """Whether the dates are «01.10.2020» or «01/10/2020», with no other words than «до», «с», «по», «г.»."""
    return re.search(r"\d[./] ?\d", words) is not None and _FIGURES.fullmatch(words) is not None


def _mark(words: str) -> str:
    return "/" if "/" in words else "."


def _figures(period: Period, mark: str) -> str:
    start, end = (mark.join((f"{day:%d}", f"{day:%m}", f"{day:%Y}")) for day in period)
    return start if start == end else f"{start} – {end}"

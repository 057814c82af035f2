"""What texts of an old plan say in the new one, and which of them somebody must look at."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from roadmap_desktop.model.due import DueKind, DueReading, read_due, rewrite_due, shift_wording
from roadmap_desktop.model.due_dates import effective_due, format_dates, parse_dates
from roadmap_desktop.model.new_year.shift import Shift, moved_period, working_day
from roadmap_desktop.model.period import Period


class Trouble(StrEnum):
    """Why somebody must look at a text or a date."""

    UNSHIFTED = "сдвинуть не удалось"
    UNREAD = "срок не понят"
    OUTSIDE = "вне нового периода"
    CITED = "год документа оставлен"


class Moved(NamedTuple):
    """A text in the new plan, with the dates given by hand beside it."""

    text: str
    trouble: Trouble | None = None
    dates: str = ""


# «от 10.09.2020 № 01-10/142-2», «№ Р-201 от 27 августа 2021», an address: years in them are no plan's. Everything in it
# is bounded, so that no text makes it slow.
_DAY = r"\d{1,2}(?:\.\d{1,2}\.|\s{1,3}[а-яё]{3,8}\s{1,3})(?:19|20)\d\d"
_CITED = re.compile(
    rf"""(?xi) ( (?:https?://|www\.)\S{{1,2000}}
    | \bот\s{{1,3}}{_DAY}(?:\s{{0,3}}(?:года|г\.?))?\s{{0,3}}(?:№|N)\s{{0,3}}\S{{1,40}}
    | (?:№|N)\s{{0,3}}\S{{1,40}}\s{{1,3}}от\s{{1,3}}{_DAY} )"""
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_A_WEEK = 7
_ON_A_DAY = (DueKind.DATED, DueKind.DEADLINE)


def moved_text(text: str, shift: Shift) -> Moved:
    """The text with the years that speak of the old plan moved; a document keeps its date."""
    parts = _CITED.split(text)
    cited = parts[1::2]
    parts[::2] = [shift_wording(part, shift.years, shift.near_years) for part in parts[::2]]
    stays = any(int(year[0]) in shift.near_years for part in cited for year in _YEAR.finditer(part))
    return Moved("".join(parts), Trouble.CITED if stays else None)


@lru_cache(maxsize=16_384)
def moved_due(text: str, dates: str, shift: Shift) -> Moved:
    """A due wording, and the dates given by hand beside it, in the new plan. What was read in the old plan is read in
    the new one as the same days of another year, or is told; words without a year move by themselves, by the plan they
    stand in."""
    by_hand = _moved_dates(dates, shift)
    before = read_due(text, shift.old)
    words = shift_wording(text, shift.years)
    if before.periods:
        try:
            wanted = tuple(moved_period(period, shift.years) for period in before.periods)
        except ValueError:
            return Moved(text, Trouble.UNSHIFTED, by_hand)
        if not _says(words, before, wanted, shift):
            # There is no 29 February in most years.
            words = text if before.rule else rewrite_due(text, before, wanted, shift.new)
        if not _says(words, before, wanted, shift):
            return Moved(shift_wording(text, shift.years), Trouble.UNSHIFTED, by_hand)
        if shift.to_working_days and read_due(words, shift.new).periods == wanted:
            words = _on_working_days(words, shift.new)
    return checked_due(words, by_hand, shift)


def checked_due(text: str, dates: str, shift: Shift) -> Moved:
    """A due wording of the new plan as it stands, with what is to be told of it."""
    reading = effective_due(text, dates, shift.new)
    if reading.kind is DueKind.UNKNOWN:
        return Moved(text, Trouble.UNREAD if text.strip() else None, dates)
    is_outside = not all(shift.new.covers(period) for period in reading.periods)
    return Moved(text, Trouble.OUTSIDE if is_outside else None, dates)


def _says(words: str, before: DueReading, wanted: tuple[Period, ...], shift: Shift) -> bool:
    """Whether the words read in the new plan as what is wanted; «первый вторник октября» is another day each year."""
    after = read_due(words, shift.new)
    return ((after.kind, after.rule, len(after.periods)) == (before.kind, before.rule, len(wanted))) and all(
        map(_is_near, after.periods, wanted)
    )


def _is_near(period: Period, wanted: Period) -> bool:
    return all(abs((day - other).days) <= _A_WEEK for day, other in zip(period, wanted, strict=True))


def _on_working_days(words: str, plan: Period) -> str:
    reading = read_due(words, plan)
    if reading.rule or reading.kind not in _ON_A_DAY:
        return words
    moved = tuple(_worked(one) if _names_day(words, one.start.day) else one for one in reading.periods)
    return rewrite_due(words, reading, moved, plan)


def _names_day(words: str, day: int) -> bool:
    """Whether the day stands there in figures: «до конца октября» names none."""
    return re.search(rf"(?<!\d)0?{day}(?!\d)", words) is not None


def _worked(period: Period) -> Period:
    if period.start != period.end:
        return period
    day = working_day(period.start)
    return Period(day, day)


def _moved_dates(dates: str, shift: Shift) -> str:
    try:
        moved = [moved_period(period, shift.years) for period in parse_dates(dates)]
    except ValueError:
        return ""
    return format_dates(map(_worked, moved) if shift.to_working_days else moved)

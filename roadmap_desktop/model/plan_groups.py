"""The lines of a month's plan under captions: by dates, by days, by directions, by who answers; each line once."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.execution import NOBODY
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_outcomes import under_names
from roadmap_desktop.model.plan_words import first_day
from roadmap_desktop.model.russian import capital
from roadmap_desktop.model.span_words import day_caption
from roadmap_desktop.model.work import Direction


class Grouping(StrEnum):
    """By what the lines are grouped; the value is the word to choose it by."""

    DATES = "по датам"
    DAYS = "по дням"
    DIRECTIONS = "по направлениям"
    PERFORMERS = "по исполнителям"


class CaptionedLines(NamedTuple):
    """Lines in their order under a caption."""

    title: str
    lines: tuple[PlanLine, ...]


def captioned(lines: Sequence[PlanLine], by: str, window: Period) -> list[CaptionedLines]:
    """The lines of a plan in groups. A line of several performers stands under the first, who answers for it."""
    match by:
        case Grouping.DIRECTIONS:
            named = {each: [one for one in lines if one.direction is each] for each in Direction}
            found = [(capital(each.value), of_one) for each, of_one in named.items()]
        case Grouping.PERFORMERS:
            first = (((line.responsible or (NOBODY,))[0], line) for line in lines)
            found = [(title, list(of_one.values())) for title, of_one in under_names(first, _id)]
        case _:
            found = _by_groups(lines, window, with_days=by == Grouping.DAYS)
    return [CaptionedLines(title, tuple(of_one)) for title, of_one in found if of_one]


def _id(line: PlanLine) -> str:
    return line.id


def _by_groups(
    lines: Sequence[PlanLine], window: Period, *, with_days: bool
) -> list[tuple[str, list[PlanLine]]]:
    found: dict[str, list[PlanLine]] = {}
    for line in lines:
        day = first_day(line, window) if with_days and line.group is PlanGroup.BY_DATES else None
        title = day_caption(day) if day else line.group.value
        found.setdefault(title, []).append(line)
    return list(found.items())

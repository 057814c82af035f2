"""On which days of a calendar's page an activity is written, and which last too long for one."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.due import DueKind, occurrences
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.standing import is_in, is_year_round

# What lasts longer is written on its first and its last day alone.
_WRITTEN_EVERY_DAY = 7


class Meaning(StrEnum):
    """What a day is to an activity; the value stands before its name."""

    WORK = ""
    BEGINS = "Начало: "
    ENDS = "Срок: "


class DayNote(NamedTuple):
    """An activity on a day."""

    day: date
    meaning: Meaning
    row: ActivityRow


def own_activities(plan: Plan, window: Period) -> list[ActivityRow]:
    """The activities of those days that do not run all through the plan."""
    period = plan.info.period
    return [row for row in plan.activities if is_in(row, window) and not is_year_round(row, period)]


def year_round_activities(plan: Plan, window: Period) -> list[ActivityRow]:
    """The activities that run all through the plan, where they touch those days."""
    period = plan.info.period
    return [row for row in plan.activities if is_in(row, window) and is_year_round(row, period)]


def day_notes(plan: Plan, window: Period) -> list[DayNote]:
    """What is written on the days of the window, in the order of the plan. Work of whole months stands on none, as
    «сентябрь 2020 года» names no day."""
    return [note for row in plan.activities for note in _notes_of(row) if window.contains(note.day)] + [
        DayNote(day, Meaning.WORK, row)
        for row in plan.activities
        if row.due.kind is DueKind.RECURRING
        for day in occurrences(row.due, window)
    ]


def names_whole_months(period: Period) -> bool:
    """Whether it begins with a month's first day and ends with a month's last."""
    return period.start.day == 1 and period.end == month_of(period.end).end


def _notes_of(row: ActivityRow) -> Iterator[DayNote]:
    if row.due.kind in (DueKind.RECURRING, DueKind.PERIOD):
        return
    for period in row.due.periods:
        start, end = period
        if row.due.kind is DueKind.DEADLINE:
            yield DayNote(end, Meaning.ENDS, row)
        elif period.days <= _WRITTEN_EVERY_DAY:
            for number in range(period.days):
                yield DayNote(start + timedelta(days=number), Meaning.WORK, row)
        elif not names_whole_months(period):
            yield DayNote(start, Meaning.BEGINS, row)
            yield DayNote(end, Meaning.ENDS, row)

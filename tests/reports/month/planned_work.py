"""Lines of a month's plan, given by what matters of them, and the month in which they stand."""

from datetime import date
from typing import Any

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.hours import read_hours
from roadmap_desktop.model.month_plan import PlanLine, work_group
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.work import Direction, WorkState
from roadmap_desktop.reports.blocks import Document
from tests.reports.plan_source import captions, rows, tables

OCTOBER = month_of(date(2020, 10, 1))


def work(
    name: str, day: int | date, until: int | date | None = None, time: str = "", **fields: Any
) -> PlanLine:
    """Work on a day of October, or until another."""
    start = date(2020, 10, day) if isinstance(day, int) else day
    end = date(2020, 10, until) if isinstance(until, int) else until or start
    period = Period(start, end)
    line = PlanLine(
        "tasks",
        name,
        work_group(period, OCTOBER),
        Direction.METHODS,
        "Дело",
        name,
        WorkState.PLANNED,
        period,
        hours=read_hours(time),
    )
    return line._replace(**fields)


def cells(document: Document, title: str) -> list[str]:
    """What a column of the document's first table says, from above."""
    table = tables(document)[0]
    place = [column.title for column in table.columns].index(title)
    return [row[place].replace("\N{NO-BREAK SPACE}", " ") for row in rows(table)]


def names(document: Document) -> list[str]:
    return cells(document, "Мероприятие")


def parted(document: Document) -> dict[str, list[str]]:
    """The names under each caption."""
    found: dict[str, list[str]] = {}
    for row in tables(document)[0].rows:
        if hasattr(row, "text"):
            found[row.text] = []
        else:
            found[list(found)[-1]].append(row.texts[2].replace("\N{NO-BREAK SPACE}", " "))
    assert list(found) == captions(tables(document)[0])
    return found

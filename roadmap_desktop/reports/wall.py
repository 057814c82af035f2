"""The year wall planner: a grid of months and days with numbers of activities, then the span of each activity."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from roadmap_desktop.model.calendar_periods import months_between
from roadmap_desktop.model.due import DueKind
from roadmap_desktop.model.holidays import days_off
from roadmap_desktop.model.month_calendar import day_notes, names_whole_months
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.russian import MONTHS
from roadmap_desktop.model.standing import is_in, is_undated, is_year_round
from roadmap_desktop.reports.activity_cells import DUE, OWN_NUMBER, activity_column
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Table,
    headed,
    notice,
)
from roadmap_desktop.reports.columns import TableColumn
from roadmap_desktop.reports.parameters import SCHOOL_YEAR
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Source

_FONT_SIZE = 10
_SMALL = 8
_MONTH_HEIGHT = 11.5
# A tint may be lost in copying; this is not.
_RUNS = "●"
_MEETING = "С"
_HOW = (
    "Числа в днях — номера мероприятий, С — совещание. В последнем столбце — мероприятия на весь месяц; "
    "те, что идут весь период, показаны на следующем листе."
)
_SPANS = "● — весь месяц; числа — дни месяца."


def wall_planner(source: Source, year: Period) -> Document:
    """The planner of that school year."""
    title = f"Годовой календарь мероприятий на {period_words(year)}"
    return headed(title, _blocks(source, year), PageSetup(Orientation.LANDSCAPE, _FONT_SIZE))


def _blocks(source: Source, year: Period) -> Iterator[Block]:
    rows = [row for row in source.plan.activities if is_in(row, year)]
    undated = [row for row in source.plan.activities if is_undated(row)] if rows else []
    if rows:
        yield Paragraph(_HOW, small=True)
    else:
        yield notice(f"На {period_words(year)} мероприятий дорожной карты не запланировано.")
    yield _days(source, year)
    if rows:
        yield PageBreak()
        yield Heading("Сроки мероприятий", level=2)
        yield Paragraph(_SPANS, small=True)
        yield _spans([row for row in source.plan.activities if row in rows or row in undated], year)


def _days(source: Source, year: Period) -> Table:
    marks: dict[date, list[str]] = {}
    for note in day_notes(source.plan, year):
        marks.setdefault(note.day, []).append(note.row.number)
    for record in source.dated(year, {"meetings"}):
        marks.setdefault(record.period.end, []).append(_MEETING)
    months = months_between(year)
    columns = (
        Column("Месяц", 0),
        *(Column(str(day), 10, Align.CENTRE) for day in range(1, 32)),
        Column("Весь месяц", 26),
    )
    rows = tuple(_month_row(source.plan, month, marks) for month in months)
    return Table(columns, rows, least_height=_MONTH_HEIGHT, font_size=_SMALL)


def _month_row(plan: Plan, month: Period, marks: dict[date, list[str]]) -> Row:
    days = [month.start + timedelta(days=number) for number in range(month.days)]
    rested = days_off(days)
    missing = range(month.days + 1, 32)
    texts = ["\n".join(dict.fromkeys(marks.get(day, ()))) for day in days]
    return Row(
        (
            f"{MONTHS[month.start.month - 1]} {month.start.year}",
            *texts,
            *[""] * len(missing),
            _whole(plan, month),
        ),
        shaded=frozenset(day.day for day in days if day in rested) | frozenset(missing),
    )


def _whole(plan: Plan, month: Period) -> str:
    """The numbers of what lasts all through the month, but not through the plan."""
    return ", ".join(
        row.number
        for row in plan.activities
        if not is_year_round(row, plan.info.period) and any(each.covers(month) for each in row.due.periods)
    )


def _spans(rows: Sequence[ActivityRow], year: Period) -> Table:
    months = months_between(year)
    named = (OWN_NUMBER, activity_column("name", 90), DUE.wide(32))
    columns = (
        *(one.heading for one in named),
        *(Column(MONTHS[month.start.month - 1][:3], 12, Align.CENTRE) for month in months),
    )
    return Table(columns, tuple(_span_row(row, named, months) for row in rows), font_size=_SMALL)


def _span_row(row: ActivityRow, named: Sequence[TableColumn], months: Sequence[Period]) -> Row:
    texts = [_in_month(row, month) for month in months]
    shaded = frozenset(index for index, text in enumerate(texts, len(named)) if text)
    return Row((*(one.cell(row) for one in named), *texts), shaded=shaded)


def _in_month(row: ActivityRow, month: Period) -> str:
    """The days of a month that an activity has: «●», «5–16», «до 15»."""
    found = [each for each in row.due.periods if each.overlaps(month)]
    if any(each.covers(month) or names_whole_months(each) for each in found):
        return _RUNS
    return "\n".join(_days_in(each, month, row.due.kind) for each in found)


def _days_in(period: Period, month: Period, kind: DueKind) -> str:
    if kind is DueKind.DEADLINE:
        return f"до {period.end.day}"
    first, last = max(period.start, month.start).day, min(period.end, month.end).day
    return str(first) if first == last else f"{first}–{last}"


REPORT = Report(
    id="wall",
    title="Годовой календарь",
    group=Group.ROADMAP,
    parameters=(SCHOOL_YEAR,),
    build=wall_planner,
    signers=(),
)

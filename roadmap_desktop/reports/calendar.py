"""The calendar page of a month: the grid of its days with what falls on them, beneath it what lasts longer."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from roadmap_desktop.model.dated_record import DatedRecord
from roadmap_desktop.model.holidays import days_off, holiday_names
from roadmap_desktop.model.month_calendar import day_notes, own_activities, year_round_activities
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.reports.activity_cells import DUE, NAME, OWN_NUMBER
from roadmap_desktop.reports.blocks import (
    Block,
    Caption,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    PageSetup,
    Row,
    Table,
    headed,
    notice,
)
from roadmap_desktop.reports.calendar_cells import chosen_kinds, kinds_parameter, short
from roadmap_desktop.reports.columns import table_of
from roadmap_desktop.reports.parameters import MONTH
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Source

_WEEKDAYS = ("Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье")
_LISTED = (OWN_NUMBER, NAME.wide(150), DUE.wide(45))
_FONT_SIZE = 10
# The heading and the weeks, be they five or six, fill the sheet.
_WEEKS_HEIGHT = 145
_FEW_WEEKS = 5


def calendar_page(source: Source, month: Period, groups: frozenset[str]) -> Document:
    """The page of that month with activities and the records of the registers with these titles in its days."""
    title = f"Календарь мероприятий на {period_words(month)}"
    blocks = _blocks(source, month, chosen_kinds(groups))
    return headed(title, blocks, PageSetup(Orientation.LANDSCAPE, _FONT_SIZE))


def _blocks(source: Source, month: Period, kinds: frozenset[str]) -> Iterator[Block]:
    yield _grid(source, month, kinds)
    own, year_round = own_activities(source.plan, month), year_round_activities(source.plan, month)
    if own or year_round:
        # Days hold the beginnings of names; here they stand whole.
        yield PageBreak()
        yield Heading("Мероприятия месяца", level=2)
        yield table_of(_LISTED, _listed(own, year_round))
    else:
        yield notice(f"На {period_words(month)} мероприятий дорожной карты не запланировано.")


def _grid(source: Source, month: Period, kinds: frozenset[str]) -> Table:
    monday = month.start - timedelta(days=month.start.weekday())
    count = (month.end - monday).days // 7 + 1
    weeks = [[monday + timedelta(days=7 * week + day) for day in range(7)] for week in range(count)]
    texts = _texts(source, month, kinds)
    rested = days_off(texts)
    rows = tuple(
        Row(
            tuple(texts.get(day, "") for day in week),
            shaded=frozenset(index for index, day in enumerate(week) if day in rested),
        )
        for week in weeks
    )
    columns = tuple(Column(name, 1) for name in _WEEKDAYS)
    return Table(columns, rows, least_height=_WEEKS_HEIGHT / max(count, _FEW_WEEKS))


def _texts(source: Source, month: Period, kinds: frozenset[str]) -> dict[date, str]:
    """What is written in each of the month's days: its number, the holiday, then a line for each thing."""
    holidays = holiday_names(month)
    days = [month.start + timedelta(days=number) for number in range(month.days)]
    lines = {day: [f"{day.day} {holidays.get(day, '')}".rstrip()] for day in days}
    for note in day_notes(source.plan, month):
        lines[note.day].append(f"{note.meaning}{note.row.number}. {short(note.row.name)}")
    for record in source.dated(month, kinds):
        if record.period.end in lines:
            lines[record.period.end].append(_record_line(record))
    return {day: "\n".join(_once(of_day)) for day, of_day in lines.items()}


def _once(lines: Sequence[str]) -> Iterator[str]:
    """Each line once: «Решение: Представить план (8)» where eight schools have the same to do."""
    for line, count in Counter(lines).items():
        yield line if count == 1 else f"{line} ({count})"


def _record_line(record: DatedRecord) -> str:
    until = "Срок: " if record.period.days > 1 else ""
    return f"{until}{record.caption}: {short(record.title)}"


def _listed(own: Sequence[ActivityRow], year_round: Sequence[ActivityRow]) -> Iterator[object]:
    yield from own
    if own and year_round:
        yield Caption("В течение всего периода")
    yield from year_round


REPORT = Report(
    id="calendar",
    title="Календарь на месяц",
    group=Group.ROADMAP,
    parameters=(MONTH, kinds_parameter()),
    build=calendar_page,
    signers=(),
)

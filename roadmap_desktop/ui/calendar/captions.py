"""What the calendar writes: on a bar, in its tooltip, under a dragged bar, in the status line. No Qt."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.hours import hours_in
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.russian import MONTHS, MONTHS_OF, activities_counted, counted, plural, small
from roadmap_desktop.model.standing import OPEN_STATES, Standing
from roadmap_desktop.ui.calendar.entries import CalendarPlan, Entry, EntryKind
from roadmap_desktop.ui.calendar.month import month_period

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord

# No bar is wider; measuring twenty thousand letters for each paint would be felt.
_CAPTION_LETTERS = 240
_TOOLTIP_LETTERS = 700
_TOOLTIP_LINE = 80
OVERDUE = " — просрочено"


def beginning_of(text: str) -> str:
    """The beginning of a text without its line breaks: as much as a line can show."""
    return one_line(text[: _CAPTION_LETTERS * 2])[:_CAPTION_LETTERS]


def row_caption(row: ActivityRow) -> str:
    """«8 Адресная помощь»."""
    return f"{row.number} {beginning_of(row.name)}"


def bar_caption(entry: Entry) -> str:
    """What a bar says: «14:00 2 Заседание», «✓ 2 Заседание», «Срок: 7 Справки»; an overdue one says so after it, see
    ``OVERDUE``."""
    hours = hours_in(entry.row.due_text)
    text = " ".join(filter(None, (str(hours or ""), row_caption(entry.row))))
    if entry.kind is EntryKind.DEADLINE:
        text = f"Срок: {text}"
    return f"✓ {text}" if entry.standing.state is State.DONE else text


def tooltip(row: ActivityRow, standing: Standing) -> str:
    """The whole name, wording, state and performers, as rich text in which the user's own text is inert."""
    details = [
        f"Срок: {row.due_text}" if row.due_text.strip() else "Срок не указан",
        f"Состояние: {standing.word}",
    ]
    if row.performers:
        who = "Ответственный" if len(row.performers) == 1 else "Ответственные"
        details.append(f"{who}: {', '.join(row.performers)}")
    return plain_tooltip(f"{row.number}. {row.name}", *details)


def record_caption(record: DatedRecord) -> str:
    """«О ходе выполнения · совещание»: in a narrow cell the beginning is all that is seen."""
    return f"{beginning_of(record.words)} · {small(record.caption)}"


def record_tooltip(record: DatedRecord) -> str:
    """The whole name and days of a record, as rich text in which the user's own text is inert."""
    days = period_words(record.period, record.period.end.year)
    when = days if record.period.days == 1 else f"Срок: {days}"
    return plain_tooltip(f"{record.caption}: {record.words}", when)


def plain_tooltip(*paragraphs: str) -> str:
    """Texts one below the other, broken into lines of a readable length and never read as markup."""
    lines: list[str] = []
    for text in paragraphs:
        short = text if len(text) <= _TOOLTIP_LETTERS else f"{text[:_TOOLTIP_LETTERS]}…"
        lines += wrap(short, _TOOLTIP_LINE)
    return f"<p style='white-space:pre'>{'<br>'.join(escape(line) for line in lines)}</p>"


def day_words(day: date) -> str:
    """«5 октября 2020»."""
    return f"{day.day} {MONTHS_OF[day.month - 1]} {day.year}"


def period_words(period: Period, year: int) -> str:
    """«5–16 октября», «28 сентября – 2 октября»; the year is added where it is not the one given."""
    start, end = period.start, period.end
    tail = f"{_day_month(end)}{_year(end, year)}"
    if start == end:
        return tail
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{tail}"
    return f"{_day_month(start)}{_year(start, year) if start.year != end.year else ''} – {tail}"


@lru_cache(maxsize=1)
def month_status(plan: CalendarPlan, month: date) -> str:
    """«Октябрь: 7 мероприятий · 2 срока истекают · просрочено 1»; what is zero is left out."""
    days = month_period(month)
    entries = {entry.row.id: entry for entry in plan.entries(days)}.values()
    ending = [entry for entry in entries if (entry.row.ends_on or days.end) <= days.end]
    overdue = sum(entry.standing.is_overdue for entry in ending)
    expiring = sum(entry.row.state in OPEN_STATES for entry in ending) - overdue
    parts = [
        f"{MONTHS[month.month - 1].capitalize()}: {activities_counted(len(entries)) if entries else 'мероприятий нет'}"
    ]
    if expiring:
        terms = counted(expiring, "срок", "срока", "сроков")
        parts.append(f"{terms} {plural(expiring, 'истекает', 'истекают', 'истекают')}")
    if overdue:
        parts.append(f"просрочено {overdue}")
    return " · ".join(parts)


def _day_month(day: date) -> str:
    return f"{day.day} {MONTHS_OF[day.month - 1]}"


def _year(day: date, year: int) -> str:
    return "" if day.year == year else f" {day.year}"


def day_summary(day: date, count: int) -> str:
    """«5 октября 2020, 3 мероприятия»."""
    return f"{day_words(day)}, {activities_counted(count) if count else 'мероприятий нет'}"

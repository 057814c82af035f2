"""What the paper of a month's plan says of a line: when it is, and what is known of it."""

import re
from datetime import date

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.month_calendar import names_whole_months
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_outcomes import PlanOutcome, plan_outcome
from roadmap_desktop.model.russian import MONTHS, within
from roadmap_desktop.model.span_words import day_words, days_words, run_words

# Of these the mark says so; work that is still to be done leaves room for a mark by hand.
_MARKED = (PlanOutcome.DONE, PlanOutcome.NOT_DONE, PlanOutcome.CANCELLED, PlanOutcome.MOVED)
_BEFORE_MONTH = re.compile(r"(?<=[0-9]) (?=[а-я0-9])|(?<=[а-я]) (?=[0-9]{4})")


def when_words(line: PlanLine, window: Period) -> str:
    """«1 октября, чт, 10:00», «12–14 октября», «6, 13, 20 октября, вт», «октябрь», «до 31 октября»; the due wording of
    what lasts longer than the month or lies outside of it."""
    due = one_line(line.due)
    match line.group:
        case PlanGroup.BY_DATES:
            return ", ".join(filter(None, (_days(line), hours_words(line))))
        case PlanGroup.EXPIRING:
            return _unbroken(f"до {day_words(line.last_day)}") if line.last_day else due
        case PlanGroup.ALL_MONTH if line.period == month_of(window.start):
            return span_words(line.period)
    return due or span_words(line.period)


def first_day(line: PlanLine, window: Period) -> date | None:
    """The day of the window on which it stands among the others; None where it has no day."""
    days = line.days or (line.period or ())[:1]
    return max(days[0], window.start) if days else None


def hours_words(line: PlanLine) -> str:
    """«9:30–13:00»; nothing where no hour is known."""
    return str(line.hours) if line.hours else ""


def mark_words(line: PlanLine, today: date) -> str:
    """«выполнено», «не выполнено: причина», «перенесено с 08.10.2020»; nothing of work that is still to be done."""
    outcome = plan_outcome(line, today)
    said = outcome.value if outcome in _MARKED else ""
    if line.reason and outcome in (PlanOutcome.NOT_DONE, PlanOutcome.CANCELLED):
        said = f"{said}: {within(line.reason)}"
    moved = f"перенесено с {line.moved_from[-1]:%d.%m.%Y}" if line.moved_from else ""
    return "\n".join(filter(None, (said, moved)))


def span_words(period: Period | None) -> str:
    """«8 октября, чт», «12–14 октября», «28 сентября – 2 октября», «октябрь», «октябрь – ноябрь»; years where there
    are two. Nothing for no days."""
    if period is None:
        return ""
    if not names_whole_months(period):
        return _unbroken(days_words([period.start]) if period.days == 1 else run_words(period))
    first, last = (
        MONTHS[day.month - 1] + (f" {day.year}" if period.start.year != period.end.year else "")
        for day in period
    )
    return _unbroken(first if first == last else f"{first} – {last}")


def _days(line: PlanLine) -> str:
    return _unbroken(days_words(line.days)) if line.days else span_words(line.period)


def _unbroken(words: str) -> str:
    """A day and its month, a month and its year stand in one line."""
    return _BEFORE_MONTH.sub("\N{NO-BREAK SPACE}", words)

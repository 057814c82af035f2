"""Months that can be printed: how they are typed, which there are, with which to begin."""

import re
from datetime import date, timedelta

from roadmap_desktop.errors import NOTHING_WRITTEN, UserError
from roadmap_desktop.model.calendar_periods import month_of as month_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan


def parse_month(text: str | None) -> Period:
    """The month «2020-09». Raises UserError for anything else."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", (text or "").strip())
    if found and 1 <= int(found[2]) <= 12 and int(found[1]) >= 1:
        return month_of(date(int(found[1]), int(found[2]), 1))
    if text is None:
        raise UserError("Укажите месяц, например --month 2020-09.", NOTHING_WRITTEN)
    raise UserError(f"Месяц «{text}» не понят.", NOTHING_WRITTEN, "Напишите его так: 2020-09.")


def months_of(plan: Plan) -> list[Period]:
    """The months that can be printed: the plan's period and what its activities reach beyond it, within a year before
    and two after, so that a mistyped year does not make a list of centuries."""
    period = plan.info.period
    days = [*period, *(day for row in plan.activities for dates in row.due.periods for day in dates)]
    earliest = max(min(days), period.start - timedelta(days=366))
    latest = min(max(days), period.end + timedelta(days=731))
    months = [month_of(earliest)]
    while months[-1].end < latest:
        months.append(month_of(months[-1].end + timedelta(days=1)))
    return months


def first_month(plan: Plan, today: date) -> Period:
    """The month to begin with: today's if the plan's period has it, else the first of the plan."""
    period = plan.info.period
    return month_of(today if period.start <= today <= period.end else period.start)

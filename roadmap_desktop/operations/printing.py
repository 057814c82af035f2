"""Printing: which months there are, what a report will hold, and the report as PDF."""

import calendar
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup, month_group
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.reports import catalogue, render
from roadmap_desktop.reports.blocks import FONT_SIZES, Orientation
from roadmap_desktop.reports.month import GROUP_TITLES, MonthOptions, month_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.schema import is_database

__all__ = [
    "FONT_SIZES",
    "GROUP_TITLES",
    "MonthOptions",
    "Orientation",
    "first_month",
    "group_counts",
    "month_of",
    "month_pdf",
    "months_of",
    "parse_month",
    "print_report",
    "refuse_to_replace",
    "report_lines",
    "save_pdf",
]


def report_lines() -> list[str]:
    """Every report in a line: id, Russian title, parameters."""
    return [report.line for report in catalogue.REPORTS]


def month_of(day: date) -> Period:
    """The whole month that the day lies in."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def parse_month(text: str | None) -> Period:
    """The month «2020-09». Raises KnownError for anything else."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", (text or "").strip())
    if found and 1 <= int(found[2]) <= 12 and int(found[1]) >= 1:
        return month_of(date(int(found[1]), int(found[2]), 1))
    if text is None:
        raise KnownError("Укажите месяц, например --month 2020-09. Ничего не напечатано.")
    raise KnownError(f"Месяц «{text}» не понятен. Ничего не напечатано. Напишите его так: 2020-09.")


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


def group_counts(plan: Plan, month: Period) -> Counter[MonthGroup]:
    """How many activities stand in each group of the month's plan."""
    groups = (month_group(row, month, plan.info.period) for row in plan.activities)
    return Counter(group for group in groups if group is not None)


def month_pdf(plan: Plan, month: Period, options: MonthOptions, is_cancelled: Callable[[], bool]) -> bytes:
    """The month's plan as a PDF; needs no file, so it may run in any thread. Raises KnownError, or
    ``Cancelled`` when it was told to stop."""
    return render.pdf_bytes(month_plan(plan, month, options), is_cancelled)


def save_pdf(content: bytes, path: Path) -> None:
    """Writes a finished PDF, replacing a file of that name only when the new one is whole. Raises KnownError, also
    where the name is that of a roadmap."""
    refuse_to_replace(path)
    render.write_data(content, path)


def print_report(file: RoadmapFile, report_id: str, month: str | None, path: Path) -> None:
    """Prints a report into a PDF file. Raises KnownError for an unknown report or month, or when it cannot be
    written; an older file of that name is untouched then."""
    refuse_to_replace(path)
    report = catalogue.find_report(report_id)
    document = report.build(read_plan(file), parse_month(month))
    render.write_pdf(document, path)


def refuse_to_replace(path: Path, kind: str = "PDF") -> None:
    """A slip of the hand after -o must not cost the year's work, nor a device its node. Raises KnownError, saying that
    it is no file of that kind."""
    if is_database(path):
        raise KnownError(
            f"«{path.name}» — файл с данными, а не {kind}. Он не изменён, ничего не напечатано. Выберите другое имя."
        )
    # A place that cannot even be looked at is told by the one who writes there.
    with suppress(OSError):
        if path.is_dir():
            raise KnownError(f"«{path}» — папка, а не файл. Ничего не записано. Добавьте к ней имя файла.")
        if path.exists() and not path.is_file():
            raise KnownError(f"«{path}» — не обычный файл. Ничего не напечатано. Выберите другое имя.")

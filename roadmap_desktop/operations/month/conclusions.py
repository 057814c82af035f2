"""The conclusions of a month's report, which are kept."""

from datetime import date

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.month_report import MonthReport
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select_value


def conclusions(file: RoadmapFile, month: date) -> str:
    """What was kept for the month of that day; an empty text where nothing was."""
    with file.read() as connection:
        return select_value(connection, MonthReport, "conclusions", {"month": _key(month)}) or ""


def set_conclusions(file: RoadmapFile, month: date, text: str) -> ChangeSet | None:
    """Keeps the conclusions of that month's report; an empty text lets go of them."""
    with file.edit(f"Выводы отчёта: {month_title(month).lower()}") as edit:
        record = edit.get(MonthReport, MonthReport.key_of(_key(month)))
        if record is None:
            edit.add(MonthReport(month=_key(month), conclusions=text))
        elif record.conclusions != text:
            record.conclusions = text
    return edit.change_set


def _key(month: date) -> str:
    return f"{month:%Y-%m}"

"""What a report is about, as events for a calendar program: the same time, the same register."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from roadmap_desktop.errors import NOTHING_WRITTEN, UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.printing.calendar_export import Exported, calendar_kinds, export_calendar
from roadmap_desktop.operations.printing.report_choices import read_choices
from roadmap_desktop.reports.catalogue import find_report
from roadmap_desktop.reports.report import Group
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def export_report(
    file: RoadmapFile, report_id: str, typed: Mapping[str, str], path: Path, today: date
) -> Exported:
    """Writes the events of the term that was chosen for a report: all kinds for one of the roadmap, those of its
    register for another. Raises UserError, also for a report whose register has no days."""
    report = find_report(report_id)
    kinds = {kind.register for kind in calendar_kinds()}
    if report.id in kinds:
        kinds = {report.id}
    elif report.group != Group.ROADMAP:
        raise UserError(
            f"В отчёте «{report.title}» нет событий для календаря.",
            NOTHING_WRITTEN,
            "Все события записывает команда calendar.",
        )
    chosen = read_choices(report, file, read_plan(file), today, typed)
    window = next((value for value in chosen.values() if isinstance(value, Period)), None)
    return export_calendar(file, path, window, kinds)

"""«Сводка»: the charts and counts of reports on the plan, which print the same ones."""

from datetime import date
from pathlib import Path

from roadmap_desktop.model.overview import Overview, OverviewKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.printing.report_source import FileSource
from roadmap_desktop.reports.execution import execution_overview
from roadmap_desktop.reports.progress import progress_overview
from roadmap_desktop.storage.reading_only import FileToRead
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def read_overview(
    file: RoadmapFile, kind: OverviewKind, today: date, period: Period | None = None, plan: Plan | None = None
) -> Overview:
    """The overview as things stand on that day; ``period`` is what the report on execution is about, None for all of
    the plan's; ``plan`` is the file's, where it is known already. Raises UserError."""
    source = FileSource(file, today, plan)
    if kind is OverviewKind.PROGRESS:
        return progress_overview(source)
    return execution_overview(source, period or source.plan.info.period)


def read_overview_of(
    path: Path, plan: Plan, kind: OverviewKind, today: date, period: Period | None = None
) -> Overview:
    """The same of a file that is read on a connection of its own, in any thread; its plan is known."""
    with FileToRead(path) as file:
        return read_overview(file, kind, today, period, plan)

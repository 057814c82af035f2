"""Printing: which months there are, what a report will hold, and the report as PDF."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup, month_group
from roadmap_desktop.operations.months import first_month, month_of, months_of, parse_month
from roadmap_desktop.operations.report_choices import read_choices
from roadmap_desktop.operations.report_source import FileSource
from roadmap_desktop.reports import catalogue, render
from roadmap_desktop.reports.blocks import FONT_SIZES, Document, Orientation
from roadmap_desktop.reports.dressing import Dress, dressed, usual_dress
from roadmap_desktop.reports.month import GROUP_TITLES, MonthOptions, month_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.schema import is_database

__all__ = [
    "FONT_SIZES",
    "GROUP_TITLES",
    "MonthOptions",
    "Orientation",
    "charts_of",
    "first_month",
    "group_counts",
    "month_of",
    "month_pdf",
    "months_of",
    "parse_month",
    "print_report",
    "refuse_to_replace",
    "report_document",
    "report_lines",
    "save_pdf",
]


_KINDS = {".pdf": "PDF", ".docx": "документ Word", ".xlsx": "таблица Excel"}


def report_lines() -> list[str]:
    """Every report in a line: id, Russian title, parameters."""
    return [report.line for report in catalogue.REPORTS]


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


def report_document(
    file: RoadmapFile,
    report_id: str,
    typed: Mapping[str, str],
    today: date,
    dress: Dress | None = None,
) -> Document:
    """A report as blocks, with its parameters as they are typed on the command line. Raises KnownError for an unknown
    report, parameter or value."""
    report = catalogue.find_report(report_id)
    source = FileSource(file, today)
    choices = read_choices(report, file, source.plan, today, typed)
    document = report.build(source, choices)
    return dressed(document, dress or usual_dress(report, source.plan.info, document))


def charts_of(document: Document) -> tuple[Chart, ...]:
    """The charts of a report, for the screen: those that its paper has."""
    return tuple(block for block in document.blocks if isinstance(block, Chart))


def print_report(
    file: RoadmapFile, report_id: str, typed: Mapping[str, str], path: Path, today: date | None = None
) -> None:
    """Prints a report into a file, whose suffix says whether it becomes PDF, Word or Excel. Raises KnownError for an
    unknown report, parameter, value or suffix, or when it cannot be written; an older file of that name is untouched
    then."""
    refuse_to_replace(path, _KINDS.get(path.suffix.lower(), "PDF"))
    render.require_format(path)
    document = report_document(file, report_id, typed, today or date.today())
    render.write_data(render.document_bytes(document, path.suffix), path)


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

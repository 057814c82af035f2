"""Printing: which reports there are, what one of them holds with the options it was chosen, and the file it becomes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop import clock
from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.who import who_works
from roadmap_desktop.operations.printing.kept_words import keep_words
from roadmap_desktop.operations.printing.report_choices import read_choices
from roadmap_desktop.operations.printing.report_options import read_options
from roadmap_desktop.operations.printing.report_source import FileSource
from roadmap_desktop.reports import catalogue, render
from roadmap_desktop.reports.blocks import (
    DEFAULT_FONT_SIZE,
    FONT_SIZES,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Paragraph,
    Signature,
)
from roadmap_desktop.reports.document_options import DocumentOptions, columns_of, usual_options, with_options
from roadmap_desktop.reports.render import FORMATS
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source
from roadmap_desktop.storage.output import refuse_to_replace, write_data
from roadmap_desktop.storage.roadmap_file import RoadmapFile

__all__ = [
    "DEFAULT_FONT_SIZE",
    "FONT_SIZES",
    "FORMATS",
    "Choices",
    "Draft",
    "Orientation",
    "PageSetup",
    "Parameter",
    "ParameterKind",
    "Report",
    "Signature",
    "Stamp",
    "all_reports",
    "draft",
    "file_kind",
    "find_report",
    "first_page",
    "grouped",
    "known_of",
    "make_ready",
    "pdf_bytes",
    "print_report",
    "refuse_to_replace",
    "report_document",
    "report_lines",
    "reports_of_record",
    "save_document",
    "save_pdf",
    "undrawable",
]

find_report = catalogue.find_report
first_page = render.first_page
undrawable = render.undrawable
pdf_bytes = render.pdf_bytes

_KINDS = {".pdf": "PDF", ".docx": "документ Word", ".xlsx": "таблица Excel"}


class Draft(NamedTuple):
    """A document made and not yet drawn. ``document`` has its options; ``bare`` is it as the report made it; ``usual``
    are its options unless told otherwise; ``columns`` the titles of those that can be left out; ``counts`` how many
    there are behind each choice, where the report tells; ``kept`` what stands in its parameters of kept words."""

    document: Document
    bare: Document
    usual: DocumentOptions
    columns: tuple[str, ...]
    counts: Mapping[str, int]
    kept: Mapping[str, str]


def make_ready() -> None:
    """Loads what drawing needs, so that the first preview need not wait for it. Raises UserError when the fonts are
    missing."""
    render.first_page(Document("", (Heading(" "), Paragraph(" ", bold=True))))


def all_reports() -> tuple[Report, ...]:
    """Every report that the program knows."""
    return catalogue.REPORTS


def report_lines() -> list[str]:
    """Every report in a line: id, Russian title, parameters."""
    return [report.line for report in catalogue.REPORTS]


def reports_of_record(register: str) -> list[tuple[Report, Parameter]]:
    """The reports that can be of one record of the register, with the parameter that takes it; first those that cannot
    be without it."""
    found = [
        (report, parameter)
        for report in catalogue.REPORTS
        for parameter in report.parameters
        if parameter.kind is ParameterKind.RECORD and parameter.register == register
    ]
    return sorted(found, key=lambda one: not one[1].required)


def grouped(
    shown: Sequence[Report], register: str = "", *, has_file: bool = True
) -> list[tuple[str, list[Report]]]:
    """The reports to choose from, each once, under the titles of their groups: what is shown on the screen, what is
    about the register, all others. Without a file there is only the first."""
    about = {report.id for report, _parameter in reports_of_record(register)} | {register}
    groups: dict[str, list[Report]] = {}
    for report in shown:
        groups.setdefault(report.group, []).append(report)
    every = sorted(catalogue.REPORTS, key=lambda report: report.id not in about) if has_file else ()
    for report in every:
        title = f"Справочник «{BY_ID[register].title}»" if report.id in about else report.group
        groups.setdefault(title, []).append(report)
    return list(groups.items())


def draft(report: Report, choices: Choices, altered: Mapping[str, Any], source: Source | None) -> Draft:
    """The report as it was chosen; ``altered`` are fields of its usual options that are to be other ones. Without a
    source a table from the screen alone can be made. Raises UserError."""
    if source is None and report in catalogue.REPORTS:
        # The file was closed while its dialog was still thinking.
        raise UserError(
            "Дорожная карта закрыта, печатать нечего.", NOTHING_CHANGED, "Откройте её и повторите."
        )
    bare = report.build(source, **choices)
    usual = (
        usual_options(report, source.plan.info, bare, who_works())
        if source is not None
        else DocumentOptions()
    )
    counts = report.counts(source, **choices) if report.counts and source is not None else {}
    kept = report.kept(source, **choices) if report.kept and source is not None else {}
    return Draft(with_options(bare, replace(usual, **altered)), bare, usual, columns_of(bare), counts, kept)


def known_of(document: Document) -> frozenset[str]:
    """The fields of its usual options that a document itself knows: those of another record are other ones."""
    known = {"signatures"} if document.signatures else set()
    return frozenset(
        known | ({"annex"} if document.annex else set()) | ({"post", "name"} if document.approver else set())
    )


def save_pdf(content: bytes, path: Path) -> None:
    """Writes a finished PDF, replacing a file of that name only when the new one is whole. Raises UserError, also
    where the name is that of a roadmap."""
    refuse_to_replace(path)
    write_data(content, path)


def save_document(document: Document, path: Path, is_cancelled: Callable[[], bool] | None = None) -> None:
    """Writes a document as the file that the suffix names; an older file of that name is untouched until the new one
    is whole. Raises UserError, Cancelled."""
    refuse_to_replace(path, file_kind(path))
    render.require_format(path)
    write_data(render.document_bytes(document, path.suffix, is_cancelled), path)


def report_document(
    file: RoadmapFile,
    report_id: str,
    typed: Mapping[str, str],
    today: date,
    options: Mapping[str, str] | None = None,
) -> Document:
    """A report as blocks, with its parameters, and its options, as they are typed on the command line.
    Raises UserError for an unknown report, parameter or value."""
    report = find_report(report_id)
    source = FileSource(file, today)
    choices = read_choices(report, file, source.plan, today, typed)
    return _document(report, choices, source, options)


def _document(
    report: Report, choices: Choices, source: Source, options: Mapping[str, str] | None
) -> Document:
    made = draft(report, choices, {}, source)
    return with_options(made.bare, read_options(made.usual, options or {}, made.columns))


def print_report(
    file: RoadmapFile,
    report_id: str,
    typed: Mapping[str, str],
    path: Path,
    today: date | None = None,
    options: Mapping[str, str] | None = None,
    warn: Callable[[str], object] = lambda _sentence: None,
) -> None:
    """Prints a report into a file, whose suffix says whether it becomes PDF, Word or Excel; see ``report_document``.
    ``warn`` is told first what will not be on paper. Raises UserError, also for an unknown suffix, or when it cannot be
    written; an older file of that name is untouched then. Words that the file keeps are kept."""
    refuse_to_replace(path, file_kind(path))
    render.require_format(path)
    report, today = find_report(report_id), today or clock.today()
    source = FileSource(file, today)
    choices = read_choices(report, file, source.plan, today, typed)
    document = _document(report, choices, source, options)
    remark = undrawable(document) if path.suffix.lower() == ".pdf" else ""
    if remark:
        warn(remark)
    keep_words(file, report, choices)
    save_document(document, path)


def file_kind(path: Path) -> str:
    """«PDF», «документ Word» or «таблица Excel», by the suffix."""
    return _KINDS.get(path.suffix.lower(), "PDF")

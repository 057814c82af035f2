"""«Ход выполнения дорожной карты»: the digest of one file by sections, performers and months."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.digest import Progress
from roadmap_desktop.model.digest_tables import COUNT_HEADINGS, counts
from roadmap_desktop.model.overview import Overview, Part
from roadmap_desktop.model.progress_by import (
    ProgressLine,
    progress_by_months,
    progress_by_performers,
    progress_by_sections,
    progress_chart,
    whole_progress,
)
from roadmap_desktop.model.russian import activities_counted, small
from roadmap_desktop.reports.activity_cells import SHARED
from roadmap_desktop.reports.blocks import PORTRAIT, Align, Block, Document, Paragraph, headed
from roadmap_desktop.reports.digest import HOW_COUNTED
from roadmap_desktop.reports.parts import part_blocks
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Source

TITLE = "Ход выполнения дорожной карты"
_BY_LAST_DAY = "Мероприятие учтено в том месяце, в котором истекает его срок."


def progress_overview(source: Source) -> Overview:
    """What the digest of the open file tells as it stands today."""
    plan, today = source.plan, source.today
    if not plan.activities:
        return Overview((Part(TITLE, ("Мероприятий в дорожной карте пока нет.",)),))
    when = f"На {today:%d.%m.%Y} · {activities_counted(len(plan.activities))}"
    total = whole_progress(plan, today)
    parts = (
        _part("По разделам", "Раздел", "", progress_by_sections(plan, today), total),
        _part("По исполнителям", "Исполнитель", SHARED, progress_by_performers(plan, today), total),
        _part("По месяцам", "Срок", _BY_LAST_DAY, progress_by_months(plan, today), total),
    )
    return Overview((Part(TITLE, (when, HOW_COUNTED)), *(part for part in parts if len(part.rows) > 1)))


def progress_report(source: Source) -> Document:
    """The digest of the open file as it stands today."""
    return headed(TITLE, _blocks(source), PORTRAIT)


def _blocks(source: Source) -> Iterator[Block]:
    if source.plan.info.title:
        yield Paragraph(source.plan.info.title, Align.CENTRE, small=True)
    first, *parts = progress_overview(source).parts
    yield Paragraph(first.notes[0], Align.CENTRE, small=bool(parts))
    for note in first.notes[1:]:
        yield Paragraph(note, small=True)
    for part in parts:
        yield from part_blocks(part, 60)


def _part(title: str, header: str, how: str, lines: Sequence[ProgressLine], total: Progress) -> Part:
    rows = [(line.name, *counts(line.progress)) for line in lines]
    chart = progress_chart(f"Мероприятия {small(title)}", lines)
    notes = (how,) if how else ()
    headings = (header, *COUNT_HEADINGS)
    return Part(title, notes, chart, headings, (*rows, ("Всего", *counts(total))), has_total=True)


def _build(source: Source, _choices: Choices) -> Document:
    return progress_report(source)


REPORT = Report(
    id="digest",
    title="Сводка о ходе выполнения",
    group="Дорожная карта",
    parameters=(),
    build=_build,
)

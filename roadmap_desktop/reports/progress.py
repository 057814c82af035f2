"""«Ход выполнения дорожной карты»: the digest of one file by sections, performers and months."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.digest import Progress
from roadmap_desktop.model.digest_tables import COUNT_HEADINGS, counts
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
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.digest import HOW_COUNTED
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Source

TITLE = "Ход выполнения дорожной карты"
_BY_LAST_DAY = "Мероприятие учтено в том месяце, в котором истекает его срок."


def progress_report(source: Source) -> Document:
    """The digest of the open file as it stands today."""
    return headed(TITLE, _blocks(source), PORTRAIT)


def _blocks(source: Source) -> Iterator[Block]:
    plan, today = source.plan, source.today
    if plan.info.title:
        yield Paragraph(plan.info.title, Align.CENTRE, small=True)
    if not plan.activities:
        yield Paragraph("Мероприятий в дорожной карте пока нет.", Align.CENTRE)
        return
    yield Paragraph(
        f"На {today:%d.%m.%Y} · {activities_counted(len(plan.activities))}", Align.CENTRE, small=True
    )
    yield Paragraph(HOW_COUNTED, small=True)
    total = whole_progress(plan, today)
    yield from _part("По разделам", "Раздел", "", progress_by_sections(plan, today), total)
    yield from _part("По исполнителям", "Исполнитель", SHARED, progress_by_performers(plan, today), total)
    yield from _part("По месяцам", "Срок", _BY_LAST_DAY, progress_by_months(plan, today), total)


def _part(
    title: str, header: str, how: str, lines: Sequence[ProgressLine], total: Progress
) -> Iterator[Block]:
    if not lines:
        return
    yield Heading(title, level=2)
    if how:
        yield Paragraph(how, small=True)
    columns = (Column(header, 60), *(Column(each, 0, Align.CENTRE) for each in COUNT_HEADINGS))
    rows = [Row((line.name, *counts(line.progress))) for line in lines]
    yield Table(columns, (*rows, Row(("Всего", *counts(total)), is_total=True)))
    chart: Chart | None = progress_chart(f"Мероприятия {small(title)}", lines)
    if chart is not None:
        yield chart


def _build(source: Source, _choices: Choices) -> Document:
    return progress_report(source)


REPORT = Report(
    id="digest",
    title="Сводка о ходе выполнения",
    group="Дорожная карта",
    parameters=(),
    build=_build,
)

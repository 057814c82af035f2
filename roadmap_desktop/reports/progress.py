"""«Ход выполнения дорожной карты»: the digest of one file by sections, performers and months."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from roadmap_desktop.model.activity import Activity, ActivityPerformer
from roadmap_desktop.model.digest import Progress
from roadmap_desktop.model.digest_tables import COUNT_HEADINGS, counts
from roadmap_desktop.model.field import field_of
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
from roadmap_desktop.reports.blocks import PORTRAIT, Block, Document, Paragraph, headed, notice, subtitle
from roadmap_desktop.reports.columns import columns_for, computed
from roadmap_desktop.reports.digest import HOW_COUNTED
from roadmap_desktop.reports.lists import plan_title, tallied
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Source

TITLE = "Ход выполнения дорожной карты"
_BY_LAST_DAY = "Мероприятие учтено в том месяце, в котором истекает его срок."


def progress_report(source: Source) -> Document:
    """The digest of the open file as it stands today."""
    return headed(TITLE, _blocks(source), PORTRAIT)


def _blocks(source: Source) -> Iterator[Block]:
    plan, today = source.plan, source.today
    yield from plan_title(source)
    if not plan.activities:
        yield notice("Мероприятий в дорожной карте пока нет.")
        return
    yield subtitle(f"На {today:%d.%m.%Y} · {activities_counted(len(plan.activities))}")
    yield Paragraph(HOW_COUNTED, small=True)
    total = whole_progress(plan, today)
    section, performer = field_of(Activity, "section_id"), field_of(ActivityPerformer, "performer_id")
    yield from _part("По разделам", section.label, "", progress_by_sections(plan, today), total)
    yield from _part("По исполнителям", performer.label, SHARED, progress_by_performers(plan, today), total)
    yield from _part("По месяцам", "Срок", _BY_LAST_DAY, progress_by_months(plan, today), total)


def _part(
    title: str, header: str, how: str, lines: Sequence[ProgressLine], total: Progress
) -> Iterator[Block]:
    if not lines:
        return
    columns = (
        computed(header, 60, attrgetter("name")),
        *columns_for(dict(enumerate(COUNT_HEADINGS)), 0, lambda place, line: counts(line.progress)[place]),
    )
    chart = progress_chart(f"Мероприятия {small(title)}", lines)
    yield from tallied(title, columns, lines, ProgressLine("Всего", total), chart, how)


REPORT = Report(
    id="digest", title="Сводка о ходе выполнения", group=Group.ROADMAP, parameters=(), build=progress_report
)

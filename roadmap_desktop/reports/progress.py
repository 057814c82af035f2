"""«Ход выполнения дорожной карты»: the digest of one file by sections, performers and months."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from roadmap_desktop.model.activity import Activity, ActivityPerformer
from roadmap_desktop.model.digest_tables import COUNT_HEADINGS, counts
from roadmap_desktop.model.overview import Overview, Part
from roadmap_desktop.model.progress_by import (
    ProgressLine,
    progress_by_months,
    progress_by_performers,
    progress_by_sections,
    progress_chart,
    summed,
)
from roadmap_desktop.model.russian import activities_counted, small
from roadmap_desktop.reports.activity_cells import shared_words
from roadmap_desktop.reports.blocks import Block, Document, Paragraph, headed, notice, subtitle
from roadmap_desktop.reports.columns import TableColumn, column, columns_for, computed
from roadmap_desktop.reports.digest import HOW_COUNTED
from roadmap_desktop.reports.lists import plan_title
from roadmap_desktop.reports.parts import part_blocks, tallied
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Source

TITLE = "Ход выполнения дорожной карты"
_NAME = attrgetter("name")
_SECTION = column(Activity, "section_id", cell=_NAME)
_PERFORMER = column(ActivityPerformer, "performer_id", cell=_NAME)
_MONTH = computed("Срок", 0, _NAME)
_ALWAYS = (COUNT_HEADINGS.index("Всего"), COUNT_HEADINGS.index("Выполнено"), COUNT_HEADINGS.index("%"))
_BY_LAST_DAY = "Мероприятие учтено в том месяце, в котором истекает его срок."


def progress_overview(source: Source) -> Overview:
    """What the digest of the open file tells as it stands today."""
    plan, today = source.plan, source.today
    if not plan.activities:
        return Overview((Part(TITLE, ("Мероприятий в дорожной карте пока нет.",)),))
    when = f"На {today:%d.%m.%Y} · {activities_counted(len(plan.activities))}"
    performers = progress_by_performers(plan, today)
    shared = shared_words(summed(performers).activities, len(plan.activities))
    parts = (
        _part("По разделам", _SECTION, "", progress_by_sections(plan, today)),
        _part("По исполнителям", _PERFORMER, shared, performers),
        _part("По месяцам", _MONTH, _BY_LAST_DAY, progress_by_months(plan, today)),
    )
    return Overview((Part(TITLE, (when, HOW_COUNTED)), *(part for part in parts if len(part.rows) > 1)))


def progress_report(source: Source) -> Document:
    """The digest of the open file as it stands today."""
    return headed(TITLE, _blocks(source))


def _blocks(source: Source) -> Iterator[Block]:
    yield from plan_title(source)
    first, *parts = progress_overview(source).parts
    yield (subtitle if parts else notice)(first.notes[0])
    for note in first.notes[1:]:
        yield Paragraph(note, small=True)
    for part in parts:
        yield from part_blocks(part)


def _part(title: str, named: TableColumn, how: str, lines: Sequence[ProgressLine]) -> Part:
    total = summed(lines)
    # A column of noughts would say nothing; the others add up without it.
    shown = [index for index, count in enumerate(counts(total)) if count or index in _ALWAYS]
    headings = {index: COUNT_HEADINGS[index] for index in shown}
    columns = (named, *columns_for(headings, 0, lambda index, line: counts(line.progress)[index]))
    chart = progress_chart(f"Мероприятия {small(title)}", lines)
    return tallied(title, columns, lines, ProgressLine("Всего", total), chart, how)


REPORT = Report(
    id="digest", title="Сводка о ходе выполнения", group=Group.ROADMAP, parameters=(), build=progress_report
)

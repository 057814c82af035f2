"""«Сводка»: the charts and tallies of reports on the plan, for the screen; the numbers are those that are printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_scale import value_at, value_words
from roadmap_desktop.model.overview import Overview, OverviewKind, Part
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.report_source import FileSource
from roadmap_desktop.reports import execution, progress
from roadmap_desktop.reports.blocks import Align, Block, Heading, Paragraph, Row, Table
from roadmap_desktop.storage.reading_only import FileToRead
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_NO_ACTIVITIES = frozenset(execution.PARTS) - {execution.ACTIVITIES}


def read_overview(
    file: RoadmapFile, kind: OverviewKind, today: date, period: Period | None = None, plan: Plan | None = None
) -> Overview:
    """The overview as things stand on that day; ``period`` is what the report on execution is about, None for all of
    the plan's; ``plan`` is the file's, where it is known already. Raises UserError."""
    source = FileSource(file, today, plan)
    if kind is OverviewKind.EXECUTION:
        document = execution.execution(source, period or source.plan.info.period, _NO_ACTIVITIES)
    else:
        document = progress.progress_report(source)
    # On the screen the roadmap's own title stands above everything already.
    without = Paragraph(source.plan.info.title, Align.CENTRE, small=True)
    return _of(document.title, [block for block in document.blocks if block != without])


def read_overview_of(
    path: Path, plan: Plan, kind: OverviewKind, today: date, period: Period | None = None
) -> Overview:
    """The same of a file that is read on a connection of its own, in any thread; its plan is known."""
    with FileToRead(path) as file:
        return read_overview(file, kind, today, period, plan)


@dataclass
class _Collected:
    title: str = ""
    notes: list[str] = field(default_factory=list)
    chart: Chart | None = None
    table: Table | None = None


def _of(title: str, blocks: Iterable[Block]) -> Overview:
    return Overview(title, tuple(map(_part, _parted(blocks))))


def _parted(blocks: Iterable[Block]) -> Iterator[_Collected]:
    """What stands under each heading."""
    now = _Collected()
    for block in blocks:
        if isinstance(block, Heading) and now.title:
            yield now
            now = _Collected()
        if isinstance(block, Heading):
            now.title = block.text
        elif isinstance(block, Paragraph):
            now.notes.append(block.text)
        elif isinstance(block, Table):
            now.table = block
        elif isinstance(block, Chart):
            now.chart = block
    yield now


def _part(found: _Collected) -> Part:
    if found.table is not None:
        rows = [row for row in found.table.rows if isinstance(row, Row)]
        header = tuple(column.title for column in found.table.columns)
        has_total = bool(rows) and rows[-1].is_total
        texts = tuple(row.texts for row in rows)
        return Part(found.title, tuple(found.notes), found.chart, header, texts, has_total)
    header, texts = ((), ()) if found.chart is None else _values(found.chart)
    return Part(found.title, tuple(found.notes), found.chart, header, texts, False)


def _values(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The values of a chart that no table accompanies on paper."""
    header = (chart.title, *(series.name for series in chart.series))
    rows = (
        (name, *(value_words(value_at(series.values, place), chart.unit) for series in chart.series))
        for place, name in enumerate(chart.categories)
    )
    return header, tuple(rows)

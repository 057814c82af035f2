"""Parts of a report that count: made of columns, as «Сводка» shows them and as they are printed."""

from collections.abc import Iterator, Sequence
from typing import Any

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.overview import Part
from roadmap_desktop.reports.blocks import Align, Block, Column, Heading, Paragraph, Row, Table
from roadmap_desktop.reports.columns import TableColumn, cells_of


def tallied(
    title: str,
    columns: Sequence[TableColumn],
    tallies: Sequence[Any],
    total: Any,
    chart: Chart | None = None,
    how: str = "",
) -> Part:
    """What the columns count of each, whose names are the first, and of all together; ``how`` says how it is counted.
    Paper and screen have widths of their own for them."""
    titles = tuple(one.heading.title for one in columns)
    rows = tuple(cells_of(columns, one) for one in (*tallies, total))
    return Part(title, (how,) if how else (), chart, titles, rows, has_total=True)


def part_blocks(
    part: Part, *, widths: tuple[float, float] = (1, 0), with_chart: bool = True, **layout: Any
) -> Iterator[Block]:
    """A heading, the sentences, the counts and the chart of a part. ``widths`` are those of the names and of each
    count, usually all the room that the counts leave; ``layout`` goes to ``Table``."""
    yield Heading(part.title, level=2)
    for note in part.notes:
        yield Paragraph(note, small=bool(part.rows))
    if part.rows:
        names, *counts = part.header
        columns = (Column(names, widths[0]), *(Column(each, widths[1], Align.CENTRE) for each in counts))
        rows = [Row(cells) for cells in part.rows[:-1]]
        yield Table(columns, (*rows, Row(part.rows[-1], is_total=part.has_total)), **layout)
    if part.chart is not None and with_chart:
        yield part.chart

"""Parts of a report that «Сводка» shows too, as they are printed."""

from collections.abc import Iterator

from roadmap_desktop.model.overview import Part
from roadmap_desktop.reports.blocks import Align, Block, Column, Heading, Paragraph, Row, Table


def part_blocks(part: Part, width: float, *, with_chart: bool = True) -> Iterator[Block]:
    """A heading, the sentences, the counts and the chart of a part; ``width`` is that of the column of names."""
    yield Heading(part.title, level=2)
    for note in part.notes:
        yield Paragraph(note, small=bool(part.rows))
    if part.rows:
        names, *counts = part.header
        columns = (Column(names, width), *(Column(each, 0, Align.CENTRE) for each in counts))
        rows = [Row(cells) for cells in part.rows[:-1]]
        yield Table(columns, (*rows, Row(part.rows[-1], is_total=part.has_total)))
    if part.chart is not None and with_chart:
        yield part.chart

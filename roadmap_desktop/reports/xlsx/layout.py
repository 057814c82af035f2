"""Which blocks stand on which sheet: each table has one, with the words about it; each chart has one after that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.reports.blocks import Block, Heading, Orientation, PageBreak, Table

# A block with its place in the document.
Placed = tuple[int, Block]


@dataclass(slots=True)
class SheetPlan:
    """What stands above the table, the table, what stands beneath it, the charts among those words, and how the part
    lies that they are of, if it is not the first."""

    above: list[Placed]
    table: Table | None = None
    beneath: list[Placed] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    sheet: Orientation | None = None

    @property
    def heading(self) -> str:
        """The heading nearest to the table, of a part without one its own; an empty text when there is none."""
        words = self.above if self.table or not self.sheet else self.beneath
        headings = [block.text for _, block in words if isinstance(block, Heading)]
        return headings[-1] if headings else ""


def sheet_plans(blocks: Sequence[Block]) -> Iterator[SheetPlan]:
    """The sheets in the order of the document, those of each part for themselves."""
    for sheet, placed in _parts(blocks):
        for plan in _plans_of(placed):
            plan.sheet = sheet
            yield plan


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Orientation | None, list[Placed]]]:
    sheet: Orientation | None = None
    part: list[Placed] = []
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak) and block.sheet:
            yield sheet, part
            sheet, part = block.sheet, []
        else:
            part.append((index, block))
    yield sheet, part


def _plans_of(placed: Sequence[Placed]) -> Iterator[SheetPlan]:
    """Words after a table belong to it up to the heading or the page of the next one, and so does all that follows the
    last one."""
    plan: SheetPlan | None = None
    between: list[Placed] = []
    for row, block in placed:
        if not isinstance(block, Table):
            between.append((row, block))
            continue
        if plan is not None:
            end = _end_of_beneath([each for _, each in between])
            plan.beneath, between = between[:end], between[end:]
            yield _without_charts(plan)
        plan, between = SheetPlan(between, block), []
    plan = plan or SheetPlan([])
    plan.beneath = between
    yield _without_charts(plan)


def _end_of_beneath(between: Sequence[Block]) -> int:
    """Where words between two tables begin to belong to the second: at its own heading or a new page, else after a
    chart. A heading before that is one of a part without a table."""
    ends = [index for index, block in enumerate(between) if isinstance(block, Heading | PageBreak)]
    while len(ends) > 1 and ends[-2] == ends[-1] - 1:
        ends.pop()
    if ends:
        return ends[-1]
    return max((index + 1 for index, block in enumerate(between) if isinstance(block, Chart)), default=0)


def _without_charts(plan: SheetPlan) -> SheetPlan:
    plan.charts = [block for _, block in (*plan.above, *plan.beneath) if isinstance(block, Chart)]
    plan.above, plan.beneath = (
        [placed for placed in words if not isinstance(placed[1], Chart | PageBreak)]
        for words in (plan.above, plan.beneath)
    )
    return plan

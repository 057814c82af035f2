"""A document drawn block by block: what belongs together stays on one page."""

import contextlib
from collections.abc import Callable, Sequence
from typing import assert_never

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Block,
    Contents,
    Document,
    FillIn,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    SideBySide,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.leading_in import leads_in
from roadmap_desktop.reports.pdf.closing import Extent, closeness
from roadmap_desktop.reports.pdf.contents import contents_beginning, draw_contents
from roadmap_desktop.reports.pdf.filling import draw_fill_in, fill_in_beginning
from roadmap_desktop.reports.pdf.flow import EnoughPages, Flow
from roadmap_desktop.reports.pdf.remainder import Remainder
from roadmap_desktop.reports.pdf.running_text import (
    beneath_heading,
    draw_heading,
    draw_item,
    draw_paragraph,
    heading_height,
    item_beginning,
    paragraph_beginning,
    paragraph_height,
)
from roadmap_desktop.reports.pdf.side_by_side import draw_side_by_side, side_by_side_height
from roadmap_desktop.reports.pdf.signing import draw_signatures, signatures_extent, signatures_height
from roadmap_desktop.reports.pdf.stamps import draw_stamp, stamp_height
from roadmap_desktop.reports.pdf.surface import Surface
from roadmap_desktop.reports.pdf.table import LaidTable

# Of a page: what is longer need not stand together.
_LONG = 0.75


def draw(document: Document, cancelled: Callable[[], bool], most_pages: int | None = None) -> bytes | None:
    """The document as a PDF file's bytes, or None when ``cancelled`` said so on the way. ``most_pages`` leaves out the
    pages after so many."""
    surface = Surface(document)
    flow = Flow(surface, document.page, cancelled, most_pages)
    with contextlib.suppress(EnoughPages):
        _Drawing(flow, document.blocks).draw()
    if cancelled():
        return None
    flow.end()
    return surface.finish()


class _Drawing:
    """The blocks of one document on their way down the pages."""

    def __init__(self, flow: Flow, blocks: Sequence[Block]) -> None:
        self._flow = flow
        self._blocks = blocks
        self._tables: dict[int, LaidTable] = {}
        self._remainder = Remainder(flow, blocks)

    def draw(self) -> None:
        """Draws the blocks until the last one, or until nobody wants them."""
        for index in range(len(self._blocks)):
            if self._flow.cancelled():
                return
            self._draw_block(index)
            self._tables.pop(index, None)

    def _draw_block(self, index: int) -> None:
        self._close_up(index)
        flow, block, tail = self._flow, self._blocks[index], self._ending(index).height
        match block:
            case Heading():
                draw_heading(flow, block, self._beneath_heading(index, block) + self._beginning(index + 1))
                flow.skip(self._beneath_heading(index, block))
            case Paragraph():
                draw_paragraph(flow, block, tail or self._spoken_of(index, block))
            case Item():
                draw_item(flow, block, tail)
            case FillIn():
                draw_fill_in(flow, block, tail)
            case ApprovalStamp() | AnnexStamp():
                draw_stamp(flow, block, tail)
            case SideBySide():
                draw_side_by_side(flow, block, tail)
            case Table():
                self._draw_table(index, block)
            case Chart():
                self._draw_chart(block, tail)
            case SignatureLines():
                draw_signatures(flow, block, tail)
            case PageBreak():
                self._break_page(index, block)
            case Contents():
                draw_contents(flow, self._headings_after(index), tail)
            case _:
                assert_never(block)

    def _beginning(self, index: int) -> float:
        """The height of the least of the blocks from that one on which can stand at the foot of a page."""
        if index >= len(self._blocks):
            return 0.0
        flow, block, tail = self._flow, self._blocks[index], self._ending(index).height
        match block:
            case Heading():
                return (
                    heading_height(flow, block)
                    + self._beneath_heading(index, block)
                    + self._beginning(index + 1)
                )
            case Paragraph():
                after = self._spoken_of(index, block)
                whole = paragraph_height(flow, block) + after
                return whole if after else paragraph_beginning(flow, block, tail)
            case Item():
                return item_beginning(flow, block, tail)
            case FillIn():
                return fill_in_beginning(flow, block, tail)
            case ApprovalStamp() | AnnexStamp():
                return stamp_height(flow, block) + tail
            case SideBySide():
                return side_by_side_height(flow, block) + tail
            case Table():
                return self._laid(index, block).beginning(tail)
            case Chart():
                return self._chart_beginning(block, tail)
            case SignatureLines():
                return signatures_height(flow, block) + tail
            case PageBreak():
                return 0.0
            case Contents():
                return contents_beginning(flow, self._headings_after(index), tail)
            case _:
                assert_never(block)

    def _spoken_of(self, index: int, paragraph: Paragraph) -> float:
        """The height of what a paragraph goes with: what is said beneath a title, or leads in to a table, goes with
        what it speaks of, unless that is long."""
        if not leads_in(self._blocks, index):
            return 0.0
        after = self._beginning(index + 1)
        is_long = paragraph_height(self._flow, paragraph) + after > self._flow.page_room * _LONG
        return 0.0 if is_long else after

    def _beneath_heading(self, index: int, heading: Heading) -> float:
        return beneath_heading(self._flow, heading, self._blocks[index + 1 : index + 2])

    def _ending(self, index: int) -> Extent:
        """The lines to sign on that follow: they may not leave what stands above them."""
        ending = Extent()
        for block in self._blocks[index + 1 :]:
            if not isinstance(block, SignatureLines):
                break
            height = signatures_height(self._flow, block)
            ending = ending.and_then(Extent(height, min(height, signatures_extent(self._flow, block).free)))
        return ending

    def _close_up(self, index: int) -> None:
        """Draws the rest of a document closer where this page then holds it."""
        rest = self._remainder.after(index)
        if rest is not None and self._flow.closeness == 1.0:
            self._flow.closeness = closeness(rest, self._flow.room)

    def _laid(self, index: int, table: Table) -> LaidTable:
        """The first part of that table, whose columns are worked out once."""
        if index not in self._tables:
            self._tables[index] = LaidTable(self._flow, next(table.parts()))
        return self._tables[index]

    def _draw_table(self, index: int, table: Table) -> None:
        for number, part in enumerate(table.parts(), 1):
            laid = LaidTable(self._flow, part) if number > 1 else self._laid(index, table)
            is_last = number == table.part_count
            after = self._ending(index) if is_last else Extent()
            if number > 1 and not laid.is_lower(self._flow.room - after.height):
                self._flow.new_page()
            laid.draw(after, self._remainder.after(index + 1) if is_last else None)

    def _draw_chart(self, chart: Chart, tail: float) -> None:
        from roadmap_desktop.reports.pdf.chart import draw_chart

        draw_chart(self._flow, chart, tail)

    def _chart_beginning(self, chart: Chart, tail: float) -> float:
        from roadmap_desktop.reports.pdf.chart import chart_beginning

        return chart_beginning(self._flow, chart, tail)

    def _break_page(self, index: int, block: PageBreak) -> None:
        if not self._ending(index).height:
            self._flow.new_page(block.sheet)

    def _headings_after(self, index: int) -> list[tuple[int, Heading]]:
        """The headings of level 2 after that block, each with its place among all headings."""
        headings = [(place, block) for place, block in enumerate(self._blocks) if isinstance(block, Heading)]
        return [
            (number, heading)
            for number, (place, heading) in enumerate(headings)
            if place > index and heading.level == 2
        ]

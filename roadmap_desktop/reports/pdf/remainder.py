"""What is left of a document, where nothing but text and lines to sign on is left."""

from collections.abc import Sequence

from roadmap_desktop.reports.blocks import Block, FillIn, Heading, Item, Paragraph, SignatureLines
from roadmap_desktop.reports.pdf.closing import Extent
from roadmap_desktop.reports.pdf.filling import fill_in_height
from roadmap_desktop.reports.pdf.flow import Flow
from roadmap_desktop.reports.pdf.running_text import (
    beneath_heading,
    heading_height,
    item_height,
    paragraph_beneath,
    paragraph_height,
)
from roadmap_desktop.reports.pdf.signing import signatures_extent

_TEXT = Heading | Paragraph | Item | FillIn | SignatureLines


class Remainder:
    """The extents of the last blocks of a document, as far back as a page holds them."""

    def __init__(self, flow: Flow, blocks: Sequence[Block]) -> None:
        self._flow = flow
        self._blocks = blocks
        self._first = len(blocks)
        while self._first > 0 and isinstance(blocks[self._first - 1], _TEXT):
            self._first -= 1
        self._extents: dict[int, Extent] | None = None

    def after(self, index: int) -> Extent | None:
        """The extent of all blocks from that one on; None where a page does not hold them, or some are no text."""
        if index < self._first:
            return None
        # Not before: an earlier part may lie otherwise.
        if self._extents is None:
            self._extents = dict(self._measured())
        return self._extents.get(index)

    def _measured(self) -> list[tuple[int, Extent]]:
        whole = Extent()
        found = [(len(self._blocks), whole)]
        for index in range(len(self._blocks) - 1, self._first - 1, -1):
            whole = self._extent(index).and_then(whole)
            if whole.least > self._flow.page_room:
                break
            found.append((index, whole))
        return found

    def _extent(self, index: int) -> Extent:
        flow, block = self._flow, self._blocks[index]
        match block:
            case Heading():
                beneath = beneath_heading(flow, block, self._blocks[index + 1 : index + 2])
                return Extent(heading_height(flow, block) + beneath, flow.gap + beneath)
            case Paragraph():
                return Extent(paragraph_height(flow, block), paragraph_beneath(flow, block))
            case Item():
                return Extent(item_height(flow, block), flow.gap / 2)
            case FillIn():
                return Extent(fill_in_height(flow, block), flow.gap / 2)
            case SignatureLines():
                apart = 2 * flow.gap if index < len(self._blocks) - 1 else 0.0
                return signatures_extent(flow, block).and_then(Extent(apart, apart))
            case _:
                raise AssertionError(block)

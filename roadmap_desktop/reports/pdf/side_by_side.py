"""Two texts on one level."""

from itertools import zip_longest

from roadmap_desktop.reports.blocks import SideBySide
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.flow import GAP, LEADING, Flow
from roadmap_desktop.reports.pdf.stamps import WIDTH


def side_by_side_height(flow: Flow, block: SideBySide) -> float:
    """The height of both."""
    return max(map(len, _lines(flow, block))) * flow.size * LEADING + GAP


def draw_side_by_side(flow: Flow, block: SideBySide, tail: float) -> None:
    """Draws both line by line, so that what is longer than a page goes on over others."""
    leading = flow.size * LEADING
    flow.need(side_by_side_height(flow, block) + tail)
    for left, right in zip_longest(*_lines(flow, block), fillvalue=""):
        flow.need(leading)
        flow.write((left,), flow.left, flow.width, flow.y, flow.size)
        flow.write((right,), flow.left + flow.width - WIDTH, WIDTH, flow.y, flow.size)
        flow.y -= leading
    flow.skip(GAP)


def _lines(flow: Flow, block: SideBySide) -> tuple[tuple[str, ...], tuple[str, ...]]:
    left = text.wrap(block.left, flow.width - WIDTH - GAP, flow.size)
    return left, text.wrap(block.right, WIDTH, flow.size)

"""The list of a document's parts with their pages. The pages are known when the last one is drawn, so the list leaves
places that are filled in then."""

from collections.abc import Sequence
from functools import partial

from roadmap_desktop.reports.blocks import Heading
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.flow import GAP, LEADING, Flow
from roadmap_desktop.reports.pdf.running_text import heading_key
from roadmap_desktop.reports.pdf.wrapping import wrapper

_NUMBER_WIDTH = 2.5  # sizes
_LOOSE = 1.3


def contents_beginning(flow: Flow, headings: Sequence[tuple[int, Heading]], tail: float) -> float:
    """The height of what must stand together at the beginning of the list."""
    heights = [_height(flow, heading) for _, heading in headings]
    return sum(heights[:2]) + (tail if len(heights) < 3 else 0.0)


def draw_contents(flow: Flow, headings: Sequence[tuple[int, Heading]], tail: float) -> None:
    """Draws a line for each of these headings, given with their places among all headings of the document."""
    flow.need(contents_beginning(flow, headings, tail))
    for index, (number, heading) in enumerate(headings):
        height = _height(flow, heading)
        flow.need(height + (tail if index == len(headings) - 1 else 0.0))
        name = f"contents-{number}"
        flow.surface.leave(name)
        if not flow.is_partial:
            flow.surface.link(heading_key(number), flow.left, flow.y - height, flow.width, height)
        flow.at_end.append(partial(_fill, flow, name, _lines(flow, heading), flow.width, flow.y, number))
        flow.y -= height
    flow.skip(GAP)


def _fill(flow: Flow, name: str, lines: tuple[str, ...], width: float, top: float, number: int) -> None:
    """Draws a heading, dots and the number of its page, which stays out while not all pages are drawn. The last page
    may lie otherwise than this one."""
    page = str(flow.headings[number]) if number < len(flow.headings) else ""
    flow.write(lines, flow.left, width, top, flow.size)
    last = top - (len(lines) - 1) * flow.size * LEADING
    breaks = wrapper(False)
    unit = flow.size / 1000
    used = breaks.line_width(lines[-1] + " ") * unit
    room = width - used - breaks.line_width(" " + page) * unit
    dots = "." * int(room / (breaks.width(".") * unit))
    shown = f"{dots} {page}"
    left = flow.left + width - breaks.line_width(shown) * unit
    flow.write((shown,), left, width, last, flow.size)
    flow.surface.fill(name)


def _height(flow: Flow, heading: Heading) -> float:
    lines = _lines(flow, heading)
    return text.height(lines, flow.size) + (_LOOSE - 1) * flow.size


def _lines(flow: Flow, heading: Heading) -> tuple[str, ...]:
    return text.wrap(heading.text, flow.width - _NUMBER_WIDTH * flow.size, flow.size)

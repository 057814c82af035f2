"""Running text on the page: headings, paragraphs and the points of a list."""

from collections.abc import Sequence

from roadmap_desktop.reports.blocks import Align, Block, Heading, Item, Paragraph
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.drawable import in_one_line
from roadmap_desktop.reports.pdf.flow import MM, Flow
from roadmap_desktop.reports.pdf.wrapping import wrapper
from roadmap_desktop.reports.typesetting import NO_BREAK

_LARGER = 2
_SMALLER = 1
_INDENT = 12.5 * MM
_MARK_WIDTH = 8 * MM
_MARK_MOST = 0.25  # of the width


def heading_height(flow: Flow, heading: Heading) -> float:
    """The height of a heading with the room above it."""
    return flow.gap + text.height(_heading_lines(flow, heading), _heading_size(flow, heading))


def draw_heading(flow: Flow, heading: Heading, beginning: float) -> None:
    """Draws a heading, bold and aligned as it says; ``beginning`` is the height of what must follow it on its page. It
    is also a bookmark."""
    size, lines = _heading_size(flow, heading), _heading_lines(flow, heading)
    flow.need(flow.gap + text.height(lines, size) + beginning)
    flow.skip(flow.gap)
    key = heading_key(len(flow.headings))
    flow.headings.append(flow.surface.page)
    flow.surface.bookmark(key, heading.bookmark or heading.text, heading.level - 1, flow.y)
    text.draw_lines(flow, lines, size, align=heading.align, bold=True)


def beneath_heading(flow: Flow, heading: Heading, following: Sequence[Block]) -> float:
    """The room between a heading and what follows, unless that is text, which has room above its letters; always
    beneath the title of a letter's text, which stands at the left."""
    if heading.align is Align.LEFT:
        return flow.gap
    return flow.gap / 2 if following and not isinstance(following[0], Heading | Paragraph) else 0.0


def heading_key(number: int) -> str:
    """What links know the heading by that is the document's ``number``-th, from 0."""
    return f"heading-{number}"


def paragraph_beginning(flow: Flow, paragraph: Paragraph, tail: float) -> float:
    """The height of what must stand together at a paragraph's beginning."""
    tail = text.with_gap(tail, paragraph_beneath(flow, paragraph))
    return text.beginning(_paragraph_lines(flow, paragraph), _paragraph_size(flow, paragraph), tail)


def paragraph_height(flow: Flow, paragraph: Paragraph) -> float:
    """The height of a whole paragraph with the room beneath it."""
    size = _paragraph_size(flow, paragraph)
    return text.height(_paragraph_lines(flow, paragraph), size) + paragraph_beneath(flow, paragraph)


def draw_paragraph(flow: Flow, paragraph: Paragraph, tail: float) -> None:
    """Draws a paragraph over as many pages as it takes. ``tail`` is the height of what may not leave its last lines."""
    size, lines = _paragraph_size(flow, paragraph), _paragraph_lines(flow, paragraph)
    tail = text.with_gap(tail, paragraph_beneath(flow, paragraph))
    flow.need(text.beginning(lines, size, tail))
    if paragraph.indent:
        first = (lines[0].lstrip(NO_BREAK),)
        flow.write(first, flow.left + _INDENT, flow.width - _INDENT, flow.y, size, bold=paragraph.bold)
        flow.y -= text.height(first, size)
        lines = lines[1:]
    text.draw_lines(flow, lines, size, align=paragraph.align, bold=paragraph.bold, tail=tail)
    flow.skip(paragraph_beneath(flow, paragraph))


def item_beginning(flow: Flow, item: Item, tail: float) -> float:
    """The height of what must stand together at the beginning of a point."""
    return text.beginning(_item_lines(flow, item), flow.size, text.with_gap(tail, flow.gap / 2))


def item_height(flow: Flow, item: Item) -> float:
    """The height of a whole point with the room beneath it."""
    return text.height(_item_lines(flow, item), flow.size) + flow.gap / 2


def draw_item(flow: Flow, item: Item, tail: float) -> None:
    """Draws a point of a list, its lines hanging beneath one another beside the mark."""
    lines, tail = _item_lines(flow, item), text.with_gap(tail, flow.gap / 2)
    flow.need(text.beginning(lines, flow.size, tail))
    left = _item_left(flow, item)
    if left:
        flow.write((in_one_line(item.mark),), flow.left, left, flow.y, flow.size)
    text.draw_lines(flow, lines, flow.size, left=left, tail=tail)
    flow.skip(flow.gap / 2)


def _heading_size(flow: Flow, heading: Heading) -> float:
    return flow.size + (_LARGER if heading.level == 1 else 0)


def _heading_lines(flow: Flow, heading: Heading) -> tuple[str, ...]:
    return wrapper(True).balance(heading.text, flow.width * 1000 / _heading_size(flow, heading))


def _paragraph_size(flow: Flow, paragraph: Paragraph) -> float:
    return flow.size - (_SMALLER if paragraph.small else 0)


def _paragraph_lines(flow: Flow, paragraph: Paragraph) -> tuple[str, ...]:
    """Where the first line is indented, it begins with as many spaces as are as wide as the indent."""
    size = _paragraph_size(flow, paragraph)
    breaks = wrapper(paragraph.bold)
    if paragraph.align is Align.CENTRE:
        return breaks.balance(paragraph.text, flow.width * 1000 / size)
    spaces = -int(-_INDENT // (breaks.width(NO_BREAK) * size / 1000)) if paragraph.indent else 0
    return breaks.wrap(NO_BREAK * spaces + paragraph.text, flow.width * 1000 / size)


def paragraph_beneath(flow: Flow, paragraph: Paragraph) -> float:
    """The room beneath a paragraph."""
    return flow.gap if paragraph.small else flow.gap / 2


def _item_left(flow: Flow, item: Item) -> float:
    """How far in the text of a point stands; nought where its mark is too long to stand beside it."""
    mark = wrapper(False).line_width(in_one_line(item.mark) + " ") * flow.size / 1000
    return max(_MARK_WIDTH, mark) if mark < flow.width * _MARK_MOST else 0.0


def _item_lines(flow: Flow, item: Item) -> tuple[str, ...]:
    left = _item_left(flow, item)
    return text.wrap(item.text if left else f"{item.mark} {item.text}", flow.width - left, flow.size)

"""Running text on the page: headings, paragraphs, the approval stamp and the lines to sign on."""

from roadmap_desktop.reports.blocks import (
    Align,
    ApprovalStamp,
    Heading,
    Paragraph,
    Signature,
    SignatureLines,
)
from roadmap_desktop.reports.pdf.flow import LEADING, MM, Flow
from roadmap_desktop.reports.pdf.wrapping import wrapper

_STAMP_WIDTH = 80 * MM
_STAMP_DATE = "«____» ______________ 20___ г."
_SIGN_WIDTH = 45 * MM
_NAME_WIDTH = 45 * MM
_GAP = 4 * MM
_BLANK_NAME = "_" * 17
_BLANK_SIGN = "_" * 13
_STAMP_LEADING = 1.5
_LARGER = 2
_SMALLER = 1


def draw_heading(flow: Flow, heading: Heading) -> None:
    """Draws a heading, centred and bold, with room for three lines of what follows; it is also a bookmark."""
    size = flow.size + (_LARGER if heading.level == 1 else 0)
    lines = wrapper(True).balance(heading.text, flow.width * 1000 / size)
    flow.need(len(lines) * size * LEADING + 3 * flow.size * LEADING)
    flow.skip(_GAP)
    flow.surface.bookmark(heading.text, heading.level - 1, flow.y)
    _draw(flow, lines, size, Align.CENTRE, bold=True)


def draw_paragraph(flow: Flow, paragraph: Paragraph, tail: float) -> None:
    """Draws a paragraph over as many pages as it takes. ``tail`` is the height of what may not leave its last lines."""
    size = flow.size - (_SMALLER if paragraph.small else 0)
    breaks = wrapper(paragraph.bold)
    wrap = breaks.balance if paragraph.align is Align.CENTRE else breaks.wrap
    lines = wrap(paragraph.text, flow.width * 1000 / size)
    leading = size * LEADING
    while lines:
        fitting = max(int(flow.room / leading), 1 if flow.at_top else 0)
        if fitting >= len(lines) and (len(lines) * leading + tail > flow.room) and not flow.at_top:
            fitting = max(len(lines) - 2, 0)
        _draw(flow, lines[:fitting], size, paragraph.align, paragraph.bold)
        lines = lines[fitting:]
        if lines:
            flow.new_page()
    flow.skip(_GAP if paragraph.small else _GAP / 2)


def draw_stamp(flow: Flow, stamp: ApprovalStamp) -> None:
    """Draws the stamp at the right: the word, the post, a line to sign with the name, the date to write in."""
    lines = (
        stamp.word,
        *(
            _wrap(stamp.post, _STAMP_WIDTH, flow.size, bold=False)
            if stamp.post
            else (f"{_BLANK_SIGN}_{_BLANK_NAME}",)
        ),
        *_wrap(f"{_BLANK_SIGN} {stamp.name or _BLANK_NAME}", _STAMP_WIDTH, flow.size, bold=False),
        _STAMP_DATE,
    )
    height = len(lines) * flow.size * _STAMP_LEADING
    flow.need(height)
    left = flow.left + flow.width - _STAMP_WIDTH
    for index, line in enumerate(lines):
        flow.write((line,), left, _STAMP_WIDTH, flow.y - index * flow.size * _STAMP_LEADING, flow.size)
    flow.y -= height
    flow.skip(_GAP)


def signatures_height(flow: Flow, lines: SignatureLines) -> float:
    """The height of the lines to sign on, with the room above them."""
    return sum(_signature_height(flow, signature) for signature in lines.signatures)


def draw_signatures(flow: Flow, lines: SignatureLines) -> None:
    """Draws, for each who signs, the post at the left, a line in the middle, the name at the right."""
    flow.need(signatures_height(flow, lines))
    for signature in lines.signatures:
        height = _signature_height(flow, signature)
        flow.skip(2 * _GAP)
        post = _post_lines(flow, signature)
        flow.write(post, flow.left, flow.width, flow.y, flow.size)
        last = flow.y - (len(post) - 1) * flow.size * LEADING
        right = flow.left + flow.width
        name = _wrap(signature.name or _BLANK_NAME, _NAME_WIDTH, flow.size, bold=False)
        sign = right - _NAME_WIDTH - _GAP - _SIGN_WIDTH
        flow.surface.rule(sign, last - flow.size, sign + _SIGN_WIDTH, last - flow.size)
        flow.write(name, right - _NAME_WIDTH, _NAME_WIDTH, last, flow.size)
        flow.y -= height - 2 * _GAP


def _signature_height(flow: Flow, signature: Signature) -> float:
    name = _wrap(signature.name, _NAME_WIDTH, flow.size, bold=False)
    lines = len(_post_lines(flow, signature)) + len(name) - 1
    return 2 * _GAP + lines * flow.size * LEADING


def _post_lines(flow: Flow, signature: Signature) -> tuple[str, ...]:
    return _wrap(signature.post, flow.width - _NAME_WIDTH - _SIGN_WIDTH - 2 * _GAP, flow.size, bold=False)


def _wrap(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    return wrapper(bold).wrap(text, width * 1000 / size)


def _draw(flow: Flow, lines: tuple[str, ...], size: float, align: Align, bold: bool) -> None:
    if lines:
        flow.write(lines, flow.left, flow.width, flow.y, size, align=align, bold=bold)
        flow.y -= len(lines) * size * LEADING

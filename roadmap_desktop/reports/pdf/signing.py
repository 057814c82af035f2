"""Lines to sign on."""

from roadmap_desktop.reports.blocks import Signature, SignatureLines
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.closing import Extent
from roadmap_desktop.reports.pdf.flow import GAP, LEADING, MM, Flow
from roadmap_desktop.reports.to_sign import signed_by

_SIGN_WIDTH = 45 * MM
_NAME_WIDTH = 45 * MM


def signatures_height(flow: Flow, lines: SignatureLines) -> float:
    """The height of what must stand together: all of the lines, with the room above them, or the first of so many that
    no page holds them."""
    heights = [_height(flow, signature) for signature in lines.signatures]
    return sum(heights) if sum(heights) < flow.page_room / 2 else max(heights[:1], default=0.0)


def signatures_extent(flow: Flow, lines: SignatureLines) -> Extent:
    """All of the lines, with the room above them."""
    heights = [_height(flow, signature) for signature in lines.signatures]
    return Extent(sum(heights), 2 * flow.gap * len(heights))


def draw_signatures(flow: Flow, lines: SignatureLines, tail: float) -> None:
    """Draws, for each who signs, the post at the left, a line in the middle, the name at the right; what follows stands
    apart from them."""
    flow.need(signatures_height(flow, lines) + tail)
    for signature in lines.signatures:
        flow.need(_height(flow, signature))
        _draw(flow, signature)
    flow.skip(2 * flow.gap)


def _draw(flow: Flow, signature: Signature) -> None:
    flow.skip(2 * flow.gap)
    bottom = flow.y - (_height(flow, signature) - 2 * flow.gap)
    post = _post_lines(flow, signature)
    flow.write(post, flow.left, flow.width, flow.y, flow.size)
    last = flow.y - (len(post) - 1) * flow.size * LEADING
    right = flow.left + flow.width
    sign = right - _NAME_WIDTH - GAP - _SIGN_WIDTH
    flow.surface.rule(sign, last - flow.size, sign + _SIGN_WIDTH, last - flow.size)
    flow.write(_name_lines(flow, signature), right - _NAME_WIDTH, _NAME_WIDTH, last, flow.size)
    flow.y = bottom


def _height(flow: Flow, signature: Signature) -> float:
    lines = len(_post_lines(flow, signature)) + len(_name_lines(flow, signature)) - 1
    return 2 * flow.gap + lines * flow.size * LEADING


def _post_lines(flow: Flow, signature: Signature) -> tuple[str, ...]:
    return text.wrap(signature.post, flow.width - _NAME_WIDTH - _SIGN_WIDTH - 2 * GAP, flow.size)


def _name_lines(flow: Flow, signature: Signature) -> tuple[str, ...]:
    return text.wrap(signed_by(signature.name), _NAME_WIDTH, flow.size)

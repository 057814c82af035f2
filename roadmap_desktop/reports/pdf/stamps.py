"""What stands at the upper right of the first page: who approves or agrees, or what the document is an annex to."""

from roadmap_desktop.reports.blocks import AnnexStamp, ApprovalStamp
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.flow import GAP, LEADING, MM, Flow
from roadmap_desktop.reports.to_sign import stamp_lines

WIDTH = 80 * MM
_LOOSE = 1.5

Stamp = ApprovalStamp | AnnexStamp


def stamp_height(flow: Flow, stamp: Stamp) -> float:
    """The height of the whole stamp."""
    return len(_lines(flow, stamp)) * _leading(flow, stamp) + GAP


def draw_stamp(flow: Flow, stamp: Stamp, tail: float) -> None:
    """Draws the stamp at the right. One that approves: the word, the post, a line to sign with the name, the date to
    write in."""
    leading = _leading(flow, stamp)
    flow.need(stamp_height(flow, stamp) + tail)
    for line in _lines(flow, stamp):
        flow.need(leading)
        flow.write((line,), flow.left + flow.width - WIDTH, WIDTH, flow.y, flow.size)
        flow.y -= leading
    flow.skip(GAP)


def _leading(flow: Flow, stamp: Stamp) -> float:
    return flow.size * (_LOOSE if isinstance(stamp, ApprovalStamp) else LEADING)


def _lines(flow: Flow, stamp: Stamp) -> tuple[str, ...]:
    if isinstance(stamp, AnnexStamp):
        return text.wrap(stamp.text, WIDTH, flow.size)
    return tuple(line for each in stamp_lines(stamp) for line in text.wrap(each, WIDTH, flow.size))

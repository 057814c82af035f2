"""Lines of running text drawn over as many pages as they take."""

from collections.abc import Sequence

from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.pdf.flow import LEADING, Flow
from roadmap_desktop.reports.pdf.wrapping import wrapper

# A text is parted between pages so that no line of it stands alone.
_LEAST_LINES = 2


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of that width in points."""
    return wrapper(bold).wrap(text, width * 1000 / size)


def height(lines: Sequence[str], size: float) -> float:
    """How much room that many lines take."""
    return len(lines) * size * LEADING


def with_gap(tail: float, gap: float) -> float:
    """The height of what an end may not leave, with the room between them; nothing where nothing follows."""
    return tail + gap if tail else 0.0


def beginning(lines: Sequence[str], size: float, tail: float) -> float:
    """How much room the least beginning of a text takes; one of few lines is not parted and keeps its ``tail``."""
    return height(lines, size) + tail if len(lines) < 2 * _LEAST_LINES else height(lines[:_LEAST_LINES], size)


def draw_lines(
    flow: Flow,
    lines: tuple[str, ...],
    size: float,
    *,
    left: float = 0.0,
    align: Align = Align.LEFT,
    bold: bool = False,
    tail: float = 0.0,
) -> None:
    """Draws lines from the pen down, ``left`` points in. ``tail`` is the height of what their end may not leave."""
    while lines:
        count = _fitting(flow, lines, size * LEADING, tail)
        if count:
            flow.write(
                lines[:count], flow.left + left, flow.width - left, flow.y, size, align=align, bold=bold
            )
            flow.y -= height(lines[:count], size)
        lines = lines[count:]
        if lines:
            flow.new_page()


def _fitting(flow: Flow, lines: Sequence[str], leading: float, tail: float) -> int:
    """How many lines stay on this page; none where all are better on the next one."""
    whole, room = len(lines) * leading, flow.room + 0.01
    if whole + tail <= room or (flow.at_top and whole <= room):
        return len(lines)
    fitting = min(int(room / leading), len(lines) - _LEAST_LINES)
    if flow.at_top:
        return max(fitting, 1)
    return fitting if fitting >= _LEAST_LINES else 0

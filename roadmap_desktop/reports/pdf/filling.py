"""Named values, and lines to write them on by hand."""

from roadmap_desktop.reports.blocks import FillIn
from roadmap_desktop.reports.pdf import lines as text
from roadmap_desktop.reports.pdf.flow import LEADING, MM, Flow
from roadmap_desktop.reports.pdf.wrapping import wrapper
from roadmap_desktop.reports.to_sign import label_of

# A line to write on by hand needs more room than a printed one, and is no use when it is short.
_WRITTEN = 8 * MM
_LEAST_LINE = 40 * MM


def fill_in_beginning(flow: Flow, fill_in: FillIn, tail: float) -> float:
    """The height of what must stand together at the beginning."""
    if fill_in.value:
        return text.beginning(_lines(flow, fill_in), flow.size, text.with_gap(tail, flow.gap / 2))
    return (
        text.height(_lines(flow, fill_in), flow.size)
        + _WRITTEN
        + (text.with_gap(tail, flow.gap / 2) if fill_in.lines < 2 else 0.0)
    )


def fill_in_height(flow: Flow, fill_in: FillIn) -> float:
    """The whole height with the room beneath."""
    lines = _lines(flow, fill_in)
    if fill_in.value:
        return text.height(lines, flow.size) + flow.gap / 2
    begun_anew = flow.width - _used(flow, lines) < _LEAST_LINE
    written = max(fill_in.lines, 1) + begun_anew
    return text.height(lines[:-1], flow.size) + written * _WRITTEN + flow.gap / 2


def draw_fill_in(flow: Flow, fill_in: FillIn, tail: float) -> None:
    """Draws «label: value», or the label and lines to write on."""
    lines = _lines(flow, fill_in)
    flow.need(fill_in_beginning(flow, fill_in, tail))
    if fill_in.value:
        text.draw_lines(flow, lines, flow.size, tail=text.with_gap(tail, flow.gap / 2))
        flow.skip(flow.gap / 2)
    else:
        _draw_blank(flow, lines, fill_in.lines, tail)


def _draw_blank(flow: Flow, lines: tuple[str, ...], count: int, tail: float) -> None:
    text.draw_lines(flow, lines[:-1], flow.size)
    used = _used(flow, lines)
    flow.need(_WRITTEN)
    flow.write(lines[-1:], flow.left, flow.width, flow.y - _WRITTEN + flow.size * LEADING, flow.size)
    if flow.width - used < _LEAST_LINE:
        flow.y -= _WRITTEN
        used = 0.0
    for number in range(max(count, 1)):
        flow.need(_WRITTEN + (text.with_gap(tail, flow.gap / 2) if number == count - 1 else 0.0))
        flow.y -= _WRITTEN
        flow.surface.rule(flow.left + used, flow.y, flow.left + flow.width, flow.y)
        used = 0.0
    flow.skip(flow.gap / 2)


def _used(flow: Flow, lines: tuple[str, ...]) -> float:
    """How much of the last line its text takes."""
    return wrapper(False).line_width(lines[-1] + " ") * flow.size / 1000 if lines[-1] else 0.0


def _lines(flow: Flow, fill_in: FillIn) -> tuple[str, ...]:
    return text.wrap(f"{label_of(fill_in)} {fill_in.value}".strip(), flow.width, flow.size)

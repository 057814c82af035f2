"""A document drawn block by block."""

import io
from collections.abc import Callable, Sequence
from typing import assert_never

from roadmap_desktop.reports.blocks import (
    ApprovalStamp,
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.pdf.flow import Flow, sheet
from roadmap_desktop.reports.pdf.surface import Surface
from roadmap_desktop.reports.pdf.table import draw_table
from roadmap_desktop.reports.pdf.wording import (
    draw_heading,
    draw_paragraph,
    draw_signatures,
    draw_stamp,
    signatures_height,
)


def draw(document: Document, cancelled: Callable[[], bool]) -> bytes | None:
    """The document as a PDF file's bytes, or None when ``cancelled`` said so on the way."""
    target = io.BytesIO()
    surface = Surface(target, document, *sheet(document.page))
    flow = Flow(surface, document.page, cancelled)
    for index, block in enumerate(document.blocks):
        if cancelled():
            return None
        _draw_block(flow, block, _tail(flow, document.blocks[index + 1 :]))
    if cancelled():
        return None
    surface.save()
    return target.getvalue()


def _tail(flow: Flow, following: Sequence[Block]) -> float:
    """The height of the lines to sign on that come next: they may not leave what stands above them."""
    if following and isinstance(following[0], SignatureLines):
        return signatures_height(flow, following[0])
    return 0.0


def _draw_block(flow: Flow, block: Block, tail: float) -> None:
    match block:
        case Heading():
            draw_heading(flow, block)
        case Paragraph():
            draw_paragraph(flow, block, tail)
        case ApprovalStamp():
            draw_stamp(flow, block)
        case Table():
            _draw_parts(flow, block, tail)
        case SignatureLines():
            draw_signatures(flow, block)
        case PageBreak():
            flow.new_page()
        case _:
            assert_never(block)


def _draw_parts(flow: Flow, table: Table, tail: float) -> None:
    for number, part in enumerate(table.parts()):
        if number:
            flow.new_page()
        draw_table(flow, part, tail)

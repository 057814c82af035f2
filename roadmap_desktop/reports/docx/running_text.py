"""Running text of a Word document: headings, paragraphs, lists, lines to fill in, the list of contents."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.reports.blocks import Align, FillIn, Heading, Item, PageSetup, Paragraph
from roadmap_desktop.reports.docx.markup import JUSTIFY, TAB, aligned, field, paragraph, run
from roadmap_desktop.reports.docx.styles import (
    CONTENTS,
    FILL_IN,
    FILLED_IN,
    HANGING,
    INDENTED,
    ITEM,
    SMALL,
    TEXT,
    heading_style,
    to_margin,
)
from roadmap_desktop.reports.docx.units import twips
from roadmap_desktop.reports.to_sign import label_of

# About the width of a digit in millimetres.
_LETTER = 2.2


def heading(block: Heading, mark: str, number: int) -> str:
    """A heading; ``mark`` is its bookmark where contents lead to it, ``number`` that mark's own in the file."""
    text = run(block.text)
    if mark:
        text = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{text}<w:bookmarkEnd w:id="{number}"/>'
    moved = "" if block.align is Align.CENTRE else f'<w:jc w:val="{JUSTIFY[block.align]}"/>'
    return paragraph(heading_style(block.level), text, moved)


def text(block: Paragraph) -> str:
    """A paragraph of running text."""
    style = SMALL if block.small else INDENTED if block.indent else TEXT
    return paragraph(style, run(block.text, bold=block.bold), aligned(block.align))


def item(block: Item) -> str:
    """A point of a list with its mark as typed: a number made by Word would not be found by search."""
    wide = len(block.mark) * _LETTER + 1
    look = f'<w:ind w:left="{twips(wide)}" w:hanging="{twips(wide)}"/>' if wide > HANGING else ""
    return paragraph(ITEM, run(block.mark) + TAB + run(block.text), look)


def fill_in(block: FillIn, page: PageSetup) -> Iterator[str]:
    """The label with its value, or with lines to write on that reach the right margin."""
    label = label_of(block)
    if block.value:
        yield paragraph(FILLED_IN, run(f"{label} {block.value}".strip()))
        return
    line = to_margin(page, "underscore")
    yield paragraph(FILL_IN, run(f"{label} ".lstrip()) + TAB, line)
    for _line in range(block.lines - 1):
        yield paragraph(FILL_IN, TAB, line)


def contents(headings: Sequence[tuple[str, str]], page: PageSetup) -> Iterator[str]:
    """A line for each of these headings, texts with their bookmarks: a link there and a field with its page. Not Word's
    own table of contents, whose pages other programs do not work out."""
    for title, mark in headings:
        entry = run(one_line(title)) + TAB + field(f"PAGEREF {mark} \\h")
        link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{entry}</w:hyperlink>'
        yield paragraph(CONTENTS, link, to_margin(page, "dot"))

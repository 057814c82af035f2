"""Running text of a Word document: headings, paragraphs, lists, lines to fill in, the list of contents."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.reports.blocks import FillIn, Heading, Item, Paragraph
from roadmap_desktop.reports.docx.markup import TAB, aligned, field, paragraph, run
from roadmap_desktop.reports.docx.styles import (
    CONTENTS,
    FILL_IN,
    INDENTED,
    ITEM,
    SMALL,
    TEXT,
    heading_style,
)


def heading(block: Heading, mark: str, number: int) -> str:
    """A heading; ``mark`` is its bookmark where contents lead to it, ``number`` that mark's own in the file."""
    text = run(block.text)
    if mark:
        text = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{text}<w:bookmarkEnd w:id="{number}"/>'
    return paragraph(heading_style(block.level), text)


def text(block: Paragraph) -> str:
    """A paragraph of running text."""
    style = SMALL if block.small else INDENTED if block.indent else TEXT
    return paragraph(style, run(block.text, bold=block.bold), aligned(block.align))


def item(block: Item) -> str:
    """A point of a list with its mark as typed: a number made by Word would not be found by search."""
    return paragraph(ITEM, run(block.mark) + TAB + run(block.text))


def fill_in(block: FillIn) -> Iterator[str]:
    """The label with its value, or with lines to write on that reach the right margin."""
    if block.value:
        yield paragraph(FILL_IN, run(f"{block.label}: {block.value}"))
        return
    yield paragraph(FILL_IN, run(f"{block.label}: ") + TAB)
    for _line in range(block.lines - 1):
        yield paragraph(FILL_IN, TAB)


def contents(headings: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The list of these headings, texts with their bookmarks, as a field that Word can bring up to date."""
    before, after = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    before += '<w:r><w:instrText xml:space="preserve"> TOC \\o "2-2" \\h \\z \\u </w:instrText></w:r>'
    before += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    for place, (title, mark) in enumerate(headings):
        entry = run(" ".join(title.split())) + TAB + field(f"PAGEREF {mark} \\h")
        link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{entry}</w:hyperlink>'
        first, last = place == 0, place == len(headings) - 1
        yield paragraph(CONTENTS, (before if first else "") + link + (after if last else ""))

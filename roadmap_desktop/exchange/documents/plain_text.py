"""Plain text: tables drawn with | and -, columns kept by spaces or tabs, or the mere lines of a document."""

import re
from itertools import pairwise

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.delimited import read_delimited
from roadmap_desktop.exchange.documents.drawn_table import drawn_blocks, is_drawn
from roadmap_desktop.exchange.documents.encodings import decoded
from roadmap_desktop.exchange.documents.source_document import Kind, Paragraph, SourceDocument
from roadmap_desktop.exchange.documents.spaced_table import spaced_blocks

_FEWEST_TABBED = 2
_PAGE_NUMBER = re.compile(r"\s*[-–—]?\s*(стр\.?\s*)?\d{1,4}\s*[-–—]?\s*")


def read_text(data: bytes, allowance: Allowance) -> SourceDocument:
    """The document in the bytes. What has no table in it is lines, torn if it had one when it was printed."""
    text = decoded(data)
    pages = [_without_number(page.split("\n")) for page in text.split("\f")]
    lines = [line for page in pages for line in page]
    if is_drawn(lines):
        return SourceDocument(Kind.TEXT, tuple(drawn_blocks(lines, allowance)))
    filled = [line for line in lines if line.strip()]
    if sum("\t" in line.strip() for line in filled) >= max(_FEWEST_TABBED, len(filled) / 2):
        return read_delimited(text.encode(), allowance, "\t")
    return document_of_pages(Kind.TEXT, pages, allowance)


def document_of_pages(kind: Kind, pages: list[list[str]], allowance: Allowance) -> SourceDocument:
    """Lines whose columns are kept by spaces as paragraphs and tables; without columns, each line is a paragraph."""
    blocks = list(spaced_blocks(pages, allowance))
    if any(not isinstance(block, Paragraph) for block in blocks):
        return SourceDocument(kind, tuple(blocks))
    lines = [line.rstrip() for page in pages for line in page]
    filled = [index for index, line in enumerate(lines) if line]
    gaps = frozenset(gap for gap, (one, other) in enumerate(pairwise(filled)) if other > one + 1)
    return SourceDocument(kind, tuple(Paragraph(lines[index]) for index in filled), is_torn=True, gaps=gaps)


def _without_number(page: list[str]) -> list[str]:
    """The lines of a page without its number, which stands first or last."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    for index in (filled[-1:] + filled[:1]) if len(filled) > 2 else ():
        if _PAGE_NUMBER.fullmatch(page[index]):
            return [*page[:index], *page[index + 1 :]]
    return page

"""Plain text: tables drawn with | and -, columns kept by spaces or tabs, or the mere lines of a document."""

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.delimited import read_delimited
from roadmap_desktop.exchange.documents.drawn_table import drawn_blocks, is_drawn
from roadmap_desktop.exchange.documents.encodings import decoded
from roadmap_desktop.exchange.documents.source_document import Block, Kind, Paragraph, SourceDocument
from roadmap_desktop.exchange.documents.spaced_table import spaced_blocks

_FEWEST_TABBED = 2


def read_text(data: bytes, allowance: Allowance) -> SourceDocument:
    """The document in the bytes. What has no table in it is lines, torn if it had one when it was printed."""
    text = decoded(data).replace("\f", "\n")
    lines = text.split("\n")
    if is_drawn(lines):
        return SourceDocument(Kind.TEXT, tuple(drawn_blocks(lines, allowance)))
    filled = [line for line in lines if line.strip()]
    if sum("\t" in line.strip() for line in filled) >= max(_FEWEST_TABBED, len(filled) / 2):
        return read_delimited(text.encode(), allowance, "\t")
    return document_of_lines(Kind.TEXT, lines, allowance)


def document_of_lines(kind: Kind, lines: list[str], allowance: Allowance) -> SourceDocument:
    """Lines whose columns are kept by spaces as paragraphs and tables; without columns, each line is a paragraph."""
    blocks = list(spaced_blocks(lines, allowance))
    if any(not isinstance(block, Paragraph) for block in blocks):
        return SourceDocument(kind, tuple(blocks))
    return SourceDocument(kind, tuple(_lines(lines, allowance)), is_torn=True)


def _lines(lines: list[str], allowance: Allowance) -> list[Block]:
    paragraphs: list[Block] = []
    for line in lines:
        allowance.take_row()
        if line.strip():
            paragraphs.append(Paragraph(line.rstrip()))
    return paragraphs

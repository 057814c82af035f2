"""Word's .docx read from its XML: python-docx sees no table in a content control, and takes deleted text for text."""

from collections.abc import Iterator
from typing import Any

from roadmap_desktop.exchange.documents.allowance import Allowance, damaged
from roadmap_desktop.exchange.documents.inner_tables import is_layout, lines_of_table
from roadmap_desktop.exchange.documents.safe_package import Package, parsed
from roadmap_desktop.exchange.documents.source_document import Block, Kind, Paragraph, SourceDocument, Table
from roadmap_desktop.exchange.documents.table_builder import TableBuilder
from roadmap_desktop.exchange.documents.word_numbers import WordNumbers, WordStyles
from roadmap_desktop.exchange.documents.word_text import STRICT, W, boxed_paragraphs, paragraph_text

_INSIDE = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_BODIES = ("word/document.xml", "word/document2.xml")


def read_word(package: Package, allowance: Allowance) -> SourceDocument:
    """The document's body: its paragraphs, text boxes and tables in their order."""
    root = next((tree for name in _BODIES if (tree := _tree(package, name)) is not None), None)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise damaged()
    styles = WordStyles(_tree(package, "word/styles.xml"))
    reader = _Reader(allowance, styles, WordNumbers(_tree(package, "word/numbering.xml"), styles))
    return SourceDocument(Kind.WORD, tuple(reader.blocks(body)))


def _tree(package: Package, name: str) -> Any | None:
    """A part's root; «Strict Open XML» says the same words in a namespace of its own."""
    data = package.part(name)
    return None if data is None else parsed(data.replace(STRICT, W.strip("{}").encode()))


class _Reader:
    """Reads blocks in the order of the document, in which its lists count."""

    def __init__(self, allowance: Allowance, styles: WordStyles, numbers: WordNumbers) -> None:
        self._allowance = allowance
        self._styles = styles
        self._numbers = numbers

    def blocks(self, element: Any) -> Iterator[Block]:
        """Blocks of the body, a cell or a content control."""
        pending = ""
        for child in _children(element):
            if child.tag == f"{W}tbl":
                yield from self._table(child)
                continue
            self._allowance.take_row()
            for boxed in boxed_paragraphs(child):
                yield Paragraph(self._text(boxed))
            text = pending + self._text(child)
            pending = ""
            if _ends_deleted(child):
                # Without its mark a paragraph goes on in the next one.
                pending = text
            elif text.strip():
                yield Paragraph(text)
        if pending.strip():
            yield Paragraph(pending)

    def _text(self, paragraph: Any) -> str:
        text = paragraph_text(paragraph, self._styles.is_hidden)
        number = self._numbers.next_number(paragraph)
        return f"{number} {text}".rstrip() if number else text

    def _table(self, table: Any) -> Iterator[Block]:
        builder = TableBuilder(self._allowance)
        layout: list[Block] = []
        found_layout = False
        for row in _children(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            builder.start_row()
            column = _whole(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _children(row, f"{W}tc"):
                blocks = list(self.blocks(cell))
                found_layout = found_layout or is_layout(blocks)
                layout += blocks
                column = _put(builder, column, cell, blocks)
        if found_layout:
            yield from layout
        else:
            yield builder.table()


def _put(builder: TableBuilder, column: int, cell: Any, blocks: list[Block]) -> int:
    """Puts a cell; returns the column after it."""
    properties = cell.find(f"{W}tcPr")
    columns, merge = 1, None
    if properties is not None:
        columns = _whole(properties.find(f"{W}gridSpan"), 1)
        merge = properties.find(f"{W}vMerge")
        if properties.find(f"{W}cellDel") is not None:
            blocks = []
    text = _cell_text(blocks)
    if merge is not None and merge.get(f"{W}val", "continue") == "continue":
        return builder.reach_down(column, columns, text)
    return builder.put(column, text, columns=columns)


def _cell_text(blocks: list[Block]) -> str:
    """The lines of a cell. A number or a bullet without words counts only where nothing else is in the cell."""
    lines: list[str] = []
    for block in blocks:
        lines += lines_of_table(block) if isinstance(block, Table) else [block.text]
    return "\n".join(lines)


def _children(element: Any, tag: str = "") -> Iterator[Any]:
    """Its paragraphs and tables (or those of a tag), also in content controls and in what was inserted."""
    for child in element:
        if child.tag == tag or (not tag and child.tag in (f"{W}p", f"{W}tbl")):
            yield child
        elif child.tag in _INSIDE:
            yield from _children(child, tag)


def _ends_deleted(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _whole(element: Any | None, usual: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), 200) if value.isdecimal() and len(value) < 6 else usual

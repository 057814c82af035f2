"""Word's .docx read from its XML: python-docx sees no table in a content control, and takes deleted text for text."""

from collections.abc import Callable, Iterator
from typing import Any

from roadmap_desktop.exchange.documents.allowance import MOST_ROWS, Allowance, damaged, too_many_rows
from roadmap_desktop.exchange.documents.inner_tables import cell_text, is_layout
from roadmap_desktop.exchange.documents.safe_package import Package, parsed
from roadmap_desktop.exchange.documents.source_document import Block, Kind, Paragraph, SourceDocument
from roadmap_desktop.exchange.documents.table_builder import TableBuilder
from roadmap_desktop.exchange.documents.word_numbers import WordNumbers, WordStyles
from roadmap_desktop.exchange.documents.word_text import STRICT, W, boxed_paragraphs, paragraph_text

_INSIDE = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_BLOCKS = (f"{W}p", _TABLE)
_PROPERTIES, _ROW_PROPERTIES, _CELL_PROPERTIES, _VALUE = f"{W}pPr", f"{W}trPr", f"{W}tcPr", f"{W}val"
_MARK, _DELETED, _CELL_DELETED = f"{W}rPr", f"{W}del", f"{W}cellDel"
_BEFORE, _SPAN, _MERGED = f"{W}gridBefore", f"{W}gridSpan", f"{W}vMerge"
_BODIES = ("word/document.xml", "word/document2.xml")


def read_word(package: Package, allowance: Allowance) -> SourceDocument:
    """The document's body: its paragraphs, text boxes and tables in their order."""
    data = next(filter(None, map(package.part, _BODIES)), None)
    if data is None:
        raise damaged()
    if data.count(b"<w:tr>") + data.count(b"<w:tr ") > MOST_ROWS:
        raise too_many_rows()
    body = _root(data).find(f"{W}body")
    if body is None:
        raise damaged()
    styles = WordStyles(_tree(package, "word/styles.xml"))
    numbers = WordNumbers(_tree(package, "word/numbering.xml"), styles)
    reader = _Reader(
        allowance,
        styles.is_hidden if styles.has_hidden or b"vanish" in data else None,
        numbers,
        has_boxes=b"txbxContent" in data,
    )
    return SourceDocument(Kind.WORD, tuple(reader.blocks(body)))


def _tree(package: Package, name: str) -> Any | None:
    data = package.part(name)
    return None if data is None else _root(data)


def _root(data: bytes) -> Any:
    """A part's root; «Strict Open XML» says the same words in a namespace of its own."""
    return parsed(data.replace(STRICT, W.strip("{}").encode()))


class _Reader:
    """Reads blocks in the order of the document, in which its lists count."""

    def __init__(
        self,
        allowance: Allowance,
        is_hidden_style: Callable[[str], bool] | None,
        numbers: WordNumbers,
        *,
        has_boxes: bool,
    ) -> None:
        self._allowance = allowance
        self._has_boxes = has_boxes
        self._is_hidden_style = is_hidden_style
        self._numbers = numbers

    def blocks(self, element: Any) -> Iterator[Block]:
        """Blocks of the body, a cell or a content control."""
        pending = ""
        for child in _children(element):
            if child.tag == _TABLE:
                yield from self._table(child)
                continue
            for boxed in boxed_paragraphs(child) if self._has_boxes else ():
                yield Paragraph(self._text(boxed, boxed.find(_PROPERTIES)))
            properties = next(child.iterchildren(_PROPERTIES), None)
            text = pending + self._text(child, properties)
            pending = ""
            if properties is not None and _is_mark_deleted(properties):
                # Without its mark a paragraph goes on in the next one.
                pending = text
            elif text.strip():
                yield Paragraph(text)
        if pending.strip():
            yield Paragraph(pending)

    def _text(self, paragraph: Any, properties: Any | None) -> str:
        self._allowance.take_row(0)
        text = paragraph_text(paragraph, self._is_hidden_style)
        number = self._numbers.next_number(properties) if properties is not None else ""
        return f"{number} {text}".rstrip() if number else text

    def _table(self, table: Any) -> Iterator[Block]:
        builder = TableBuilder(self._allowance)
        layout: list[Block] = []
        found_layout = False
        for row in _children(table, _ROW):
            properties: Any = next(row.iterchildren(_ROW_PROPERTIES), None)
            has_some = properties is not None and len(properties) > 0
            if has_some and properties.find(_DELETED) is not None:
                continue
            builder.start_row()
            column = _whole(properties.find(_BEFORE), 0) if has_some else 0
            for cell in _children(row, _CELL):
                blocks = list(self.blocks(cell))
                found_layout = found_layout or is_layout(blocks)
                layout += blocks
                column = _put(builder, column, cell, blocks)
        if found_layout:
            yield from layout
        else:
            yield builder.table()


def _is_mark_deleted(properties: Any) -> bool:
    # Without a path to look along, which takes longer than all else of a paragraph.
    of_mark = next(properties.iterchildren(_MARK), None)
    return of_mark is not None and next(of_mark.iterchildren(_DELETED), None) is not None


def _put(builder: TableBuilder, column: int, cell: Any, blocks: list[Block]) -> int:
    """Puts a cell; returns the column after it."""
    columns, goes_on = 1, False
    properties = next(cell.iterchildren(_CELL_PROPERTIES), None)
    for one in properties if properties is not None else ():
        if one.tag == _SPAN:
            columns = _whole(one, 1)
        elif one.tag == _MERGED:
            goes_on = one.get(_VALUE, "continue") == "continue"
        elif one.tag == _CELL_DELETED:
            blocks = []
    text = cell_text(blocks)
    return (
        builder.reach_down(column, columns, text) if goes_on else builder.put(column, text, columns=columns)
    )


def _children(element: Any, tag: str = "") -> Iterator[Any]:
    """Its paragraphs and tables (or those of a tag), also in content controls and in what was inserted."""
    wanted = (tag,) if tag else _BLOCKS
    for child in element:
        found = child.tag
        if found in wanted:
            yield child
        elif found in _INSIDE:
            yield from _children(child, tag)


def _whole(element: Any | None, usual: int) -> int:
    value = element.get(_VALUE, "") if element is not None else ""
    return min(int(value), 200) if value.isdecimal() and len(value) < 6 else usual

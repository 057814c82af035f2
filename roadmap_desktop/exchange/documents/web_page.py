"""Web pages and what Word and Excel save as such: their tables and the text around them."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from roadmap_desktop.exchange.documents.allowance import Allowance, damaged
from roadmap_desktop.exchange.documents.encodings import decoded
from roadmap_desktop.exchange.documents.inner_tables import cell_text, is_layout
from roadmap_desktop.exchange.documents.source_document import (
    SOFT_BREAK,
    Block,
    Kind,
    Paragraph,
    SourceDocument,
)
from roadmap_desktop.exchange.documents.table_builder import TableBuilder

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_UNSEEN_TAGS = frozenset(
    {
        "script",
        "style",
        "head",
        "title",
        "del",
        "noscript",
        "template",
        "nav",
        "select",
        "option",
        "button",
        "svg",
        "object",
    }
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_FOOTNOTE_CLASS = re.compile(
    r"MsoFootnoteReference|MsoCommentReference|sdfootnoteanc|footnote-?ref", re.IGNORECASE
)
_FOOTNOTE_LINK = re.compile(r"#(_ftn|_edn|sdfootnote|_msocom|cite_note|fn)", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main",
     "center", "blockquote", "dl", "dt", "dd", "pre", "form", "fieldset", "hr", "address", "aside", "figure", "caption"}
)  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200
_PARAGRAPH = "\n"
_AFTER_MARK = "\x1c"


def read_page(data: bytes, allowance: Allowance) -> SourceDocument:
    """The page's paragraphs and tables in their order; menus, scripts and hidden parts are left out."""
    said = _CHARSET.search(data[:4096])
    text = _DECLARATION.sub("", decoded(data, said[1].decode("ascii") if said else "")).replace(
        _AFTER_MARK, " "
    )
    try:
        root = html.document_fromstring(
            text, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise damaged() from None
    body = root.find("body")
    return SourceDocument(Kind.PAGE, tuple(_Reader(allowance).blocks(body if body is not None else root)))


class _Reader:
    """Reads elements into blocks; ``depth`` keeps hostile pages from going deeper than Python can."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance

    def blocks(self, element: Any, depth: int = 0) -> list[Block]:
        """Blocks of an element's content."""
        found: list[Block] = []
        pieces: list[str] = []
        for part in self._parts(element, depth):
            if isinstance(part, str):
                pieces.append(part)
            else:
                _end_paragraphs(pieces, found)
                found += part
        _end_paragraphs(pieces, found)
        return found

    def _parts(self, element: Any, depth: int) -> Iterator[str | list[Block]]:
        """Texts and tables in their order; _PARAGRAPH stands between paragraphs."""
        if element.text:
            yield _SPACES.sub(" ", element.text)
        number = _first_number(element)
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag and not _is_unseen(child, tag) and depth < _DEEPEST:
                if tag == "table":
                    yield self._table(child, depth + 1)
                elif tag == "br":
                    yield SOFT_BREAK
                elif tag in _BLOCKS:
                    yield _PARAGRAPH
                    if tag == "li" and element.tag in ("ul", "ol"):
                        yield "- " if number is None else f"{number}. "
                        yield _AFTER_MARK
                        number = None if number is None else number + 1
                    yield from self._parts(child, depth + 1)
                    yield _PARAGRAPH
                else:
                    yield from self._parts(child, depth + 1)
            if child.tail:
                yield _SPACES.sub(" ", child.tail)

    def _table(self, table: Any, depth: int) -> list[Block]:
        builder = TableBuilder(self._allowance)
        layout: list[Block] = []
        found_layout = False
        for row in _rows(table):
            if _is_unseen(row, "tr"):
                continue
            builder.start_row()
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th") or _is_unseen(cell, cell.tag):
                    continue
                blocks = self.blocks(cell, depth)
                found_layout = found_layout or is_layout(blocks)
                layout += blocks
                column = builder.put(
                    builder.free_column(column),
                    cell_text(blocks),
                    rows=_span(cell, "rowspan"),
                    columns=_span(cell, "colspan"),
                )
        return layout if found_layout else [builder.table()]


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _first_number(items: Any) -> int | None:
    """The number of a list's first item; None where its items have dashes."""
    if items.tag != "ol" or items.get("type", "1") != "1" or "list-style" in items.get("style", ""):
        return None
    first = items.get("start", "1").strip()
    return int(first) if first.isdecimal() and len(first) < 6 else 1


def _end_paragraphs(pieces: list[str], found: list[Block]) -> None:
    for text in "".join(pieces).split(_PARAGRAPH):
        words = _SPACES.sub(" ", text).strip(f" {SOFT_BREAK}")
        mark, is_item, item = words.rpartition(_AFTER_MARK)
        if item.strip():
            found.append(Paragraph(mark + item if is_item else words))
    pieces.clear()


def _is_unseen(element: Any, tag: str) -> bool:
    if tag in _UNSEEN_TAGS or element.get("hidden") is not None:
        return True
    if _UNSEEN.search(element.get("style", "")):
        return True
    if tag == "a" and _FOOTNOTE_LINK.search(element.get("href", "")):
        return True
    return _FOOTNOTE_CLASS.search(element.get("class", "")) is not None


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "").strip()
    return max(int(value), 1) if value.isdecimal() and len(value) < 6 else 1

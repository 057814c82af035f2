"""Tables of an HTML document, whatever else is in it: Word and Excel put a whole document on the clipboard.

The time grows with the length of the document, whatever it holds.
"""

import re
from html import unescape

# Every branch either takes what it has looked through or stops at the next "<". ``html.parser`` looks through
# the rest of the text anew after each tag that is not closed, and raises on marked sections it does not know.
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
    |<(?P<unseen>style|script|title|del)\b[^>]*(?:>.*?(?:</(?P=unseen)\b[^>]*+>?|\Z)|\Z)
    |<(?P<end>/?)(?P<tag>[a-z][a-z0-9:]*+)(?P<attributes>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>
    |</?[a-z][^<>]*+>
    |<[!?][^>]*+(?:>|\Z)
    |(?P<text>[^<]++|<)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,5})", re.IGNORECASE)
_PRESERVED = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
# ``unescape`` raises on numbers of thousands of digits; no character has eight.
_NO_CHARACTER = re.compile(r"&(?=#\d{8})")
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
)
# Stands for the edge of a paragraph inside a cell; the text itself has lost its NULs by then.
_EDGE = "\0"
_WIDEST_SPAN = 100
# Characters that merged cells may repeat in the rows below; beyond it they repeat as empty.
_REPEATED = 10_000_000


def read_rows(html: str) -> list[list[str]]:
    """Rows of all tables in HTML as Word, Excel, LibreOffice and browsers write it, with or without the header of
    the Windows clipboard (CF_HTML). Markup inside cells is dropped, line breaks and paragraphs are "\\n"; a table
    inside a cell is that cell's text. A cell merged downwards repeats in each row, one merged across stands first."""
    if re.search("<table", html, re.IGNORECASE) is None:
        return []
    reader = _TableReader()
    for token in _TOKEN.finditer(html):
        if token["tag"]:
            reader.take_tag(token["tag"].lower(), token["attributes"], is_end=bool(token["end"]))
        elif token["text"]:
            reader.take_text(token["text"])
    reader.end_row()
    return reader.rows


class _TableReader:
    """Collects rows from tags and text in their order. Ends of rows and cells may be missing."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._cell: _Cell | None = None
        self._inner_tables = 0
        self._preserved = False
        self._merged: dict[int, tuple[int, str]] = {}  # by column: rows still to come, their text
        self._repeated = 0

    def take_tag(self, tag: str, attributes: str, *, is_end: bool) -> None:
        if tag == "table":
            self._take_table(attributes, is_end=is_end)
        elif self._inner_tables or tag not in ("tr", "td", "th"):
            self._mark(tag)
        elif tag == "tr":
            self.end_row()
            self._row = None if is_end else []
        elif is_end:
            self._end_cell()
        else:
            self._end_cell()
            self._cell = _Cell(attributes, preserved=self._preserved)

    def take_text(self, text: str) -> None:
        if self._cell is not None:
            self._cell.take_text(text)

    def end_row(self) -> None:
        """Ends the row that is open, if any."""
        self._end_cell()
        if self._row is not None:
            self._take_merged(self._row, to_the_end=True)
            self.rows.append(self._row)
            self._row = None

    def _take_table(self, attributes: str, *, is_end: bool) -> None:
        if self._cell is not None and (not is_end or self._inner_tables):
            self._inner_tables += -1 if is_end else 1
            self._mark("table")
            return
        self.end_row()
        self._merged.clear()
        self._preserved = _PRESERVED.search(attributes) is not None

    def _mark(self, tag: str) -> None:
        if self._cell is not None and (tag == "br" or tag in _BLOCKS):
            self._cell.pieces.append("\n" if tag == "br" else _EDGE)

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        self._inner_tables = 0
        row = self._row = [] if self._row is None else self._row
        self._take_merged(row)
        text = cell.text()
        for column in range(len(row), len(row) + cell.columns):
            row.append(text)
            if cell.rows > 1:
                self._merged[column] = (cell.rows - 1, text)
            text = ""

    def _take_merged(self, row: list[str], *, to_the_end: bool = False) -> None:
        """Adds cells merged with those above: the ones that stand next, or all that are left in the row."""
        last = max(self._merged, default=-1) if to_the_end else -1
        while (place := len(row)) in self._merged or place <= last:
            left, text = self._merged.pop(place, (0, ""))
            if left > 1:
                self._merged[place] = (left - 1, text)
            self._repeated += len(text)
            row.append(text if self._repeated <= _REPEATED else "")


class _Cell:
    """A cell being read."""

    def __init__(self, attributes: str, *, preserved: bool) -> None:
        spans = {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}
        self.columns = min(max(spans.get("colspan", 1), 1), _WIDEST_SPAN)
        self.rows = max(spans.get("rowspan", 1), 1)
        self.pieces: list[str] = []
        self._preserved = preserved or _PRESERVED.search(attributes) is not None

    def take_text(self, text: str) -> None:
        spaced = text if self._preserved else _SPACES.sub(" ", text)
        self.pieces.append(unescape(_NO_CHARACTER.sub("&amp;", spaced)) if "&" in spaced else spaced)

    def text(self) -> str:
        """The text with its lines: a break always ends one, the edge of a paragraph ends one that is not empty."""
        whole = "".join(self.pieces)
        if self._preserved:
            return whole.replace(_EDGE, "\n")
        lines = []
        for line in whole.split("\n"):
            paragraphs = (_SPACES.sub(" ", part).strip(" ") for part in line.split(_EDGE))
            lines.append("\n".join(part for part in paragraphs if part))
        return "\n".join(lines).strip("\n")

"""Tables of an HTML document, whatever else is in it: Word and Excel put a whole document on the clipboard. What the
page does not show is not read.

The time grows with the length of the document, whatever it holds.
"""

import re
from html import unescape

from roadmap_desktop.exchange.html_unseen import Unseen, is_hidden, is_unseen

# Every branch either takes what it has looked through or stops at the next "<". ``html.parser`` looks through
# the rest of the text anew after each tag that is not closed, and raises on marked sections it does not know.
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
    |<(?P<unseen>style|script|title|del|comment)\b[^>]*(?:>.*?(?:</(?P=unseen)\b[^>]*+>?|\Z)|\Z)
    |<(?P<end>/?)(?P<tag>[a-z][a-z0-9:]*+)(?P<attributes>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>
    |</?[a-z][^<>]*+>
    |<[!?][^>]*+(?:>|\Z)
    |(?P<text>[^<]++|<)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SPAN = re.compile(r"\b((?:col|row)?span)\s*=\s*[\"']?\s*(\d{1,5})", re.IGNORECASE)
_PRESERVED = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
# ``unescape`` raises on numbers of thousands of digits; no character has eight.
_NO_CHARACTER = re.compile(r"&(?=#\d{8})")
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
)
# What of a document can hold rows, and hide them.
_HOLDING_ROWS = frozenset({"table", "tbody", "thead", "tfoot", "div"})
# Stands for the edge of a paragraph inside a cell; the text itself has lost its NULs by then.
_EDGE = "\0"
_WIDEST_SPAN = 100
_MOST_COLUMNS = 20_000
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
        self._unseen = Unseen()
        self._is_hidden_row = False
        self._columns = 0  # that the table has told of
        self._hidden_columns: set[int] = set()
        self._inner_tables = 0
        self._preserved = False
        self._merged: dict[int, tuple[int, str]] = {}  # by column: rows still to come, their text
        self._repeated = 0

    def take_tag(self, tag: str, attributes: str, *, is_end: bool) -> None:
        is_of_row = tag in ("tr", "td", "th") and not self._inner_tables
        if self._cell is not None and not is_of_row:
            self._unseen.take_tag(tag, attributes, is_end=is_end)
        elif self._cell is None and (self._unseen or tag in _HOLDING_ROWS):
            self._unseen.take_tag(tag, attributes, is_end=is_end)
            if self._unseen:
                return
        if tag == "table":
            self._take_table(attributes, is_end=is_end)
        elif tag == "col":
            self._take_column(attributes)
        elif not is_of_row:
            self._mark(tag)
        elif tag == "tr":
            self.end_row()
            self._row = None if is_end else []
            self._is_hidden_row = is_unseen(attributes)
        elif is_end:
            self._end_cell()
        else:
            self._end_cell()
            self._cell = _Cell(attributes, preserved=self._preserved)

    def take_text(self, text: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.take_text(text)

    def end_row(self) -> None:
        """Ends the row that is open, if any."""
        self._end_cell()
        if self._row is not None:
            self._take_merged(self._row, to_the_end=True)
            if not self._is_hidden_row:
                hidden = self._hidden_columns
                self.rows.append([cell for index, cell in enumerate(self._row) if index not in hidden])
            self._row = None
            self._is_hidden_row = False

    def _take_table(self, attributes: str, *, is_end: bool) -> None:
        if self._cell is not None and (not is_end or self._inner_tables):
            self._inner_tables += -1 if is_end else 1
            self._mark("table")
            return
        self.end_row()
        self._merged.clear()
        self._columns = 0
        self._hidden_columns.clear()
        self._preserved = _PRESERVED.search(attributes) is not None

    def _take_column(self, attributes: str) -> None:
        """A column of the table: Excel writes the cells of a hidden one, and says here that it is hidden."""
        if self._cell is not None:
            return
        last = min(self._columns + max(_spans(attributes).get("span", 1), 1), _MOST_COLUMNS)
        if is_hidden(attributes):
            self._hidden_columns.update(range(self._columns, last))
        self._columns = last

    def _mark(self, tag: str) -> None:
        if self._cell is not None and not self._unseen and (tag == "br" or tag in _BLOCKS):
            self._cell.pieces.append("\n" if tag == "br" else _EDGE)

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        self._inner_tables = 0
        self._unseen.end()
        if cell.is_hidden:
            return
        row = self._row = [] if self._row is None else self._row
        self._take_merged(row)
        text = cell.text()
        columns = range(len(row), len(row) + cell.columns)
        # A merged cell stands in the first of its columns that is seen.
        first = next((column for column in columns if column not in self._hidden_columns), columns[0])
        for column in columns:
            shown = text if column == first else ""
            row.append(shown)
            if cell.rows > 1:
                self._merged[column] = (cell.rows - 1, shown)

    def _take_merged(self, row: list[str], *, to_the_end: bool = False) -> None:
        """Adds cells merged with those above: the ones that stand next, or all that are left in the row."""
        last = max(self._merged, default=-1) if to_the_end else -1
        while (column := len(row)) in self._merged or column <= last:
            left, text = self._merged.pop(column, (0, ""))
            if left > 1:
                self._merged[column] = (left - 1, text)
            self._repeated += len(text)
            row.append(text if self._repeated <= _REPEATED else "")


class _Cell:
    """A cell being read."""

    def __init__(self, attributes: str, *, preserved: bool) -> None:
        spans = _spans(attributes)
        self.is_hidden = is_hidden(attributes)
        self._is_unseen = is_unseen(attributes)
        self.columns = min(max(spans.get("colspan", 1), 1), _WIDEST_SPAN)
        self.rows = max(spans.get("rowspan", 1), 1)
        self.pieces: list[str] = []
        self._preserved = preserved or _PRESERVED.search(attributes) is not None

    def take_text(self, text: str) -> None:
        if self._is_unseen:
            return
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


def _spans(attributes: str) -> dict[str, int]:
    return {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}

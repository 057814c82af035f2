"""Tables of an HTML document, whatever else is in it: Word and Excel put a whole document on the clipboard."""

import re
from html.parser import HTMLParser

_IGNORED = frozenset({"style", "script", "head", "title"})
_BREAKS = frozenset({"br", "p", "div", "li"})
# A span may claim anything; a table on paper has no more columns than this.
_WIDEST = 100
_SPACES = re.compile(r"[ \t\r\n\f]+")

Table = list[list[str]]


def read_tables(html: str) -> list[Table]:
    """Every outermost table as rows of texts; a cell that spans columns is followed by empty ones, one that spans rows
    stands in its first. The header of the Windows format CF_HTML before the document is passed over."""
    start = html.find("<")
    reader = _Reader()
    reader.feed(html[max(start, 0) :])
    reader.close()
    return reader.tables


class _Reader(HTMLParser):
    """Tables inside a cell are text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._depth = 0
        self._ignoring = 0
        self._cell: list[str] | None = None
        self._span = 1
        self._held: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _IGNORED:
            self._ignoring += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
                self._held = {}
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self.tables[-1].append([])
        elif tag in ("td", "th") and self._depth == 1:
            self._begin_cell(dict(attrs))
        elif tag in _BREAKS and self._cell is not None and "".join(self._cell).strip():
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _IGNORED:
            self._ignoring = max(self._ignoring - 1, 0)
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
                self.tables[-1] = [row for row in self.tables[-1] if row]
            self._depth = max(self._depth - 1, 0)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._ignoring:
            self._cell.append(_SPACES.sub(" ", data))

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if not self.tables[-1]:
            self.tables[-1].append([])
        row = self.tables[-1][-1]
        self._pass_held(row)
        self._cell = []
        self._span = _number(attributes.get("colspan"))
        down = _number(attributes.get("rowspan"))
        for place in range(len(row), len(row) + self._span):
            if down > 1:
                self._held[place] = down - 1

    def _pass_held(self, row: list[str]) -> None:
        """Leaves room for cells of rows above that reach down into this one."""
        while self._held.get(len(row), 0) > 0 and len(row) < _WIDEST:
            self._held[len(row)] -= 1
            row.append("")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = [line.strip(" ") for line in "".join(self._cell).split("\n")]
        text = "\n".join(lines).strip("\n").replace("\x00", "")
        self.tables[-1][-1].extend([text, *[""] * (self._span - 1)])
        self._cell = None


def _number(text: str | None) -> int:
    return min(int(text), _WIDEST) if text and text.strip().isdecimal() and int(text) > 0 else 1

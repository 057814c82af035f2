"""Tables as other programs put them on the clipboard: tab-separated text and HTML. Both give rows of cells.

Any text is taken: what is no table gives no rows.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape
from itertools import chain

from roadmap_desktop.exchange.html_table import read_rows

# Text that no cell may hold: SQLite cuts at NUL and refuses halves of surrogate pairs.
_LONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
# What no text has.
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_LOOKED_AT = 4096
# Excel and, after it, others; LibreOffice has its own word. The text format is for these cells alone: of a long text
# of that format Excel shows nothing but number signs.
_AS_TEXT = """ style='mso-number-format:"\\@"' sdnum="1049;0;@\""""
_SAME_CELL = '<br style="mso-data-placement:same-cell">'
_BEGINS_FORMULA = frozenset("=+-@'")
_LONGEST_VALUE = 60
# Numbers begin with their digits, days also with a month.
_LIKE_VALUE = re.compile(
    r"(?=.*\d)\s*(?:[^\w\s]*\s*\d|(?:янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя|дек))", re.I
)
_SAME_AS_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_BREAK = re.compile(r"\r\n|\r|\n")


def rows_to_tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells separated by tabs; cells with tabs, line breaks or quotes are quoted as Excel does."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in (header, *rows))


def rows_to_html(header: Sequence[str], rows: Iterable[Sequence[str]], values: Collection[int] = ()) -> str:
    """A table whose first row is its heading, for Word and Excel. The cells' text stays text and keeps its spaces and
    lines; only in the columns ``values``, numbered from 0, do numbers and dates become such."""
    lines = [_line(header, "th"), *[_line(row, "td", values) for row in rows]]
    style = "border-collapse: collapse; white-space: pre-wrap"
    return f'<table border="1" style="{style}">{"".join(lines)}</table>'


def parse_clipboard(text: str, html: str) -> list[list[str]]:
    """Rows of the clipboard's HTML table, or else of its text, unless that is the bytes of a picture or a program."""
    rows = parse_html(html)
    if any(map(str.strip, chain.from_iterable(rows))):
        return rows
    start = text[:_LOOKED_AT]
    return [] if len(_JUNK.findall(start)) > max(3, len(start) // 20) else parse_tsv(text)


def parse_tsv(text: str) -> list[list[str]]:
    """Rows of tab-separated text with Excel's quoting; a quote that opens no quoted cell is an ordinary character."""
    text = _storable(text)
    rows: list[list[str]] = []
    row: list[str] = []
    start = 0
    while start < len(text):
        quoted = _QUOTED.match(text, start)
        if quoted:
            row.append(quoted[1].replace('""', '"'))
            start = quoted.end()
        else:
            plain = _PLAIN.match(text, start)
            assert plain is not None, "an empty cell is a cell"
            row.append(plain[0])
            start = plain.end()
        if text.startswith("\t", start):
            start += 1
            if start < len(text):
                continue
            row.append("")
        line_break = _BREAK.match(text, start)
        start = line_break.end() if line_break else start
        rows.append(row)
        row = []
    return rows


def parse_html(html: str) -> list[list[str]]:
    """Rows of all tables in HTML, see ``read_rows``."""
    return read_rows(_storable(html))


def _storable(text: str) -> str:
    return _LONE.sub("\ufffd", text.replace("\0", ""))


def _quoted(cell: str) -> str:
    if any(character in cell for character in '\t\r\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _line(row: Sequence[str], tag: str, values: Collection[int] = ()) -> str:
    cells = (
        f"<{tag}{'' if index in values or not _is_taken_for_more(cell) else _AS_TEXT}>"
        f"{escape(cell).replace(chr(10), _SAME_CELL)}</{tag}>"
        for index, cell in enumerate(row)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _is_taken_for_more(cell: str) -> bool:
    """Whether a spreadsheet would make a date, a number or a formula of a text, and show something else."""
    if cell[:1] in _BEGINS_FORMULA:
        return True
    return (
        len(cell) <= _LONGEST_VALUE
        and _LIKE_VALUE.match(cell) is not None
        and not _SAME_AS_NUMBER.fullmatch(cell)
    )

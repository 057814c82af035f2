"""Rows as the clipboard carries them: tab-separated text as Excel writes it, and an HTML table for Word."""

from collections.abc import Sequence
from html import escape

Cells = Sequence[Sequence[str]]


def as_text(rows: Cells) -> str:
    """Lines of cells separated by tabs; cells with tabs, line breaks or quotes are quoted as Excel does."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in rows)


def as_html(rows: Cells) -> str:
    """A table whose first row is its heading. The cells' text stays text, whatever it looks like."""
    head, *body = rows
    lines = [_line(head, "th"), *[_line(row, "td") for row in body]]
    return f'<table border="1" style="border-collapse: collapse">{"".join(lines)}</table>'


def _line(row: Sequence[str], tag: str) -> str:
    cells = (f"<{tag}>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row)
    return f"<tr>{''.join(cells)}</tr>"


def _quoted(cell: str) -> str:
    if any(character in cell for character in '\t\r\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell

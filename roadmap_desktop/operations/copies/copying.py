"""Rows for the clipboard, as text and as HTML."""

from collections.abc import Collection, Iterable, Sequence

from roadmap_desktop.exchange.clipboard import parse_clipboard, rows_to_html, rows_to_tsv


def rows_as_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as Excel takes it from the clipboard as text."""
    return rows_to_tsv(header, rows)


def rows_as_html(header: Sequence[str], rows: Iterable[Sequence[str]], values: Collection[int] = ()) -> str:
    """A table as Word and Excel take it from the clipboard as HTML; the columns ``values`` hold numbers and dates."""
    return rows_to_html(header, rows, values)


def pasted_rows(text: str, html: str) -> list[list[str]]:
    """The cells of what is on the clipboard, row by row."""
    return parse_clipboard(text, html)

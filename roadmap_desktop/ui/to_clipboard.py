"""A table for the clipboard, as Excel, Word and plain text take it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def put_table(headings: Sequence[str], rows: Sequence[Sequence[str]], values: Collection[int] = ()) -> None:
    """Puts rows on the clipboard beneath their headings, as text and as an HTML table; the columns ``values`` hold
    numbers and dates."""
    # Not needed until someone copies.
    from roadmap_desktop.operations.copies.copying import rows_as_html, rows_as_text

    data = QMimeData()
    data.setText(rows_as_text(headings, rows))
    data.setHtml(rows_as_html(headings, rows, values))
    QGuiApplication.clipboard().setMimeData(data)


def put_lines(lines: Sequence[str]) -> None:
    """Puts lines of text on the clipboard."""
    QGuiApplication.clipboard().setText("\n".join(lines))

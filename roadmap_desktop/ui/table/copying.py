"""Rows to the clipboard as they are seen: the shown columns in their order, with headings."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from roadmap_desktop.model.field import Field
from roadmap_desktop.ui.table.model import TableModel


def copy_rows(model: TableModel, columns: Sequence[Field], ids: Collection[str]) -> int:
    """Puts rows on the clipboard as text and as an HTML table, what Excel and Word understand; answers how many."""
    places = model.places_of(ids)
    if places:
        # Not needed until someone copies.
        from roadmap_desktop.operations.copies.copying import rows_as_html, rows_as_text

        headings = [model.cells.heading(field) for field in columns]
        rows = [model.rows[place] for place in places]
        cells = [[model.listing.text(row, field) for field in columns] for row in rows]
        data = QMimeData()
        data.setText(rows_as_text(headings, cells))
        data.setHtml(rows_as_html(headings, cells))
        QGuiApplication.clipboard().setMimeData(data)
    return len(places)

"""Rows to the clipboard as they are seen: the shown columns in their order, with headings."""

from collections.abc import Collection, Sequence

from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.to_clipboard import put_table

_VALUES = frozenset((FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE, FieldKind.DATE))


def copy_rows(model: TableModel, columns: Sequence[Field], ids: Collection[str]) -> int:
    """Puts rows on the clipboard as text and as an HTML table, what Excel and Word understand; answers how many."""
    indexes = model.places_of(ids)
    if indexes:
        rows = [model.rows[index] for index in indexes]
        put_table(
            [model.cells.heading(field) for field in columns],
            [[model.listing.text(row, field) for field in columns] for row in rows],
            {index for index, field in enumerate(columns) if field.kind in _VALUES},
        )
    return len(indexes)

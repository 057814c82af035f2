"""A table as it stands, for paper and workbooks: the rows that are listed, in the columns that are shown."""

from collections.abc import Collection
from datetime import date
from typing import Any

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.printing.printing import Report
from roadmap_desktop.operations.printing.shown_table import Caption as PaperCaption
from roadmap_desktop.operations.printing.shown_table import (
    ShownColumn,
    ShownTable,
    found_note,
    shown_report_of,
)
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.view import TableView


def shown_report(view: TableView, title: str = "") -> Report:
    """The table as a report; it is called what the register is, unless a title is given."""
    return shown_report_of(shown_table(view, title))


def print_chosen(document: RoadmapDocument, view: TableView, title: str = "") -> None:
    """Asks for the chosen rows of the table to be printed, in the columns that are shown."""
    report = shown_report_of(shown_table(view, title, view.chosen()))
    register = view.model().cells.register.id
    document.printing.emit(PrintRequest(report.id, shown=(report,), register=register), view.window())


def shown_table(view: TableView, title: str = "", ids: Collection[str] | None = None) -> ShownTable:
    """The table as it would stand in a document; of its records those with these keys, or all."""
    model, fields = view.model(), view.header.fields()
    columns = [
        ShownColumn(model.cells.heading(field), view.columnWidth(model.places[field.name]))
        for field in fields
    ]
    shown = [row for row in model.rows if ids is None or (not isinstance(row, Caption) and row.id in ids)]
    rows = [
        PaperCaption(f"{row.title} ({row.note})" if row.note else row.title)
        if isinstance(row, Caption)
        else tuple(_cell(model, row, field) for field in fields)
        for row in shown
    ]
    all_, said = len(model.listing.rows), _filters_said(model)
    note = found_note(model.row_filter.query, len(model.records()), all_, said) if ids is None else ""
    register = model.cells.register
    return ShownTable(register.id, title or register.title, columns, rows, note)


def _cell(model: TableModel, row: Any, field: Field) -> int | date | str:
    standing = model.cells.standing(row, field)
    if standing is not None:
        return standing.word
    value = model.listing.value(row, field.name)
    # A workbook counts with numbers and dates.
    return value if type(value) in (int, date) else model.listing.text(row, field)


def _filters_said(model: TableModel) -> list[str]:
    """«Вид: СОШ, ООШ», one for each facet that filters."""
    said = []
    for name, chosen in model.row_filter.chosen.items():
        facet = model.facts.facets[name]
        words = ", ".join(sorted(chosen, key=as_counted))
        said.append(f"{facet.plural or facet.label}: {words.lower() if facet.is_exclusive else words}")
    return said

"""A register's table on paper: what is shown, filtered and sorted, in the columns that are shown."""

from typing import TYPE_CHECKING

from roadmap_desktop.model.search import as_counted
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.registers.filter_chips import filter_label
from roadmap_desktop.ui.registers.listing_model import ListingModel
from roadmap_desktop.ui.registers.table import RegisterTable

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing import Report


def shown_report(table: RegisterTable) -> "Report":
    """The table as a report."""
    from roadmap_desktop.operations.register_export import Shown, shown_table
    from roadmap_desktop.operations.shown_table import found_note, shown_report_of

    model = table.listing
    note = found_note(model.query, len(model.rows), len(model.listing.rows), _filters_said(model))
    return shown_report_of(shown_table(Shown(model.listing, table.shown_columns(), model.rows), note))


def _filters_said(model: ListingModel) -> list[str]:
    """«Вид: СОШ, ООШ», one for each chip that filters."""
    return [
        f"{filter_label(model.register.field(name))}: {', '.join(sorted(words, key=as_counted))}"
        for name, words in model.filters.items()
    ]


def print_shown(table: RegisterTable, document: RoadmapDocument) -> None:
    """Opens the print dialog on it, the register's documents beside it."""
    report = shown_report(table)
    register = table.listing.register.id
    document.printing.emit(PrintRequest(report.id, shown=(report,), register=register), None)

"""The digest on paper: as a document of its own, or one of its tables as it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.digest import Digest
from roadmap_desktop.model.russian import small
from roadmap_desktop.operations.copies.digest import digest_as_report
from roadmap_desktop.operations.printing.shown_table import ShownColumn, ShownTable, shown_report_of
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.digest.model import DigestModel
from roadmap_desktop.ui.digest.tables import paper_widths
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.request import PrintRequest


def print_digest(
    digest: Digest, name: str, rows: DigestModel, context: PrintContext, window: QWidget
) -> PrintDialog:
    """Opens the print dialog; ``rows`` are those of the table that is looked at, sorted as they are, ``name`` its
    title."""
    report = digest_as_report(digest)
    places = range(rows.columnCount())
    headings = [str(rows.headerData(column, Qt.Orientation.Horizontal)) for column in places]
    cells = [[rows.index(row, column).data() for column in places] for row in range(rows.rowCount())]
    columns = [ShownColumn(*one) for one in zip(headings, paper_widths(headings), strict=True)]
    shown = shown_report_of(ShownTable("digest-table", f"Свод: {small(name)}", columns, cells, lead=2))
    dialog = PrintDialog(context, PrintRequest(report.id, shown=(report, shown)), window)
    open_dialog(dialog)
    return dialog

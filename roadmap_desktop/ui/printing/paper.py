"""From a PDF to paper: its pages, rendered at the printer's resolution."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

# Finer than a laser printer resolves in text, and a page of it still fits into memory on a small PC.
_RESOLUTION = 300


def ask_printer(
    parent: QWidget,
    document: QPdfDocument,
    title: str,
    printed: Callable[[], object],
    refused: Callable[[str], object],
) -> None:
    """Opens the printer's own dialog; prints the pages it asks for. ``refused`` gets a Russian sentence."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_RESOLUTION)
    printer.setDocName(title)
    printer.setPageLayout(_layout(document))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(lambda: printed() if print_pages(document, printer) else refused(_REFUSAL))
    # QPrintDialog hides QDialog.open() behind its own, which wants a slot.
    QDialog.open(dialog)


_REFUSAL = (
    "Принтер не принял страницы. План цел. Проверьте, включён ли принтер, "
    "или сохраните PDF и напечатайте его из другой программы."
)


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Prints the chosen pages. Returns whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    for number in range(first, last + 1):
        if number > first and not printer.newPage():
            painter.end()
            return False
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        picture = document.render(number - 1, QSize(sheet.width(), sheet.height()))
        painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), picture)
    return painter.end()


def _layout(document: QPdfDocument) -> QPageLayout:
    size = document.pagePointSize(0)
    lies = size.width() > size.height()
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    layout = QPageLayout()
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    layout.setOrientation(orientation)
    return layout

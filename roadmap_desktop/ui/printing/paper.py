"""From a PDF to paper: its pages, rendered at the printer's resolution, one after another while the window lives on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QProgressDialog, QWidget

from roadmap_desktop.ui.dialogs import open_dialog

# Finer than a laser printer resolves in text, and a page of it still fits into memory on a small PC.
_RESOLUTION = 300
_PATIENCE_MS = 500
# What a drawing made for the screen needs.
_PICTURE = QSize(960, 640)

_NO_PRINTER = (
    "На этом компьютере нет ни одного принтера. Документ цел. "
    "Подключите принтер или сохраните PDF и напечатайте его на другом компьютере."
)
_REFUSAL = (
    "Принтер не принял страницы. Документ цел. Проверьте, включён ли принтер, "
    "или сохраните PDF и напечатайте его из другой программы."
)


def ask_printer(
    parent: QWidget,
    document: QPdfDocument,
    title: str,
    printed: Callable[[], object],
    refused: Callable[[str], object],
) -> None:
    """Opens the printer's own dialog; prints the pages and copies it asks for. ``refused`` gets a Russian sentence."""
    if not has_printer(refused):
        return
    printer = new_printer(document, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(lambda: print_pages(parent, document, printer, printed, refused))
    open_dialog(dialog)


def ask_printer_for_picture(
    parent: QWidget, draw: Callable[[QPainter, QRectF], object], title: str, refused: Callable[[str], object]
) -> None:
    """The same for one lying sheet that ``draw`` fills: it gets the room, whose units are pixels of the screen."""
    if not has_printer(refused):
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: None if draw_picture(printer, draw) else refused(_REFUSAL))
    open_dialog(dialog)


def draw_picture(printer: QPrinter, draw: Callable[[QPainter, QRectF], object]) -> bool:
    """Prints one sheet. Returns whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    scale = min(page.width() / _PICTURE.width(), page.height() / _PICTURE.height())
    painter.scale(scale, scale)
    draw(painter, QRectF(0, 0, page.width() / scale, page.height() / scale))
    return painter.end()


def has_printer(refused: Callable[[str], object]) -> bool:
    """Whether there is any printer; where there is none, a sentence says so."""
    if QPrinterInfo.availablePrinterNames():
        return True
    refused(_NO_PRINTER)
    return False


def new_printer(document: QPdfDocument, title: str) -> QPrinter:
    """The usual printer, set to sheets like the document's."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_RESOLUTION)
    printer.setDocName(title)
    printer.setPageLayout(_layout(document))
    printer.setFullPage(True)
    return printer


def print_pages(
    parent: QWidget,
    document: QPdfDocument,
    printer: QPrinter,
    printed: Callable[[], object],
    refused: Callable[[str], object],
) -> "PagePrinting":
    """Prints the chosen pages with a bar and «Отмена»; calls one of the two at the end, none when it was cancelled."""
    work = PagePrinting(document, printer, parent)
    waiting = QProgressDialog("Страницы отправляются на принтер…", "Отмена", 0, len(work.pages), parent)
    waiting.setWindowTitle("Подождите")
    waiting.setWindowModality(Qt.WindowModality.WindowModal)
    waiting.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    waiting.setMinimumDuration(_PATIENCE_MS)
    work.went_on.connect(waiting.setValue)
    waiting.canceled.connect(work.cancel)
    work.finished.connect(printed)
    work.refused.connect(lambda: refused(_REFUSAL))
    work.over.connect(waiting.close)
    work.over.connect(work.deleteLater)
    work.begin()
    return work


class PagePrinting(QObject):
    """A page at each turn of the event loop: a printer belongs to the window's thread."""

    went_on = Signal(int)
    finished = Signal()
    refused = Signal()
    over = Signal()

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._painter = QPainter()
        self._done = 0
        self._is_cancelled = False
        self.pages = _pages(document, printer)

    def begin(self) -> None:
        """Prints the first page, and the others when there is time."""
        self._printer.setPageOrientation(_orientation(self._document, self.pages[0]))
        if self._painter.begin(self._printer):
            self._go_on()
        else:
            self._end(self.refused)

    def cancel(self) -> None:
        """Stops, and takes back what the printer has not printed yet."""
        self._is_cancelled = True

    def _go_on(self) -> None:
        if self._is_cancelled:
            self._printer.abort()
            self._painter.end()
            self.over.emit()
            return
        if self._done and not self._next_sheet():
            self._painter.end()
            self._end(self.refused)
            return
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        picture = self._document.render(self.pages[self._done], QSize(sheet.width(), sheet.height()))
        self._painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), picture)
        self._done += 1
        self.went_on.emit(self._done)
        if self._done < len(self.pages):
            QTimer.singleShot(0, self, self._go_on)
        else:
            self._end(self.finished if self._painter.end() else self.refused)

    def _next_sheet(self) -> bool:
        """A sheet that lies as its page does: an order's annex may lie where the order stands."""
        self._printer.setPageOrientation(_orientation(self._document, self.pages[self._done]))
        return self._printer.newPage()

    def _end(self, outcome: SignalInstance) -> None:
        outcome.emit()
        self.over.emit()


def _pages(document: QPdfDocument, printer: QPrinter) -> list[int]:
    """The pages in the order in which they come out, counted from 0; what makes no copies itself gets each anew."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    pages = list(range(first - 1, last))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]


def _layout(document: QPdfDocument) -> QPageLayout:
    layout = QPageLayout()
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    layout.setOrientation(_orientation(document, 0))
    return layout


def _orientation(document: QPdfDocument, page: int) -> QPageLayout.Orientation:
    size = document.pagePointSize(page)
    lies = size.width() > size.height()
    return QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait

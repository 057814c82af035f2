"""A document as the bytes of a file: PDF, Word or a workbook."""

from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.errors import NOTHING_WRITTEN, Cancelled, UserError
from roadmap_desktop.reports.blocks import Document

FORMATS = (".pdf", ".docx", ".xlsx")


def pdf_bytes(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as a PDF file's bytes. ``cancelled`` is asked now and then, from the calling thread.

    Raises Cancelled when it answers True, UserError when the fonts are missing.
    """
    from roadmap_desktop.reports.pdf.drawing import draw

    return _unless_cancelled(draw(document, cancelled or (lambda: False)))


def first_page(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The first page alone as a PDF file's bytes, as quickly for a long document as for a short one: for a preview,
    whose other pages follow. The list of contents has no numbers of pages there. See ``pdf_bytes``. Raises Cancelled,
    UserError."""
    from roadmap_desktop.reports.pdf.drawing import draw

    return _unless_cancelled(draw(document, cancelled or (lambda: False), most_pages=1))


def undrawable(*documents: Document) -> str:
    """A sentence on the characters that paper shows as squares, empty where there is none. Raises UserError when the
    fonts are missing."""
    from roadmap_desktop.reports import signs

    return signs.undrawable(documents)


def xlsx_bytes(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as an Excel workbook's bytes, see ``pdf_bytes``. Raises Cancelled."""
    from roadmap_desktop.reports.xlsx.workbook import draw

    return _unless_cancelled(draw(document, cancelled or (lambda: False)))


def docx_bytes(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as a Word file's bytes, see ``pdf_bytes``. Raises Cancelled."""
    from roadmap_desktop.reports.docx.document import draw

    return _unless_cancelled(draw(document, cancelled or (lambda: False)))


def document_bytes(document: Document, suffix: str, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as a file of the kind that the suffix names, one of ``FORMATS``. Raises Cancelled, UserError."""
    draw = {".pdf": pdf_bytes, ".docx": docx_bytes, ".xlsx": xlsx_bytes}[suffix.lower()]
    return draw(document, cancelled)


def require_format(path: Path) -> None:
    """Raises UserError unless the name ends as a format that can be written."""
    if path.suffix.lower() not in FORMATS:
        raise UserError(
            f"Непонятно, в каком виде записать «{path.name}».",
            NOTHING_WRITTEN,
            "Назовите файл с окончанием .pdf, .docx или .xlsx.",
        )


def _unless_cancelled(data: bytes | None) -> bytes:
    if data is None:
        raise Cancelled
    return data

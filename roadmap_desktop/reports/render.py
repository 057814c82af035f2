"""A document as a file: PDF or a workbook in memory, for a preview, then on disk for good."""

from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.errors import Cancelled, KnownError
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.storage.output import write_data as write_data


def pdf_bytes(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as a PDF file's bytes. ``cancelled`` is asked now and then, from the calling thread.

    Raises Cancelled when it answers True, KnownError when the fonts are missing.
    """
    from roadmap_desktop.reports.pdf.drawing import draw

    data = draw(document, cancelled or (lambda: False))
    if data is None:
        raise Cancelled
    return data


def first_page(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The first page alone as a PDF file's bytes, as quickly for a long document as for a short one: for a preview,
    whose other pages follow. The list of contents has no numbers of pages there. See ``pdf_bytes``. Raises Cancelled,
    KnownError."""
    from roadmap_desktop.reports.pdf.drawing import draw

    data = draw(document, cancelled or (lambda: False), most_pages=1)
    if data is None:
        raise Cancelled
    return data


def xlsx_bytes(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as an Excel workbook's bytes, see ``pdf_bytes``. Raises Cancelled."""
    from roadmap_desktop.reports.xlsx.workbook import draw

    data = draw(document, cancelled or (lambda: False))
    if data is None:
        raise Cancelled
    return data


def docx_bytes(document: Document, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as a Word file's bytes, see ``pdf_bytes``. Raises Cancelled."""
    from roadmap_desktop.reports.docx.document import draw

    data = draw(document, cancelled or (lambda: False))
    if data is None:
        raise Cancelled
    return data


FORMATS = (".pdf", ".docx", ".xlsx")


def document_bytes(document: Document, suffix: str, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The document as a file of the kind that the suffix names, one of ``FORMATS``. Raises Cancelled, KnownError."""
    draw = {".pdf": pdf_bytes, ".docx": docx_bytes, ".xlsx": xlsx_bytes}[suffix.lower()]
    return draw(document, cancelled)


def require_format(path: Path) -> None:
    """Raises KnownError unless the name ends as a format that can be written."""
    if path.suffix.lower() not in FORMATS:
        raise KnownError(
            f"Не понятно, в каком виде записать «{path.name}». Ничего не записано. "
            "Назовите файл с окончанием .pdf, .docx или .xlsx."
        )


def write_pdf(document: Document, path: Path) -> None:
    """Writes the document to ``path``, replacing a file of that name only when the new one is whole on the disk.

    Raises KnownError, leaving nothing behind.
    """
    write_data(pdf_bytes(document), path)

"""A document as a file: PDF or a workbook in memory, for a preview, then on disk for good."""

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from roadmap_desktop.errors import Cancelled, KnownError
from roadmap_desktop.reports.blocks import Document

_NOTHING_WRITTEN = "Дорожная карта цела, прежний файл не тронут."

_LOCKED = "он открыт в другой программе или сюда нельзя писать. {safe} Закройте его или выберите другое имя."
_SENTENCES = {
    errno.ENOSPC: "на диске не осталось места. {safe} Освободите место или выберите другой диск.",
    errno.EDQUOT: "на диске не осталось места. {safe} Освободите место или выберите другой диск.",
    errno.EFBIG: "он больше, чем здесь разрешено. {safe} Освободите место или выберите другой диск.",
    errno.ENOENT: "такой папки нет. {safe} Выберите другую папку.",
    errno.ENOTDIR: "такой папки нет. {safe} Выберите другую папку.",
    errno.EISDIR: "так называется папка. {safe} Выберите другое имя.",
    errno.EROFS: "диск доступен только для чтения. {safe} Выберите другую папку.",
    errno.ENAMETOOLONG: "имя файла слишком длинное. {safe} Выберите имя короче.",
    errno.EINVAL: "такое имя файла не годится. {safe} Выберите другое имя.",
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
}
_OTHERWISE = "диск не отвечает. {safe} Проверьте диск и повторите."


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


def write_data(data: bytes, path: Path) -> None:
    """Writes a finished document, see ``write_pdf``."""
    try:
        _replace(path, data)
    except (OSError, ValueError) as error:
        code = (error.errno or 0) if isinstance(error, OSError) else errno.EINVAL
        reason = _SENTENCES.get(code, _OTHERWISE).format(safe=_NOTHING_WRITTEN)
        raise KnownError(f"Файл «{path.name}» не записан: {reason}") from error


def _replace(path: Path, data: bytes) -> None:
    # A short name of its own: the chosen one may already be as long as the disk allows.
    beside = path.parent / f".roadmap-{secrets.token_hex(8)}{path.suffix}"
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink()

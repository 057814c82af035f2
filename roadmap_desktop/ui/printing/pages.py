"""A finished PDF with its pages, ready to be looked at."""

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtPdf import QPdfDocument


class Pages(NamedTuple):
    """``document`` shows what ``content`` holds."""

    content: bytes
    document: QPdfDocument


def pages_of(content: bytes) -> Pages:
    """Loads a PDF, in any thread, for the window's: a thousand pages take longer to be counted through than a window
    may stand still."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    for page in range(document.pageCount()):
        document.pagePointSize(page)
    application = QCoreApplication.instance()
    if application is not None:
        document.moveToThread(application.thread())
    return Pages(content, document)

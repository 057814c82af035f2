"""A file of any kind that can be read, known by its bytes; its name decides only where those say nothing."""

import re
from collections.abc import Callable
from pathlib import PurePath

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import MOST_BYTES, Allowance, damaged, locked, too_large
from roadmap_desktop.exchange.documents.source_document import SourceDocument

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"AT&TFORM")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED_NAMES = (".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|meta)\b",
    re.I | re.S,
)
_LOOKED_AT = 8192


def read_document(data: bytes, name: str, allowance: Allowance | None = None) -> SourceDocument:
    """The document in a file's bytes. Raises UserError for what is none, is too large, locked or damaged; nothing in
    it is run, and nothing that it points to is fetched."""
    if len(data) > MOST_BYTES:
        raise too_large()
    suffix = PurePath(name).suffix.lower()
    reader = _reader(data, suffix)
    return reader(data, allowance or Allowance())


def _reader(data: bytes, suffix: str) -> Callable[[bytes, Allowance], SourceDocument]:
    """The function that reads such bytes. Readers are imported when they are wanted: their libraries take long."""
    start = data[:_LOOKED_AT]
    if not start.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise _refused(
            "Файл пуст." if not data.strip() else "В файле нет текста.", "Проверьте, тот ли файл выбран."
        )
    if start.startswith(_PACKED):
        from roadmap_desktop.exchange.documents.packed_document import read_packed

        return read_packed
    if start.startswith(_OLD_OFFICE):
        return _old_reader(data, suffix)
    if b"%PDF-" in start[:1024]:
        from roadmap_desktop.exchange.documents.pdf_document import read_pdf

        return read_pdf
    if start.startswith(b"SQLite format 3\0"):
        raise _refused("Это файл дорожной карты, а не документ.", "Откройте его через «Файл → Открыть…».")
    if start.startswith(_PICTURES):
        raise _refused(
            "Это рисунок, а не документ.",
            "Нужен документ с текстом: распознайте рисунок и сохраните как .docx.",
        )
    return _text_reader(data, start, suffix)


def _text_reader(data: bytes, start: bytes, suffix: str) -> Callable[[bytes, Allowance], SourceDocument]:
    is_page = _PAGE.match(start.removeprefix(b"\xef\xbb\xbf")) is not None
    if is_page and suffix in _PACKED_NAMES:
        raise _refused(
            f"Это веб-страница, хотя файл назван {suffix}.",
            f"Откройте его в Word или LibreOffice, сохраните как настоящий {suffix} и выберите снова.",
        )
    if start.startswith(b"{\\rtf"):
        return _old_reader(data, ".rtf")
    if suffix in _PACKED_NAMES or suffix == ".pdf":
        raise damaged()
    if is_page or suffix in (".html", ".htm", ".xhtml"):
        from roadmap_desktop.exchange.documents.web_page import read_page

        return read_page
    if b"BEGIN:VCALENDAR" in start.upper():
        from roadmap_desktop.exchange.documents.calendar_source import read_calendar

        return read_calendar
    if _is_binary(start):
        raise _refused(
            "В файле не текст.",
            "Подойдут документы Word, Excel и LibreOffice, PDF с текстом, .csv, .txt и .html.",
        )
    if suffix in (".csv", ".tsv", ".tab"):
        from roadmap_desktop.exchange.documents.delimited import read_delimited

        return lambda data, allowance: read_delimited(data, allowance, ";" if suffix == ".csv" else "\t")
    from roadmap_desktop.exchange.documents.plain_text import read_text

    return read_text


def _old_reader(data: bytes, suffix: str) -> Callable[[bytes, Allowance], SourceDocument]:
    if _ENCRYPTED in data:
        raise locked()
    if suffix in _PACKED_NAMES:
        old = ".doc" if suffix.startswith((".doc", ".odt")) else ".xls"
        raise _refused(
            f"Это документ старого вида ({old}), хотя файл назван {suffix}.",
            f"Откройте его в Word, Excel или LibreOffice и сохраните как {suffix}, затем выберите снова.",
        )
    from roadmap_desktop.exchange.documents.old_office import reader_of

    return reader_of(suffix)


def _is_binary(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 for byte in start)
    return b"\0" in start or controls > len(start) / 50


def _refused(reason: str, advice: str) -> UserError:
    return UserError(reason, NOTHING_CHANGED, advice)

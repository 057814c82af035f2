"""Texts of files whose encoding is not said: UTF-8 with or without its mark, UTF-16 with it, else Windows-1251."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORD = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]\.")


def decoded(data: bytes, said: str = "") -> str:
    """The text of the bytes. A mark at their beginning counts first, then what the document says of itself; lines end
    with "\\n"."""
    return _text(data, said).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _text(data: bytes, said: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for name in filter(None, (said, "utf-8")):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    windows, dos = data.decode("cp1251", "replace"), data.decode("cp866", "replace")
    return dos if _likely(dos) > _likely(windows) else windows


def _likely(text: str) -> int:
    """How many letters stand in words and initials: in the wrong encoding most small letters become capitals or signs,
    and lines of a drawn table capitals."""
    return sum(map(len, _WORD.findall(text[:20_000])))

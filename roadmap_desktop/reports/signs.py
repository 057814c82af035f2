"""Signs that the font of print lacks: ₽ ✔ ☐ ☑. Paper takes them from a second font that comes along, Word and Excel
from one that Windows has."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from roadmap_desktop.reports.blocks import Document, Row
from roadmap_desktop.reports.pdf.drawable import MISSING, drawable
from roadmap_desktop.reports.pdf.fonts import face

WINDOWS_FONT = "Segoe UI Symbol"
# Punctuation, signs of currencies, letterlike and technical signs, shapes, dingbats; pictures.
_SIGNS, _PICTURES = range(0x2012, 0x2C00), "\U0001f000-\U0001faff"
_TOLD = 12


@cache
def sign_pattern() -> str:
    """What finds a run of signs that Times New Roman, and its twin on paper, have no glyph for."""
    lacking = (chr(code) for code in _SIGNS if not face(False).has(code))
    signs = "".join(sign for sign in lacking if unicodedata.category(sign)[0] in "SPN")
    return f"[{re.escape(signs)}{_PICTURES}]+"


def undrawable(documents: Iterable[Document]) -> str:
    """A sentence on the characters of documents that paper shows as squares; empty where there is none."""
    letters: set[str] = set()
    for document in documents:
        for text in _texts(document.blocks):
            letters.update(text)
    found = [letter for letter in sorted(letters - {MISSING}) if drawable(letter) == MISSING]
    if not found:
        return ""
    shown = " ".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in found[:_TOLD])
    more = " и другие" if len(found) > _TOLD else ""
    return f"В шрифте печати нет знаков: {shown}{more}. На бумаге и в PDF вместо них квадраты."


def _texts(value: Any) -> Iterator[str]:
    """Every text in blocks, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Row):
        yield from (cell for cell in value.cells if isinstance(cell, str))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Iterable):
        for each in value:
            yield from _texts(each)

"""The fonts of print, loaded when the first document is drawn and kept for the next ones."""

import threading
from collections.abc import Mapping
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from roadmap_desktop.errors import ROADMAP_IS_SAFE, UserError
from roadmap_desktop.places import place

# ReportLab's font file has one reading position, so two documents must not be embedding fonts at the same moment.
EMBEDDING = threading.Lock()

_FILES = {False: "LiberationSerif-Regular.ttf", True: "LiberationSerif-Bold.ttf"}


class Face:
    """A font: ``widths`` in thousandths of its size by code point, for exactly the characters it can draw."""

    def __init__(self, font: TTFont) -> None:
        self.font = font
        self.widths: Mapping[int, float] = font.face.charWidths

    def draws(self, code: int) -> bool:
        """Whether the font has a glyph for that code point."""
        return code in self.font.face.charToGlyph


@cache
def face(bold: bool, /) -> Face:
    """Liberation Serif, the metric twin of Times New Roman. Raises UserError when its file is missing or spoilt."""
    file = _FILES[bold]
    try:
        font = TTFont(file.removesuffix(".ttf"), str(place("resources", "fonts", file)))
    except (TTFError, OSError) as error:
        raise UserError(
            f"Шрифт для печати «{file}» не найден или испорчен.",
            ROADMAP_IS_SAFE,
            "Установите программу заново.",
        ) from error
    pdfmetrics.registerFont(font)
    return Face(font)

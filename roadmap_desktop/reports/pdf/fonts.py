"""The fonts of print, loaded when the first document is drawn and kept for the next ones."""

import threading
import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from roadmap_desktop.errors import ROADMAP_IS_SAFE, UserError
from roadmap_desktop.program_data import data_path

# ReportLab's font file has one reading position, so two documents must not be embedding fonts at the same moment.
EMBEDDING = threading.Lock()

_FILES = {False: "LiberationSerif-Regular.ttf", True: "LiberationSerif-Bold.ttf"}
_SIGNS = "DejaVuSans.ttf"
# What is written from the right would be drawn from the left, and its letters unjoined.
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})


class Face:
    """A font: ``widths`` in thousandths of its size by code point, for exactly the characters it can draw. Signs
    that it lacks a second font draws, which is read when the first of them is met."""

    def __init__(self, font: TTFont) -> None:
        self.font = font
        self.widths: dict[int, float] = dict(font.face.charWidths)

    def has(self, code: int) -> bool:
        """Whether the font itself has a glyph for that code point."""
        return code in self.font.face.charToGlyph

    def draws(self, code: int) -> bool:
        """Whether there is a glyph for that code point; its width is known from then on."""
        if self.has(code):
            return True
        # Beyond U+FFFF ReportLab tells readers of the file another character.
        signs = _signs().face
        if code not in signs.charToGlyph or code > 0xFFFF:
            return False
        if unicodedata.bidirectional(chr(code)) in _FROM_THE_RIGHT:
            return False
        self.widths[code] = signs.charWidths[code]
        return True

    def font_of(self, code: int) -> TTFont:
        """The font that draws a character which can be drawn."""
        return self.font if self.has(code) else _signs()


@cache
def face(bold: bool, /) -> Face:
    """Liberation Serif, the metric twin of Times New Roman. Raises UserError when its file is missing or spoilt."""
    return Face(_font(_FILES[bold]))


@cache
def _signs() -> TTFont:
    """DejaVu Sans, which has the most signs of the free fonts. Raises UserError."""
    return _font(_SIGNS)


def _font(file: str) -> TTFont:
    try:
        font = TTFont(file.removesuffix(".ttf"), str(data_path("resources", "fonts", file)))
    except (TTFError, OSError) as error:
        raise UserError(
            f"Шрифт для печати «{file}» не найден или испорчен.",
            ROADMAP_IS_SAFE,
            "Установите программу заново.",
        ) from error
    pdfmetrics.registerFont(font)
    return font

"""Text made fit to draw: every character that is left has a glyph, and nothing vanishes unseen."""

import unicodedata
from functools import cache

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.reports.pdf.fonts import Face, face

SOFT_HYPHEN = "\u00ad"
HYPHEN = "\u2010"
MISSING = "□"

# Characters that Word and browsers put into text and the font lacks, with what looks the same.
_TWINS = {
    "\t": " ",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2011": HYPHEN,
    "\u3000": " ",
}


class _Drawable(dict[int, str | None]):
    """For ``str.translate``: what is drawn in place of each character of one font."""

    def __init__(self, drawn_by: Face) -> None:
        self._face = drawn_by
        self.update({ord(character): twin for character, twin in _TWINS.items()})

    def __missing__(self, code: int) -> str | None:
        self[code] = value = self._find(code)
        return value

    def _find(self, code: int) -> str | None:
        character = chr(code)
        if character in {"\n", SOFT_HYPHEN}:
            return character
        category = unicodedata.category(character)
        # Controls and direction marks have no look of their own; selectors and tags only tint an emoji before them.
        if category in {"Cc", "Cf"} or 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE01EF:
            return None
        return character if self._face.draws(code) else MISSING


@cache
def _table(bold: bool) -> _Drawable:
    return _Drawable(face(bold))


def drawable(text: str, bold: bool = False) -> str:
    """The text with line ends as «\\n», letters and their marks joined, direction controls gone, and a square in place
    of every character the font cannot draw."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.replace("\r\n", "\n").translate(_table(bold))


def in_one_line(text: str) -> str:
    """The text as ``drawable``, its line ends as spaces."""
    return one_line(drawable(text))


def plain(text: str) -> str:
    """The text for the file's properties, which no font limits: only lone halves of surrogate pairs are replaced."""
    return one_line(text.encode("utf-8", "replace").decode("utf-8"))

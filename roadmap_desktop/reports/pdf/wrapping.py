"""Text broken into lines that fit a width. Widths are in thousandths of the font size, so sizes share one cache."""

import re
from functools import cache
from unicodedata import combining

from roadmap_desktop.reports.pdf.drawable import SOFT_HYPHEN, drawable
from roadmap_desktop.reports.pdf.fonts import face
from roadmap_desktop.reports.pdf.hyphenation import hyphen_places
from roadmap_desktop.reports.typesetting import NO_BREAK, PERSON, typeset

# How much of a line may stay empty before a word is hyphenated to fill it.
_LOOSE = 0.2
_LONGEST_WORD = 60
_CACHED_WORDS = 20_000
_SHORT_TEXT = 200
_CACHED_TEXTS = 500
_BALANCE_STEP = 500

# Not ``str.split``, which parts words at no-break spaces as well.
_BREAKING = re.compile("[ \\n]")
# A soft hyphen at either end of a word is no place to break it.
_STRAY = re.compile(f"(?<!\\S){SOFT_HYPHEN}+|{SOFT_HYPHEN}+(?!\\S)")
# Where words that are kept together are parted if no line holds them: two initials are not.
_UNBOUND = re.compile(rf"(?<![А-ЯЁ]\.){NO_BREAK}|{NO_BREAK}(?![А-ЯЁ]\.)")
# A line may end after these inside a word, when letters are on both sides: «школ-партнеров», «педагог/родитель».
_INNER = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")


class Wrapper:
    """Breaks text of one face into lines; every word is measured once."""

    def __init__(self, bold: bool) -> None:
        self.bold = bold
        self._widths = face(bold).widths
        self._words: dict[str, float] = {}
        self._space = self._widths[ord(" ")]
        self._recent: dict[tuple[str, float, bool], tuple[str, ...]] = {}

    def width(self, text: str) -> float:
        """The width of a drawable text."""
        width = self._words.get(text)
        if width is None:
            widths = self._widths
            width = sum([widths[code] for code in map(ord, text) if code != 0xAD])
            if len(text) <= _LONGEST_WORD:
                if len(self._words) > _CACHED_WORDS:
                    self._words.clear()
                self._words[text] = width
        return width

    def line_width(self, line: str) -> float:
        """The width of a line as it is drawn: with the soft hyphen that ends it."""
        hyphen = self._widths[0xAD] if line.endswith(SOFT_HYPHEN) else 0.0
        return sum(self.width(word) for word in line.split(" ")) + self._space * line.count(" ") + hyphen

    def longest_word(self, text: str) -> float:
        """The width of the widest part of the text that is better not broken."""
        return max(
            (self.width(word) for word in _BREAKING.split(drawable(typeset(text), self.bold))),
            default=0.0,
        )

    def wrap(self, text: str, width: float, tight: bool = False) -> tuple[str, ...]:
        """Lines of the text, at least one. A word is broken when it is wider than a line, and, where ``tight``, also to
        fill a line that would stay loose. A line that ends with a hyphen put in ends with U+00AD."""
        key = (text, width, tight)
        lines = self._recent.get(key)
        if lines is None:
            clean = _STRAY.sub("", drawable(typeset(text), self.bold).rstrip())
            loose = width * _LOOSE if tight else width
            lines = tuple(
                [line for part in clean.split("\n") for line in self._wrap_part(part, width, loose)]
            )
            if len(self._recent) > _CACHED_TEXTS:
                self._recent.clear()
            if len(text) < _SHORT_TEXT:
                self._recent[key] = lines
        return lines

    def balance(self, text: str, width: float) -> tuple[str, ...]:
        """Lines of about one length, for text that stands centred: no more of them than ``wrap`` makes."""
        lines = self.wrap(text, width)
        if len(lines) == 1:
            return lines
        least, most = max(width / 2, self.longest_word(text)), width
        while most - least > _BALANCE_STEP:
            middle = (least + most) / 2
            tried = self.wrap(text, middle)
            if len(tried) == len(lines):
                lines, most = tried, middle
            else:
                least = middle
        return lines

    def _wrap_part(self, part: str, width: float, loose: float) -> list[str]:
        lines: list[str] = []
        line: list[str] = []
        used = 0.0
        known, space = self._words, self._space
        for word in part.split(" "):
            wide = known.get(word)
            if wide is None:
                wide = self.width(word)
            if used + wide <= width:
                line.append(word)
                used += wide + space
            elif word:
                used = self._overflow(word, wide, width, loose, used, line, lines)
        if line or not lines:
            lines.append(" ".join(line))
        return [text if text.isprintable() else _shown(text) for text in lines]

    def _overflow(
        self,
        word: str,
        wide: float,
        width: float,
        loose: float,
        used: float,
        line: list[str],
        lines: list[str],
    ) -> float:
        """Places a word that does not fit the rest of the line; returns what is used of the line it ends on."""
        if not any(line):
            line.clear()
            used = 0.0
        while word and wide > width - used:
            head = self._head(word, width - used, wide > width or width - used > loose, wide > width)
            if not head and not line:
                head = self._syllables(word, width) or self._some_characters(word, width)
            if head:
                line.append(head)
                word = word[len(head.removesuffix(SOFT_HYPHEN)) :].lstrip(SOFT_HYPHEN + NO_BREAK)
                # Measuring the rest of a word of 20,000 letters on each of its lines would take seconds.
                wide = self.width(word) if len(word) <= _LONGEST_WORD else wide - self.width(head)
            lines.append(" ".join(line).rstrip())
            line.clear()
            used = 0.0
        if not word:
            return 0.0
        line.append(word)
        return used + wide + self._space

    def _head(self, word: str, room: float, breakable: bool, unbound: bool) -> str:
        """The longest part of the word that may end this line, or nothing. ``breakable``: at its own hyphen or, if it
        has none, at one put in, yet no name; ``unbound``: also where two words are kept together."""
        if len(word) > _LONGEST_WORD:
            return ""
        heads = [word[:index] + SOFT_HYPHEN for index in _indexes(word, SOFT_HYPHEN)]
        if unbound:
            heads += [word[: match.start()] for match in _UNBOUND.finditer(word)]
        is_name = word[:1].isupper() and (not unbound or PERSON.search(word))
        if breakable and SOFT_HYPHEN not in word and not is_name:
            heads += _hyphenated(word)
        return self._longest(heads, room)

    def _syllables(self, name: str, room: float) -> str:
        """The longest part of a name that no line holds whole, up to a hyphen."""
        return self._longest(_hyphenated(name) if len(name) <= _LONGEST_WORD else [], room)

    def _longest(self, heads: list[str], room: float) -> str:
        fitting = [head for head in heads if head and self.line_width(head) <= room]
        return max(fitting, key=len, default="")

    def _some_characters(self, word: str, width: float) -> str:
        """As many characters as fit, at least one; a mark stays with its letter."""
        count, used = 0, 0.0
        for character in word:
            used += self._widths[ord(character)] if character != SOFT_HYPHEN else 0.0
            if used > width and count and not combining(character):
                break
            count += 1
        return word[:count].rstrip(SOFT_HYPHEN)


def _indexes(word: str, character: str) -> list[int]:
    return [index for index, found in enumerate(word) if found == character]


def _hyphenated(word: str) -> list[str]:
    """The parts of a word that end at its own hyphen or, if it has none, at one put in."""
    own = [word[: match.start()] for match in _INNER.finditer(word)]
    return own or [word[:index] + SOFT_HYPHEN for index in hyphen_places(word)]


def _shown(line: str) -> str:
    """The line without the soft hyphens that did not end it."""
    return line[:-1].replace(SOFT_HYPHEN, "") + line[-1:]


@cache
def wrapper(bold: bool, /) -> Wrapper:
    """The one wrapper of a face: what it has measured serves every later document."""
    return Wrapper(bold)

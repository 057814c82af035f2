"""A text as it reads, whatever it is made of: letters put together, nothing invisible, Latin look-alikes within
Cyrillic words as the letters they stand for; and where each letter stood."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

# A letter with the accents written after it, which may be one letter of the alphabet: «и» and a breve are «й».
_UNITS = re.compile(r"(.)([\u0300-\u036f]*)", re.DOTALL)
# A hyphen at the end of a line parts a word as a soft one does.
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]|(?<=[а-яё])[-‑] ?\r?\n\s*(?=[а-яё])"
)
_ACCENT = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC, _LATIN = re.compile(r"[А-Яа-яЁё]"), re.compile(r"[A-Za-z]")
_LOOK_ALIKE = str.maketrans("ABCEHIKMOPTXYaceiopxykmnu", "АВСЕНІКМОРТХУасеіорхукмпи")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t", " "))


class PlainText(NamedTuple):
    """``text`` is as long as ``places``, which says where in ``original`` each letter of it begins and ends."""

    text: str
    original: str
    places: tuple[tuple[int, int], ...]

    def quoted(self, start: int, end: int) -> str:
        """What stood there, in one line, letter for letter."""
        if start >= end:
            return ""
        taken = self.original[self.places[start][0] : self.places[end - 1][1]]
        return re.sub(r"[ \t\r\n]+", " ", taken).strip()


def plain(text: str) -> PlainText:
    """The text as it reads."""
    if text.isascii() or not _is_odd(text):
        return PlainText(_read(text), text, tuple((index, index + 1) for index in range(len(text))))
    letters, places = [], []
    for letter, index in _letters(text):
        letters.append(letter)
        places.append(index)
    return PlainText(_read("".join(letters)), text, tuple(places))


def _is_odd(text: str) -> bool:
    return bool(_INVISIBLE.search(text) or _ACCENT.search(text))


def _letters(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    without = _INVISIBLE.sub(lambda found: "\0" * len(found.group()), text)
    for unit in _UNITS.finditer(without):
        if unit.group(1) == "\0":
            continue
        for letter in normalize("NFC", unit.group()):
            # An accent that belongs to no letter, a stress mark, is not read.
            if not _ACCENT.match(letter):
                yield letter, unit.span()


def _read(text: str) -> str:
    return _WORD.sub(_in_one_alphabet, text.translate(_SPACES))


def _in_one_alphabet(word: re.Match[str]) -> str:
    letters = word.group()
    if _CYRILLIC.search(letters) and _LATIN.search(letters):
        return letters.translate(_LOOK_ALIKE)
    return letters

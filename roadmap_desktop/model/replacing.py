"""Words in a text that others take the place of."""

import re
from typing import Any, NamedTuple

from roadmap_desktop.model.letters import composed

_AROUND = 24
_SPACES = re.compile(r"(\s+)")
_E = re.compile("[её]", re.IGNORECASE)


class Query(NamedTuple):
    """What is looked for, and what takes its place; spaces of any kind, and without ``match_case`` also «е» and «ё»,
    are alike."""

    find: str
    replacement: str = ""
    whole_words: bool = False
    match_case: bool = False


class Replacer:
    """Finds and replaces in one text."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._find = composed(query.find)
        pattern = "".join(_pattern(part, query.match_case) for part in _SPACES.split(self._find))
        if query.whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        self._pattern = re.compile(pattern, 0 if query.match_case else re.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """Whether the words stand in the text."""
        return self._pattern.search(text) is not None

    def count(self, value: Any) -> int:
        """How often the words stand in a value."""
        texts = value if isinstance(value, tuple) else (value,)
        return sum(1 for text in texts for _ in self._pattern.finditer(text))

    def replaced(self, text: str) -> str:
        """The text with the words replaced."""
        return self._pattern.sub(lambda found: self._in_case(found.group()), text)

    def around(self, text: str) -> tuple[str, str]:
        """The first of the words with what is around it, as it is and as it would be."""
        found = self._pattern.search(text)
        if found is None:
            return text, text
        start, end = max(found.start() - _AROUND, 0), min(found.end() + _AROUND, len(text))
        left, right = ("…" if start else "") + text[start : found.start()], text[found.end() : end]
        right += "…" if end < len(text) else ""
        return f"{left}{found.group()}{right}", f"{left}{self._in_case(found.group())}{right}"

    def _in_case(self, found: str) -> str:
        """What takes the place of the words, with a capital where they had one and were not typed with it."""
        taken = self._query.replacement
        if not self._query.match_case and found[:1].isupper() and self._find[:1].islower():
            return taken[:1].upper() + taken[1:]
        return taken


def _pattern(part: str, match_case: bool) -> str:
    """The pattern of words, or of the spaces between them."""
    if part.isspace():
        return r"\s+"
    pattern = re.escape(part)
    return pattern if match_case else _E.sub("[её]", pattern)

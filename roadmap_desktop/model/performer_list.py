"""Performers as they are written in one cell."""

from itertools import pairwise

from roadmap_desktop.model.letters import one_line

_OPENING, _CLOSING = "«„‹(", "»”›)"
# The same mark opens and closes: it opens before a word, and closes after one.
_EITHER = '"“'


def split_performers(text: str) -> list[str]:
    """Performers from a list separated by commas, semicolons or lines; commas inside «…», "…" or (…) do not separate,
    unless the end is missing."""
    if not text:
        return []
    places, unclosed = _separators(text)
    cuts = [-1, *places, *unclosed, len(text)]
    parts = (text[start + 1 : end] for start, end in pairwise(cuts))
    return [one_line(part) for part in parts if part.strip()]


def last_name_start(text: str) -> int:
    """Where the last name of a list begins that is still being typed, so its quotes may yet be open."""
    places, _ = _separators(text)
    return places[-1] + 1 if places else 0


def _separators(text: str) -> tuple[list[int], list[int]]:
    """Places of the separators, and of those inside quotes or brackets that are never closed."""
    places: list[int] = []
    inside: list[int] = []
    depth = 0
    before, opens = " ", False
    for index, character in enumerate(text):
        if character in _EITHER:
            opens = opens if before in _EITHER else not _ends_word(before)
        else:
            opens = character in _OPENING
        if opens:
            depth += 1
        elif character in _CLOSING or character in _EITHER:
            depth = max(depth - 1, 0)
            if not depth:
                inside.clear()
        elif character in ",;\n":
            (inside if depth else places).append(index)
        before = character
    return places, inside


def _ends_word(character: str) -> bool:
    return not (character.isspace() or character in ",;-–—" or character in _OPENING)

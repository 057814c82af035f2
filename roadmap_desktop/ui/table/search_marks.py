"""Where the words of a search stand in a text, by the same folding that finds them."""

import re

from roadmap_desktop.model.search import folded

Span = tuple[int, int]
_UNITS = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def marked_spans(text: str, words: tuple[str, ...]) -> list[Span]:
    """Start and length of every place to mark, in UTF-16 units as Qt counts them; merged and ascending."""
    if not words:
        return []
    whole = folded(text)
    found = [(at, at + len(word)) for word in words for at in _occurrences(whole, word)]
    if not found:
        return []
    starts = _units(text)
    origin = _origins(text)
    return [
        (starts[origin[a][0]], starts[origin[b - 1][1]] - starts[origin[a][0]]) for a, b in _merged(found)
    ]


def _occurrences(whole: str, word: str) -> list[int]:
    places, at = [], whole.find(word)
    while at >= 0:
        places.append(at)
        at = whole.find(word, at + len(word))
    return places


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _origins(text: str) -> list[Span]:
    """For each character of the folded text, where in the text it came from begins and ends: folding drops some,
    doubles others, and puts letters and their accents together."""
    return [unit.span() for unit in _UNITS.finditer(text) for _ in folded(unit.group())]


def _units(text: str) -> list[int]:
    """Where each character starts in UTF-16 units, and where the text ends."""
    starts, at = [], 0
    for character in text:
        starts.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return [*starts, at]

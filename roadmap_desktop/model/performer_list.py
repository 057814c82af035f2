"""Performers as they are written in one cell."""

from itertools import pairwise


def split_performers(text: str) -> list[str]:
    """Performers from a list separated by commas, semicolons or lines; commas inside «…» or (…) do not separate."""
    cuts = [-1, *_separators(text), len(text)]
    parts = (text[start + 1 : end] for start, end in pairwise(cuts))
    return [" ".join(part.split()) for part in parts if part.strip()]


def last_name_start(text: str) -> int:
    """Where the last name of a list begins that is still being typed."""
    separators = _separators(text)
    return separators[-1] + 1 if separators else 0


def _separators(text: str) -> list[int]:
    places, depth = [], 0
    for place, character in enumerate(text):
        depth += {"«": 1, "(": 1, "»": -1, ")": -1}.get(character, 0)
        if character in ",;\n" and depth <= 0:
            places.append(place)
    return places

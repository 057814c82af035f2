"""Where a Russian word may be broken with a hyphen."""

import re
from functools import cache, lru_cache
from typing import Any

# Abbreviations, words with digits and foreign words stay whole: only a run of small Cyrillic letters is broken.
_WORD = re.compile(r"(?<![\w])[А-ЯЁа-яё][а-яё]{5,}(?![\w])")
_LEAST = 3


@cache
def _patterns() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="ru_RU", left=_LEAST, right=_LEAST)


@lru_cache(maxsize=4096)
def hyphen_places(token: str) -> tuple[int, ...]:
    """Indexes in the token before which a hyphen may end a line, in rising order."""
    return tuple(
        word.start() + position
        for word in _WORD.finditer(token)
        for position in _patterns().positions(word.group().lower())
    )

"""The right name that a wrong one was probably meant to be."""

from collections.abc import Iterable

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.search import folded

# Of a very long text nobody mistyped one letter, and comparing takes the square of its length.
_LONGEST = 300


def nearest(text: str, words: Iterable[str]) -> str:
    """« Может быть, «…»?» with the word most like the text, else the first that has it in it; case and ё make no
    difference. Empty when there is none."""
    from difflib import get_close_matches  # Asked after a mistake alone.

    known: dict[str, str] = {}
    for word in words:
        known.setdefault(folded(word[:_LONGEST]), word)
    wanted = folded(one_line(text[:_LONGEST]))
    near = get_close_matches(wanted, known, n=1) or [word for word in known if wanted and wanted in word]
    return f" Может быть, «{known[near[0]]}»?" if near else ""

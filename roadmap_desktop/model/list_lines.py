"""Lists typed in one line, «…: 1) одно; 2) другое», «…: – одно; – другое»: each point gets a line of its own."""

import re
from collections.abc import Iterator

# A number with its bracket or dot where a point can begin: first in a line, else after a stop. A dot needs a space and
# a letter after it, so that «01.09.2020» and «ст. 15.» are none.
_NUMBER = re.compile(
    r"(?:^|(?<=[.:;,!?])\s+|(?<=[:;]))(?P<mark>(?P<number>\d{1,2})(?:(?P<bracket>\))\s*|\.\s+))(?=[^\W\d_]|[«\"(])",
    re.MULTILINE,
)
# A dash after a comma or a full stop is a sentence's own.
_DASH = re.compile(r"(?:^[^\S\n]*|(?<=[:;])\s*)(?P<mark>[-–—•]\s+)(?=\S)", re.MULTILINE)
_FEWEST = 2


def points_apart(text: str) -> str:
    """The text with each point of its lists on a line of its own; a single number or dash is no list, and lines that
    there are stay."""
    # Tables of ten thousand rows are printed, and most texts in them have no list.
    if not (";" in text or ":" in text or "2)" in text or "2." in text):
        return text
    text = _broken(text, list(_numbered(text)))
    return _broken(text, [found.start("mark") for found in _DASH.finditer(text)])


def _broken(text: str, places: list[int]) -> str:
    if len(places) < _FEWEST:
        return text
    for index in reversed(places):
        before = text[:index].rstrip(" \t\N{NO-BREAK SPACE}")
        if before and not before.endswith("\n"):
            text = f"{before}\n{text[index:]}"
    return text


def _numbered(text: str) -> Iterator[int]:
    """Where the points 1, 2, 3 … of one list begin."""
    sign: str | None = ""
    wanted = 1
    for found in _NUMBER.finditer(text):
        if int(found["number"]) == wanted and sign in ("", found["bracket"]):
            sign, wanted = found["bracket"], wanted + 1
            yield found.start("mark")

"""The points of an agenda, and of whatever else is written a point a line."""

import re

from roadmap_desktop.model.list_lines import points_apart

_MARK = re.compile(r"\s*(?:\d{1,2}\s*[.)]|[-–—•*])\s+|\s*\d{1,2}\)\s*")


def points(text: str) -> list[str]:
    """The lines of a text without the numbers and dashes that they begin with: they are numbered anew."""
    lines = (
        _MARK.sub("", line, count=1).strip() if _MARK.match(line) else line.strip()
        for line in points_apart(text).splitlines()
    )
    return [line for line in lines if line]

"""A text fit for a file of XML, as Word's and Excel's are."""

import re
from html import escape

from roadmap_desktop.model.letters import one_line

# XML 1.0, 2.2: what a document may not hold in any spelling.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """The text without the controls that XML cannot hold, a visible sign in place of each half of a surrogate pair."""
    return _LONE_SURROGATE.sub("\ufffd", _NEVER.sub("", text))


def in_one_line(text: str) -> str:
    """The text as words that are one line anyway."""
    return one_line(writable(text))


def attribute(text: str) -> str:
    """The text as the value of an attribute."""
    return escape(in_one_line(text))

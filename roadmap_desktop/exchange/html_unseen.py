"""What of an HTML document no page shows: hidden text, rows and columns, and the marks of comments and footnotes, which
the page shows beside the text and not as a part of it."""

import re

_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.IGNORECASE)
_HIDING = re.compile(
    r"\b(?:display\s*:\s*none|visibility\s*:\s*collapse|mso-hide\s*:\s*all)\b", re.IGNORECASE
)
_INVISIBLE = re.compile(r"\bvisibility\s*:\s*hidden\b", re.IGNORECASE)
_HIDDEN = re.compile(r"(?<![\w-])hidden(?![\w-])", re.IGNORECASE)
_VALUES = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|\S+)""")
# Word's and Excel's, Writer's, those of Google Docs. A commented text itself has «mso-comment-reference».
_MARK = re.compile(
    r"\bMso(?:Comment|Footnote|Endnote)Reference\b|\bmso-(?:footnote|endnote)-id\b|\bsd(?:foot|end)noteanc\b"
    r"|\bmso-special-character\s*:\s*(?:comment|footnote|endnote)\b|#(?:_msocom_|_ftn|_edn|cmnt|ftnt)\d",
    re.IGNORECASE,
)
# Elements without an end, and those that the next of their kind ends as well.
_VOID = frozenset(
    ("br", "hr", "img", "col", "input", "meta", "link", "wbr", "area", "base", "embed", "source")
)
_ENDED_BY_THE_NEXT = frozenset(("p", "li", "tr", "td", "th", "thead", "tbody", "tfoot"))


def is_hidden(attributes: str) -> bool:
    """Whether an element with these attributes takes no room on the page."""
    styles = " ".join(filter(None, (text for found in _STYLE.findall(attributes) for text in found)))
    return bool(_HIDING.search(styles)) or _HIDDEN.search(_VALUES.sub(" ", attributes)) is not None


def is_unseen(attributes: str) -> bool:
    """Whether nothing of the text of an element with these attributes is seen on the page, room or not."""
    if not attributes:
        return False
    return (
        _MARK.search(attributes) is not None
        or is_hidden(attributes)
        or any(_INVISIBLE.search(text) for found in _STYLE.findall(attributes) for text in found)
    )


class Unseen:
    """Follows one element that is not seen, to its end."""

    def __init__(self) -> None:
        self._tag = ""
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def take_tag(self, tag: str, attributes: str, *, is_end: bool) -> None:
        """Takes the next tag of the document: it may begin an element that is not seen, or end the one at hand."""
        if tag in _VOID or attributes.endswith("/"):
            return
        if self._depth and tag == self._tag and (is_end or tag in _ENDED_BY_THE_NEXT):
            self._depth -= 1
        elif self._depth and tag == self._tag:
            self._depth += 1
        if not self._depth and not is_end and is_unseen(attributes):
            self._tag, self._depth = tag, 1

    def end(self) -> None:
        """What is around the element has ended, and so has the element."""
        self._depth = 0

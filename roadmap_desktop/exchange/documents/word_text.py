"""The text of a Word paragraph as Word shows it: tracked changes accepted, nothing hidden, no comments or fields."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": SOFT_BREAK,
    f"{W}cr": SOFT_BREAK,
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t",
}
_RUN, _RUN_PROPERTIES, _WORDS = f"{W}r", f"{W}rPr", f"{W}t"
_PROPERTIES, _HIDDEN, _STYLE = f"{W}pPr", f"{W}vanish", f"{W}rStyle"
# What is looked through for runs, and what is not part of the text.
_INSIDE = frozenset(
    f"{W}{name}"
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
    )
)
_OFF = frozenset({"0", "false", "off"})


def is_on(element: Any | None) -> bool:
    """Whether a switch of Word's properties is there and not off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def paragraph_text(paragraph: Any, is_hidden_style: Callable[[str], bool] | None) -> str:
    """The text of a «w:p»; a break within it is ``SOFT_BREAK``. ``is_hidden_style`` says of a style whether its text is
    hidden; None where nothing is."""
    pieces: list[str] = []
    _take_runs(paragraph, pieces, _Field(), is_hidden_style)
    return "".join(pieces)


def boxed_paragraphs(paragraph: Any) -> Iterator[Any]:
    """Paragraphs of the text boxes that are anchored in a paragraph; of two renderings of one box the first."""
    for content in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == f"{_CHOICES}Fallback" for above in content.iterancestors()):
            yield from content.iter(f"{W}p")


class _Field:
    """Whether the runs at hand are the code of a field, such as «PAGE»; what it shows follows the code."""

    def __init__(self) -> None:
        self.is_code = False
        self._open: list[bool] = []

    def take(self, kind: str) -> None:
        if kind == "begin":
            self._open.append(True)
        elif self._open and kind == "separate":
            self._open[-1] = False
        elif self._open:
            self._open.pop()
        self.is_code = any(self._open)


# Loops that add to a list, not generators: a plan has tens of thousands of runs.
def _take_runs(
    element: Any, pieces: list[str], field: _Field, is_hidden_style: Callable[[str], bool] | None
) -> None:
    for child in element:
        tag = child.tag
        if tag == _RUN:
            _take_run(child, pieces, field, is_hidden_style)
        elif tag == _PROPERTIES:
            continue
        elif tag in _INSIDE:
            _take_runs(child, pieces, field, is_hidden_style)
        elif tag == f"{_CHOICES}AlternateContent":
            _take_runs(child[0] if len(child) else child, pieces, field, is_hidden_style)
        elif tag.startswith(_MATH):
            pieces += (sign.text or "" for sign in child.iter(f"{_MATH}t"))


def _take_run(
    run: Any, pieces: list[str], field: _Field, is_hidden_style: Callable[[str], bool] | None
) -> None:
    for child in run:
        tag = child.tag
        if tag == _WORDS:
            if not field.is_code:
                pieces.append(child.text or "")
        elif tag == _RUN_PROPERTIES:
            if is_hidden_style is not None and _is_hidden(child, is_hidden_style):
                # Fields go on in hidden runs too.
                for mark in run.iter(f"{W}fldChar"):
                    field.take(mark.get(f"{W}fldCharType", ""))
                return
        elif tag == f"{W}br" and child.get(f"{W}type") in ("page", "column"):
            pieces.append(" ")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == f"{W}fldChar":
            field.take(child.get(f"{W}fldCharType", ""))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            if child.get(f"{W}customMarkFollows"):
                return
        elif tag == f"{W}sym":
            pieces.append(_symbol(child))
        elif tag == f"{W}ruby":
            bases = (base for part in child.iter(f"{W}rubyBase") for base in part.iter(f"{W}t"))
            pieces += (base.text or "" for base in bases)


def _is_hidden(properties: Any, is_hidden_style: Callable[[str], bool]) -> bool:
    hidden = properties.find(_HIDDEN)
    if hidden is not None:
        return is_on(hidden)
    style = properties.find(_STYLE)
    return style is not None and is_hidden_style(style.get(f"{W}val", ""))


def _symbol(element: Any) -> str:
    """A sign of a font of signs: ticks and crosses are marks, the rest is a bullet."""
    code = element.get(f"{W}char", "").upper()
    return {"F0FC": "✓", "F0FE": "✓", "F0FB": "х", "F0D0": "–", "F02D": "–"}.get(
        code, "•" if code.startswith("F0") else _character(code)
    )


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""

"""WordprocessingML (ECMA-376, part 1, 17) in pieces: text becomes runs, runs become paragraphs.

Text is escaped here and nowhere else, so nothing a person typed can become markup.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import escape

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from roadmap_desktop.reports.blocks import Align
from roadmap_desktop.reports.signs import WINDOWS_FONT, sign_pattern
from roadmap_desktop.reports.typesetting import NO_BREAK_HYPHEN, PERSON, typeset
from roadmap_desktop.reports.xml_text import writable

_NAMESPACES = nsdecls("w", "r", "wp", "a")
_PIECES = re.compile(f"(\r\n|[\n\r\v\f\x85\u2028\u2029]|\t|\u00ad|{NO_BREAK_HYPHEN})")
_SIGNS = {"\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>", NO_BREAK_HYPHEN: "<w:noBreakHyphen/>"}
_SIGN_FONT = "<w:rFonts{}/>".format(
    "".join(f' w:{script}="{WINDOWS_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
)
JUSTIFY = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
TAB = "<w:r><w:tab/></w:r>"


def element(xml: str) -> BaseOxmlElement:
    """The markup of one element as a part of a document."""
    end = re.search(r"[\s/>]", xml)
    assert end is not None, xml
    return parse_xml(f"{xml[: end.start()]} {_NAMESPACES}{xml[end.start() :]}")


def run(text: str, *, bold: bool = False) -> str:
    """The text as it was typed, see ``typeset``: lines break where it breaks, tabs are tabs."""
    text = typeset(text)
    end, runs = 0, []
    for found in _special().finditer(text):
        runs += [
            _run(text[end : found.start()], bold),
            _run(found[0], bold, is_sign=bool(found["sign"]), is_name=True),
        ]
        end = found.end()
    return "".join((*runs, _run(text[end:], bold)))


@cache
def _special() -> re.Pattern[str]:
    return re.compile(f"(?P<sign>{sign_pattern()})|{PERSON.pattern}")


def _run(text: str, bold: bool, *, is_sign: bool = False, is_name: bool = False) -> str:
    if not text:
        return ""
    # What is not proofed Word does not hyphenate.
    look = (_SIGN_FONT if is_sign else "") + ("<w:b/>" if bold else "") + ("<w:noProof/>" if is_name else "")
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(_pieces(text))}</w:r>"


def _pieces(text: str) -> Iterator[str]:
    for index, piece in enumerate(_PIECES.split(text)):
        if index % 2:
            yield _SIGNS.get(piece, "<w:br/>")
        elif piece:
            yield f'<w:t xml:space="preserve">{escape(writable(piece), quote=False)}</w:t>'


def paragraph(style: str, content: str, look: str = "") -> str:
    """A paragraph in a style. ``look`` is what it has besides, in the order of ECMA-376, part 1, 17.3.1.26."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{content}</w:p>'


def aligned(align: Align) -> str:
    """The property that moves a text from where its style puts it, to the left."""
    return "" if align is Align.LEFT else f'<w:jc w:val="{JUSTIFY[align]}"/>'


def field(instruction: str, shown: str = "") -> str:
    """A field that the program showing the document works out: a page's number. Where nothing can be ``shown`` until
    then, it is told to do so at once."""
    dirty = "" if shown else ' w:dirty="true"'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{escape(shown)}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

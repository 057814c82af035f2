"""The typed face of ReportLab's canvas: text in lines, rules, pages, and the file's own properties.

Text is written as PDF operators (PDF 32000-1, 9.4) with every character encoded once, because a canvas call for each
line costs more than laying the line out.
"""

import io
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFPage, PDFStream
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.reports.blocks import POINTS_IN_MM, Document, PageSetup
from roadmap_desktop.reports.pdf.drawable import HYPHEN, SOFT_HYPHEN, plain
from roadmap_desktop.reports.pdf.fonts import EMBEDDING, Face, face
from roadmap_desktop.reports.typesetting import NO_BREAK

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

_RULE_WIDTH = 0.5
# What looks the same and is found and copied as it was typed. A plain hyphen is also what PDF readers join words over.
_COPIED_AS = {SOFT_HYPHEN: "-", HYPHEN: "-", NO_BREAK: " "}
_GROUND = 0.9


class _Codes(dict[int, str]):
    """For ``str.translate``: each character as the hexadecimal code it has in the subset of a font being made."""

    def __init__(self, canvas: Canvas, drawn_by: Face, size: float) -> None:
        self._document = canvas._doc  # type: ignore[attr-defined]
        self._face = drawn_by
        self._size = size

    def font(self, font: TTFont | None = None, subset: int = 0) -> str:
        """The operator that chooses one subset of a font, of the text's own unless told otherwise."""
        font = font or self._face.font
        return f"{font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    def __missing__(self, code: int) -> str:
        if chr(code) in _COPIED_AS:
            return self[ord(_COPIED_AS[chr(code)])]
        font = self._face.font_of(code)
        [(subset, data)] = font.splitString(chr(code), self._document)
        found = data.hex()
        # A subset has 256 places; the rare character beyond them is drawn by the next one, and the line goes on.
        is_usual = font is self._face.font and subset == 0
        self[code] = found if is_usual else f"> Tj {self.font(font, subset)} <{found}> Tj {self.font()} <"
        return self[code]


class Surface:
    """The sheets of one document. Coordinates are points from the lower left corner."""

    def __init__(self, document: Document) -> None:
        self.size = _points(document.page)
        rl_config.useA85 = 0  # binary streams: a quarter smaller, and every reader since PDF 1.1 takes them
        self._canvas = Canvas(
            io.BytesIO(),  # the stubs want a file; the data is asked for instead
            pagesize=self.size,
            pageCompression=1,
            pdfVersion=(1, 4),  # the first to know a language
            lang=document.language,
            # Not Helvetica, which is never embedded. The stubs take the name for a number.
            initialFontName=face(False).font.fontName,  # type: ignore[arg-type]
        )
        self._canvas.setTitle(plain(document.title))
        self._canvas.setAuthor(plain(document.author))
        self._canvas.setSubject("")
        self._canvas.setKeywords("")
        self._canvas.setCreator(PROGRAM_NAME)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._codes: dict[tuple[bool, float], _Codes] = {}
        self._marks: list[str] = []
        self._rules: list[str] = []
        self._level = -1
        self.page = 1

    def text(
        self, lines: Sequence[str], x: float, y: float, leading: float, size: float, bold: bool = False
    ) -> None:
        """Draws lines from the baseline of the first one down."""
        codes = self._codes.get((bold, size))
        if codes is None:
            codes = self._codes[bold, size] = _Codes(self._canvas, face(bold), size)
        shown = "> Tj T* <".join([line.translate(codes) for line in lines])
        self._marks.append(f"BT {codes.font()} {leading:.2f} TL 1 0 0 1 {x:.2f} {y:.2f} Tm <{shown}> Tj ET")

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draws a thin straight line."""
        self._rules.append(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l")

    def ground(self, x: float, y: float, width: float, height: float, grey: float = _GROUND) -> None:
        """Lays a light grey ground under what is drawn after it, from its lower left corner; 1 is white."""
        self._marks.append(f"{grey:g} g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f 0 g")

    def figure(self, drawing: "Drawing", x: float, y: float) -> None:
        """Draws shapes of ReportLab's graphics, their lower left corner there."""
        from reportlab.graphics import renderPDF

        self._flush()
        # Not the default one, which is never embedded. The stubs lack the attribute.
        drawing.initialFontName = face(False).font.fontName  # type: ignore[attr-defined]
        renderPDF.draw(drawing, self._canvas, x, y)

    def bookmark(self, key: str, text: str, level: int, top: float) -> None:
        """Names this height of the page in the document's outline; ``key`` is what links know it by."""
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        # An outline has no gaps: under nothing, a part's heading stands where a title would.
        self._level = min(level, self._level + 1)
        self._canvas.addOutlineEntry(plain(text), key, self._level)

    def link(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """Makes that part of the page lead to a bookmark, which may come later."""
        self._canvas.linkAbsolute("", key, (x, y, x + width, y + height))

    def leave(self, name: str) -> None:
        """Leaves a place in the drawing for what ``fill`` will draw when the last page is known."""
        self._flush()
        self._canvas.doForm(name)

    def fill(self, name: str) -> None:
        """Makes what was drawn since the last page the content of a place that was left, see ``leave``."""
        # As large as any page: the one that the place is on may lie otherwise than the last one.
        self._canvas.beginForm(name, upperx=max(self.size), uppery=max(self.size))
        self._flush()
        self._canvas.endForm()

    def turn(self, page: PageSetup) -> None:
        """Makes the page that begins, and those after it, lie as the set-up says."""
        self.size = _points(page)
        self._canvas.setPageSize(self.size)

    def end_page(self) -> None:
        """Finishes the page and begins the next one."""
        if self._rules:
            self._marks.append(f"{_RULE_WIDTH} w {' '.join(self._rules)} S")
        self._rules.clear()
        self._flush()
        self._canvas.showPage()
        _pack(self._canvas._doc.Pages.pages[-1])  # type: ignore[attr-defined]
        self.page += 1

    def finish(self) -> bytes:
        """The whole file, the last page having been ended."""
        with EMBEDDING:
            data: bytes = self._canvas.getpdfdata()  # type: ignore[no-untyped-call]
        return data

    def _flush(self) -> None:
        self._canvas.addLiteral("\n".join(self._marks))
        self._marks.clear()


def _points(page: PageSetup) -> tuple[float, float]:
    width, height = page.sheet
    return width * POINTS_IN_MM, height * POINTS_IN_MM


def _pack(page: PDFPage) -> None:
    """Compresses a page that is done. The canvas would hold every page as text until the file is written, several times
    as much memory as the file takes."""
    packed = zlib.compress(page.stream.encode())
    page.Contents = _Packed(PDFDictionary({"Filter": PDFName("FlateDecode")}), packed)
    page.stream = None


class _Packed(PDFStream):
    """What a finished page shows; given up as soon as it is written, when the file begins to take its place."""

    def format(self, document: PDFDocument) -> bytes:
        """As it stands in the file."""
        written: bytes = super().format(document)
        self.content = b""
        return written

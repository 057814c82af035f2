"""A document as a Word file, block by block."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Block,
    Contents,
    Document,
    FillIn,
    Heading,
    Item,
    Orientation,
    PageBreak,
    PageSetup,
    Paragraph,
    SideBySide,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.docx import running_text, signing
from roadmap_desktop.reports.docx.blank import blank, lay_sheet, set_styles
from roadmap_desktop.reports.docx.chart import draw_chart
from roadmap_desktop.reports.docx.markup import element, paragraph
from roadmap_desktop.reports.docx.styles import SPACER
from roadmap_desktop.reports.docx.table import draw_table
from roadmap_desktop.reports.leading_in import leads_in
from roadmap_desktop.reports.zip_times import within_zip_years

_BENEATH_TABLE, _BENEATH_SIGNATURES = 2, 8


def draw(document: Document, cancelled: Callable[[], bool]) -> bytes | None:
    """The document as a Word file's bytes, or None when ``cancelled`` said so on the way."""
    file = blank(document)
    drawing = _Drawing(file, document, cancelled)
    for index, block in enumerate(document.blocks):
        if cancelled():
            return None
        drawing.add(index, block)
    if cancelled():
        return None
    drawing.end()
    set_styles(file, document.page, drawing.sizes)
    target = io.BytesIO()
    with within_zip_years():
        file.save(target)
    return target.getvalue()


class _Drawing:
    """The body of a file being written."""

    def __init__(self, file: WordFile, document: Document, cancelled: Callable[[], bool]) -> None:
        self._file = file
        self._body = file.element.body
        self._own = self._page = document.page
        # The set-up of a part that lies otherwise than the document.
        self._turned: PageSetup | None = None
        self._blocks = document.blocks
        self._cancelled = cancelled
        self._marks = _marks(document.blocks)
        self._titles = {
            index: block.text for index, block in enumerate(document.blocks) if isinstance(block, Heading)
        }
        self._blocks = document.blocks
        self._begins_page = False
        self._apart = _BENEATH_TABLE
        self._charts = 0
        self.sizes = {document.page.font_size}

    def add(self, index: int, block: Block) -> None:
        """Adds a block beneath those that stand."""
        if isinstance(block, PageBreak):
            self._begins_page = not (block.sheet and self._begin_section(block.sheet))
            return
        if isinstance(block, SignatureLines):
            self._hold_last()
        for drawn in self._drawn(index, block):
            self._place(drawn)
        if leads_in(self._blocks, index):
            self._hold_last()
        self._apart = _BENEATH_SIGNATURES if isinstance(block, SignatureLines) else _BENEATH_TABLE

    def end(self) -> None:
        """A document ends with a paragraph, by ECMA-376 as by Word."""
        if self._is_table(self._last):
            self._body[-1].addprevious(element(paragraph(SPACER, "")))

    def _drawn(self, index: int, block: Block) -> Iterator[BaseOxmlElement]:
        match block:
            case Table():
                yield from self._parts(block)
            case Chart():
                self._charts += 1
                yield from map(element, draw_chart(self._file, block, self._page, self._charts))
            case _:
                yield from map(element, self._markup(index, block))

    def _parts(self, table: Table) -> Iterator[BaseOxmlElement]:
        for number, part in enumerate(table.parts()):
            self._begins_page = self._begins_page or number > 0
            drawn = draw_table(part, self._page, self._cancelled)
            self.sizes.add(drawn.size)
            yield drawn.element

    def _markup(self, index: int, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield running_text.heading(block, self._marks.get(index, ""), index)
            case Paragraph():
                yield running_text.text(block)
            case Item():
                yield running_text.item(block)
            case FillIn():
                yield from running_text.fill_in(block, self._page)
            case ApprovalStamp():
                yield from signing.approval_stamp(block, self._turned)
            case AnnexStamp():
                yield signing.annex_stamp(block, self._turned)
            case SideBySide():
                yield signing.side_by_side(block, self._page)
            case SignatureLines():
                yield signing.signature_lines(block, self._page)
            case Contents():
                following = ((self._titles[each], mark) for each, mark in self._marks.items() if each > index)
                yield from running_text.contents(list(following), self._page)
            case Table() | Chart() | PageBreak():
                raise AssertionError(block)
            case _:
                assert_never(block)

    def _begin_section(self, sheet: Orientation) -> bool:
        """Ends the section with its last paragraph; what follows lies on such sheets, its pages numbered on from the
        first. False where there is nothing yet to end."""
        last = self._last
        if last is None:
            return False
        if not isinstance(last, CT_P):
            last = element(paragraph(SPACER, ""))
            self._body[-1].addprevious(last)
        assert isinstance(last, CT_P)
        self._page = replace(self._own, orientation=sheet)
        self._turned = None if self._page == self._own else self._page
        following = self._body[-1]
        last.set_sectPr(following.clone())
        for reference in following.findall(qn("w:headerReference")):
            # A section without a header of its own has that of the one before.
            following.remove(reference)
        section = self._file.sections[-1]
        section.different_first_page_header_footer = False
        lay_sheet(section, self._page)
        return True

    def _place(self, drawn: BaseOxmlElement) -> None:
        """Two tables that touch would become one, a table cannot begin a page by itself, and what follows one stands
        apart from it."""
        after_table = self._is_table(self._last) and not self._begins_page
        if self._is_table(drawn) and (after_table or self._begins_page):
            self._place(element(paragraph(SPACER, "")))
            self._hold_last()
        elif isinstance(drawn, CT_P):
            look = WordParagraph(drawn, self._file._body).paragraph_format
            if self._begins_page and self._last is not None:
                look.page_break_before = True
            elif after_table and not (drawn.style or "").startswith("Heading"):
                look.space_before = Mm(self._apart)
            self._begins_page = False
        self._body[-1].addprevious(drawn)

    @property
    def _last(self) -> BaseOxmlElement | None:
        # The section's properties are the body's last child; to count the children would walk all of them.
        last: BaseOxmlElement | None = self._body[-1].getprevious()
        return last

    def _hold_last(self) -> None:
        """Keeps what stands last on the page of what comes next: of a table, its last row."""
        last = self._last
        if last is None:
            return
        rows = last.findall(qn("w:tr"))
        for each in (rows[-1] if rows else last).iter(qn("w:p")):
            WordParagraph(each, self._file._body).paragraph_format.keep_with_next = True

    @staticmethod
    def _is_table(drawn: BaseOxmlElement | None) -> bool:
        return drawn is not None and drawn.tag == qn("w:tbl")


def _marks(blocks: Sequence[Block]) -> dict[int, str]:
    """The bookmarks of the headings that contents name, by the place of the block."""
    starts = [index for index, block in enumerate(blocks) if isinstance(block, Contents)]
    if not starts:
        return {}
    return {
        index: f"_Toc{index:08}"
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == 2 and index > starts[0]
    }

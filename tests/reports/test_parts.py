"""A part whose sheets lie otherwise, two texts on one level, and where signatures stand: in each format."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from openpyxl import load_workbook
from pypdf import PdfReader

from roadmap_desktop.reports.blocks import (
    SIGNED_HERE,
    Align,
    AnnexStamp,
    Block,
    Column,
    Contents,
    Document,
    FillIn,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Row,
    SideBySide,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.document_options import DocumentOptions, with_options
from roadmap_desktop.reports.render import docx_bytes, pdf_bytes, xlsx_bytes
from tests.reports.office_files import plain

LIES, STANDS = PageBreak(Orientation.LANDSCAPE), PageBreak(Orientation.PORTRAIT)
WIDE = Table((Column("№", 0), Column("Наименование", 1)), tuple(Row((str(n), "школа")) for n in range(40)))
WHOLE: tuple[Block, ...] = (
    Heading("ПРИКАЗ"),
    Paragraph("Утвердить план."),
    LIES,
    AnnexStamp("Приложение № 1"),
    Heading("План"),
    FillIn("Строка"),
    WIDE,
    STANDS,
    AnnexStamp("Приложение № 2"),
    Heading("Состав"),
    WIDE,
)


def document(*blocks: Block) -> Document:
    return Document("Приказ", blocks)


def test_pages_of_a_part_lie_as_it_says_and_are_numbered_on(read_back: Callable[..., str]) -> None:
    data = pdf_bytes(document(*WHOLE))
    pages = PdfReader(io.BytesIO(data)).pages
    lying = [page.mediabox.width > page.mediabox.height for page in pages]
    assert lying == [False, True, True, True, False, False]
    texts = read_back(data, "-raw").split("\f")
    assert [text.split()[0] for text in texts[1:6]] == ["2", "3", "4", "5", "6"]
    assert "Приложение № 1" in texts[1]
    assert "Приложение № 2" in texts[4]


def test_contents_lead_to_parts_however_they_lie(read_back: Callable[..., str]) -> None:
    parts = (Contents(), LIES, Heading("Первая", 2), STANDS, Heading("Вторая", 2))
    lines = read_back(pdf_bytes(document(Heading("Приказ"), *parts)), "-layout").split("\f")[0].splitlines()
    ends = {line.split(" .")[0].strip(): line.split()[-1] for line in lines if "..." in line}
    assert {name.rstrip(". "): page for name, page in ends.items()} == {"Первая": "2", "Вторая": "3"}


def test_a_part_is_a_section_of_a_word_file_with_the_same_numbers_of_pages() -> None:
    file = docx.Document(io.BytesIO(docx_bytes(document(*WHOLE))))
    order, plan, group = file.sections
    assert [each.orientation for each in file.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [round((each.page_width or Mm(0)).mm) for each in file.sections] == [210, 297, 210]
    assert order.different_first_page_header_footer
    assert "PAGE" in order.header._element.xml
    for annex in (plan, group):
        assert not annex.different_first_page_header_footer
        assert annex.header.is_linked_to_previous
    sums = [sum(int(each.get(qn("w:w"))) for each in table._tbl.tblGrid) for table in file.tables]
    assert sums[0] > sums[1]


def test_what_reaches_the_margin_of_a_word_file_reaches_that_of_its_part() -> None:
    stamp_and_line: tuple[Block, ...] = (AnnexStamp("Приложение"), FillIn("Строка"))
    file = docx.Document(io.BytesIO(docx_bytes(document(*stamp_and_line, LIES, *stamp_and_line))))
    upright, line, stamp, wide_line = file.paragraphs
    assert upright.style is not None
    assert upright.style.paragraph_format.left_indent == pytest.approx(Mm(100), abs=700)  # type: ignore[attr-defined]
    assert stamp.paragraph_format.left_indent == pytest.approx(Mm(187), abs=700)
    for paragraph, width in ((line, 180), (wide_line, 267)):
        [stop] = paragraph.paragraph_format.tab_stops
        assert stop.position == pytest.approx(Mm(width), abs=700)


def test_a_part_has_sheets_of_its_own_in_a_workbook() -> None:
    sheets = load_workbook(io.BytesIO(xlsx_bytes(document(*WHOLE)))).worksheets
    assert [sheet.title for sheet in sheets] == ["Приказ", "План", "Состав"]
    assert [sheet.page_setup.orientation for sheet in sheets] == ["portrait", "landscape", "portrait"]
    assert [cell.value for row in sheets[0] for cell in row if cell.value] == ["ПРИКАЗ", "Утвердить план."]


def test_the_sheet_of_a_part_without_a_table_is_named_for_its_heading() -> None:
    parts = document(Heading("ПРИКАЗ"), LIES, Heading("Состав"), Paragraph("Группа не создана."))
    assert load_workbook(io.BytesIO(xlsx_bytes(parts))).sheetnames == ["Приказ", "Состав"]


def test_two_texts_stand_on_one_level(read_back: Callable[..., str]) -> None:
    both = document(SideBySide("10.09.2020", "№ 142\nДиректору"))
    lines = read_back(pdf_bytes(both), "-layout").splitlines()
    assert lines[0].split() == ["10.09.2020", "№", "142"]
    [table] = docx.Document(io.BytesIO(docx_bytes(both))).tables
    assert [plain(cell.text) for cell in table.rows[0].cells] == ["10.09.2020", "№ 142\nДиректору"]
    sheet = load_workbook(io.BytesIO(xlsx_bytes(both))).worksheets[0]
    assert [plain(str(cell.value)) for cell in sheet[1] if cell.value] == ["10.09.2020", "№ 142\nДиректору"]


def test_a_text_beside_another_that_is_longer_than_a_page_goes_on(read_back: Callable[..., str]) -> None:
    text = read_back(pdf_bytes(document(SideBySide("<b>слово</b> " * 900, "Директору"))), "-raw")
    assert text.count("<b>слово</b>") == 900
    assert text.count("\f") > 2


def test_a_heading_may_stand_at_the_left() -> None:
    left = document(Heading("О направлении", 2, align=Align.LEFT), Heading("Раздел", 2))
    letter, part = docx.Document(io.BytesIO(docx_bytes(left))).paragraphs
    assert (letter.alignment, part.alignment) == (0, None)
    sheet = load_workbook(io.BytesIO(xlsx_bytes(left))).worksheets[0]
    assert [sheet["A1"].alignment.horizontal, sheet["A2"].alignment.horizontal] == ["left", "center"]


def test_signatures_stand_where_a_document_leaves_a_place_for_them() -> None:
    signed = SignatureLines((Signature("Начальник", ""),))
    options = DocumentOptions(signatures=signed.signatures)
    above, beneath = Paragraph("Прошу."), Paragraph("Исп.")
    left = document(above, SIGNED_HERE, beneath)
    assert with_options(left, options).blocks == (above, signed, beneath)
    assert with_options(left, DocumentOptions()).blocks == (above, beneath)
    assert with_options(document(above), options).blocks == (above, signed)

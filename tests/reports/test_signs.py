"""Signs that Times New Roman and its twin lack: each kind of file has a font for them, and what has none is told."""

import io

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from pypdf import PdfReader

from roadmap_desktop.reports.blocks import Column, Document, Heading, Paragraph, Row, Table
from roadmap_desktop.reports.render import docx_bytes, pdf_bytes, undrawable, xlsx_bytes
from tests.reports.office_files import held, said

SIGNS = "₽ ✔ ☐ ☑ ☒ ★ ⚠"
WITH_SIGNS = Document(
    "Знаки",
    (
        Heading(f"Итог: {SIGNS}"),
        Paragraph("Цена 500 ₽, ✔ ☐ сделано"),
        Table((Column("Да ✔", 1),), (Row(("☑ да ☐ нет",)), Row(("☑",), is_total=True))),
    ),
)


def test_paper_draws_them_with_a_font_of_its_own_and_they_are_copied() -> None:
    page = PdfReader(io.BytesIO(pdf_bytes(WITH_SIGNS))).pages[0]
    text = page.extract_text()
    assert all(sign in text for sign in SIGNS.split())
    assert "□" not in text
    assert "500 ₽, ✔ ☐ сделано" in text
    fonts = [str(each.get_object()["/BaseFont"]) for each in page["/Resources"]["/Font"].values()]
    assert any("DejaVuSans" in font for font in fonts)


def test_word_and_excel_name_a_font_that_windows_has() -> None:
    [_, price] = docx.Document(io.BytesIO(docx_bytes(WITH_SIGNS))).paragraphs[:2]
    named = {run.text for run in price.runs if run.font.name == "Segoe UI Symbol"}
    assert named == {"₽", "✔", "☐"}
    sheet = load_workbook(io.BytesIO(xlsx_bytes(WITH_SIGNS)), rich_text=True).worksheets[0]
    cell = sheet["A4"].value
    assert isinstance(cell, CellRichText)
    signs = [part for part in cell if isinstance(part, TextBlock)]
    assert [part.text.strip() for part in signs] == ["☑", "☐"]
    assert {part.font.rFont for part in signs} == {"Segoe UI Symbol"}


@pytest.mark.parametrize(("suffix", "write"), [(".docx", docx_bytes), (".xlsx", xlsx_bytes)])
def test_nothing_is_lost_between_signs(suffix: str, write: object) -> None:
    data = write(WITH_SIGNS)  # type: ignore[operator]
    assert held(data, WITH_SIGNS, suffix) == said(WITH_SIGNS, suffix)


def test_what_no_font_has_is_told_each_sign_once() -> None:
    document = Document("План", (Heading("Праздник 🎉"), Table((Column("漢", 1),), (Row(("🎉 и □",)),))))
    assert undrawable(document) == (
        "В шрифте печати нет знаков: 漢 🎉. На бумаге и в PDF вместо них квадраты."
    )
    assert undrawable(WITH_SIGNS) == ""

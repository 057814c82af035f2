"""A workbook as Excel meets it: numbers and dates are such, texts stay texts, the header stays in sight."""

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.workbook.workbook import Workbook

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.reports.blocks import (
    ApprovalStamp,
    Block,
    Caption,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Table,
)
from roadmap_desktop.reports.render import xlsx_bytes

COLUMNS = (Column("№", 0), Column("Что", 10), Column("Когда", 0))


def made(*blocks: Block, page: PageSetup | None = None) -> Workbook:
    document = Document("Свод", blocks, author="Отдел", page=page or PageSetup(Orientation.LANDSCAPE))
    return load_workbook(io.BytesIO(xlsx_bytes(document)))


def with_cells(*values: Cell) -> list[object]:
    """The cells of a row as they come back."""
    columns = tuple(Column(str(number), 1) for number in range(len(values)))
    sheet = made(Table(columns, (Row(values),))).worksheets[0]
    return list(sheet[2])


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    number, day, nothing = with_cells(23, date(2020, 10, 5), None)
    assert (number.data_type, number.value) == ("n", 23)  # type: ignore[attr-defined]
    assert (day.is_date, day.value, day.number_format) == (  # type: ignore[attr-defined]
        True,
        datetime(2020, 10, 5),
        "dd.mm.yyyy",
    )
    assert nothing.value is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 900", "-нет", "@И", '=HYPERLINK("http://x")', "#Н/Д", "#REF!", "007"]
)
def test_a_text_stays_a_text_whatever_it_begins_with(text: str) -> None:
    [cell] = with_cells(text)
    assert (cell.data_type, cell.value) == ("s", text)  # type: ignore[attr-defined]
    assert bool(cell.quotePrefix) is (text[0] in "=+-@")  # type: ignore[attr-defined]


def test_a_heading_of_a_column_is_a_text_too() -> None:
    sheet = made(Table((Column("=СУММ(A1)", 1),), ())).worksheets[0]
    assert (sheet["A1"].data_type, sheet["A1"].value) == ("s", "=СУММ(A1)")


def test_what_looks_like_a_code_of_a_character_is_escaped_for_excel() -> None:
    data = xlsx_bytes(Document("x", (Table((Column("a", 1),), (Row(("_x0041_",)),)),)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "_x005F_x0041_" in archive.read("xl/worksheets/sheet1.xml").decode()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_written(text: str) -> None:
    [cell] = with_cells(f"а{text}б")
    kept = ILLEGAL_CHARACTERS_RE.sub("", text)
    if "_x" not in text and "\r" not in text:
        assert cell.value == f"а{kept}б"  # type: ignore[attr-defined]


def test_the_header_is_frozen_filtered_and_repeated_on_paper() -> None:
    rows = (Row((1, "а", None)), Row((2, "б", None)), Row((None, "Всего", None), is_total=True))
    sheet = made(Heading("Свод"), Paragraph("На 1 декабря"), Table(COLUMNS, rows, lead=2)).worksheets[0]
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == ["Свод", "На 1 декабря", "№"]
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == "A3:C5"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$3:$3", "$A:$B")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.page_setup.orientation == "landscape"
    assert all(sheet.column_dimensions[letter].width >= 6 for letter in "ABC")
    assert sheet["B6"].font.b


def test_a_table_too_wide_for_a_sheet_takes_several_side_by_side() -> None:
    columns = tuple(Column(str(number), 1) for number in range(17))
    sheet = made(Table(columns, (), lead=2, most=7)).worksheets[0]
    assert (sheet.page_setup.fitToWidth, sheet.print_title_cols) == (3, "$A:$B")


def test_each_table_is_a_sheet_named_for_its_heading() -> None:
    table = Table(COLUMNS, (Caption("Раздел: 1"), Row((1, "а", date(2020, 9, 1)))))
    long = "Очень длинное название: с [знаками], которых Excel не берёт?"
    book = made(
        ApprovalStamp("Начальник", ""),
        Heading("По файлам", 2),
        table,
        Heading("По файлам", 2),
        table,
        Heading(long),
        table,
    )
    assert book.sheetnames[:2] == ["По файлам", "По файлам 2"]
    assert book.sheetnames[2].startswith("Очень длинное название")
    assert len(book.sheetnames[2]) <= 31
    assert [cell.value for cell in book.worksheets[0]["A"]] == ["По файлам", "№", "Раздел: 1", 1]


def test_a_document_without_tables_is_a_sheet_of_words() -> None:
    assert made(Heading("Свод"), Paragraph("Пусто")).worksheets[0]["A2"].value == "Пусто"


def test_the_work_stops_when_it_is_told_to() -> None:
    with pytest.raises(Cancelled):
        xlsx_bytes(Document("x", (Table(COLUMNS, (Row((1, "а", None)),)),)), lambda: True)


def test_nothing_but_writing_a_workbook_loads_openpyxl() -> None:
    script = (
        "import sys; import roadmap_desktop.operations.digest, roadmap_desktop.ui.digest.dialog; "
        "from roadmap_desktop.reports import blocks, render; render.pdf_bytes(blocks.Document('x', ())); "
        "print('openpyxl' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"

"""A cell that takes the room of empty ones beside it: on paper, in Word, on a sheet, and where columns are left out."""

import io

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from roadmap_desktop.reports.blocks import Column, Document, Row, Table
from roadmap_desktop.reports.document_options import DocumentOptions, with_options
from roadmap_desktop.reports.render import docx_bytes, pdf_bytes, xlsx_bytes
from tests.reports.pdf.ruled_cells import read_pages

LONG = "Мероприятие с очень длинным названием, которому нужно место. " * 3
COLUMNS = tuple(Column(title, 1) for title in ("№", "Мероприятие", "Место", "Участники", "Отметка"))
ROWS = (
    Row(("1.", LONG, "школа", "педагоги", "да")),
    Row(("2.", LONG, "", "", "нет"), over=(1, 3)),
    Row(("3.", LONG, "", "", "нет"), over=(1, 3)),
    Row(("4.", "коротко", "школа", "педагоги", "да")),
)
DOCUMENT = Document("Проба", (Table(COLUMNS, ROWS),))


def test_on_paper_it_is_one_cell_and_lower() -> None:
    [page] = read_pages(pdf_bytes(DOCUMENT))
    assert [len(row) for row in page.rows] == [5, 5, 3, 3, 5]
    assert page.rows[2][::2] == ["2.", "нет"]
    assert "".join(page.rows[2][1].split()) == "".join(LONG.split())
    _header, narrow, wide, next_wide, *_ = page.tops
    assert narrow - wide > 2 * (wide - next_wide)


def test_in_word_it_spans_the_columns() -> None:
    table = docx.Document(io.BytesIO(docx_bytes(DOCUMENT) or b"")).tables[0]
    cells = [row._tr.findall(qn("w:tc")) for row in table.rows]
    assert [len(row) for row in cells] == [5, 5, 3, 3, 5]
    assert [cell.grid_span for cell in cells[2]] == [1, 3, 1]
    assert sum(cell.width for cell in cells[2]) == sum(cell.width for cell in cells[1])


def test_on_a_sheet_it_is_one_cell_and_lower_also_where_it_is_over_several_rows() -> None:
    higher = Row(("5.", LONG * 30, "", "", "нет"), over=(1, 3))
    document = Document("Проба", (Table(COLUMNS, (*ROWS, higher)),))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(document) or b"")).active
    top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "1.")
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {f"B{row}:D{row}" for row in (top + 1, top + 2)} <= merged
    heights = [sheet.row_dimensions[top + place].height for place in range(3)]
    assert heights[0] > 2 * heights[1] == 2 * heights[2]
    last = max(row for row in range(1, 60) if sheet.cell(row, 1).value == "5.")
    high = [each for each in sheet.merged_cells.ranges if each.min_row == last]
    assert sorted((each.min_col, each.max_col) for each in high) == [(1, 1), (2, 4), (5, 5)]
    assert len({each.max_row for each in high}) == 1


@pytest.mark.parametrize(
    ("hidden", "over"),
    [
        ({"Место"}, (1, 2)),
        ({"Место", "Участники"}, (1, 1)),
        ({"№"}, (0, 2)),
        ({"Мероприятие"}, None),
        ({"Отметка"}, (1, 3)),
    ],
)
def test_columns_are_left_out_of_it(hidden: set[str], over: tuple[int, int] | None) -> None:
    document = with_options(DOCUMENT, DocumentOptions(hidden=frozenset(hidden)))
    [table] = document.blocks
    assert isinstance(table, Table)
    assert [row.over for row in table.rows if isinstance(row, Row)] == [None, over, over, None]
    [page] = read_pages(pdf_bytes(document))
    left = 5 - len(hidden)
    assert len(page.rows[2]) == left - (over[1] - over[0] if over else 0)


def test_smaller_letters_follow_those_of_the_document() -> None:
    table = Table(COLUMNS, ROWS, smaller=3)
    assert [table.size_in(size) for size in (14, 12, 9)] == [11, 9, 8]
    assert Table(COLUMNS, ROWS, font_size=10).size_in(14) == 10

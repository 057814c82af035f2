"""A cell that takes the room of empty ones beside it: on paper, in Word, and where columns are left out."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from roadmap_desktop.reports.blocks import Column, Document, Row, Table
from roadmap_desktop.reports.document_options import DocumentOptions, with_options
from roadmap_desktop.reports.render import docx_bytes, pdf_bytes
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

"""Every report on both samples, read back from its PDF as other programs and as an eye read it."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.reports.blocks import Column, Document, Heading, Paragraph, Row, Table
from roadmap_desktop.reports.pdf.drawable import plain
from roadmap_desktop.reports.render import first_page, pdf_bytes
from tests.reports.every_report import printed, report_cases
from tests.reports.pdf.whole import what_differs

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


@dataclass
class Paper:
    document: Document
    data: bytes

    @property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.data))


@pytest.fixture(scope="module", params=report_cases(), ids=" — ".join)
def paper(request: pytest.FixtureRequest, samples: dict[str, Path]) -> Paper:
    report_id, sample = request.param
    with open_roadmap(samples[sample]) as file:
        document = printed(file, report_id)
    return Paper(document, pdf_bytes(document))


@needs_poppler
def test_every_cell_and_every_sentence_is_there_in_order_once(paper: Paper) -> None:
    assert not what_differs(paper.document, paper.data)


def test_every_heading_is_a_bookmark(paper: Paper) -> None:
    headings = [plain(block.text) for block in paper.document.blocks if isinstance(block, Heading)]
    assert list(bookmarks(paper.reader.outline)) == headings


def test_title_author_and_language_are_in_the_file(paper: Paper) -> None:
    reader = paper.reader
    assert reader.metadata is not None
    assert reader.metadata.title == plain(paper.document.title)
    assert reader.metadata.author == plain(paper.document.author)
    assert reader.root_object["/Lang"] == "ru-RU"


def test_every_font_is_within_the_file(paper: Paper) -> None:
    fonts = {
        name: font.get_object()
        for page in paper.reader.pages
        for name, font in page["/Resources"]["/Font"].items()  # type: ignore[index]
    }
    assert fonts
    for font in fonts.values():
        assert "LiberationSerif" in font["/BaseFont"]
        assert font["/FontDescriptor"]["/FontFile2"]


@needs_qpdf
def test_the_file_is_built_as_the_standard_says(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "отчёт.pdf"
    path.write_bytes(paper.data)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, encoding="utf-8")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_first_page_alone_is_the_first_page(paper: Paper) -> None:
    alone = PdfReader(io.BytesIO(first_page(paper.document))).pages
    assert len(alone) == 1
    assert alone[0].extract_text() == paper.reader.pages[0].extract_text()


def bookmarks(outline: list[Any]) -> list[str]:
    titles: list[str] = []
    for entry in outline:
        titles += bookmarks(entry) if isinstance(entry, list) else [entry.title]
        assert isinstance(entry, list | Destination)
    return titles


ROWS = tuple(
    Row((f"{number}.", f"Мероприятие {number} " + "и так далее " * number, f"{number} сентября", "Методист"))
    for number in range(1, 40)
)
COLUMNS = tuple(Column(title, 1) for title in ("№", "Наименование", "Срок", "Исполнитель"))
WHOLE = Document("План", (Heading("План"), Paragraph("Начало."), Table(COLUMNS, ROWS), Paragraph("Конец.")))
Cells = tuple[Any, ...]


def with_rows(rows: tuple[Row, ...]) -> Document:
    heading, first, table, last = WHOLE.blocks
    assert isinstance(table, Table)
    return replace(WHOLE, blocks=(heading, first, replace(table, rows=rows), last))


def with_cells(change: Callable[[Cells], Cells], place: int = 20) -> Document:
    return with_rows((*ROWS[:place], Row(change(ROWS[place].cells)), *ROWS[place + 1 :]))


SPOILT = {
    "a cell is lost": with_cells(lambda cells: (*cells[:2], "", cells[3])),
    "a word of a cell is lost": with_cells(lambda cells: (*cells[:3], cells[3][:-1])),
    "a cell is doubled": with_cells(lambda cells: (*cells[:3], cells[3] * 2)),
    "two cells are swapped": with_cells(lambda cells: (cells[0], cells[2], cells[1], cells[3])),
    "a cell is in its neighbour": with_cells(lambda cells: (*cells[:2], f"{cells[2]} {cells[3]}", "")),
    "a row is lost": with_rows(ROWS[:9] + ROWS[10:]),
    "the last row is lost": with_rows(ROWS[:-1]),
    "a row is doubled": with_rows((*ROWS[:9], *ROWS[8:])),
    "two rows are swapped": with_rows((*ROWS[:9], ROWS[10], ROWS[9], *ROWS[11:])),
    "a sentence is lost": replace(WHOLE, blocks=WHOLE.blocks[:-1]),
    "a sentence is doubled": replace(WHOLE, blocks=(*WHOLE.blocks, WHOLE.blocks[-1])),
    "a sentence is elsewhere": replace(WHOLE, blocks=(*WHOLE.blocks[:1], *WHOLE.blocks[2:], WHOLE.blocks[1])),
}


@needs_poppler
@pytest.mark.parametrize("what", SPOILT)
def test_what_was_lost_doubled_or_moved_would_be_noticed(what: str) -> None:
    assert what_differs(WHOLE, pdf_bytes(SPOILT[what])), what


@needs_poppler
def test_what_is_whole_is_found_whole_and_a_row_longer_than_a_page_is_read_as_one() -> None:
    assert not what_differs(WHOLE, pdf_bytes(WHOLE))
    long = with_cells(lambda cells: (cells[0], "длинное описание мероприятия " * 400, *cells[2:]))
    assert not what_differs(long, pdf_bytes(long))

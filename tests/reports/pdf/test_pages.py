"""Where pages end: what may be parted and what may not."""

import io
from collections.abc import Callable
from unicodedata import is_normalized

import pytest
from pypdf import PdfReader

from roadmap_desktop.reports.blocks import (
    Block,
    Caption,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import pdf_bytes

COLUMNS = (Column("№", 0), Column("Наименование", 1))
SIGNED = SignatureLines((Signature("Методист", "И.И. Иванова"),))
Pages = Callable[..., list[str]]


@pytest.fixture
def pages(read_back: Callable[..., str]) -> Pages:
    """The text of each page of a document made of those blocks."""

    def draw(*blocks: Block, size: float = 12) -> list[str]:
        document = Document("Проба", blocks, page=PageSetup(Orientation.LANDSCAPE, size))
        return read_back(pdf_bytes(document), "-raw").split("\f")[:-1]

    return draw


def rows(count: int, lines: int = 1) -> list[Row | Caption]:
    return [Row((f"{number}.", f"строка {number}" + "\nещё" * (lines - 1))) for number in range(1, count + 1)]


@pytest.mark.parametrize("count", range(14, 25))
def test_lines_to_sign_on_never_stand_alone(pages: Pages, count: int) -> None:
    drawn = pages(Heading("План"), Table(COLUMNS, rows(count)), SIGNED)
    [signed] = [page for page in drawn if "Методист" in page]
    assert f"строка {count}\n" in signed
    assert "Иванова" in signed


@pytest.mark.parametrize("lines", range(18, 40))
def test_lines_to_sign_on_keep_the_end_of_a_tall_row(pages: Pages, lines: int) -> None:
    drawn = pages(Table(COLUMNS, rows(1, lines)), SIGNED)
    assert "ещё\nещё" in drawn[-1] or len(drawn) == 1
    assert "Методист" in drawn[-1]
    assert sum(page.count("ещё") for page in drawn) == lines - 1


@pytest.mark.parametrize("count", range(12, 24))
def test_a_caption_stays_with_its_first_row(pages: Pages, count: int) -> None:
    table = Table(COLUMNS, [*rows(count), Caption("Раздел"), Row(("0.", "первая")), Row(("0.", "вторая"))])
    [captioned] = [page for page in pages(table) if "Раздел" in page]
    assert "первая" in captioned


@pytest.mark.parametrize("lines", [3, 5, 9, 17])
def test_a_row_that_fits_a_page_is_whole(pages: Pages, lines: int) -> None:
    for page in pages(Table(COLUMNS, rows(9, lines))):
        assert page.count("ещё") % (lines - 1) == 0


def test_the_header_is_on_every_page(pages: Pages) -> None:
    drawn = pages(Table(COLUMNS, rows(120)))
    assert len(drawn) > 4
    assert all(page.count("Наименование") == 1 for page in drawn)


def test_a_heading_is_never_the_last_line_of_a_page(pages: Pages) -> None:
    for lines in range(20, 40):
        drawn = pages(Paragraph("\n".join(["слово"] * lines)), Heading("Раздел", 2), Paragraph("после"))
        [page] = [page for page in drawn if "Раздел" in page]
        assert "после" in page


def test_a_long_paragraph_goes_on_over_pages_and_keeps_its_signature(pages: Pages) -> None:
    for lines in (27, 28, 29, 30, 31, 90):
        drawn = pages(Paragraph("\n".join(f"слово{number}." for number in range(lines))), SIGNED)
        assert [f"слово{number}." in "".join(drawn) for number in range(lines)] == [True] * lines
        assert f"слово{lines - 1}." in drawn[-1]
        assert "Методист" in drawn[-1]


def test_a_page_break_begins_a_page(pages: Pages) -> None:
    first, second = pages(Paragraph("до"), PageBreak(), Paragraph("после"))
    assert (first, second) == ("до\n", "2\nпосле\n")


def test_a_caption_and_sixty_columns_of_anything_end(pages: Pages) -> None:
    wide = Table(tuple(Column("Наименование", 1) for _ in range(60)), [Row(("слово",) * 60)] * 3)
    assert "".join("".join(pages(wide)).split()).count("слово"[:1]) >= 180
    tall = Table(COLUMNS, [Caption("раздел " * 3_000), Row(("1.", "конец"))])
    drawn = pages(tall)
    assert sum(page.count("раздел") for page in drawn) == 3_000
    assert "конец" in drawn[-1]


def test_more_characters_than_one_subset_of_a_font_holds(read_back: Callable[..., str]) -> None:
    from roadmap_desktop.reports.pdf.fonts import face

    every = [chr(code) for code in range(0x100, 0x500) if face(False).draws(code) and chr(code).isalpha()]
    every = [letter for letter in every if is_normalized("NFC", letter)]
    assert len(every) > 500
    data = pdf_bytes(Document("Проба", (Paragraph(" ".join(every)),)))
    assert read_back(data, "-raw").split() == every
    assert len(PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"]) > 2

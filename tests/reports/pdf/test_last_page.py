"""The last page has something on it: a row or the lines to sign on would be lost there."""

import shutil

import pytest

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.reports.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import first_page, pdf_bytes
from tests.reports.pdf.ruled_cells import Read, read_pages
from tests.reports.pdf.whole import what_differs

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

SIGNED = SignatureLines((Signature("Методист", "А. А. Образцова"),))
COLUMNS = (Column("№", 0), Column("Дело", 1))


def pages_of(*blocks: Block) -> list[Read]:
    document = Document("Проба", blocks)
    data = pdf_bytes(document)
    assert not what_differs(document, data)
    return read_pages(data)


def rows(count: int, text: str = "дело") -> tuple[Row, ...]:
    return tuple(Row((f"{number}.", text)) for number in range(1, count + 1))


def test_what_would_spill_over_by_a_little_is_closed_up() -> None:
    # So many rows fill the page as they are; who signs would stand on the next one with the last of them.
    for count in range(20, 60):
        pages = pages_of(Heading("План"), Table(COLUMNS, rows(count)), SIGNED)
        if len(pages) > 1:
            # A header, then two rows at least.
            assert len(pages[-1].rows) > 2
    most = max(
        count
        for count in range(20, 60)
        if len(pages_of(Heading("План"), Table(COLUMNS, rows(count)), SIGNED)) == 1
    )
    loose = pages_of(Heading("План"), Table(COLUMNS, rows(most - 6)), SIGNED)
    close = pages_of(Heading("План"), Table(COLUMNS, rows(most)), SIGNED)
    heights = [page[0].tops[1] - page[0].tops[2] for page in (loose, close)]
    assert heights[0] / 2 < heights[1] < heights[0]


def test_the_last_page_of_many_has_two_rows_at_least() -> None:
    for count in range(100, 130):
        pages = pages_of(Heading("План"), Table(COLUMNS, rows(count)), Paragraph("Всего."), SIGNED)
        assert len(pages) > 2
        assert len(pages[-1].rows) > 2


def test_lines_of_running_text_are_closed_up_for_who_signs() -> None:
    for count in range(20, 60):
        items = [Item(f"{number}.", "Пункт договора.") for number in range(1, count + 1)]
        pages = pages_of(Heading("Договор"), *items, SIGNED)
        assert len(pages) == 1 or len(pages[-1].outside) > 4


def test_the_first_page_alone_is_the_first_of_all() -> None:
    for count in (30, 34, 35, 36, 100):
        document = Document("Проба", (Heading("План"), Table(COLUMNS, rows(count)), SIGNED))
        [alone], [first, *_] = read_pages(first_page(document)), read_pages(pdf_bytes(document))
        assert (alone.rows, alone.tops) == (first.rows, first.tops)


@pytest.mark.parametrize(
    "after",
    [
        Table(COLUMNS, rows(30)),
        Table(COLUMNS, rows(3, "очень длинное дело\n" * 25)),
        Table(COLUMNS, rows(2, "очень длинное дело\n" * 44)),
        Chart("Дела", ChartKind.VERTICAL_BARS, ("а",), (Series("б", (1.0,)),)),
    ],
    ids=["many rows", "tall rows", "rows as high as a page", "a chart"],
)
def test_no_heading_stands_without_the_table_that_it_leads_to(after: Block) -> None:
    for lines in range(20, 48):
        before = Paragraph("\n".join(["строка"] * lines))
        pages = pages_of(
            before, Heading("Раздел", 2), Paragraph("Вот что сделано."), Paragraph("По школам."), after
        )
        [page] = [page for page in pages if "Раздел" in page.outside]
        assert "По школам." in page.outside
        assert page.lowest not in ("Раздел", "Вот что сделано.", "По школам.")

"""Laws of pages for blocks of every kind: nothing is lost, no heading ends a page, nobody signs an empty one."""

import shutil
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Block,
    Caption,
    Column,
    Document,
    FillIn,
    Heading,
    Item,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import pdf_bytes
from tests.reports.pdf.ruled_cells import Read, read_pages
from tests.reports.pdf.whole import what_differs

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

SIGNED = SignatureLines((Signature("Методист", "А. А. Образцова"), Signature("Начальник отдела", "")))
LINES = st.integers(1, 12).map(lambda count: "\n".join(["строка"] * count))


def table_of(rows: list[str], has_caption: bool, has_total: bool, least: int) -> Table:
    captions = [Caption("Заголовок строк")] if has_caption else []
    totals = [Row(("", "Всего"), is_total=True)] if has_total else []
    filled = [Row((f"{number}.", text)) for number, text in enumerate(rows, 1)]
    return Table((Column("№", 0), Column("Дело", 1)), (*captions, *filled, *totals), least_height=least)


CHARTS = st.builds(
    lambda kind, count: Chart(
        "Ход дела",
        kind,
        tuple(f"СОШ № {number}" for number in range(count)),
        (Series("всего", tuple(float(number) for number in range(count))),),
    ),
    st.sampled_from(ChartKind),
    st.integers(0, 30),
)
BLOCKS = st.one_of(
    st.builds(Paragraph, LINES, small=st.booleans(), indent=st.booleans()),
    st.builds(Item, st.sampled_from(["1.", "–"]), LINES),
    st.builds(FillIn, st.just("Должность"), st.just("учитель") | st.just(""), st.integers(1, 9)),
    st.builds(
        table_of,
        st.lists(LINES, min_size=1, max_size=6),
        st.booleans(),
        st.booleans(),
        st.sampled_from([0, 25]),
    ),
    st.just(AnnexStamp("Приложение № 1 к приказу")),
    st.just(ApprovalStamp("Начальник отдела", "", "СОГЛАСОВАНО")),
    CHARTS,
)


# No more than two headings come one after another: a title and its first part.
PARTS = st.tuples(st.integers(0, 2).map(lambda count: [Heading("Раздел", 2)] * count), BLOCKS).map(
    lambda part: [*part[0], part[1]]
)


def pages_of(blocks: list[Block]) -> list[Read]:
    document = Document("Проба", tuple(blocks), page=PageSetup(Orientation.LANDSCAPE, 14))
    data = pdf_bytes(document)
    assert not what_differs(document, data)
    return read_pages(data)


@settings(max_examples=40, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=6))
def test_nothing_is_lost_and_what_belongs_together_is_on_one_page(parts: list[list[Block]]) -> None:
    pages = pages_of([*(block for part in parts for block in part), SIGNED])
    for page in pages[:-1]:
        assert page.lowest != "Раздел"
    assert "Начальникотдела" in pages[-1].lowest.replace(" ", "").replace("_", "")
    # The page's number, two who sign and their lines are not all that is there.
    assert len(pages) == 1 or len(pages[-1].outside) + pages[-1].ruled > 1 + 2 + 2


@pytest.mark.parametrize("lines", range(21, 28))
@pytest.mark.parametrize(
    "last",
    [
        Item("1.", "последнее"),
        FillIn("последнее", "да"),
        FillIn("последнее"),
        Paragraph("последнее"),
        Table((Column("последнее", 1),), ()),
        Table((Column("последнее", 1),), (Row(("один",)),)),
        ApprovalStamp("последнее", ""),
        Chart("последнее", ChartKind.VERTICAL_BARS, ("а",), (Series("б", (1.0,)),)),
        Chart("последнее", ChartKind.VERTICAL_BARS, (), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_whatever_comes_last_is_signed_on_its_own_page(last: Block, lines: int) -> None:
    before = Paragraph("\n".join(["строка"] * lines))
    words = [
        " ".join([*page.outside, *(" ".join(row) for row in page.rows)])
        for page in pages_of([before, last, SIGNED])
    ]
    [signed] = [page for page in words if "Методист" in page]
    assert "последнее" in signed


def test_a_heading_takes_the_header_and_the_first_row_with_it() -> None:
    table = Table(
        (Column("№", 0), Column("Дело", 1)), [Row((f"{number}.", "строка\nстрока")) for number in range(9)]
    )
    for lines in range(15, 30):
        before = Paragraph("\n".join(["строка"] * lines))
        pages = pages_of([before, Heading("Раздел", 2), Paragraph("К таблице.", small=True), table])
        [page] = [page for page in pages if "Раздел" in page.outside]
        assert ["0.", "строка строка"] in page.rows
        assert "К таблице." in page.outside


@pytest.mark.parametrize(
    "said",
    [Paragraph("Выполнено мероприятий: 4 из 23."), Paragraph("К таблице.", small=True)],
    ids=["introduced", "explained"],
)
def test_a_heading_and_what_introduces_a_table_stand_on_its_page(said: Paragraph) -> None:
    table = Table((Column("Дело", 1),), [Row(("строка\nстрока",)) for _ in range(9)])
    for lines in range(15, 30):
        before = Paragraph("\n".join(["строка"] * lines))
        pages = pages_of([before, Heading("Раздел", 2), said, table])
        [page] = [page for page in pages if "Раздел" in page.outside]
        assert page.rows
        assert said.text in page.outside


def test_a_bold_line_stands_on_the_page_of_what_it_names() -> None:
    for lines in range(15, 30):
        before = Paragraph("\n".join(["строка"] * lines))
        pages = pages_of([before, Paragraph("РЕШИЛИ:", bold=True), Item("1.", "Принять")])
        [page] = [page for page in pages if "РЕШИЛИ:" in page.outside]
        assert any("Принять" in line for line in page.outside)


def test_a_total_is_never_alone_on_a_page() -> None:
    for count in range(10, 30):
        rows = (*(Row((number, "дело")) for number in range(count)), Row(("", "Всего"), is_total=True))
        for page in pages_of([Heading("План"), Table((Column("№", 0), Column("Дело", 1)), rows)]):
            assert ["", "Всего"] not in page.rows[:2]


def test_rows_of_a_set_height_give_way_to_stay_on_one_page() -> None:
    days = [Row(tuple(map(str, range(7)))) for _ in range(5)]
    grid = Table(tuple(Column(day, 1) for day in "пвсчтбн"), days, least_height=28)
    [page] = pages_of([Heading("Календарь"), grid])
    assert len(page.rows) == 6
    tall = [first - second for first, second in pairwise(page.tops)]
    assert min(tall[1:]) > 3 * tall[0]


def test_more_who_sign_than_a_page_holds_go_on_over_pages() -> None:
    many = SignatureLines(tuple(Signature(f"Член комиссии {number}", "") for number in range(40)))
    pages = pages_of([Paragraph("Решили."), many])
    assert len(pages) > 2
    assert any("Член комиссии 0" in line for line in pages[0].outside)

"""How each kind of block looks on paper."""

import io
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.reports.blocks import (
    Align,
    AnnexStamp,
    ApprovalStamp,
    Block,
    Caption,
    Column,
    Contents,
    Document,
    FillIn,
    Heading,
    Item,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import first_page, pdf_bytes

MM = 72 / 25.4
LONG = "Совещание с директорами школ о качестве образования. " * 4
Places = Callable[..., dict[str, tuple[float, float, float]]]


def drawn(*blocks: Block) -> bytes:
    return pdf_bytes(Document("Проба", blocks))


@pytest.fixture
def places(read_back: Callable[..., str]) -> Places:
    """The first word of each line: where it begins, where its line ends, how far it is from the top."""

    def find(*blocks: Block) -> dict[str, tuple[float, float, float]]:
        layout = read_back(drawn(*blocks), "-bbox-layout")
        found = {}
        for line in re.findall(r"<line.*?</line>", layout, re.DOTALL):
            left, top, right = re.match(r'<line xMin="(.*?)" yMin="(.*?)" xMax="(.*?)"', line).groups()  # type: ignore[union-attr]
            word = re.search(r">([^<>]+)</word>", line)
            assert word is not None
            found[word.group(1)] = (float(left), float(right), float(top))
        return found

    return find


def test_a_paragraph_begins_an_indent_in_and_loses_no_word(
    places: Places, read_back: Callable[..., str]
) -> None:
    found = places(Paragraph("Первое " + LONG + "последнее", indent=True))
    first, *others = [left for left, _, _ in found.values()]
    assert first == pytest.approx((20 + 12.5) * MM, abs=0.1)
    assert others == pytest.approx([20 * MM] * len(others), abs=0.1)
    assert max(right for _, right, _ in found.values()) <= 200 * MM
    text = " ".join(read_back(drawn(Paragraph(LONG, indent=True)), "-raw").split())
    assert text == " ".join(LONG.split())


def test_a_word_longer_than_the_indented_line_is_whole(read_back: Callable[..., str]) -> None:
    text = "".join(read_back(drawn(Paragraph("щ" * 200, indent=True)), "-raw").split())
    assert text == "щ" * 200


def test_the_lines_of_a_point_hang_beneath_one_another(places: Places) -> None:
    found = places(Item("–", "первая\nвторая\nтретья"), Item("1.2.3.4.5.6.", "пункт"))
    assert found["–"][0] == pytest.approx(20 * MM, abs=0.1)
    assert found["вторая"][0] == found["третья"][0] == pytest.approx(28 * MM, abs=0.1)


def test_a_value_follows_its_label_and_lines_are_left_to_write_one(read_back: Callable[..., str]) -> None:
    assert "Должность: учитель" in read_back(drawn(FillIn("Должность", "учитель")), "-raw")
    assert "Должность: учитель" in read_back(drawn(FillIn("Должность: ", "учитель")), "-raw")
    assert rules(drawn(FillIn("Должность", "учитель"))) == []
    [line] = rules(drawn(FillIn("Должность")))
    assert line[0] > 35 * MM
    assert line[2] == pytest.approx(200 * MM, abs=0.1)
    four = rules(drawn(FillIn("Должность", lines=4)))
    gaps = [above[1] - below[1] for above, below in pairwise(four)]
    assert gaps == pytest.approx([8 * MM] * 3, abs=0.1)
    # A question as long as the line leaves none of it to write on.
    assert all(rule[0] < 21 * MM for rule in rules(drawn(FillIn("Что " * 22, lines=2))))


@pytest.mark.parametrize("word", ["УТВЕРЖДАЮ", "СОГЛАСОВАНО"])
def test_a_stamp_stands_at_the_upper_right_with_its_word(places: Places, word: str) -> None:
    found = places(ApprovalStamp("Начальник", "А. А. Образцова", word), Heading("План"))
    assert found[word][0] == pytest.approx((210 - 10 - 80) * MM, abs=0.1)
    assert found[word][2] < found["Начальник"][2] < found["План"][2]


def test_an_annex_is_wrapped_at_the_upper_right(places: Places) -> None:
    found = places(AnnexStamp("Приложение № 1 к приказу отдела образования " * 2), Heading("План"))
    lines = [place for word, place in found.items() if word != "План"]
    assert len(lines) > 1
    assert all(left == pytest.approx(120 * MM, abs=0.1) for left, _, _ in lines)
    assert all(right <= 200 * MM for _, right, _ in lines)


def test_totals_are_bold_shaded_days_have_a_ground_and_numbers_stand_at_the_right(places: Places) -> None:
    columns = (Column("Дело", 1), Column("Часов", 1, Align.RIGHT))
    rows = (Row(("первое", 7), shaded=frozenset({1})), Row(("итого", 1234), is_total=True))
    data = drawn(Table(columns, rows))
    assert content(data).count(b" re f") == 1
    assert bold_words(data) == ["итого", "1234"]
    found = places(Table(columns, rows))
    assert found["7"][1] == pytest.approx(found["1234"][1], abs=0.1)
    assert found["7"][1] == pytest.approx(200 * MM - 0.52 * 12, abs=0.1)


def test_a_table_may_have_type_and_heights_of_its_own() -> None:
    columns = (Column("Дело", 1),)
    rows = (Row(("а",)), Row(("б",)))
    usual = heights(Table(columns, rows))
    assert heights(Table(columns, rows, font_size=8)) == pytest.approx(
        [height * 8 / 12 for height in usual], abs=0.1
    )
    assert heights(Table(columns, rows, least_height=20))[1:] == pytest.approx([20 * MM] * 2, abs=0.1)
    # A text that needs more gets more.
    tall = heights(Table(columns, (Row(("а\n" * 9,)), Row(("б",))), least_height=20))
    assert tall[1] > 30 * MM


def test_a_table_in_parts_keeps_its_shaded_columns() -> None:
    columns = tuple(Column(str(number), 1) for number in range(8))
    rows = (Row(tuple("абвгдежз"), shaded=frozenset({0, 6})),)
    first, second = Table(columns, rows, lead=1, most=4).parts()
    assert [row.shaded for row in (*first.rows, *second.rows) if isinstance(row, Row)] == [{0}, {0, 2}]


CHAPTERS = (
    Contents(),
    PageBreak(),
    Heading("Глава первая", 2),
    Paragraph("текст"),
    PageBreak(),
    PageBreak(),
    Heading("Глава с очень длинным названием, которое не умещается в одну строку, и потому занимает две", 2),
    Paragraph("текст"),
)


def test_contents_have_the_page_of_each_part_and_lead_there(read_back: Callable[..., str]) -> None:
    data = drawn(Heading("Сборник"), *CHAPTERS)
    listed = read_back(data, "-raw", "-l", "1")
    assert re.search(r"Глава первая \.+ 2\n", listed)
    assert re.search(r"\nдве \.+ 4\n", listed)
    reader = PdfReader(io.BytesIO(data))
    targets = [
        page.get_object()["/A"]["/D"] if "/A" in page.get_object() else page.get_object()["/Dest"]
        for page in reader.pages[0]["/Annots"]
    ]  # type: ignore[index]
    named = reader.named_destinations
    found = [
        target[0].get_object() if isinstance(target, list) else named[str(target)].page.get_object()
        for target in targets
    ]
    assert found == [reader.pages[1].get_object(), reader.pages[3].get_object()]


def test_contents_of_the_first_page_alone_have_no_numbers_yet(read_back: Callable[..., str]) -> None:
    alone = first_page(Document("Проба", (Heading("Сборник"), *CHAPTERS)))
    listed = read_back(alone, "-raw")
    assert "Глава первая" in listed
    assert not re.search(r"\d", listed)
    assert len(PdfReader(io.BytesIO(alone)).pages) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200), st.integers(9, 14))
def test_any_text_in_any_block_makes_a_document(short: str, long: str, size: int) -> None:
    blocks = (
        AnnexStamp(long),
        ApprovalStamp(long, short, short),
        Heading(short),
        Contents(),
        Heading(long, 2),
        Paragraph(long, Align.RIGHT, bold=True),
        Item(short, long),
        FillIn(long, short),
        FillIn(short, lines=3),
        Table(
            (Column(short, 0), Column(long, 1, Align.RIGHT)),
            (Caption(long), Row((short, long), is_total=True)),
        ),
        Chart(
            long,
            ChartKind.HORIZONTAL_BARS,
            (short, long),
            (Series(long, (1.0, 2.0)), Series(short, (None, 3.0))),
            short,
        ),
        SignatureLines((Signature(long, short),)),
    )
    document = Document(short, blocks, author=long, page=PageSetup(font_size=size))
    assert len(PdfReader(io.BytesIO(pdf_bytes(document))).pages) >= 1


def content(data: bytes) -> bytes:
    contents = PdfReader(io.BytesIO(data)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def rules(data: bytes) -> list[tuple[float, ...]]:
    """The lying lines of the first page from the top down: their ends."""
    found = re.findall(rb"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l", content(data))
    ends = [tuple(map(float, each)) for each in found]
    return sorted((each for each in ends if each[1] == each[3]), key=lambda each: -each[1])


def heights(table: Table) -> list[float]:
    """The heights of the rows, the header's first."""
    tops = [rule[1] for rule in rules(drawn(table))]
    return [above - below for above, below in pairwise(tops)]


def bold_words(data: bytes) -> list[str]:
    words: list[str] = []

    def note(text: str, _matrix: object, _place: object, font: dict[str, str] | None, _size: float) -> None:
        if font and "Bold" in font["/BaseFont"] and text.strip():
            words.extend(text.split())

    PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=note)
    return words

"""A Word file as Word meets it: real styles, a real table, page fields; what was typed stays what was typed."""

import io
import subprocess
import sys
import zipfile
from datetime import date

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.reports.blocks import (
    Align,
    AnnexStamp,
    ApprovalStamp,
    Block,
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    FillIn,
    Heading,
    Item,
    Orientation,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import docx_bytes
from roadmap_desktop.reports.typesetting import typeset
from tests.reports.office_files import plain

COLUMNS = (Column("№ п/п", 0, Align.CENTRE), Column("Наименование", 50), Column("Срок", 20))
PORTRAIT_WIDTH = 180


def made(*blocks: Block, page: PageSetup | None = None) -> WordFile:
    document = Document("План", blocks, author="Отдел образования", page=page or PageSetup())
    return docx.Document(io.BytesIO(docx_bytes(document)))


def with_cell(value: Cell) -> str:
    """A cell's text as it comes back."""
    return plain(made(Table((Column("Что", 1),), (Row((value,)),))).tables[0].cell(1, 0).text)


def widths(table: object) -> list[int]:
    return [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]  # type: ignore[attr-defined]


def test_headings_are_words_own_black_and_centred() -> None:
    file = made(Heading("План"), Heading("Раздел", 2))
    assert [paragraph.style.name for paragraph in file.paragraphs] == ["Heading 1", "Heading 2"]  # type: ignore[union-attr]
    for level, size in ((1, 14), (2, 12)):
        style = file.styles[f"Heading {level}"]
        assert (style.font.size, style.font.bold, style.font.color.rgb) == (Pt(size), True, None)  # type: ignore[attr-defined]
        assert style.paragraph_format.keep_with_next  # type: ignore[attr-defined]
        assert style.paragraph_format.alignment == 1  # type: ignore[attr-defined]


def test_the_font_is_that_of_papers_and_the_language_russian() -> None:
    defaults = made(Heading("План")).styles.element.find(qn("w:docDefaults"))
    [fonts] = defaults.iter(qn("w:rFonts"))
    [language] = defaults.iter(qn("w:lang"))
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
    assert language.get(qn("w:val")) == "ru-RU"


def test_paragraphs_stand_as_they_were_told() -> None:
    plain, indented, centred, small, bold = made(
        Paragraph("Просто"),
        Paragraph("С красной строки", indent=True),
        Paragraph("В середине", Align.CENTRE),
        Paragraph("Мелко", small=True),
        Paragraph("Жирно", bold=True),
    ).paragraphs
    assert indented.style.paragraph_format.first_line_indent == pytest.approx(Mm(12.5), abs=700)  # type: ignore[union-attr]
    assert (plain.alignment, centred.alignment) == (None, 1)
    assert small.style.font.size == Pt(11)  # type: ignore[union-attr]
    assert [run.bold for paragraph in (plain, bold) for run in paragraph.runs] == [None, True]


def test_points_hang_beneath_their_marks() -> None:
    short, long = made(Item("1.", "Первый"), Item("1.10.12.", "Второй")).paragraphs
    assert [short.text, long.text] == ["1.\tПервый", "1.10.12.\tВторой"]
    assert short.style.paragraph_format.first_line_indent == -short.style.paragraph_format.left_indent  # type: ignore[union-attr,operator]
    assert long.paragraph_format.left_indent > short.style.paragraph_format.left_indent  # type: ignore[union-attr,operator]


def test_what_is_not_known_leaves_lines_to_write_on() -> None:
    file = made(FillIn("Ф. И. О.", "Образцова А. А."), FillIn("Достижения:", lines=3))
    assert [plain(paragraph.text) for paragraph in file.paragraphs] == [
        "Ф. И. О.: Образцова А. А.",
        "Достижения: \t",
        "\t",
        "\t",
    ]
    [stop] = file.paragraphs[1].paragraph_format.tab_stops
    assert stop.leader == 3  # a line
    assert stop.position == pytest.approx(Mm(PORTRAIT_WIDTH), abs=700)


def test_stamps_stand_at_the_right() -> None:
    file = made(ApprovalStamp("Начальник отдела", ""), AnnexStamp("Приложение № 1 к приказу"))
    assert [plain(paragraph.text) for paragraph in file.paragraphs] == [
        "УТВЕРЖДАЮ",
        "Начальник отдела",
        "_" * 13 + " " + "_" * 17,
        "«____» ______________ 20___ г.",
        "Приложение № 1 к приказу",
    ]
    for paragraph in file.paragraphs:
        assert paragraph.style.paragraph_format.left_indent == pytest.approx(Mm(100), abs=700)  # type: ignore[union-attr]


def test_a_table_has_fixed_widths_and_a_header_on_each_page() -> None:
    [table] = made(Table(COLUMNS, (Row(("1.", "Совещание", date(2020, 9, 1))),))).tables
    assert not table.autofit
    assert sum(widths(table)) == pytest.approx(Mm(PORTRAIT_WIDTH).twips, abs=2)
    assert [cell.width.twips for cell in table.rows[1].cells] == widths(table)  # type: ignore[union-attr]
    first, second = (row._tr.trPr for row in table.rows)
    assert first.find(qn("w:tblHeader")) is not None
    assert second.find(qn("w:tblHeader")) is None
    assert [cell.text for cell in table.rows[1].cells] == ["1.", "Совещание", "01.09.2020"]
    assert [cell.paragraphs[0].alignment for cell in table.rows[1].cells] == [1, None, None]


def test_captions_and_totals_are_bold_and_a_caption_stays_with_its_row() -> None:
    rows = (Caption("Раздел"), Row(("1.", "Совещание", "")), Row(("", "Всего", 1), is_total=True))
    [table] = made(Table(COLUMNS, rows)).tables
    caption = table.rows[1]
    assert len({cell._tc for cell in caption.cells}) == 1
    style = caption.cells[0].paragraphs[0].style
    assert style.font.bold  # type: ignore[union-attr]
    assert style.paragraph_format.keep_with_next  # type: ignore[union-attr]
    assert [row.cells[1].paragraphs[0].runs[0].bold for row in table.rows[2:]] == [None, True]


def test_only_a_long_row_is_split_over_pages() -> None:
    rows = (Row(("1.", "Совещание", "")), Row(("2.", "длинное описание " * 400, "")))
    [table] = made(Table(COLUMNS, rows)).tables
    assert [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows] == [True, True, False]


def test_days_have_their_height_ground_and_size() -> None:
    week = Row(("5", "6", "7"), shaded=frozenset({1}))
    file = made(Table(COLUMNS, (week,), least_height=23, font_size=9))
    [_header, row] = file.tables[0].rows
    assert row.height == pytest.approx(Mm(23), abs=700)
    grounds = [cell._tc.tcPr.find(qn("w:shd")) is not None for cell in row.cells]  # type: ignore[union-attr]
    assert grounds == [False, True, False]
    assert row.cells[0].paragraphs[0].style.font.size == Pt(9)  # type: ignore[union-attr]


def test_a_table_too_wide_for_a_sheet_goes_on_upon_the_next() -> None:
    columns = tuple(Column(str(number), 1) for number in range(7))
    file = made(Table(columns, (Row(tuple("абвгдеж")),), lead=1, most=3))
    assert [[cell.text for cell in table.rows[1].cells] for table in file.tables] == [
        ["а", "б", "в", "г"],
        ["а", "д", "е", "ж"],
    ]
    [between, _end] = file.paragraphs
    assert between.paragraph_format.page_break_before


def test_sixty_columns_fit_the_paper() -> None:
    columns = tuple(Column(f"Столбец {number}", 1) for number in range(60))
    [table] = made(Table(columns, (Row(tuple(range(60))),))).tables
    assert sum(widths(table)) == pytest.approx(Mm(PORTRAIT_WIDTH).twips, abs=2)
    assert [cell.text for cell in table.rows[1].cells] == [str(number) for number in range(60)]


def test_five_thousand_rows_are_all_there() -> None:
    rows = tuple(Row((number, f"Мероприятие {number}", "")) for number in range(5_000))
    [table] = made(Table(COLUMNS, rows)).tables
    texts = ["".join(tr.xpath(".//w:t/text()")) for tr in table._tbl.tr_lst[1:]]
    assert texts == [f"{number}Мероприятие {number}" for number in range(5_000)]


def test_an_empty_table_has_its_header() -> None:
    [table] = made(Table(COLUMNS, ())).tables
    assert [cell.text for cell in table.rows[0].cells] == ["№ п/п", "Наименование", "Срок"]


def test_tables_do_not_grow_together_and_a_page_begins_where_it_should() -> None:
    table = Table(COLUMNS, (Row(("1.", "Совещание", "")),))
    file = made(table, table, PageBreak(), Heading("Вторая"), PageBreak(), table)
    tags = [each.tag.removeprefix(qn("w:tbl")[:-3]) for each in file.element.body]
    assert tags == ["tbl", "p", "tbl", "p", "p", "tbl", "p", "sectPr"]
    begin = [paragraph.paragraph_format.page_break_before for paragraph in file.paragraphs]
    assert begin == [None, True, True, None]


def test_lines_to_sign_on_stay_with_what_stands_above() -> None:
    signed = SignatureLines((Signature("Методист", "А. А. Образцова"), Signature("Директор", "")))
    file = made(Paragraph("Конец."), signed)
    assert file.paragraphs[0].paragraph_format.keep_with_next
    [table] = file.tables
    assert [[plain(cell.text) for cell in row.cells] for row in table.rows] == [
        ["Методист", "", "", "", "А. А. Образцова"],
        ["Директор", "", "", "", ""],
    ]
    assert kept(table.rows[0]) == {True}
    after_table = made(Table(COLUMNS, (Row(("1.", "а", "")), Row(("2.", "б", "")))), signed)
    rows = after_table.tables[0].rows
    assert (kept(rows[1]), kept(rows[2])) == ({None}, {True})


def kept(row: object) -> set[bool | None]:
    cells = row.cells  # type: ignore[attr-defined]
    return {cell.paragraphs[0].paragraph_format.keep_with_next for cell in cells}


def test_the_sheet_is_that_of_the_standard_and_numbered_from_the_second_page() -> None:
    section = made(Heading("План"), page=PageSetup(Orientation.LANDSCAPE)).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [297, 210]  # type: ignore[union-attr]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins if margin is not None] == [20, 10, 20, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert section.first_page_header.is_linked_to_previous


def test_title_author_and_language_are_in_the_file() -> None:
    properties = made(Heading("План")).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "План",
        "Отдел образования",
        "ru-RU",
    )
    assert not properties.comments
    hostile = Document("\ud83d \x00 <b>" * 90, (), author="\x07" + "щ" * 500)
    properties = docx.Document(io.BytesIO(docx_bytes(hostile))).core_properties
    assert properties.title.startswith("\ufffd <b>")
    assert properties.author == "щ" * 255


def test_contents_lead_to_their_headings() -> None:
    file = made(Contents(), Heading("Первая", 2), Heading("Название"), Heading("Вторая <b>", 2))
    first, second = (paragraph.hyperlinks[0] for paragraph in file.paragraphs[:2])
    assert [first.text, second.text] == ["Первая\t", "Вторая <b>\t"]
    marks = {
        mark.get(qn("w:name")): "".join(mark.getparent().xpath(".//w:t/text()"))
        for mark in file.element.body.iter(qn("w:bookmarkStart"))
    }
    assert marks == {first.fragment: "Первая", second.fragment: "Вторая <b>"}
    assert f"PAGEREF {first.fragment}" in file.paragraphs[0]._p.xml


CHART = Chart(
    "Выполнение & <итог>",
    ChartKind.HORIZONTAL_BARS,
    ("СОШ № 1", "СОШ № 2"),
    (Series("План", (4.0, None)), Series("Факт", (3.0, 5.5))),
    "%",
    100,
)


def test_a_chart_is_words_own_and_its_values_can_be_corrected() -> None:
    data = docx_bytes(Document("x", (CHART, CHART)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = archive.read("word/charts/chart2.xml").decode()
        book = load_workbook(io.BytesIO(archive.read("word/embeddings/chart2.xlsx")))
    assert "Выполнение &amp; &lt;итог&gt;" in markup
    assert "'Данные'!$C$2:$C$3" in markup.replace("&#x27;", "'")
    assert list(book["Данные"].iter_rows(values_only=True)) == [
        (None, "План", "Факт"),
        (typeset("СОШ № 1"), 4, 3),
        (typeset("СОШ № 2"), None, 5.5),
    ]
    shown = list(docx.Document(io.BytesIO(data)).element.body.iter(qn("wp:docPr")))
    assert "СОШ № 2 — 5,5 %" in shown[0].get("descr")


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_of_nothing_says_so(kind: ChartKind) -> None:
    texts = [paragraph.text for paragraph in made(Chart("Пусто", kind, ("А",), ())).paragraphs]
    assert texts == ["Пусто", "Данных для диаграммы пока нет."]


def test_nothing_american_is_left_of_the_template() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(Document("x", (Heading("План"),))))) as archive:
        names = set(archive.namelist())
        styles = archive.read("word/styles.xml").decode()
    assert not [name for name in names if "thumbnail" in name or "theme" in name or "customXml" in name]
    assert "Calibri" not in styles
    assert "en-US" not in styles


@pytest.mark.parametrize(
    "text",
    [
        'A < B & "C"',
        "<w:br/>",
        "]]>",
        "&lt;&amp;&#8470;",
        "=1+1",
        "№ 5 – «ёлочки» … „лапки“",
        "строка\nвторая\tтаб",
        "Ы" * 20_000,
        "  пробелы  по  краям  ",
        "🎉 漢字 مرحبا",
        "сло\u200bво\u202eсло",
    ],
)
def test_text_stays_what_was_typed(text: str) -> None:
    assert with_cell(text) == text


def test_what_xml_cannot_hold_does_no_harm() -> None:
    assert with_cell("до \ud800 после\x00\x07\ufffe") == "до \ufffd после"
    assert with_cell("раз\r\nдва\rтри\vчетыре\u2028пять") == "раз\nдва\nтри\nчетыре\nпять"
    assert with_cell("пере\u00adнос") == "перенос"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_written(text: str) -> None:
    typed = f"а{text}б"
    blocks = (
        Heading(typed),
        Item(typed, typed),
        FillIn(typed, typed),
        ApprovalStamp(typed, typed),
        Table((Column(typed, 1),), (Caption(typed), Row((typed,)))),
        Chart(typed, ChartKind.VERTICAL_BARS, (typed,), (Series(typed, (1.0,)),), typed),
        SignatureLines((Signature(typed, typed),)),
    )
    file = made(*blocks)
    in_cells = {row.cells[0].text for row in file.tables[0].rows}
    assert in_cells == {file.paragraphs[0].text}
    assert in_cells.pop().startswith("а")


def test_the_work_stops_when_it_is_told_to() -> None:
    table = Table(COLUMNS, tuple(Row((number, "а", "")) for number in range(2_000)))
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    with pytest.raises(Cancelled):
        docx_bytes(Document("x", (table,)), cancelled)
    assert asked < 10


def test_nothing_but_writing_a_word_file_loads_python_docx() -> None:
    script = (
        "import sys; import roadmap_desktop.operations.printing.printing; "
        "from roadmap_desktop.reports import blocks, catalogue, render; "
        "render.pdf_bytes(blocks.Document('x', ())); render.xlsx_bytes(blocks.Document('x', ())); "
        "print('docx' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert answer.stdout.strip() == "False"


def test_a_sentence_that_introduces_a_table_and_a_bold_line_stay_with_what_follows() -> None:
    table = Table(COLUMNS, (Row(("1.", "Совещание", "")),))
    file = made(Paragraph("Выполнено: 4."), table, Paragraph("РЕШИЛИ:", bold=True), Paragraph("Принять."))
    held = {one.text: one.paragraph_format.keep_with_next for one in file.paragraphs if one.text}
    assert held == {"Выполнено: 4.": True, "РЕШИЛИ:": True, "Принять.": None}


def test_what_belongs_together_is_not_parted_and_no_name_hyphenated() -> None:
    [cell] = made(Paragraph("Приказ № 5, 273-ФЗ: Образцова А. А., МКУ «ЦМТО»")).paragraphs
    markup = cell._p.xml
    assert "Приказ №\u00a05" in markup
    assert "<w:noBreakHyphen/>" in markup
    assert "МКУ\u00a0«ЦМТО»" in markup
    [name] = [run for run in cell.runs if run._r.xpath("w:rPr/w:noProof")]
    assert plain(name.text) == "Образцова А. А."


def test_what_leads_from_a_heading_to_a_table_stays_with_it_and_no_row_is_left_alone() -> None:
    rows = tuple(Row((f"{number}.", "дело", "")) for number in range(1, 6))
    file = made(Paragraph("Прежде."), Heading("Раздел", 2), Paragraph("Вот что."), Table(COLUMNS, rows))
    held = {one.text: bool(one.paragraph_format.keep_with_next) for one in file.paragraphs}
    assert held["Вот что."]
    assert not held["Прежде."]
    assert [kept(row) for row in file.tables[0].rows[3:]] == [{None}, {True}, {None}]

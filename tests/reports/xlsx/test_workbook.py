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
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.reports.blocks import (
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
    PageSetup,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import xlsx_bytes
from tests.reports.office_files import plain

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
        # «№ 1» is held together on paper.
        assert cell.value.replace("№\u00a0", "№ ") == f"а{kept}б".replace("№\u00a0", "№ ")  # type: ignore[attr-defined]


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
    assert all(sheet.column_dimensions[letter].width >= 3 for letter in "ABC")
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
    column = [cell.value for cell in book.worksheets[0]["A"] if cell.value is not None]
    assert column[-4:] == ["По файлам", "№", "Раздел: 1", 1]


def test_a_document_without_tables_is_a_sheet_of_words() -> None:
    assert made(Heading("Свод"), Paragraph("Пусто")).worksheets[0]["A2"].value == "Пусто"


def test_a_caption_is_across_the_columns_and_yet_the_rows_can_be_sorted() -> None:
    sheet = made(Table(COLUMNS, (Caption("Раздел"), Row((1, "а", None))))).worksheets[0]
    assert {sheet.cell(2, column).alignment.horizontal for column in (1, 2, 3)} == {"centerContinuous"}
    assert not sheet.merged_cells.ranges
    assert sheet["A2"].font.b


def test_what_a_head_signs_is_above_and_beneath() -> None:
    long = Table((*COLUMNS, Column("Итог", 20), Column("Отметка", 20)), (Row((1, "а", None, "", "")),))
    sheet = made(
        ApprovalStamp("Начальник отдела", ""),
        Heading("План"),
        long,
        Paragraph("Примечание."),
        SignatureLines((Signature("Методист", "А. А. Образцова"), Signature("Директор", ""))),
    ).worksheets[0]
    column, word = next((cell.column, cell.value) for cell in sheet[1] if cell.value)
    assert word == "УТВЕРЖДАЮ"
    assert column > 1
    assert sheet["A9"].value == "Примечание."
    assert sheet.auto_filter.ref == "A6:E7"
    signed = [plain(str(cell.value)) for cell in sheet[10] if cell.value]
    assert signed == ["Методист", "А. А. Образцова"]
    assert any(cell.border.bottom.style for cell in sheet[10])
    assert [cell.value for cell in sheet[11] if cell.value] == ["Директор", "_" * 17]
    assert sheet.print_area == "'План'!$A$1:$E$11"


def test_a_part_without_a_table_does_not_stand_above_the_table_of_the_next() -> None:
    table = Table(COLUMNS, (Row((1, "а", None)),))
    book = made(
        Heading("Паспорт"),
        Heading("Помощь", 2),
        table,
        Heading("Практики", 2),
        Paragraph("Практик пока нет."),
        Heading("Мероприятия", 2),
        Paragraph("Выполнено: 1."),
        table,
    )
    firsts = [
        [cell.value for (cell,) in sheet.iter_rows(max_col=1) if cell.value] for sheet in book.worksheets
    ]
    assert firsts == [
        ["Паспорт", "Помощь", "№", 1, "Практики", "Практик пока нет."],
        ["Мероприятия", "Выполнено: 1.", "№", 1],
    ]


def test_words_between_tables_belong_to_the_heading_they_stand_under() -> None:
    table = Table(COLUMNS, (Row((1, "а", None)),))
    first, second = made(
        Heading("Первая", 2),
        table,
        Paragraph("О первой."),
        Heading("Вторая", 2),
        Paragraph("О второй."),
        table,
    ).worksheets
    assert [cell.value for cell in first["A"]] == ["Первая", "№", 1, None, "О первой."]
    assert [cell.value for cell in second["A"]] == ["Вторая", "О второй.", "№", 1]


def test_points_and_lines_to_fill_in_are_rows() -> None:
    sheet = made(
        Item("1.", "Школа передаёт опыт."), FillIn("Должность", "методист"), FillIn("Достижения:", lines=3)
    ).worksheets[0]
    texts = [row[0].value for row in sheet.iter_rows()]
    assert texts == ["1. Школа передаёт опыт.", "Должность: методист", "Достижения:", None, None]
    assert all(sheet.cell(row, 1).border.bottom.style for row in (3, 4, 5))


def test_rows_are_as_high_as_their_text_and_follow_it_when_it_is_corrected() -> None:
    rows = (Row((1, "коротко", None)), Row((2, "длинное описание мероприятия " * 20, None)))
    data = xlsx_bytes(Document("x", (Table(COLUMNS, rows),)))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    short, long = (sheet.row_dimensions[row].height for row in (2, 3))
    assert 12 <= short <= 20
    assert long > 5 * short
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'customHeight="1"' not in archive.read("xl/worksheets/sheet1.xml").decode()


def test_a_cell_longer_than_a_page_is_over_several_rows_so_that_paper_has_all_of_it() -> None:
    long = "длинное описание мероприятия " * 400
    sheet = made(Table(COLUMNS, (Row((1, long, None)), Row((2, "коротко", None))))).worksheets[0]
    merged = sorted(map(str, sheet.merged_cells.ranges))
    last = int(merged[0].rsplit("A", 1)[1])
    assert merged == [f"{letter}2:{letter}{last}" for letter in "ABC"]
    heights = [sheet.row_dimensions[row].height for row in range(2, last + 1)]
    assert max(heights) <= 409
    assert sum(heights) > 800
    assert [cell.value for cell in sheet[last + 1]] == [2, "коротко", None]
    assert sheet.auto_filter.ref == f"A1:C{last + 1}"


def test_a_table_of_days_has_high_rows_and_grey_days_off_in_its_own_size() -> None:
    week = Row(("5", "6", "7"), shaded=frozenset({1}))
    sheet = made(Table(COLUMNS, (week,), least_height=23, font_size=9)).worksheets[0]
    assert sheet.row_dimensions[2].height == pytest.approx(23 * 72 / 25.4, abs=0.1)
    assert [sheet.cell(2, column).fill.fill_type for column in (1, 2, 3)] == [None, "solid", None]
    assert sheet["A2"].font.sz == 9


def test_a_header_under_much_text_is_not_frozen_over_the_whole_window() -> None:
    table = Table(COLUMNS, (Row((1, "а", None)),))
    assert made(Heading("План"), table).worksheets[0].freeze_panes == "A3"
    assert made(Paragraph("много слов " * 600), table).worksheets[0].freeze_panes in (None, "A1")


def test_contents_lead_to_the_sheets() -> None:
    table = Table(COLUMNS, (Row((1, "а", None)),))
    book = made(
        Heading("План"), Contents(), Heading("Дела", 2), table, Heading("Что 'было' сегодня", 2), table
    )
    links = [
        cell.hyperlink.location
        for row in book.worksheets[0].iter_rows(max_row=3)
        for cell in row
        if cell.hyperlink
    ]
    assert links == ["'Дела'!A4", "'Что ''было'' сегодня'!A1"]
    assert [book.worksheets[0].cell(row, 1).value for row in (2, 3)] == ["Дела", "Что 'было' сегодня"]


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (["Итоги", "ИТОГИ", "итоги"], ["Итоги", "ИТОГИ 2", "итоги 3"]),
        (["🎓" * 20, "🎓" * 20], ["🎓" * 15, "🎓" * 14 + " 2"]),
        (
            ["А" * 40] * 11,
            ["А" * 31, *(f"{'А' * 29} {n}" for n in range(2, 10)), *["А" * 28 + " 10", "А" * 28 + " 11"]],
        ),
        (["А" * 30 + "🎓"], ["А" * 30]),
        (["'?*/'", "журнал", "В 'кавычках'"], ["Лист", "журнал 2", "В 'кавычках"]),
        (["А" * 29 + " 'Б"], ["А" * 29]),
        (["с\tтабуляцией\x1f"], ["с табуляцией"]),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(headings: list[str], names: list[str]) -> None:
    table = Table(COLUMNS, (Row((1, "а", None)),))
    book = made(*(block for text in headings for block in (Heading(text, 2), table)))
    assert book.sheetnames == names
    assert all(len(name.encode("utf-16-le")) <= 2 * 31 for name in book.sheetnames)


def test_a_chart_is_drawn_from_cells_on_a_sheet_of_its_own() -> None:
    chart = Chart(
        "По [месяцам]'",
        ChartKind.STACKED_BARS,
        ("Сентябрь", "=Октябрь"),
        (Series("План", (4.0, 5.5)), Series("Факт", (3.0, None))),
    )
    book = made(Heading("Отчёт"), chart, Table(COLUMNS, (Row((1, "а", None)),)))
    assert book.sheetnames == ["Отчёт", "По месяцам"]
    sheet = book.worksheets[1]
    [drawn] = sheet._charts
    for each, name in zip(drawn.series, ("План", "Факт"), strict=True):
        assert value_at(book, each.tx.strRef.f) == [name]
        assert value_at(book, each.cat.strRef.f) == ["Сентябрь", "=Октябрь"]
    assert [value_at(book, each.val.numRef.f) for each in drawn.series] == [[4, 5.5], [3, None]]


def value_at(book: Workbook, reference: str) -> list[object]:
    """What stands in the cells that a chart names."""
    sheet, cells = reference.rsplit("!", 1)
    found = book[sheet.strip("'").replace("''", "'")][cells.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def test_a_chart_of_nothing_says_so() -> None:
    sheet = made(Chart("Пусто", ChartKind.VERTICAL_BARS, (), ())).worksheets[-1]
    assert "Данных для диаграммы пока нет." in [cell.value for cell in sheet["A"]]


def test_pages_are_numbered_from_the_second_one_and_fit_the_margins_of_the_standard() -> None:
    sheet = made(Heading("План"), page=PageSetup()).worksheets[0]
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader.center.text == "&P"
    assert not sheet.firstHeader.center.text
    assert [
        round(getattr(sheet.page_margins, side) * 25.4) for side in ("left", "right", "top", "bottom")
    ] == [20, 10, 20, 20]
    assert sheet.page_setup.orientation == "portrait"


def test_more_than_a_cell_can_hold_is_cut_and_says_so() -> None:
    [whole] = with_cells("щ" * 32_767)
    assert whole.value == "щ" * 32_767  # type: ignore[attr-defined]
    for text in ("щ" * 40_000, "🎉" * 20_000):
        [cell] = with_cells(text)
        value = str(cell.value)  # type: ignore[attr-defined]
        assert value.endswith("(здесь не всё: ячейка Excel вмещает 32 767 знаков)")
        assert len(value.encode("utf-16-le")) <= 2 * 32_767


def test_five_thousand_rows_and_sixty_columns_are_all_there() -> None:
    many = Table(COLUMNS, tuple(Row((n, f"Мероприятие {n}", date(2020, 9, 1))) for n in range(5_000)))
    wide = Table(tuple(Column(f"Столбец {n}", 1) for n in range(60)), (Row(tuple(range(60))),))
    first, second = made(Heading("Много", 2), many, Heading("Широко", 2), wide, page=PageSetup()).worksheets
    assert [row[0] for row in first.iter_rows(min_row=3, values_only=True)] == list(range(5_000))
    assert [cell.value for cell in second[3]] == list(range(60))
    assert sum(second.column_dimensions[get_column_letter(n)].width for n in range(1, 61)) > 300


def test_an_empty_table_has_its_header() -> None:
    sheet = made(Table(COLUMNS, ())).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["№", "Что", "Когда"]
    assert sheet.auto_filter.ref == "A1:C1"


def test_the_work_stops_when_it_is_told_to() -> None:
    with pytest.raises(Cancelled):
        xlsx_bytes(Document("x", (Table(COLUMNS, (Row((1, "а", None)),)),)), lambda: True)


def test_nothing_but_writing_a_workbook_loads_openpyxl() -> None:
    script = (
        "import sys; import roadmap_desktop.operations.copies.digest, roadmap_desktop.ui.digest.dialog; "
        "from roadmap_desktop.reports import blocks, render; render.pdf_bytes(blocks.Document('x', ())); "
        "print('openpyxl' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert answer.stdout.strip() == "False"


def calls_for(paragraphs: int) -> int:
    """How many calls so many paragraphs take: a measure that no busy machine disturbs."""
    document = Document("Много слов", tuple(Paragraph(f"Абзац {number}") for number in range(paragraphs)))
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        xlsx_bytes(document)
    finally:
        sys.setprofile(None)
    return count


def test_eight_times_as_many_paragraphs_take_no_more_than_eight_times_as_long() -> None:
    calls_for(10)
    assert calls_for(400) <= 8 * calls_for(50)

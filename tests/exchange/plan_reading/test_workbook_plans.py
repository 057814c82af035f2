"""Plans in workbooks: dates that are dates, merged and hidden cells, numbers that are numbers; .xlsx, .ods."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.model.period import school_year
from tests.exchange.plan_reading.documents_and_truth import HEADING, PLAN, TrueRow, as_true, cells, read

ROWS = [HEADING, *map(cells, PLAN)]


def _sheet() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def _saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _rows(book: Workbook) -> list[TrueRow]:
    return as_true(read(_saved(book), "план.xlsx"))


def test_a_plan_below_its_title_beside_other_sheets() -> None:
    book, sheet = _sheet()
    sheet.title = "План"
    sheet["A1"] = "Приложение к приказу отдела образования от 02.09.2024 № 15"
    sheet["A3"] = "План мероприятий на 2024-2025 учебный год"
    sheet.merge_cells("A3:E3")
    for row in ROWS:
        sheet.append(row)
    other = book.create_sheet("Показатели")
    for indicator in (
        ("№", "Показатель", "2024", "2025"),
        ("1", "Доля", "10", "20"),
        ("2", "Число", "1", "2"),
    ):
        other.append(indicator)
    book.create_sheet("Черновик").sheet_state = "hidden"
    reading = read(_saved(book), "план.xlsx")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "План мероприятий на 2024-2025 учебный год"
    assert reading.document.order_date == date(2024, 9, 2)
    assert reading.period == school_year(2024)
    assert reading.left_out == ("Таблица «№ | Показатель | 2024 | 2025» (лист «Показатели»).",)


def test_real_dates_and_numbers_are_read_as_they_are_shown() -> None:
    book, sheet = _sheet()
    sheet.append(HEADING)
    sheet.append((1, "Первое", datetime(2024, 9, 5), "ОО", "Приказ"))
    sheet.append((2.1, "Второе", date(2025, 10, 1), "ОО", "Приказ"))
    sheet.append((3.0, "Третье", datetime(2024, 9, 5, 14, 30), "ОО", 5))
    sheet.append(("=A4+1", "Четвёртое", date(2025, 10, 1), "ОО", True))
    sheet["A3"].number_format = "0.00"
    sheet["C3"].number_format = "mmm\\-yy"
    sheet["C5"].number_format = "[$-419]mmmm\\ yyyy;@"
    assert [(row.number, row.due_text, row.expected_result) for row in _rows(book)] == [
        ("1", "05.09.2024", "Приказ"),
        ("2.10", "октябрь 2025", "Приказ"),
        ("3", "05.09.2024, 14:30", "5"),
        ("", "октябрь 2025", "да"),
    ]


def test_hidden_rows_count_and_hidden_columns_do_not() -> None:
    book, sheet = _sheet()
    for row in ROWS:
        sheet.append((*row[:3], "служебное", *row[3:]))
    sheet["D1"] = "Примечание"
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[3].hidden = True
    reading = read(_saved(book), "план.xlsx")
    assert as_true(reading) == list(PLAN)
    assert reading.left_out == ("Скрытый столбец «Примечание».",)


def test_merged_cells_hold_for_all_their_rows() -> None:
    book, sheet = _sheet()
    sheet.append(HEADING)
    sheet.append(("Раздел I. Организация",))
    sheet.merge_cells("A2:E2")
    sheet.append(("1", "Первое", "сентябрь", "Отдел образования", "Приказ"))
    sheet.append(("2", "Второе", "", "", "Справка"))
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("D3:D4")
    section = "Раздел I. Организация"
    assert _rows(book) == [
        TrueRow("Первое", "сентябрь", ("Отдел образования",), "Приказ", "1", section),
        TrueRow("Второе", "сентябрь", ("Отдел образования",), "Справка", "2", section),
    ]


def test_months_that_are_marked_below_their_year() -> None:
    book, sheet = _sheet()
    sheet.append(("№", "Мероприятие", "2024 год", "", "", "2025 год", "", "Исполнитель"))
    sheet.append(("", "", "октябрь", "ноябрь", "декабрь", "январь", "февраль", ""))
    for merged in ("A1:A2", "B1:B2", "C1:E1", "F1:G1", "H1:H2"):
        sheet.merge_cells(merged)
    sheet.append((1, "Диагностика", "х", "", "", "", "х", "ЦМТО"))
    sheet.append((2, "Выезды", "", "", "х", "х", "", "ЦМТО"))
    assert [row.due_text for row in _rows(book)] == [
        "октябрь 2024 года, февраль 2025 года",
        "декабрь 2024 года – январь 2025 года",
    ]


def test_gaps_between_rows_and_cells_far_away_change_nothing() -> None:
    book, sheet = _sheet()
    for index, row in enumerate(ROWS):
        for column, text in enumerate(row):
            sheet.cell(5 + index * 2, 3 + column, text)
    sheet.cell(900_000, 1, " ")
    sheet.cell(4, 500, "далеко")
    assert _rows(book) == list(PLAN)


def test_lines_of_a_cell_are_its_list() -> None:
    book, sheet = _sheet()
    sheet.append(HEADING)
    sheet.append(
        (1, "Обучение\nучителей", "май", "Отдел образования\nруководители ОО", "Решения:\n- план;\n- график")
    )
    assert _rows(book) == [
        TrueRow(
            "Обучение учителей",
            "май",
            ("Отдел образования", "руководители ОО"),
            "Решения:\n- план;\n- график",
            "1",
        )
    ]


OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def _open_document(kind: str, body: str, styles: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(
            "content.xml",
            f"<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
    return file.getvalue()


def _open_cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


_FIVE = 'table:number-columns-spanned="5"'


def _open_rows(rows: list[tuple[str, ...]]) -> str:
    return "".join(f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in rows)


def test_a_sheet_of_libreoffice_repeats_its_empty_cells_to_the_end() -> None:
    rest = '<table:table-cell table:number-columns-repeated="16379"/>'
    rows = _open_rows(ROWS).replace("</table:table-row>", f"{rest}</table:table-row>")
    end = f'<table:table-row table:number-rows-repeated="1048570">{rest}</table:table-row>'
    sheet = f'<table:table table:name="План"><table:table-column/>{rows}{end}</table:table>'
    assert as_true(read(_open_document("spreadsheet", sheet), "план.ods")) == list(PLAN)


def test_a_text_of_libreoffice_with_sections_notes_and_deleted_words() -> None:
    section = "Раздел 1. Организация"
    wide = (
        f"<table:table-row>{_open_cell(section, _FIVE)}"
        '<table:covered-table-cell table:number-columns-repeated="4"/></table:table-row>'
    )
    note = "<text:note><text:note-body><text:p>сноска</text:p></text:note-body></text:note>"
    noted = f"Создание{note}<text:s/>рабочей группы"
    rows = _open_rows(ROWS).replace("Создание рабочей группы", noted)
    head, first = rows.split("</table:table-row>", 1)
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>План прежний</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    body = (
        f'{deleted}<text:p>План мероприятий<text:span text:style-name="H"> тайный</text:span></text:p>'
        f"<table:table><table:table-header-rows>{head}</table:table-row></table:table-header-rows>{wide}{first}</table:table>"
    )
    reading = read(_open_document("text", body, hidden), "план.odt")
    assert as_true(reading) == [replace(one, section=section) for one in PLAN]
    assert reading.title == "План мероприятий"


def test_what_openpyxl_reads_is_what_we_read() -> None:
    """The other reader of openpyxl, which keeps all cells, sees the same texts."""
    book, sheet = _sheet()
    for row in ROWS:
        sheet.append(row)
    data = _saved(book)
    again = load_workbook(io.BytesIO(data)).active
    assert again is not None
    assert [tuple(cell.value for cell in row) for row in again.iter_rows()] == ROWS
    assert as_true(read(data, "план.xlsx")) == list(PLAN)


@pytest.mark.parametrize("name", ["план.xlsx", "план.docx", "план"])
def test_a_document_is_known_by_its_bytes_not_by_its_name(name: str) -> None:
    book, sheet = _sheet()
    for row in ROWS:
        sheet.append(row)
    assert as_true(read(_saved(book), name)) == list(PLAN)

"""Excel's workbooks as openpyxl writes them."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.properties import PageSetupProperties
from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within


def _saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(title: str = "План") -> tuple[Any, Any]:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    return book, sheet


def title_above_and_merged() -> None:
    """A stamp at the right, a title over merged cells, sections over the width, an empty row, a signature below."""
    book, sheet = _sheet()
    for line, text in enumerate(("УТВЕРЖДАЮ", "Начальник отдела образования", "_____________ Т.С. Юдина",
                                 "28 августа 2024 года"), 1):  # fmt: skip
        sheet.cell(line, 5, text).alignment = Alignment(horizontal="right")
    sheet["A6"] = (
        "План мероприятий («дорожная карта»)\nпо повышению качества образования на 2024-2025 учебный год"
    )
    sheet.merge_cells("A6:E6")
    sheet.append([])
    sheet.append(HEADING)
    thin = Side(style="thin")
    rows: list[Row] = []
    for title, own in (("1. Организационные мероприятия", ROWS[0:4]), ("2. Работа с кадрами", ROWS[8:12])):
        sheet.append((title,))
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
        for row in within(title, numbered(own, first=len(rows) + 1)):
            sheet.append((int(row.number), *cells(row)[1:]))
            rows.append(row)
    for cells_of_row in sheet.iter_rows(min_row=8, max_row=sheet.max_row):
        for cell in cells_of_row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in zip("ABCDE", (6, 36, 20, 24, 24), strict=True):
        sheet.column_dimensions[column].width = width
    for line in range(8, sheet.max_row + 1):
        sheet.row_dimensions[line].height = 20 if sheet.cell(line, 2).value is None else 62
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.append([])
    sheet.append(("Методист", "", "", "", "Г.И. Фомина"))
    keep("19-title-above-and-merged.xlsx", _saved(book),
         Truth(rows, "План мероприятий («дорожная карта») по повышению качества образования на 2024-2025 учебный год",
               {"head_name": "Т.С. Юдина", "head_post": "Начальник отдела образования"},
               ("2024-09-01", "2025-08-31")))  # fmt: skip


def real_dates_and_numbers() -> None:
    """Real dates, months made of words by Excel, numbers that are floats with two decimals, percents in a note."""
    book, sheet = _sheet("Лист1")
    sheet.append(("№ п/п", "Мероприятие", "Срок исполнения", "Ответственные", "Результат", "Охват"))
    wanted = (
        (2.1, "0.00", "2.10", date(2025, 10, 1), "mmm yy", "октябрь 2025"),
        (2.11, "0.00", "2.11", datetime(2025, 11, 14), "dd.mm.yyyy", "14.11.2025"),
        (2.12, "0.00", "2.12", datetime(2026, 2, 1), "mmmm yyyy", "февраль 2026"),
        (2.13, "0.00", "2.13", datetime(2025, 12, 5, 14, 30), "dd.mm.yyyy h:mm", "05.12.2025, 14:30"),
        (3, "General", "3", "до 15.03.2026", "General", "до 15.03.2026"),
        (4.0, "General", "4", date(2026, 5, 25), '[$-419]d\\ mmmm\\ yyyy\\ "г."', "25.05.2026"),
    )
    rows = []
    for row, (number, form, shown, due, of_due, words) in zip(ROWS[37:43], wanted, strict=True):
        sheet.append(
            (
                number,
                row.name,
                due,
                ", ".join(row.performers),
                row.expected_result,
                0.8 if shown == "3" else None,
            )
        )
        line = sheet.max_row
        sheet.cell(line, 1).number_format = form
        sheet.cell(line, 3).number_format = of_due
        sheet.cell(line, 6).number_format = "0%"
        rows.append(replace(row, number=shown, due_text=words, note="Охват: 80%" if shown == "3" else ""))
    keep("20-real-dates-and-numbers.xlsx", _saved(book), Truth(rows))


def hidden_rows_columns_and_sheets() -> None:
    """Hidden rows count, hidden columns and sheets do not; a filter; gaps; a sheet of schools after the plan."""
    book, sheet = _sheet("Дорожная карта")
    sheet.append(
        ("№", "Направление", "Мероприятие", "Код", "Сроки", "Исполнители", "Итоговый документ", "Статус")
    )
    rows: list[Row] = []
    states = ("Выполнено", "", "в работе", "не выполнено", "отменено", "выполнено 10.10.2024")
    meant = ("выполнено", "запланировано", "в работе", "запланировано", "отменено", "выполнено")
    for place, row in enumerate(ROWS[2:8]):
        section = "Аналитика" if place < 3 else "Методическая помощь"
        first = section if place in (0, 3) else None
        sheet.append((place + 1, first, row.name, f"К-{place}", row.due_text, "\n".join(row.performers),
                      row.expected_result, states[place]))  # fmt: skip
        note = "Статус: выполнено 10.10.2024" if place == 5 else ""
        rows.append(replace(row, number=str(place + 1), section=section, state=meant[place], note=note))
    sheet.merge_cells("B2:B4")
    sheet.merge_cells("B5:B7")
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[3].hidden = True
    sheet.auto_filter.ref = "A1:H7"
    old = book.create_sheet("2023")
    old.append(HEADING)
    old.append(("1", "Прошлогоднее", "май 2023", "ОО", "Отчёт"))
    old.sheet_state = "hidden"
    schools = book.create_sheet("Школы")
    schools.append(("№", "Школа", "Адрес", "Директор"))
    schools.append((1, "МБОУ СОШ № 4", "с. Лесное", "Зуева О.Л."))
    keep("21-hidden-rows-columns-and-sheets.xlsx", _saved(book), Truth(rows))


def months_of_a_year() -> None:
    """Twelve months marked below two years, with signs of several kinds; an empty column between."""
    book, sheet = _sheet()
    months = ("сент", "окт", "нояб", "дек", "янв", "февр", "март", "апр", "май", "июнь")
    sheet.append(
        ("№", "Мероприятия плана", "2024 год", None, None, None, "2025 год", *[None] * 5, "Ответственный")
    )
    sheet.append((None, None, *months, None))
    for area in ("A1:A2", "B1:B2", "C1:F1", "G1:L1", "M1:M2"):
        sheet.merge_cells(area)
    marks = ("х.........", ".ххх......", "+...+...+.", "........**", "vvvvvvvvvv")
    dues = ("сентябрь 2024 года", "октябрь – декабрь 2024 года",
            "сентябрь 2024 года, январь 2025 года, май 2025 года", "май – июнь 2025 года",
            "сентябрь 2024 года – июнь 2025 года")  # fmt: skip
    rows = []
    for number, (row, signs, due) in enumerate(zip(ROWS[24:29], marks, dues, strict=True), 1):
        sheet.append(
            (number, row.name, *(sign.replace(".", "") or None for sign in signs), ", ".join(row.performers))
        )
        rows.append(replace(row, number=str(number), due_text=due, expected_result=""))
    keep("22-months-of-a-year.xlsx", _saved(book), Truth(rows))


def plans_of_two_years_and_lines() -> None:
    """Carelessly typed: lines broken by hand, numbers as text, trailing spaces, doubled rows of the heading."""
    book, sheet = _sheet("план ")
    sheet.append((None, None, "ПЛАН методического сопровождения"))
    sheet.append((None, None, "на 2025 - 2026 учебный год  "))
    sheet.append([])
    heading = (
        None,
        "№\nп/п",
        "Наименование\nмероприятия",
        "Сроки\nисполне-\nния",
        "Ответст-\nвенные",
        "Резуль-\nтат",
    )
    sheet.append(heading)
    sheet.append((None, 1, 2, 3, 4, 5))
    rows = []
    for place, row in enumerate(ROWS[38:46], 1):
        if place == 5:
            sheet.append([])
            sheet.append(heading)
        sheet.append((None, f" {place}.", row.name.replace(" ", "  ", 1), f"{row.due_text} ",
                      ";\n".join(row.performers), row.expected_result.replace(", ", ",\n")))  # fmt: skip
        rows.append(replace(row, number=str(place)))
    sheet.append((None, None, "ИТОГО", None, None, 8))
    keep("23-carelessly-typed.xlsx", _saved(book),
         Truth(rows, "ПЛАН методического сопровождения на 2025 - 2026 учебный год", ugly=True))  # fmt: skip


def make() -> None:
    """Writes all of them."""
    title_above_and_merged()
    real_dates_and_numbers()
    hidden_rows_columns_and_sheets()
    months_of_a_year()
    plans_of_two_years_and_lines()

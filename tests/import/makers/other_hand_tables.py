"""Workbooks, texts, pages and a printed plan by another hand: shapes that the first makers did not think of."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from pages import _table as page_table
from plans import Row, Truth, keep, numbered, within
from printed import _built, _styles
from printed import _table as printed_table
from reportlab.platypus import Paragraph, Spacer


def _saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _with_values(data: bytes, values: Sequence[str]) -> bytes:
    """The workbook, its formulas with the values that Excel keeps beside them."""
    file = io.BytesIO()
    left = iter(values)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                text = re.sub(
                    r"(</f>)<v ?/>|(</f>)<v></v>", lambda _: f"</f><v>{next(left)}</v>", content.decode()
                )
                content = text.encode()
            new.writestr(part, content)
    return file.getvalue()


def months_as_dates() -> None:
    """Excel has made dates of «октябрь 2025»; numbers are formulas; a hidden column, a sheet of lists beside the plan."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Дорожная карта 25-26"
    sheet["A1"] = "Дорожная карта муниципального округа на 2025-2026 учебный год"
    sheet.merge_cells("A1:G1")
    sheet.append([])
    sheet.append(("№", "код", "Мероприятие", "Срок", "Исполнитель", "Результат", "Отметка об исполнении"))
    data = (
        (date(2025, 10, 1), "октябрь 2025", "mmmm yyyy", "Рабочие встречи с директорами", "Отдел образования",
         "Протоколы", "выполнено"),
        (date(2025, 11, 14), "14.11.2025", "dd.mm.yyyy", "Единый день консультаций", "Школы", "Отчёты школ", ""),
        (date(2026, 2, 1), "февраль 2026", "mmm\\-yy", "Конкурс «Лучший наставник»", "Методический центр", "Приказ",
         "перенесено на март"),
        (None, "до конца учебного года", "", "Пополнение банка заданий", "Методический центр", "Не менее 50 заданий",
         "в работе"),
    )  # fmt: skip
    states = {"выполнено": ("выполнено", ""), "": ("запланировано", ""), "в работе": ("в работе", ""),
              "перенесено на март": ("перенесено", "Отметка об исполнении: перенесено на март")}  # fmt: skip
    rows = []
    for place, (day, due, form, name, who, result, mark) in enumerate(data, 1):
        line = sheet.max_row + 1
        sheet.append(
            (1 if place == 1 else f"=A{line - 1}+1", f"к{place}", name, day or due, who, result, mark)
        )
        if day:
            sheet.cell(line, 4).number_format = form
        state, note = states[mark]
        rows.append(Row(name, due, (who,), result, str(place), note=note, state=state))
    sheet.column_dimensions["B"].hidden = True
    lists = book.create_sheet("списки")
    for one in ("Исполнитель", "Школы", "Отдел образования"):
        lists.append((one,))
    keep("58-months-as-dates.xlsx", _with_values(_saved(book), "234"),
         Truth(rows, "Дорожная карта муниципального округа на 2025-2026 учебный год",
               period=("2025-09-01", "2026-08-31"), ugly=True))  # fmt: skip


def quarters_of_a_calendar_year() -> None:
    """A two-line heading with quarters, «+» under them, sections merged down, lines within cells, a total."""
    book = Workbook()
    sheet = book.active
    sheet.append(("План-график методической поддержки на 2026 год",))
    sheet.append(
        ("Направление", "Мероприятие", "Кварталы 2026 года", "", "", "", "Ответственный", "Примечание")
    )
    sheet.append(("", "", "I", "II", "III", "IV", "", ""))
    for span in ("A1:H1", "A2:A3", "B2:B3", "C2:F2", "G2:G3", "H2:H3"):
        sheet.merge_cells(span)
    parts = (
        ("Диагностика", (("Изучение запросов школ", "+---", "Методист\nЕрмолова Т.К.", "анкета в облаке"),
                         ("Замеры читательской грамотности", "-+-+", "Школы", ""))),
        ("Обучение", (("Мастерские для педагогов", "++--", "Методист", ""),
                      ("Летняя школа", "--+-", "Центр «Исток»", "при наличии средств"))),
    )  # fmt: skip
    dues = {
        "+---": "I квартал 2026 года", "-+-+": "II квартал 2026 года, IV квартал 2026 года",
        "++--": "I, II кварталы 2026 года", "--+-": "III квартал 2026 года",
    }  # fmt: skip
    rows: list[Row] = []
    for title, own in parts:
        first = sheet.max_row + 1
        for name, marks, who, note in own:
            sheet.append((title if sheet.max_row + 1 == first else "", name,
                          *("+" if mark == "+" else "" for mark in marks), who, note))  # fmt: skip
            performers = ("Методист Ермолова Т.К.",) if "\n" in who else (who,)
            rows.append(Row(name, dues[marks], performers, section=title, note=note))
        sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=1, end_column=1)
    sheet.append(("Всего мероприятий", "4"))
    keep("59-quarters-of-a-calendar-year.xlsx", _saved(book), Truth(rows, ugly=True))


def excel_text() -> None:
    """Windows-1251 with «sep=;», quotes and lines in cells, the heading in two lines, commas at each row's end."""
    text = (
        "sep=;\r\n"
        "План работы с ШНОР;;;;;\r\n"
        ";;;;;\r\n"
        "№;Наименование;Срок;Ответственные;Ожидаемый;\r\n"
        "п/п;мероприятия;исполнения;исполнители;результат;\r\n"
        '1;"Семинар ""Читаем вместе""";"октябрь\n2025";"методист; библиотекари";программа;\r\n'
        '2;"Совещание: итоги; планы";"не позднее 25.12.2025";завучи;"протокол, \nрешение";\r\n'
        "3;Отчёт школ;ежеквартально до 5 числа;директора;;\r\n"
    )
    rows = numbered(
        (
            Row("Семинар \"Читаем вместе\"", "октябрь 2025", ("методист", "библиотекари"), "программа"),
            Row("Совещание: итоги; планы", "не позднее 25.12.2025", ("завучи",), "протокол, решение"),
            Row("Отчёт школ", "ежеквартально до 5 числа", ("директора",)),
        )
    )  # fmt: skip
    keep("60-excel-text.csv", text.encode("cp1251"), Truth(rows, "План работы с ШНОР", ugly=True))


def marked_down() -> None:
    """A table as in Markdown, with titles of sections, emphasis and empty cells."""
    rows = [
        Row("Определить школы-участницы", "август 2025", ("отдел образования",), "список", "1", "Подготовка"),
        Row("Согласовать график выездов", "сентябрь 2025", ("методист",), "", "2", "Подготовка"),
        Row("Провести выезды", "октябрь – ноябрь 2025", ("методист", "эксперты"), "справки", "3", "Работа"),
        Row("Подвести итоги", "декабрь 2025", ("отдел образования",), "приказ", "4", "Работа"),
    ]
    lines = ["# План выездов на 2025 год", "", "| № | Мероприятие | Срок | Ответственный | Результат |",
             "|---|:------------|:----:|---------------|-----------|"]  # fmt: skip
    section = ""
    for row in rows:
        if row.section != section:
            section = row.section
            lines.append(f"| | **{section}** | | | |")
        lines.append(
            f"| {row.number} | {row.name} | {row.due_text} | {', '.join(row.performers)} | {row.expected_result} |"
        )
    keep("61-marked-down.txt", "\n".join([*lines, "", "Составил: методист"]).encode(), Truth(rows, ugly=True))


def page_with_menus() -> None:
    """A site of lists and blocks: menus, crumbs, the plan in tables below titles, cells with lines, merged dues."""
    one = numbered(
        within("Раздел 1. Управление", (
            Row("Заседание координационного совета", "сентябрь 2025 г.", ("глава округа", "управление образования"),
                "протокол"),
            Row("Соглашения с вузами", "сентябрь 2025 г.", ("управление образования",), "соглашения"),
        ))
    )  # fmt: skip
    two = numbered(
        within("Раздел 2. Методическая помощь", (
            Row("Сопровождение молодых учителей", "весь учебный год", ("наставники",), "планы наставничества"),
            Row("Открытые уроки", "март-апрель 2026 г.", ("школы",), "видеозаписи"),
        ))
    )  # fmt: skip
    head = "<tr><th>№</th><th>Мероприятие</th><th>Срок<br>исполнения</th><th>Ответственные</th><th>Результат</th></tr>"
    first = (
        f"<table class=t><thead>{head}</thead><tbody><tr><td>1</td><td>{one[0].name}</td>"
        "<td rowspan=2>сентябрь&nbsp;2025&nbsp;г.</td><td>глава округа<br>управление образования</td><td>протокол</td></tr>"
        f"<tr><td>2</td><td>{one[1].name}</td><td>управление образования</td><td>соглашения</td></tr></tbody></table>"
    )
    second = f"<table class=t>{head}" + "".join(
        f"<tr><td>{row.number}</td><td><p>{row.name}</p></td><td>{row.due_text}</td>"
        f"<td><ul><li>{row.performers[0]}</li></ul></td><td>{row.expected_result}</td></tr>"
        for row in two
    ) + "</table>"  # fmt: skip
    news = page_table([("Пн", "Вт", "Ср"), ("1", "2", "3"), ("8", "9", "10")])
    page = (
        "<!doctype html><html lang=ru><head><meta charset=utf-8><title>План — Управление образования</title>"
        "<style>.t{border:1px}</style></head><body><header><ul><li><a href=/>Главная</a><li><a href=/d>Документы</a></ul>"
        f"</header><aside>{news}</aside><div class=crumbs>Главная / Документы / ШНОР</div><main>"
        "<h1>План поддержки школ на 2025-2026 учебный год</h1><h3>Раздел 1. Управление</h3>"
        f"{first}<h3>Раздел 2. Методическая помощь</h3>{second}</main><footer>Счётчик: 12345</footer>"
        "<script>document.write('<table><tr><td>x</td></tr></table>')</script></body></html>"
    )
    keep("62-page-with-menus.html", page.encode(), Truth([*one, *two], ugly=True))


def events_of_a_phone() -> None:
    """A calendar of a phone: folded lines, zones, what repeats, what is cancelled, escaped marks."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Телефон//RU", "BEGIN:VTIMEZONE", "TZID:Europe/Moscow",
        "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:a", "DTSTAMP:20250901T000000Z", "DTSTART;TZID=Europe/Moscow:20251114T140000",
        "DTEND;TZID=Europe/Moscow:20251114T160000", "SUMMARY:Семинар «Оценка\\, которая", "  помогает»",
        "LOCATION:Гимназия № 1\\, актовый зал", "END:VEVENT",
        "BEGIN:VEVENT", "UID:b", "DTSTAMP:20250901T000000Z", "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260307",
        "SUMMARY:Неделя математики", "DESCRIPTION:План недели.\\nЗадания школам.", "END:VEVENT",
        "END:VCALENDAR", "",
    ]  # fmt: skip
    rows = [
        Row(
            "Семинар «Оценка, которая помогает»", "14.11.2025, 14:00", note="Место: Гимназия № 1, актовый зал"
        ),
        Row("Неделя математики", "02.03.2026 – 06.03.2026", note="План недели.\nЗадания школам."),
    ]
    keep("63-events-of-a-phone.ics", "\r\n".join(lines).encode(), Truth(rows, ugly=True))


def printed_landscape() -> None:
    """PDF, across: a heading of two merged lines, sections in a merged column, rows parted by the page's end."""
    plain, centre, _ = _styles()
    parts = (
        ("Условия", tuple((f"Обновление кабинета № {n}: перечень оборудования, заявка, закупка и ввод в работу",
                           f"{n:02}.10.2025", f"{n:02}.03.2026", "Школы") for n in range(1, 8))),
        ("Результаты", tuple((f"Диагностическая работа № {n} в девятых классах всех школ округа с разбором ошибок",
                              f"{n:02}.11.2025", f"{n:02}.12.2025", "Методический центр, школы") for n in range(1, 8))),
    )  # fmt: skip
    body: list[Sequence[str]] = [
        ("Направление", "№", "Мероприятие", "Срок", "", "Ответственные"),
        ("", "", "", "начало", "окончание", ""),
    ]
    spans: list[Any] = [("SPAN", (column, 0), (column, 1)) for column in (0, 1, 2, 5)] + [
        ("SPAN", (3, 0), (4, 0))
    ]
    rows: list[Row] = []
    for title, own in parts:
        spans.append(("SPAN", (0, len(body)), (0, len(body) + len(own) - 1)))
        for place, (name, start, end, who) in enumerate(own):
            body.append((title if not place else "", str(len(rows) + 1), name, start, end, who))
            performers = tuple(who.split(", "))
            rows.append(Row(name, f"с {start} по {end}", performers, "", str(len(rows) + 1), title))
    story = [
        Paragraph("Комплексный план на 2025-2026 учебный год", centre),
        Spacer(1, 12),
        printed_table(body, (80, 26, 330, 70, 70, 150), plain, spans, heads=2),
    ]
    keep("64-printed-landscape.pdf", _built(story, wide=True),
         Truth(rows, "Комплексный план на 2025-2026 учебный год", ugly=True))  # fmt: skip


def make() -> None:
    """Writes all of them."""
    months_as_dates()
    quarters_of_a_calendar_year()
    excel_text()
    marked_down()
    page_with_menus()
    events_of_a_phone()
    printed_landscape()

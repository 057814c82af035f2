"""More plans by another hand: what departments copy from one another and mend in between."""

import io
from datetime import date
from typing import Any

import open_document_by_hand as odt
from openpyxl import Workbook
from plans import Row, Truth, keep, numbered, within

from tests.exchange.plan_reading import word_files as w

WIDE, RESTART, MORE = '<w:gridSpan w:val="{}"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def _wide(text: str, columns: int) -> str:
    return w.cell(text, WIDE.format(columns))


def tasks_and_levels() -> None:
    """Tasks over part of the width, numbers of three levels, a table that goes on below «Продолжение таблицы»."""
    first = within("Задача 1. Управление качеством", (
        Row("Проведение анализа программ развития школ", "октябрь 2025 года", ("МКУ «Центр развития образования»",),
            "Аналитическая справка", "1.1.1"),
        Row("Собеседования с управленческими командами", "ноябрь 2025 года – январь 2026 года",
            ("Управление образования", "муниципальные кураторы"), "Протоколы собеседований", "1.1.2"),
    ))  # fmt: skip
    second = within("Задача 2. Рост педагогов", (
        Row("Муниципальный этап конкурса «Учитель года»", "с 12 января по 6 февраля 2026 г.",
            ("МКУ «Центр развития образования»",), "Приказ об итогах", "2.1.1"),
        Row("Ярмарка педагогических идей", "март 2026 года", ("школы-лидеры",), "Сборник материалов", "2.1.2"),
        Row("Консультации по запросам", "в течение учебного года", ("методисты",), "Журнал", "2.1.3"),
    ))  # fmt: skip
    heading = w.row("№\u00a0п/п", "Наименование мероприятий, содержание работы", "Дата, место проведения",
                    "Кто проводит", "Выход")  # fmt: skip

    def rows(own: list[Row]) -> str:
        return "".join(
            w.row(r.number, r.name, r.due_text, ", ".join(r.performers), r.expected_result) for r in own
        )

    tables = (
        w.table(heading, w.row("1.", _wide("Задача 1. Управление качеством", 4)), rows(first),
                w.row("2.", _wide("Задача 2. Рост педагогов", 4)), rows(second[:1])),
        w.table(heading, w.row(*"12345"), rows(second[1:])),
    )  # fmt: skip
    above = w.paragraph("Муниципальный план") + w.paragraph(
        "мероприятий по переходу школ в эффективный режим"
    )
    body = above + w.paragraph("Таблица 1") + tables[0] + w.paragraph("Продолжение таблицы 1") + tables[1]
    keep("65-tasks-and-levels.docx", w.packed(body), Truth([*first, *second], ugly=True))


def _saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def mixed_cells_of_excel() -> None:
    """Months as titles of groups, numbers as floats, dates beside words, a name merged over two dues, remarks below."""
    book = Workbook()
    sheet = book.active
    for line in (
        ("", "", "", "Утверждаю"),
        ("", "", "", "Директор МКУ «ЦРО» ________ В.В. Зорина"),
        ("", "", "", "01.09.2025"),
        ("Циклограмма мероприятий МКУ «ЦРО»",),
        ("на 2025-2026 учебный год",),
        ("№ п/п", "Мероприятия", "Сроки", "Ответственный", "Отметка о выполнении"),
        ("СЕНТЯБРЬ 2025",),
        (1.1, "Совещание кураторов", date(2025, 9, 16), "Зорина В.В.", "вып."),
        (1.2, "Посещение школ", "3-4 неделя сентября", "методисты", ""),
        ("", "", "октябрь (повторно)", "кураторы", ""),
        ("ОКТЯБРЬ 2025",),
        (1.3, "День открытых дверей", date(2025, 10, 18), "школы", "не выполнено"),
        (None, None, None, None, None),
        ("* сроки могут быть изменены",),
        ("Исполнитель: Ким О.О., тел. 2-33-44",),
    ):
        sheet.append(line)
    sheet.merge_cells("B9:B10")
    sheet.merge_cells("A9:A10")
    for row in (7, 11):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
    for row in (8, 12):
        sheet.cell(row, 3).number_format = "dd/mm/yyyy"
    rows = [
        Row("Совещание кураторов", "16.09.2025", ("Зорина В.В.",), "", "1.1", state="выполнено"),
        Row(
            "Посещение школ", "3-4 неделя сентября, октябрь (повторно)", ("методисты", "кураторы"), "", "1.2"
        ),
        Row("День открытых дверей", "18.10.2025", ("школы",), "", "1.3"),
    ]
    keep("66-mixed-cells-of-excel.xlsx", _saved(book),
         Truth(rows, "Циклограмма мероприятий МКУ «ЦРО» на 2025-2026 учебный год",
               period=("2025-09-01", "2026-08-31"), ugly=True))  # fmt: skip


def titles_in_the_column_of_names() -> None:
    """No numbers; titles of parts stand in the column of names, alone in their rows; dashes for nobody; two lines of dues."""
    own = (
        ("Работа с руководителями", (
            ("Совет директоров «Итоги года»", "26 августа", "начальник отдела", "решение"),
            ("Школа начинающего директора", "1 раз\nв квартал", "–", "программа"),
        )),
        ("Работа с родителями", (
            ("Общерайонное собрание", "24.10.2025,\n17.00", "отдел образования,\nшколы", "-"),
            ("Анкетирование", "с 10\nпо 20 ноября 2025", "школы", "справка"),
        )),
    )  # fmt: skip
    body = [w.row("Направления, мероприятия", "Сроки", "Ответственные", "Планируемый результат")]
    rows: list[Row] = []
    for title, several in own:
        body.append(w.row(title, "", "", ""))
        for name, due, who, result in several:
            cells = ["".join(map(w.paragraph, text.split("\n"))) for text in (name, due, who, result)]
            body.append(w.row(*map(w.cell, cells)))
            performers = () if who == "–" else tuple(part.strip() for part in who.split(","))
            rows.append(Row(name, due.replace("\n", " "), performers, result, section=title))
    keep("67-titles-in-the-column-of-names.docx", w.packed(w.paragraph("План на 2025/26 учебный год") + w.table(*body)),
         Truth(rows, "План на 2025/26 учебный год", period=("2025-09-01", "2026-08-31"), ugly=True))  # fmt: skip


def heading_of_the_performers() -> None:
    """OpenDocument: the performers split over offices that are marked, hidden rows of a sheet, a total."""
    names = (("Подготовка приказа", "до 5 сентября", "+", "", "приказ"),
             ("Выезды в школы", "ежемесячно", "+", "+", "справки"),
             ("Неделя педагогического мастерства", "15–20 декабря 2025 г.", "", "+", "отчёт"))  # fmt: skip
    down, over = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    body = [
        odt.row(odt.cell("№", down), odt.cell("Мероприятие", down), odt.cell("Срок", down),
                odt.cell("Участвуют", over), covered, odt.cell("Результат", down)),
        odt.row(covered, covered, covered, "отдел образования", "школы", covered),
    ]  # fmt: skip
    rows: list[Row] = []
    for place, (name, due, office, schools, result) in enumerate(names, 1):
        hidden = 'table:visibility="collapse"' if place == 2 else ""
        body.append(odt.row(str(place), name, due, office, schools, result, attributes=hidden))
        note = "\n".join(
            f"Участвуют {who}: {mark}"
            for who, mark in (("отдел образования", office), ("школы", schools))
            if mark
        )
        rows.append(Row(name, due, (), result, str(place), note=note))
    body.append(odt.row("", "Итого", "3", "", "", ""))
    table = f'<table:table table:name="План">{"".join(body)}</table:table>'
    keep("68-marked-offices.ods", odt.packed("spreadsheet", table), Truth(rows, ugly=True))


def two_plans_and_a_list() -> None:
    """Two tables of a plan of different width with a list of members between them, a text in between."""
    one = numbered(
        (
            Row("Создание совета наставников", "сентябрь 2025 г.", ("отдел образования",), "положение"),
            Row("Мониторинг посещаемости «Точек роста»", "ежеквартально", ("школы",), "отчёт"),
        )
    )
    two = numbered(
        (
            Row("Вебинар «Как читать отчёт ВПР»", "12.11.2025 в 15.00", ("ЦРО",)),
            Row("Разбор заданий с учителями", "каждый четверг ноября", ("тьюторы",)),
        ),
        first=3,
    )
    members = w.table(w.row("№", "Фамилия, имя, отчество", "Должность"), w.row("1", "Гусева Г.Г.", "методист"),
                      w.row("2", "Дятлов Д.Д.", "учитель"))  # fmt: skip
    first = w.table(w.row("№", "Мероприятие", "Срок", "Ответственный", "Результат"),
                    *(w.row(r.number, r.name, r.due_text, r.performers[0], r.expected_result) for r in one))  # fmt: skip
    second = w.table(w.row("№", "Мероприятие", "Срок", "Ответственный"),
                     *(w.row(r.number, r.name, r.due_text, r.performers[0]) for r in two))  # fmt: skip
    text = w.paragraph(
        "Для выполнения плана создана рабочая группа, в которую вошли методисты и учителя района."
    )
    keep("69-two-plans-and-a-list.docx",
         w.packed(w.paragraph("ПЛАН МЕРОПРИЯТИЙ отдела образования на 2025-2026 учебный год") + first + text + members
                  + w.paragraph("Дополнительные мероприятия") + second),
         Truth([*one, *(within("Дополнительные мероприятия", two))],
               "ПЛАН МЕРОПРИЯТИЙ отдела образования на 2025-2026 учебный год", ugly=True))  # fmt: skip


def page_of_an_editor() -> None:
    """What an editor of a site makes of a pasted table: spans and styles, empty paragraphs, entities, a caption."""
    rows = numbered(
        within("Раздел I", (
            Row("Создание банка лучших практик & уроков", "до 1 декабря 2025 года", ("методический совет",), "банк"),
            Row("Фестиваль «Ступени роста»", "апрель 2026 года", ("МБУ ДО «Дворец творчества»", "школы"), "программа"),
        ))
    )  # fmt: skip

    def cell(text: str) -> str:
        escaped = text.replace("&", "&amp;").replace("«", "&laquo;").replace("»", "&raquo;")
        return f'<td style="width:20%"><p style="margin:0"><span style="font-size:12pt"><strong></strong>{escaped}</span></p><p>&nbsp;</p></td>'

    body = "".join(
        "<tr>"
        + "".join(map(cell, (r.number, r.name, r.due_text, ", ".join(r.performers), r.expected_result)))
        + "</tr>"
        for r in rows
    )
    head = "".join(f"<th scope=col>{text}</th>" for text in ("№<br />п/п", "Мероприятия", "Сроки<br />реализации",
                                                            "Ответственные<br />исполнители", "Результат"))  # fmt: skip
    page = (
        "<html><head><meta charset='utf-8'></head><body><table class='layout'><tr><td id=left><ul><li>Новости</li></ul></td>"
        "<td id=main><h2>Дорожная карта на 2025/2026 учебный год</h2><table border=1><caption>Таблица 1</caption><thead><tr>"
        f"{head}</tr></thead><tbody><tr><td colspan=5><b>Раздел I</b></td></tr>{body}</tbody></table></td></tr></table></body></html>"
    )
    keep(
        "70-page-of-an-editor.html",
        page.encode(),
        Truth(rows, "Дорожная карта на 2025/2026 учебный год", ugly=True),
    )


def make() -> None:
    """Writes all of them."""
    tasks_and_levels()
    mixed_cells_of_excel()
    titles_in_the_column_of_names()
    heading_of_the_performers()
    two_plans_and_a_list()
    page_of_an_editor()

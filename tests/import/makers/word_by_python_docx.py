"""Word documents as python-docx writes them."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within

RIGHT, CENTRE = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER


def saved(document: Any) -> bytes:
    """The document's bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def said(document: Any, text: str, align: Any = None, *, bold: bool = False) -> None:
    """A paragraph."""
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.add_run(text).bold = bold


def add_table(document: Any, rows: Sequence[Sequence[str]], *, heads: int = 1) -> Any:
    """A table; a row of one text goes over its whole width, «\\n» parts paragraphs, «\\v» lines."""
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        if len(texts) == 1:
            row.cells[0].merge(row.cells[-1])
        for cell, text in zip(row.cells, texts, strict=False):
            first, *rest = text.split("\n")
            _fill(cell.paragraphs[0], first)
            for line in rest:
                _fill(cell.add_paragraph(), line)
    for row in table.rows[:heads]:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)
    return table


def _fill(paragraph: Any, text: str) -> None:
    run = paragraph.add_run()
    for place, line in enumerate(text.split("\v")):
        if place:
            run.add_break()
        run.add_text(line)


def annex_with_sections() -> None:
    """An annex to an order; «1 2 3 4 5» tears the heading off, sections are rows over the whole width."""
    document = docx.Document()
    for line in ("Приложение № 2", "к приказу управления образования", "администрации Каменского района",
                 "от 30 августа 2024 г. № 318-о"):  # fmt: skip
        said(document, line, RIGHT)
    said(document, "ДОРОЖНАЯ КАРТА", CENTRE, bold=True)
    said(document, "по поддержке школ с низкими образовательными результатами", CENTRE)
    said(document, "на 2024/2025 учебный год", CENTRE)
    first = within("I. Организационно-управленческие меры", numbered(ROWS[:6]))
    second = within("II. Методическое сопровождение", numbered(ROWS[6:13], first=7))
    third = within("III. Итоги", numbered(ROWS[17:24], first=14))
    body: list[Sequence[str]] = [HEADING, tuple("12345")]
    for rows in (first, second, third):
        body += [(rows[0].section,), *map(cells, rows)]
    add_table(document, body, heads=2)
    said(document, "")
    said(document, "Исп. Петрова Н.В., 8 (35357) 2-14-36")
    keep(
        "01-annex-with-sections.docx",
        saved(document),
        Truth(
            [*first, *second, *third],
            "ДОРОЖНАЯ КАРТА по поддержке школ с низкими образовательными результатами на 2024/2025 учебный год",
            {
                "annex_number": "2",
                "order_number": "318-о",
                "order_date": "2024-08-30",
                "approving_body": "Управление образования администрации Каменского района",
            },
            ("2024-09-01", "2025-08-31"),
        ),
    )


def passport_and_indicators() -> None:
    """A passport before the plan, a table of indicators, a sign-off sheet and a list of schools after it."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    stamp = add_table(
        document, [("СОГЛАСОВАНО\nДиректор МБУ «ИМЦ»\n________ А.А. Сидоренко",
                    "УТВЕРЖДАЮ\nНачальник управления образования\n________ И.П. Кравцова\n«02» сентября 2024 г.")]
    )  # fmt: skip
    stamp.style = document.styles["Normal Table"]
    said(document, "Муниципальная программа поддержки школ", CENTRE, bold=True)
    said(document, "1. Паспорт программы", bold=True)
    add_table(
        document,
        [
            ("Наименование программы", "Муниципальная программа поддержки школ"),
            ("Сроки реализации", "2024–2025 годы"),
            ("Ответственный исполнитель", "Управление образования"),
            ("Цель", "Повышение качества образования"),
            ("Задачи", "1. Выявить причины низких результатов.\n2. Оказать адресную помощь."),
            ("Ожидаемые результаты", "Снижение доли школ с низкими результатами до 5 %"),
        ],
    )
    said(document, "2. Целевые показатели", bold=True)
    add_table(
        document,
        [
            ("№ п/п", "Наименование показателя", "Ед. изм.", "2023", "2024", "2025"),
            ("1", "Доля школ с низкими результатами", "%", "15", "10", "5"),
            ("2", "Доля педагогов, прошедших диагностику", "%", "20", "60", "80"),
        ],
    )
    said(document, "3. План мероприятий", bold=True)
    rows = numbered(ROWS[0:10])
    add_table(document, [HEADING, *map(cells, rows)])
    said(document, "Лист согласования", CENTRE)
    add_table(
        document,
        [("Должность", "Фамилия, инициалы", "Подпись", "Дата"), ("Юрист", "Мохова Т.Ю.", "", "01.09.2024")],
    )
    said(document, "Приложение к программе. Перечень школ")
    add_table(document, [("№", "Наименование ОО", "Директор"), ("1", "МБОУ СОШ № 4", "Зуева О.Л.")])
    keep("02-passport-and-indicators.docx", saved(document),
         Truth(rows, document={"head_name": "И.П. Кравцова"}))  # fmt: skip


def table_for_each_section() -> None:
    """A heading paragraph and a table for each section; numbers start anew, the head is only in the first."""
    document = docx.Document()
    said(document, "План работы со школами с низкими образовательными результатами", CENTRE)
    said(document, "на 2025-2026 учебный год", CENTRE)
    rows: list[Row] = []
    for number, (title, own) in enumerate(
        (("Раздел 1. Аналитическая деятельность", ROWS[35:39]), ("Раздел 2. Кадры", ROWS[39:43]),
         ("Раздел 3. Информирование", ROWS[43:48])), 1
    ):  # fmt: skip
        document.add_heading(title, 2)
        own = within(title, numbered(own))
        rows += own
        add_table(document, [("№", "Содержание работы", "Срок", "Ответственные", "Форма отчётности"),
                             *map(cells, own)] if number < 3 else [*map(cells, own)])  # fmt: skip
    keep("03-table-for-each-section.docx", saved(document),
         Truth(rows, "План работы со школами с низкими образовательными результатами на 2025-2026 учебный год",
               period=("2025-09-01", "2026-08-31")))  # fmt: skip


def quarters_marked() -> None:
    """Quarters marked with «х» below one title over four columns."""
    document = docx.Document()
    said(document, "План мероприятий по повышению качества образования на 2025 год", CENTRE)
    marks = (
        ("х", "", "", ""),
        ("", "х", "х", ""),
        ("х", "х", "х", "х"),
        ("", "", "", "х"),
        ("X", "", "X", ""),
    )
    dues = ("I квартал", "II, III кварталы", "I – IV кварталы", "IV квартал", "I квартал, III квартал")
    rows = [replace(row, due_text=due) for row, due in zip(numbered(ROWS[24:29]), dues, strict=True)]
    table = add_table(
        document,
        [
            ("№ п/п", "Мероприятия", "Сроки реализации (квартал)", "", "", "", "Ответственные", "Результат"),
            ("", "", "I", "II", "III", "IV", "", ""),
            *((f"{row.number}", row.name, *mark, ", ".join(row.performers), row.expected_result)
              for row, mark in zip(rows, marks, strict=True)),
        ],
        heads=2,
    )  # fmt: skip
    table.cell(0, 2).merge(table.cell(0, 5))
    for column in (0, 1, 6, 7):
        table.cell(0, column).merge(table.cell(1, column))
    keep("04-quarters-marked.docx", saved(document), Truth(rows, period=("2025-01-01", "2025-12-31")))


def beginning_and_end() -> None:
    """A due over two columns, more columns than ours, an execution mark."""
    document = docx.Document()
    said(document, "Комплекс мер по поддержке школ", CENTRE)
    ends = (("01.09.2024", "30.09.2024"), ("сентябрь 2024", "октябрь 2024"), ("", "15.10.2024"),
            ("10.10.2024", "10.10.2024"))  # fmt: skip
    dues = ("с 01.09.2024 по 30.09.2024", "сентябрь 2024 – октябрь 2024", "до 15.10.2024", "10.10.2024")
    states = (
        ("Выполнено", "выполнено"),
        ("в работе", "в работе"),
        ("", "запланировано"),
        ("", "запланировано"),
    )
    rows = [
        replace(row, due_text=due, state=state, note=f"Объём финансирования, тыс. руб.: {money}" if money else "")
        for row, due, (_, state), money in zip(numbered(ROWS[:4]), dues, states, ("0", "", "12,5", "0"), strict=True)
    ]  # fmt: skip
    table = add_table(
        document,
        [
            ("№", "Мероприятие", "Сроки", "", "Исполнители", "Объём финансирования, тыс. руб.",
             "Ожидаемый результат", "Отметка о выполнении"),
            ("", "", "начало", "окончание", "", "", "", ""),
            *((row.number, row.name, *end, "; ".join(row.performers), money, row.expected_result, mark)
              for row, end, money, (mark, _) in zip(rows, ends, ("0", "", "12,5", "0"), states, strict=True)),
        ],
        heads=2,
    )  # fmt: skip
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4, 5, 6, 7):
        table.cell(0, column).merge(table.cell(1, column))
    keep("05-beginning-and-end.docx", saved(document), Truth(rows))


def months_above_groups() -> None:
    """A cyclogram: months are rows over the width, the place is a column of its own."""
    document = docx.Document()
    said(document, "Циклограмма методической работы на 2024-2025 уч. год", CENTRE)
    body: list[Sequence[str]] = [("Мероприятие", "Ответственный", "Место проведения", "Примечание")]
    rows: list[Row] = []
    for month, year, own in (("СЕНТЯБРЬ", "2024", ROWS[24:26]), ("Октябрь", "2024", ROWS[27:29]),
                             ("Январь", "2025", ROWS[30:33])):  # fmt: skip
        body.append((f"{month} {year} г.",))
        for row in own:
            body.append((row.name, ", ".join(row.performers), "актовый зал", row.expected_result))
            rows.append(replace(row, due_text=f"{month.lower()} {year} года", expected_result="",
                                note=f"{row.expected_result}\nМесто проведения: актовый зал"))  # fmt: skip
    add_table(document, body)
    keep("06-months-above-groups.docx", saved(document), Truth(rows, period=("2024-09-01", "2025-08-31")))


def directions_merged_down() -> None:
    """A direction merged down beside its rows, numbers «1.1», other columns, the due last."""
    document = docx.Document()
    said(document, "План-график адресной методической помощи", CENTRE)
    body: list[Sequence[str]] = [("Направление деятельности", "№ п/п", "Мероприятие", "Целевая аудитория",
                                  "Ответственный", "Результат", "Дата проведения")]  # fmt: skip
    rows: list[Row] = []
    spans: list[tuple[int, int]] = []
    for number, (title, own) in enumerate((("Нормативно-правовое", ROWS[0:3]), ("Информационное", ROWS[20:22]),
                                           ("Методическое", ROWS[10:15])), 1):  # fmt: skip
        spans.append((len(body), len(body) + len(own) - 1))
        own = within(title, numbered(own, f"{number}.{{}}"))
        rows += [replace(row, note="Целевая аудитория: педагоги") for row in own]
        body += [("" if place else title, row.number, row.name, "педагоги", ", ".join(row.performers),
                  row.expected_result, row.due_text) for place, row in enumerate(own)]  # fmt: skip
    table = add_table(document, body)
    for first, last in spans:
        table.cell(first, 0).merge(table.cell(last, 0))
    keep("07-directions-merged-down.docx", saved(document), Truth(rows))


def lists_and_lines_in_cells() -> None:
    """Lists within cells, performers by lines and semicolons, names with commas in quotes; no numbers."""
    document = docx.Document()
    said(document, "Утверждён приказом отдела образования от 05.09.2025 № 77/1", RIGHT)
    said(document, "Перечень мероприятий по повышению качества образования", CENTRE)
    body: list[Sequence[str]] = [
        ("Что делаем", "Когда", "Кто отвечает", "Итоговый документ"),
        ("Методическая неделя:\n- открытые уроки;\n- мастер-классы;\n- круглый стол.", "17–21 ноября 2025 года",
         "Методический кабинет\nМБОУ «Гимназия № 1, базовая школа»\nруководители РМО", "1. Программа\n2. Справка"),
        ("Собеседование с вновь назначенными руководителями", "до 01.10.2025",
         "начальник отдела; заместитель начальника", "Протокол"),
        ("Выездная консультация\v(по запросам школ)", "по мере поступления заявок", "методист / психолог", "Журнал"),
        ("Час контроля «Посещаемость, успеваемость, поведение»", "еженедельно", "Директора и завучи школ", "–"),
    ]  # fmt: skip
    add_table(document, body)
    rows = [
        Row("Методическая неделя:\n- открытые уроки;\n- мастер-классы;\n- круглый стол.", "17–21 ноября 2025 года",
            ("Методический кабинет", "МБОУ «Гимназия № 1, базовая школа»", "руководители РМО"),
            "1. Программа\n2. Справка"),
        Row("Собеседование с вновь назначенными руководителями", "до 01.10.2025",
            ("начальник отдела", "заместитель начальника"), "Протокол"),
        Row("Выездная консультация (по запросам школ)", "по мере поступления заявок", ("методист", "психолог"),
            "Журнал"),
        Row("Час контроля «Посещаемость, успеваемость, поведение»", "еженедельно", ("Директора и завучи школ",), "–"),
    ]  # fmt: skip
    keep("08-lists-and-lines-in-cells.docx", saved(document),
         Truth(rows, document={"order_number": "77/1", "order_date": "2025-09-05"}, ugly=True))  # fmt: skip


def make() -> None:
    """Writes all of them."""
    annex_with_sections()
    passport_and_indicators()
    table_for_each_section()
    quarters_marked()
    beginning_and_end()
    months_above_groups()
    directions_merged_down()
    lists_and_lines_in_cells()

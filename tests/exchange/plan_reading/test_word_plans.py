"""Plans in Word files as people make them: merged, numbered, corrected, broken over pages."""

from dataclasses import replace
from datetime import date

import docx
import pytest

from roadmap_desktop.model.period import Period, school_year
from tests.exchange.plan_reading import word_files as w
from tests.exchange.plan_reading.documents_and_truth import HEADING, PLAN, TrueRow, as_true, cells, read

ROWS = [HEADING, *map(cells, PLAN)]
HEAD = w.row(*HEADING)


def _rows(*bodies: str) -> list[TrueRow]:
    return as_true(read(w.packed("".join(bodies)), "план.docx"))


def test_a_plain_table_with_its_order_and_title() -> None:
    reading = read(
        w.with_table(
            ROWS,
            "Приложение № 2",
            "к приказу управления образования администрации Сосновского района",
            "от «30» августа 2024 г. № 215-од",
            "ДОРОЖНАЯ КАРТА",
            "по поддержке школ с низкими результатами на 2024/2025 учебный год",
        ),
        "план.docx",
    )
    assert as_true(reading) == list(PLAN)
    assert reading.title == "ДОРОЖНАЯ КАРТА по поддержке школ с низкими результатами на 2024/2025 учебный год"
    assert reading.document.annex_number == "2"
    assert reading.document.order_number == "215-од"
    assert reading.document.order_date == date(2024, 8, 30)
    assert reading.document.approving_body == "Управление образования администрации Сосновского района"
    assert reading.period == school_year(2024)
    assert (reading.left_out, reading.unread) == ((), ())


def test_a_stamp_of_approval_in_a_layout_table() -> None:
    document = docx.Document()
    w.add_table(
        document,
        [
            (
                "СОГЛАСОВАНО",
                "УТВЕРЖДАЮ\nНачальник отдела образования\n________ П.С. Петрова\n«02» сентября 2024 г.",
            )
        ],
    )
    document.add_paragraph("План мероприятий на 2025 год")
    w.add_table(document, ROWS)
    reading = read(w.saved(document), "план.docx")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "План мероприятий на 2025 год"
    assert reading.document.head_post == "Начальник отдела образования"
    assert reading.document.head_name == "П.С. Петрова"
    assert reading.document.approving_body == "Отдел образования"
    assert reading.period == Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    "heading",
    [
        ("№", "Мероприятие", "Срок", "Ответственные", "Результат"),
        ("№ п/п", "Содержание деятельности", "Дата проведения", "Исполнители", "Планируемый результат"),
        (
            "п/п",
            "Наименование мероприятий",
            "Сроки реализации",
            "Ответственный за исполнение",
            "Вид документа",
        ),
        ("N п/п", "Перечень мероприятий", "Период", "Ответственные лица", "Итоговый документ"),
        ("№ п/п", "Направления деятельности, мероприятия", "Когда", "Кто проводит", "Выход"),
        ("№\nп/п", "Меро-\nприятия", "Срок испол-\nнения", "Ответст-\nвенные", "Ожида-\nемый результат"),
    ],
)
def test_columns_are_known_by_all_the_usual_names(heading: tuple[str, ...]) -> None:
    assert as_true(read(w.with_table([heading, *ROWS[1:]]), "план.docx")) == list(PLAN)


def test_columns_in_another_order_and_more_of_them() -> None:
    rows = [
        (
            "Срок",
            "Место проведения",
            "Мероприятие",
            "Отметка о выполнении",
            "№",
            "Ответственный",
            "Примечание",
        )
    ]
    rows += [
        (one.due_text, "СОШ № 5", one.name, mark, f"{one.number})", ";\n".join(one.performers), "важно")
        for one, mark in zip(
            PLAN, ("Выполнено", "", "выполнено 12.11.2024, протокол № 3", "в работе"), strict=True
        )
    ]
    place = "Место проведения: СОШ № 5"
    marked = "Отметка о выполнении: выполнено 12.11.2024, протокол № 3"
    expected = [
        replace(one, expected_result="", state=state, note="\n".join(filter(None, ("важно", more, place))))
        for one, state, more in zip(
            PLAN,
            ("выполнено", "запланировано", "выполнено", "в работе"),
            ("", "", marked, ""),
            strict=True,
        )
    ]
    assert as_true(read(w.with_table(rows), "план.docx")) == expected


def test_a_heading_of_two_lines_torn_by_the_numbers_of_columns_and_repeated() -> None:
    top = w.row(
        w.cell("№", '<w:vMerge w:val="restart"/>'),
        w.cell("Мероприятие", '<w:vMerge w:val="restart"/>'),
        w.cell("Срок исполнения", '<w:gridSpan w:val="2"/>'),
        w.cell("Ответственный", '<w:vMerge w:val="restart"/>'),
    )
    below = w.row(
        w.cell("", "<w:vMerge/>"), w.cell("", "<w:vMerge/>"), "начало", "окончание", w.cell("", "<w:vMerge/>")
    )
    counted = w.row("1", "2", "3", "4", "5")
    first = w.row("1", "Сбор данных", "01.09.2024", "15.09.2024", "ЦМТО")
    second = w.row("2", "Анализ", "октябрь 2024 года", "март 2025 года", "ЦМТО")
    third = w.row("3", "Итоги", "май 2025 года", "май 2025 года", "ЦМТО")
    assert _rows(w.table(top, below, counted, first, second, top, below, counted, third)) == [
        TrueRow("Сбор данных", "с 01.09.2024 по 15.09.2024", ("ЦМТО",), number="1"),
        TrueRow("Анализ", "октябрь 2024 года – март 2025 года", ("ЦМТО",), number="2"),
        TrueRow("Итоги", "май 2025 года", ("ЦМТО",), number="3"),
    ]


def test_sections_as_rows_over_the_whole_width() -> None:
    def wide(text: str) -> str:
        return w.row(w.cell(text, '<w:gridSpan w:val="5"/>'))

    body = w.table(
        HEAD,
        wide("I. Организационные мероприятия"),
        w.row(*cells(PLAN[0])),
        w.row("1.1.", w.cell("Продолжение работы", '<w:gridSpan w:val="1"/>'), "март", "ОО", "Отчёт"),
        wide("Раздел 2. Методические мероприятия"),
        w.row(*cells(PLAN[2])),
        w.row("III", w.cell("Итоги", '<w:gridSpan w:val="4"/>')),
        w.row(*cells(PLAN[3])),
    )
    assert _rows(body) == [
        replace(PLAN[0], section="I. Организационные мероприятия"),
        TrueRow("Продолжение работы", "март", ("ОО",), "Отчёт", "1.1", "I. Организационные мероприятия"),
        replace(PLAN[2], section="Раздел 2. Методические мероприятия"),
        replace(PLAN[3], section="III Итоги"),
    ]


def test_sections_as_a_column_merged_down() -> None:
    head = w.row("Направление", *HEADING)
    first = w.cell("Организация", '<w:vMerge w:val="restart"/>')
    second = w.cell("Методика", '<w:vMerge w:val="restart"/>')
    more = w.cell("", "<w:vMerge/>")
    body = w.table(
        head,
        w.row(first, *cells(PLAN[0])),
        w.row(more, *cells(PLAN[1])),
        w.row(second, *cells(PLAN[2])),
        w.row(more, *cells(PLAN[3])),
    )
    sections = ("Организация", "Организация", "Методика", "Методика")
    assert _rows(body) == [replace(one, section=section) for one, section in zip(PLAN, sections, strict=True)]


def test_sections_as_a_paragraph_before_each_of_several_tables() -> None:
    document = docx.Document()
    document.add_paragraph("План работы на 2024-2025 учебный год")
    document.add_paragraph("1. Организационные мероприятия")
    w.add_table(document, ROWS[:3])
    document.add_paragraph("2. Методические мероприятия")
    w.add_table(document, [HEADING, *ROWS[3:]])
    reading = read(w.saved(document), "план.docx")
    sections = ("1. Организационные мероприятия",) * 2 + ("2. Методические мероприятия",) * 2
    assert as_true(reading) == [
        replace(one, section=title) for one, title in zip(PLAN, sections, strict=True)
    ]
    assert reading.title == "План работы на 2024-2025 учебный год"


def test_the_month_that_heads_a_group_of_rows_is_their_due() -> None:
    head = w.row("№", "Мероприятие", "Ответственный")
    body = w.table(
        head,
        w.row(w.cell("СЕНТЯБРЬ", '<w:gridSpan w:val="3"/>')),
        w.row("1", "Совещание директоров", "Отдел образования"),
        w.row(w.cell("Октябрь 2024 г.", '<w:gridSpan w:val="3"/>')),
        w.row("2", "Семинар", "ЦМТО"),
    )
    assert _rows(body) == [
        TrueRow("Совещание директоров", "сентябрь", ("Отдел образования",), number="1"),
        TrueRow("Семинар", "октябрь 2024 года", ("ЦМТО",), number="2"),
    ]


def test_quarters_and_months_that_are_marked() -> None:
    quarters = w.table(
        w.row("№", "Мероприятие", "I кв.", "II кв.", "III кв.", "IV кв.", "Ответственный"),
        w.row("1", "Мониторинг", "х", "х", "", "x", "ЦМТО"),
        w.row("2", "Семинар", "", "", "", "+", "ЦМТО"),
    )
    months = w.table(
        w.row("№", "Мероприятие", "сентябрь", "октябрь", "ноябрь", "декабрь", "Ответственный"),
        w.row("3", "Выезды", "v", "v", "v", "", "ЦМТО"),
        w.row("4", "Отчёт", "", "", "", "*", "ЦМТО"),
    )
    assert [row.due_text for row in _rows(quarters, w.paragraph("<w:r/>"), months)] == [
        "I, II кварталы, IV квартал",
        "IV квартал",
        "сентябрь – ноябрь",
        "декабрь",
    ]


def test_what_is_not_part_of_the_text_and_what_is() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    name = w.paragraph(
        w.run("Анализ")
        + '<w:del w:author="a"><w:r><w:delText> прежних</w:delText></w:r></w:del>'
        + f'<w:ins w:author="a">{w.run(" новых")}</w:ins>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + '<w:commentRangeStart w:id="1"/>'
        + w.run(" резуль\u00adтатов")
        + '<w:r><w:commentReference w:id="1"/></w:r>'
        + w.run(" секрет", "<w:vanish/>")
        + field.format("begin")
        + "<w:r><w:instrText> REF x </w:instrText></w:r>"
        + field.format("separate")
        + w.run(" ВПР")
        + field.format("end")
    )
    deleted = w.row("2", "Удалённое", "май", "ОО", "", properties='<w:del w:author="a"/>')
    body = (
        "<w:sdt><w:sdtContent>"
        + w.table(HEAD, w.row("1", w.cell(name), "май", "ОО", "шко\u0301л-партне\u0308ров"), deleted)
        + "</w:sdtContent></w:sdt>"
    )
    assert _rows(body) == [
        TrueRow("Анализ новых результатов ВПР", "май", ("ОО",), "шко\u0301л-партнёров", "1")
    ]


def test_words_automatic_numbers() -> None:
    def level(place: int, form: str, text: str) -> str:
        return f'<w:lvl w:ilvl="{place}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'

    numbering = (
        f'<w:numbering {w.W}><w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
        f"{level(1, 'decimal', '%1.%2.')}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "·")}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )

    def number(level: int) -> str:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'
        return w.cell(w.paragraph("<w:r/>", properties))

    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>'
    listed = w.cell(w.paragraph("Приняты:") + w.paragraph("план;", bullet) + w.paragraph("график.", bullet))
    body = w.table(
        HEAD,
        w.row(number(0), "Совещание", "май", "ОО", listed),
        w.row(number(1), "Подготовка", "май", "ОО", "Отчёт"),
        w.row(number(1), "Проведение", "май", "ОО", "Отчёт"),
        w.row(number(0), "Итоги", "май", "ОО", "Отчёт"),
    )
    reading = read(w.packed(body, numbering=numbering), "план.docx")
    assert [row.number for row in reading.rows] == ["1", "1.1", "1.2", "2"]
    assert reading.rows[0].expected_result == "Приняты:\n- план;\n- график."


def test_rows_that_go_on_over_the_page_and_in_merged_cells() -> None:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = w.table(
        HEAD,
        w.row("1", "Повышение квалификации учителей и", "сентябрь –", "Отдел", "Удостове-"),
        w.row("", "руководителей школ", "октябрь 2024 года", "образования", "рения"),
        w.row(w.cell("2", start), w.cell("Семинары", start), "ноябрь", "ЦМТО", w.cell("Материалы", start)),
        w.row(w.cell("", more), w.cell("", more), "март", "школы-партнёры", w.cell("", more)),
        w.row("3", "Итоги", "май", "ЦМТО", "Отчёт"),
    )
    first, second, third = _rows(body)
    assert first == TrueRow(
        "Повышение квалификации учителей и руководителей школ",
        "сентябрь – октябрь 2024 года",
        ("Отдел образования",),
        "Удостоверения",
        "1",
    )
    assert second == TrueRow("Семинары", "ноябрь, март", ("ЦМТО", "школы-партнёры"), "Материалы", "2")
    assert third == TrueRow("Итоги", "май", ("ЦМТО",), "Отчёт", "3")


@pytest.mark.parametrize(
    ("written", "performers"),
    [
        ("Отдел образования, МКУ «ЦМТО»", ("Отдел образования", "МКУ «ЦМТО»")),
        ("Отдел; МБУ «Центр развития, диагностики»", ("Отдел", "МБУ «Центр развития, диагностики»")),
        ("Отдел образования / МКУ «ЦМТО»", ("Отдел образования", "МКУ «ЦМТО»")),
        ("Отдел образования\nруководители ОО", ("Отдел образования", "руководители ОО")),
        ("Отдел образования и методисты ЦМТО", ("Отдел образования", "методисты ЦМТО")),
        ("Комитет по образованию и молодёжной политике", ("Комитет по образованию и молодёжной политике",)),
        ("Иванова А.П., Петров С.С.", ("Иванова А.П.", "Петров С.С.")),
        ("руководители и педагоги ОО", ("руководители и педагоги ОО",)),
    ],
)  # fmt: skip
def test_performers_however_they_are_parted(written: str, performers: tuple[str, ...]) -> None:
    (row,) = as_true(read(w.with_table([HEADING, ("1", "Дело", "май", written, "Отчёт")]), "план.docx"))
    assert row.performers == performers


def test_a_list_in_a_cell_keeps_its_lines_and_wrapped_paragraphs_do_not() -> None:
    name = "Совещание с директорами\nпо выполнению:\n- планов;\n- программ"
    (row,) = as_true(
        read(
            w.with_table([HEADING, ("1", name, "май", "ОО", "Решение:\n1) о планах;\n2) о сроках")]),
            "план.docx",
        )
    )
    assert row.name == "Совещание с директорами по выполнению:\n- планов;\n- программ"
    assert row.expected_result == "Решение:\n1) о планах;\n2) о сроках"


def test_other_tables_are_left_out_and_told() -> None:
    document = docx.Document()
    w.add_table(
        document,
        [("Наименование программы", "Поддержка школ"), ("Срок реализации", "2024–2025"), ("Цель", "Рост")],
    )
    document.add_paragraph("План мероприятий")
    w.add_table(document, ROWS)
    document.add_paragraph("Целевые показатели")
    w.add_table(
        document,
        [
            ("№", "Показатель", "2024", "2025"),
            ("1", "Доля школ", "10", "20"),
            ("2", "Доля учителей", "1", "2"),
        ],
    )
    document.add_paragraph("Лист согласования")
    w.add_table(
        document, [("ФИО", "Должность", "Дата", "Подпись"), ("Петрова П.С.", "начальник", "01.09.2024", "")]
    )
    reading = read(w.saved(document), "план.docx")
    assert as_true(reading) == list(PLAN)
    assert [words for words in reading.left_out if "Показатель" in words]
    assert reading.title == "План мероприятий"


def test_a_due_that_is_not_understood_is_told() -> None:
    rows = [HEADING, cells(PLAN[0]), ("2", "Дело", "когда-нибудь", "ОО", ""), ("3", "Второе", "", "ОО", "")]
    assert read(w.with_table(rows), "план.docx").unread == (1, 2)


def test_where_each_cell_came_from_is_kept() -> None:
    reading = read(w.with_table(ROWS, "План"), "план.docx")
    assert reading.rows[1].places["due_text"] == ((1, 2, 2),)
    assert reading.columns == {1: ("number", "name", "due_text", "performers", "expected_result")}

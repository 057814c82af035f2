"""Plans as tired people leave them: at least 95 % of the cells of each come back, and nothing is invented."""

from collections.abc import Callable, Sequence

import docx
import pytest

from tests.exchange.plan_reading import word_files as w
from tests.exchange.plan_reading.documents_and_truth import HEADING, PLAN, TrueRow, as_true, cells, read

Case = tuple[Callable[[], bytes], Sequence[TrueRow]]
WIDE = '<w:gridSpan w:val="{}"/>'


def _arabic_sections_and_an_untitled_number() -> bytes:
    return w.with_table(
        [
            (
                "",
                "Мероприятие/Форма проведения",
                "Дата и место",
                "Ответственные, соисполнители",
                "Ожидаемые результаты",
            ),
            ("1.", "Нормативное обеспечение", "", "", ""),
            ("1.1.", "Приказ о группе", "сентябрь 2024", "УО, ИМЦ", "Приказ"),
            ("1.2.", "Положение", "сентябрь 2024", "УО", "Положение"),
            ("2.", "Методическая работа", "", "", ""),
            (
                "2.1.",
                "Семинар «Читать, считать»",
                "15.10.2024",
                "ИМЦ (Иванова А.А., Петрова Б.Б.)",
                "Материалы",
            ),
            ("Итого", "", "", "", ""),
        ]
    )


def _titles_in_the_column_of_names() -> bytes:
    return w.with_table(
        [
            ("Мероприятия", "Сроки", "Ответственный"),
            ("Организационная работа", "", ""),
            ("Совещание", "сентябрь", "Отдел образования"),
            ("Семинар", "до 1 октября", "методист Петрова А.А."),
            ("Работа с кадрами", "", ""),
            ("Курсы", "в течение года", "Директора школ"),
        ]
    )


def _two_tables_of_different_shape() -> bytes:
    document = docx.Document()
    document.add_paragraph("План")
    document.add_heading("Раздел 1. Кадры")
    w.add_table(document, [("№", "Мероприятие", "Срок", "Ответственный"), ("1", "Курсы", "май", "ЦМТО")])
    document.add_heading("Раздел 2. Мониторинг")
    w.add_table(
        document,
        [("Срок", "Мероприятие", "Исполнитель", "Итог", "Прим."), ("июнь", "ВПР", "ОО", "Справка", "!")],
    )
    document.add_paragraph("Начальник отдела ___________ И.И. Иванова")
    return w.saved(document)


def _months_as_a_merged_column() -> bytes:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    return w.packed(
        w.table(
            w.row("Месяц", "Мероприятие", "Ответственный", "Примечания"),
            w.row(w.cell("сентябрь", start), "Совещание", "Отдел", ""),
            w.row(w.cell("", more), "Семинар", "ЦМТО", "очно"),
            w.row("октябрь", "Выезд", "Отдел", ""),
            w.row("", "Приём отчётов", "ЦМТО", ""),
        )
    )


def _heading_in_two_rows_by_hand_on_each_page() -> bytes:
    head = [
        ("№", "Наименование", "Сроки", "Ответственный", "Ожидаемый"),
        ("п/п", "мероприятия", "исполнения", "исполнитель", "результат"),
        ("1", "2", "3", "4", "5"),
    ]
    rows = [cells(one) for one in PLAN]
    return w.with_table([*head, *rows[:2], *head, *rows[2:]])


def _directions_and_other_columns() -> bytes:
    return w.with_table(
        [
            (
                "Направление",
                "Мероприятие",
                "Участники",
                "Сроки реализации",
                "Ответственные",
                "Показатель",
            ),
            ("Кадры", "Курсы", "учителя", "март 2025", "ИРО; ЦМТО", "5"),
            ("", "Семинары", "директора", "апрель 2025", "ЦМТО", ""),
            ("Дети", "Олимпиады", "", "май 2025", "Отдел", ""),
        ]
    )


def _days_below_the_names_of_months() -> bytes:
    return w.with_table(
        [
            ("Дата", "Мероприятие", "Время", "Ответственный"),
            ("Сентябрь 2024 года", "", "", ""),
            ("5", "Совещание", "10.00", "Отдел"),
            ("10-12", "Выезд", "", "ЦМТО"),
            ("Октябрь", "", "", ""),
            ("до 15", "Отчёт", "", "ОО"),
        ]
    )


def _a_table_inside_a_cell_and_around_it() -> bytes:
    inner = w.table(w.row("ОГЭ", "12"), w.row("ЕГЭ", "5"))
    plan = w.table(
        w.row(*HEADING),
        w.row("1", "Анализ", "май", "ОО", f"<w:tc>{inner}<w:p/></w:tc>"),
        w.row(*cells(PLAN[1])),
    )
    return w.packed(w.table(w.row(f"<w:tc>{w.paragraph('План')}{plan}<w:p/></w:tc>")))


def _pages_of_one_table_each() -> bytes:
    document = docx.Document()
    for start in range(0, len(PLAN), 2):
        w.add_table(
            document, [*([HEADING] if not start else []), *(cells(one) for one in PLAN[start : start + 2])]
        )
        document.add_paragraph(str(start // 2 + 1))
    return w.saved(document)


def _a_row_torn_between_two_pages() -> bytes:
    document = docx.Document()
    w.add_table(
        document,
        [
            HEADING,
            cells(PLAN[0]),
            ("2.", "Анализ результатов", "сентябрь –", "МКУ «Центр, школа»,", "Справка"),
        ],
    )
    document.add_paragraph("2")
    rest = ("", "ВПР и ОГЭ", "октябрь 2024 года", "руководители ОО", "по итогам анализа")
    w.add_table(document, [rest, cells(PLAN[2]), cells(PLAN[3])])
    return w.saved(document)


def _planned_and_done() -> bytes:
    return w.with_table(
        [
            ("№", "Мероприятие", "Срок исполнения", "", "Ответственный", "Отметка об исполнении"),
            ("", "", "план", "факт", "", ""),
            ("1", "Дело", "май", "12.05.2024", "ЦМТО и руководители ОО (по согласованию)", "исполнено"),
            ("2", "Второе", "июнь", "", "Отдел, школы № 1, 2, 5", "в работе"),
        ]
    )


def _numbered_titles_and_years_written_once() -> bytes:
    return w.with_table(
        [
            ("№", "Мероприятие", "2024", "", "2025", "Ответственный"),
            ("", "", "ноябрь", "декабрь", "январь", ""),
            ("1", "Раздел 1. Мониторинг", "", "", "", ""),
            ("1", "Сбор данных*", "х", "х", "", "ЦМТО"),
            ("2", "Отчёт", "", "", "х", "ЦМТО"),
            ("", "ИТОГО по разделу", "", "", "", ""),
        ]
    )


CASES: dict[str, Case] = {
    "arabic sections": (
        _arabic_sections_and_an_untitled_number,
        [
            TrueRow("Приказ о группе", "сентябрь 2024", ("УО", "ИМЦ"), "Приказ", "1.1", "1. Нормативное обеспечение"),
            TrueRow("Положение", "сентябрь 2024", ("УО",), "Положение", "1.2", "1. Нормативное обеспечение"),
            TrueRow(
                "Семинар «Читать, считать»",
                "15.10.2024",
                ("ИМЦ (Иванова А.А., Петрова Б.Б.)",),
                "Материалы",
                "2.1",
                "2. Методическая работа",
            ),
        ],
    ),
    "titles among names": (
        _titles_in_the_column_of_names,
        [
            TrueRow("Совещание", "сентябрь", ("Отдел образования",), section="Организационная работа"),
            TrueRow("Семинар", "до 1 октября", ("методист Петрова А.А.",), section="Организационная работа"),
            TrueRow("Курсы", "в течение года", ("Директора школ",), section="Работа с кадрами"),
        ],
    ),
    "two shapes": (
        _two_tables_of_different_shape,
        [
            TrueRow("Курсы", "май", ("ЦМТО",), number="1", section="Раздел 1. Кадры"),
            TrueRow("ВПР", "июнь", ("ОО",), "Справка", section="Раздел 2. Мониторинг", note="Прим.: !"),
        ],
    ),
    "months merged": (
        _months_as_a_merged_column,
        [
            TrueRow("Совещание", "сентябрь", ("Отдел",)),
            TrueRow("Семинар", "сентябрь", ("ЦМТО",), note="очно"),
            TrueRow("Выезд", "октябрь", ("Отдел",)),
            TrueRow("Приём отчётов", "октябрь", ("ЦМТО",)),
        ],
    ),
    "heading by hand": (_heading_in_two_rows_by_hand_on_each_page, PLAN),
    "directions": (
        _directions_and_other_columns,
        [
            TrueRow("Курсы", "март 2025", ("ИРО", "ЦМТО"), section="Кадры", note="Участники: учителя\nПоказатель: 5"),
            TrueRow("Семинары", "апрель 2025", ("ЦМТО",), section="Кадры", note="Участники: директора"),
            TrueRow("Олимпиады", "май 2025", ("Отдел",), section="Дети"),
        ],
    ),
    "days below months": (
        _days_below_the_names_of_months,
        [
            TrueRow("Совещание", "5 сентября 2024 года", ("Отдел",), note="Время: 10.00"),
            TrueRow("Выезд", "10-12 сентября 2024 года", ("ЦМТО",)),
            TrueRow("Отчёт", "до 15 октября", ("ОО",)),
        ],
    ),
    "tables inside": (
        _a_table_inside_a_cell_and_around_it,
        [TrueRow("Анализ", "май", ("ОО",), "ОГЭ 12 ЕГЭ 5", "1"), PLAN[1]],
    ),
    "a table for each page": (_pages_of_one_table_each, PLAN),
    "planned and done": (
        _planned_and_done,
        [
            TrueRow("Дело", "май", ("ЦМТО", "руководители ОО (по согласованию)"), "", "1", "", "факт: 12.05.2024",
                    "выполнено"),
            TrueRow("Второе", "июнь", ("Отдел", "школы № 1, 2, 5"), "", "2", state="в работе"),
        ],
    ),
    "numbered titles": (
        _numbered_titles_and_years_written_once,
        [
            TrueRow("Сбор данных", "ноябрь – декабрь 2024 года", ("ЦМТО",), number="1", section="Раздел 1. Мониторинг"),
            TrueRow("Отчёт", "январь 2025 года", ("ЦМТО",), number="2", section="Раздел 1. Мониторинг"),
        ],
    ),
    "a torn row": (_a_row_torn_between_two_pages, PLAN),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_ugly_plan_comes_back(case: str) -> None:
    make, truth = CASES[case]
    assert as_true(read(make(), "план.docx")) == list(truth)


def test_stamps_above_and_a_signature_below_in_the_cells_of_a_sheet() -> None:
    lines = ["Приложение 1;;;;", ";;;;", "План мероприятий на 2024 год;;;;"]
    lines += [";".join(row) for row in [HEADING, *map(cells, PLAN)]]
    lines += [";;;;", ";Исполнитель: Петрова А.А.;;;", "Методист;;;Иванова А.А.;"]
    reading = read("\n".join(lines).encode("cp1251"), "план.csv")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "План мероприятий на 2024 год"
    assert reading.document.annex_number == "1"
    assert reading.left_out == ("Строка «Исполнитель: Петрова А.А.».", "Строка «Методист Иванова А.А.».")


def test_a_long_line_that_was_left_out_is_seen_to_be_cut() -> None:
    lines = [";".join(row) for row in [HEADING, *map(cells, PLAN)]]
    lines += [f";Итого: {'семинаров 4, ' * 20};;;"]
    (told,) = read("\n".join(lines).encode("cp1251"), "план.csv").left_out
    assert told.startswith("Строка «Итого: семинаров 4,")
    assert told.endswith("…».")


def test_a_heading_torn_over_two_rows_is_one_and_its_repetition_is_no_row() -> None:
    heading = [
        ("№", "Мероприя-", "Срок", "", "Ответ-"),
        ("п/п", "тие", "начало", "окончание", "ственный"),
    ]
    data = w.with_table(
        [
            *heading,
            ("1", "Диагностика дефицитов учителей", "01.10.2024", "31.10.2024", "ЦМТО"),
            *heading,
            ("2", "Итоговое совещание", "20.05.2025", "20.05.2025", "Отдел образования"),
        ]
    )
    rows = as_true(read(data, "план.docx"))
    assert [(row.number, row.name, row.performers) for row in rows] == [
        ("1", "Диагностика дефицитов учителей", ("ЦМТО",)),
        ("2", "Итоговое совещание", ("Отдел образования",)),
    ]
    assert "31.10.2024" in rows[0].due_text

"""Plans as departments write them: a month in the title alone, risks beside the plan, results beside the name."""

import pytest

from tests.exchange.plan_reading import word_files as w
from tests.exchange.plan_reading.documents_and_truth import TrueRow, as_true, read


def test_days_in_a_plan_for_one_month_are_days_of_it() -> None:
    rows = [
        ("Дата", "Мероприятие", "Ответственный"),
        ("5", "Заседание объединения", "методист"),
        ("12–13", "Олимпиада", "методист"),
        ("до 20", "Сбор заявок", "методист"),
        ("в течение месяца", "Консультации", "методист"),
        ("14.11.2026", "Совещание", "методист"),
    ]
    reading = read(w.with_table(rows, "План работы методического кабинета на ноябрь 2026 года"), "план.docx")
    assert [row.due_text for row in reading.rows] == [
        "5 ноября 2026 года",
        "12–13 ноября 2026 года",
        "до 20 ноября 2026 года",
        "в течение ноября 2026 года",
        "14.11.2026",
    ]
    assert reading.unread == ()


@pytest.mark.parametrize("title", ["План работы на сентябрь – ноябрь 2026 года", "План работы на 2026 год"])
def test_days_in_a_plan_for_more_than_a_month_stay_unread(title: str) -> None:
    rows = [("Дата", "Мероприятие", "Ответственный"), ("5", "Заседание", "методист")]
    reading = read(w.with_table(rows, title), "план.docx")
    assert reading.rows[0].due_text == "5"
    assert reading.unread == (0,)


def test_risks_below_a_plan_are_no_activities() -> None:
    plan = w.table(w.row("Мероприятие", "Срок", "Ответственный"), w.row("Курсы", "май", "ЦМТО"))
    risks = w.table(
        w.row("№", "Наименование риска", "Меры по минимизации", "Ответственный"),
        w.row("1", "Пассивность родителей", "Беседы", "директор"),
        w.row("2", "Нехватка времени", "График", "директор"),
    )
    reading = read(w.packed(plan + w.paragraph("Риски") + risks), "план.docx")
    assert as_true(reading) == [TrueRow("Курсы", "май", ("ЦМТО",))]
    assert [words for words in reading.left_out if "Наименование риска" in words]


def test_a_heading_typed_in_two_rows_has_words_of_any_column_in_the_second() -> None:
    rows = [
        ("Сроки", "Наименование", "Целевая", "Ответственные", "Ожидаемые"),
        ("проведения", "мероприятия", "аудитория", "исполнители", "результаты"),
        ("май", "Курсы", "педагоги", "ЦМТО", "удостоверения"),
    ]
    assert as_true(read(w.with_table(rows), "план.docx")) == [
        TrueRow("Курсы", "май", ("ЦМТО",), "удостоверения", note="Целевая аудитория: педагоги")
    ]


def test_what_the_cell_of_the_name_says_of_the_result() -> None:
    name = "Анализ кадров\nРезультат: база данных"
    rows = [("Содержание работы. Результат", "Сроки", "Исполнитель"), (name, "май", "ЦМТО")]
    assert as_true(read(w.with_table(rows), "план.docx")) == [
        TrueRow("Анализ кадров", "май", ("ЦМТО",), "база данных")
    ]


def test_a_label_in_a_name_stays_there_where_its_column_is() -> None:
    name = "Анализ кадров\nРезультат: база данных"
    rows = [("Мероприятие", "Сроки", "Результат"), (name, "май", "справка")]
    (row,) = as_true(read(w.with_table(rows), "план.docx"))
    assert (row.name, row.expected_result) == ("Анализ кадров Результат: база данных", "справка")


def test_a_heading_that_names_no_activity_is_no_activity_itself() -> None:
    rows = [
        ("Вид занятости", "Сроки", "Исполнитель", "Итог"),
        ("Анкетирование молодых педагогов", "май", "методисты", "справка о нём"),
        ("Посещение уроков наставниками", "июнь", "методисты", "справка о нём"),
    ]
    reading = read(w.with_table(rows), "план.docx")
    assert [row.name for row in reading.rows] == [rows[1][0], rows[2][0]]
    assert {row.expected_result for row in reading.rows} == {"справка о нём"}


@pytest.mark.parametrize("heading", ["Способ подведения итогов", "Что получим"])
def test_what_results_are_called(heading: str) -> None:
    rows = [("Мероприятие", "Срок", heading), ("Курсы", "май", "справка")]
    assert as_true(read(w.with_table(rows), "план.docx")) == [TrueRow("Курсы", "май", (), "справка")]


def test_points_with_short_labels_and_labels_in_brackets() -> None:
    text = (
        "Решили:\n1. Провести диагностику. Срок – ноябрь 2026 г. Отв.: руководители РМО\n"
        "2. Организовать взаимопосещение (срок: декабрь 2026; ответственные: завучи).\n"
    )
    assert [(row.due_text, row.performers) for row in as_true(read(text.encode(), "план.txt"))] == [
        ("ноябрь 2026 г.", ("руководители РМО",)),
        ("декабрь 2026", ("завучи",)),
    ]


def test_numbers_of_a_pages_lists_are_kept() -> None:
    page = (
        "<table><tr><td>№<td>Мероприятие<td>Срок</tr><tr><td>1.<td>Заседание:"
        "<ol start=2><li>отчёт;</li><li></li><li>план.</li></ol><td>май</tr></table>"
    )
    (row,) = as_true(read(page.encode(), "план.html"))
    assert row == TrueRow("Заседание:\n2. отчёт;\n4. план.", "май", number="1")


def test_indicators_as_wide_as_the_plan_do_not_go_on_with_it() -> None:
    plan = w.table(w.row("№", "Мероприятие", "Срок", "Ответственный"), w.row("1", "Курсы", "май", "ЦМТО"))
    indicators = w.table(
        w.row("№", "Наименование показателя", "Срок достижения", "Ответственный"),
        w.row("1", "Доля школ", "2026", "УО"),
        w.row("2", "Доля учителей", "2027", "УО"),
    )
    reading = read(w.packed(plan + w.paragraph("Показатели") + indicators), "план.docx")
    assert as_true(reading) == [TrueRow("Курсы", "май", ("ЦМТО",), number="1")]
    assert len(reading.left_out) == 1


def test_a_line_to_sign_on_below_the_plan_is_no_activity() -> None:
    rows = [
        ("Мероприятие", "Исполнитель", "Срок", "Ход выполнения"),
        ("Курсы", "ЦМТО", "май", "в работе"),
        ("Начальник управления", "", "", "____________"),
    ]
    reading = read(w.with_table(rows), "план.docx")
    assert as_true(reading) == [TrueRow("Курсы", "май", ("ЦМТО",), state="в работе")]
    assert reading.left_out == ("Строка «Начальник управления ____________».",)


def test_the_day_of_the_week_is_the_due_and_the_hour_is_told() -> None:
    rows = [("День недели", "Мероприятие", "Время"), ("Понедельник, 09.11.2026", "Планёрка", "9.00")]
    assert as_true(read(w.with_table(rows), "план.docx")) == [
        TrueRow("Планёрка", "Понедельник, 09.11.2026", note="Время: 9.00")
    ]


def test_a_pasted_table_below_its_title_alone() -> None:
    text = (
        "План на октябрь\n\n1.\tСеминар для завучей\tдо 10.10\tметодист\n2.\tОтчёт школ\tв теч. месяца\tУО\n"
    )
    reading = read(text.encode(), "план.txt")
    assert reading.title == "План на октябрь"
    assert [(row.section, row.due_text) for row in reading.rows] == [("", "до 10.10"), ("", "в теч. октября")]


def test_parts_of_the_year_above_tables_are_sections_and_no_title() -> None:
    def part(title: str, name: str) -> str:
        return w.paragraph(title) + w.table(w.row("Дата", "Мероприятие"), w.row("май", name))

    body = w.paragraph("План на 2026 г.") + part("I полугодие", "Курсы") + part("II полугодие", "Семинар")
    reading = read(w.packed(body), "план.docx")
    assert reading.title == "План на 2026 г."
    assert [row.section for row in reading.rows] == ["I полугодие", "II полугодие"]


def test_days_below_the_names_of_months() -> None:
    rows = [
        ("Мероприятие", "ноябрь", "декабрь", "январь", "Кто готовит"),
        ("Пробный экзамен", "", "до 15", "20", "школы"),
    ]
    (first,) = as_true(read(w.with_table(rows), "план.docx"))
    assert (first.due_text, first.performers) == ("до 15 декабря, 20 января", ("школы",))


def test_speakers_are_performers() -> None:
    rows = [("Вопросы", "Сроки", "Докладчики"), ("О плане", "май", "методист")]
    assert as_true(read(w.with_table(rows), "план.docx")) == [TrueRow("О плане", "май", ("методист",))]


def test_a_numeral_that_is_torn_from_the_title_of_its_section() -> None:
    text = (
        "План на 2026 год\n№\nМероприятие\nСроки\nОтветственные\n\n"
        "I.\n\nОрганизация\n\n1.\n\nПриказ о группе\n\nмай\n\n"
        "Отдел образования\n\nII.\n\nСопровождение\n\n2.\n\nСеминары для учителей\n\nиюнь\n\nОтдел образования\n"
    )
    assert [(row.section, row.name) for row in as_true(read(text.encode(), "план.txt"))] == [
        ("I. Организация", "Приказ о группе"),
        ("II. Сопровождение", "Семинары для учителей"),
    ]


def test_a_due_whose_year_stands_between_lines_of_the_name() -> None:
    text = (
        "План\n№\nМероприятие\nСроки\nОтветственные\n\n"
        "1.\n\nДиагностика школ с\nдо 15 октября\nиспользованием профиля школы 2026 г.\n\nОтдел образования\n\n"
        "2.\n\nРазработка документов\nоктябрь – ноябрь\nшкол: концепции развития,\n2026 г.\nпрограммы\n\n"
        "Отдел образования\n"
    )
    assert [(row.name, row.due_text) for row in as_true(read(text.encode(), "план.txt"))] == [
        ("Диагностика школ с использованием профиля школы", "до 15 октября 2026 г."),
        ("Разработка документов школ: концепции развития, программы", "октябрь – ноябрь 2026 г."),
    ]


@pytest.mark.parametrize("heading", [("Время", "Дата"), ("День", "Месяц")])
def test_of_two_columns_that_tell_when_the_surer_is_the_due(heading: tuple[str, str]) -> None:
    rows = [(*heading, "Мероприятие"), ("10", "май", "Курсы")]
    assert as_true(read(w.with_table(rows), "план.docx")) == [
        TrueRow("Курсы", "май", note=f"{heading[0]}: 10")
    ]

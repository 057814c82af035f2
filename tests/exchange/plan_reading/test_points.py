"""Plans without a table: numbered points in which words with a colon say when and who."""

from roadmap_desktop.exchange.plan_reading.reading import PlanReading
from tests.exchange.plan_reading.documents_and_truth import read

POINTS = """План работы со школами, показывающими низкие результаты, на 2024-2025 учебный год

I. Управление
1. Провести совещание с директорами школ.
Срок: до 15 сентября 2024 г.
Ответственный: Отдел образования

2. Организовать диагностику учителей:
математики и русского языка
Срок исполнения: октябрь 2024 г.
Ответственные: методический кабинет, руководители РМО
Ожидаемый результат: справка

II. Кадры
3. Направить учителей на курсы. Срок: до 1 ноября. Ответственные: директора школ.
"""


def _rows(reading: PlanReading) -> list[tuple[object, ...]]:
    return [
        (row.number, row.section, row.name, row.due_text, row.performers, row.expected_result)
        for row in reading.rows
    ]


def test_labels_say_what_follows_them() -> None:
    reading = read(POINTS.encode(), "план.txt")
    assert (
        reading.title == "План работы со школами, показывающими низкие результаты, на 2024-2025 учебный год"
    )
    assert _rows(reading) == [
        (
            "1",
            "I. Управление",
            "Провести совещание с директорами школ.",
            "до 15 сентября 2024 г.",
            ("Отдел образования",),
            "",
        ),
        (
            "2",
            "I. Управление",
            "Организовать диагностику учителей: математики и русского языка",
            "октябрь 2024 г.",
            ("методический кабинет", "руководители РМО"),
            "справка",
        ),
        ("3", "II. Кадры", "Направить учителей на курсы.", "до 1 ноября.", ("директора школ",), ""),
    ]
    assert reading.unread == ()


def test_a_passport_beside_the_plan_gives_no_activities() -> None:
    text = """План мероприятий на 2023-2024 учебный год
Цель: повышение качества образования
| Наименование | Дорожная карта адресной помощи |
| Цель | Повышение качества образования |
| Исполнители | Комитет, центр |

1. План мероприятий

| № | Мероприятия | Сроки | Ответственные |
| 1 | Изучение документов | сентябрь | Комитет |
| 2 | Выезды | октябрь | Центр |
"""
    reading = read(text.encode(), "план.txt")
    assert [row.name for row in reading.rows] == ["Изучение документов", "Выезды"]
    assert reading.title == "План мероприятий на 2023-2024 учебный год"
    assert "Таблица «Наименование | Дорожная карта адресной помощи»." in reading.left_out


def test_the_month_of_a_group_is_the_month_that_its_rows_speak_of() -> None:
    text = """План работы на 2021-2022 учебный год
| Дата | Мероприятие | Ответственный |
| ОКТЯБРЬ | | |
| 2 неделя | Посещение уроков | Методисты |
| в течение месяца | Консультации | Методисты |
| до конца месяца | Отчёт | Методисты |
"""
    assert [row.due_text for row in read(text.encode(), "план.txt").rows] == [
        "2 неделя октября",
        "в течение октября",
        "до конца октября",
    ]


def test_two_years_approved_in_autumn_are_a_school_year() -> None:
    table = "| № | Мероприятие | Срок |\n| 1 | Семинар | ноябрь |\n| 2 | Отчёт | май |\n"
    title = "Дорожная карта на 2022–2023 гг.\n"
    order = "Приложение к приказу управления образования от 05.09.2022 № 312-од\n"
    periods = [read((above + title + table).encode(), "план.txt").period for above in ("", order)]
    assert [str(period and period.start) for period in periods] == ["2022-01-01", "2022-09-01"]

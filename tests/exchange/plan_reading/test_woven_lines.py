"""A PDF's text layer in the order of ``pdftotext``: cells one after another, those of a row woven by their lines."""

from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from roadmap_desktop.exchange.plan_reading.reading import PlanRow
from roadmap_desktop.exchange.plan_reading.woven_lines import unwoven

TEXT = """План мероприятий на 2024-2025 учебный год
№
п/п

Мероприятия

Сроки
реализации

Ответственные
исполнители

Ожидаемые
результаты

Управление
образования

Приказ

Раздел 1. Управление
1.

Назначение муниципального
координатора

август 2024 г.

2.

Разработка и утверждение
дорожной карты

до 15
Управление
сентября 2024 образования,
года
МБУ «ИМЦ»

Дорожная карта
утверждена

3.

Опрос родителей об
1 – 15 апреля
удовлетворённости
качеством образования

отдел
образования,
руководители
ОО

Сводный отчёт

4.

Повышение квалификации
педагогов

по плану ГАУ
ДПО ИРО

ГАУ ДПО ИРО

Обучено 80 %
"""


def rows() -> dict[str, PlanRow]:
    return {row.number: row for row in read_plan(read_document(TEXT.encode(), "план.txt")).rows}


def test_cells_of_the_first_row_may_stand_before_its_number() -> None:
    first = rows()["1"]
    assert (first.due_text, first.performers, first.expected_result) == (
        "август 2024 г.",
        ("Управление образования",),
        "Приказ",
    )
    assert first.section == "Раздел 1. Управление"


def test_a_due_is_taken_out_of_the_lines_of_the_performers() -> None:
    second = rows()["2"]
    assert second.name == "Разработка и утверждение дорожной карты"
    assert second.due_text == "до 15 сентября 2024 года"
    assert second.performers == ("Управление образования", "МБУ «ИМЦ»")
    assert second.expected_result == "Дорожная карта утверждена"


def test_a_due_between_the_lines_of_a_name_does_not_end_it() -> None:
    third = rows()["3"]
    assert third.name == "Опрос родителей об удовлетворённости качеством образования"
    assert third.due_text == "1 – 15 апреля"
    assert third.performers == ("отдел образования", "руководители ОО")


def test_whose_plan_it_is_belongs_to_the_due_to_the_end_of_its_line() -> None:
    fourth = rows()["4"]
    assert (fourth.due_text, fourth.performers) == ("по плану ГАУ ДПО ИРО", ("ГАУ ДПО ИРО",))


def test_lines_that_share_nothing_are_not_woven() -> None:
    assert unwoven(["сентябрь 2024 г.", "отдел образования", "Отчёт за год"], 0) is None
    assert unwoven(["отдел образования"], 0) is None
    assert unwoven([], 0) is None
    found = unwoven(["ноябрь 2024 г.", "заместители", "– апрель 2025 директоров по", "г.", "УВР"], 0)
    assert found is not None
    assert found.due == "ноябрь 2024 г. – апрель 2025 г."
    assert found.rest.split("\v") == ["заместители", "директоров по"]

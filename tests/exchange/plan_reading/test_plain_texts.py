"""Plans in plain text: the text layer of a printed one, drawn tables, columns kept by spaces, parted cells."""

from datetime import date

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from roadmap_desktop.model.period import school_year
from tests.exchange.plan_reading.documents_and_truth import (
    HEADING,
    PLAN,
    TrueRow,
    as_true,
    cells,
    read,
    sample,
    sample_rows,
)
from tests.exchange.plan_reading.seed_text import SEED


def test_the_text_layer_of_the_printed_roadmap_is_the_sample() -> None:
    reading = read(SEED.encode(), "дорожная карта.txt")
    assert as_true(reading) == sample_rows()
    assert reading.title == sample()["title"]
    assert reading.document.annex_number == "1"
    assert reading.document.order_number == "01-10/142-2"
    assert reading.document.order_date == date(2020, 9, 10)
    assert reading.document.approving_body == "Отдел образования администрации Пономаревского района"
    assert reading.period == school_year(2020)
    assert reading.unread == ()


def _delimited(separator: str) -> str:
    rows = [HEADING, *map(cells, PLAN)]
    quoted = (
        '"' + cell.replace('"', '""') + '"' if separator in cell else cell for row in rows for cell in row
    )
    flat = list(quoted)
    return "\r\n".join(separator.join(flat[start : start + 5]) for start in range(0, len(flat), 5)) + "\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize(("separator", "name"), [(",", "план.csv"), (";", "план.csv"), ("\t", "план.tsv")])
def test_parted_cells_in_any_encoding(separator: str, name: str, encoding: str) -> None:
    assert as_true(read(_delimited(separator).encode(encoding), name)) == list(PLAN)


def test_a_line_says_what_parts_cells() -> None:
    assert as_true(read(("sep=;\n" + _delimited(";")).encode("cp1251"), "план.csv")) == list(PLAN)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


WIDTHS = (6, 26, 20, 22, 20)


def _lines(row: tuple[str, ...]) -> list[list[str]]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(row, WIDTHS, strict=True)]
    height = max(map(len, wrapped))
    return [[one[line] if line < len(one) else "" for one in wrapped] for line in range(height)]


def test_a_table_drawn_with_bars() -> None:
    rule = "+" + "+".join("-" * (width + 2) for width in WIDTHS) + "+"
    drawn = ["План мероприятий на 2024-2025 учебный год", "", rule]
    for row in (HEADING, *map(cells, PLAN)):
        for line in _lines(row):
            drawn.append(
                "|" + "|".join(f" {cell:<{width}} " for cell, width in zip(line, WIDTHS, strict=True)) + "|"
            )
        drawn.append(rule)
    reading = read("\n".join(drawn).encode(), "план.txt")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "План мероприятий на 2024-2025 учебный год"
    assert reading.period == school_year(2024)


def test_a_table_of_markdown() -> None:
    rows = ["| " + " | ".join(row) + " |" for row in (HEADING, *map(cells, PLAN))]
    text = "\n".join([rows[0], "|---" * 5 + "|", *rows[1:]])
    assert as_true(read(text.encode("cp1251"), "план.txt")) == list(PLAN)


def test_columns_kept_by_spaces() -> None:
    lines = ["          ПЛАН МЕРОПРИЯТИЙ", "          на 2024-2025 учебный год", ""]
    for row in (HEADING, *map(cells, PLAN)):
        lines += [
            "  ".join(f"{cell:<{width}}" for cell, width in zip(line, WIDTHS, strict=True)).rstrip()
            for line in _lines(row)
        ]
    reading = read("\n".join(lines).encode(), "план.txt")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "ПЛАН МЕРОПРИЯТИЙ на 2024-2025 учебный год"


def test_columns_without_headings_are_known_by_what_is_in_them() -> None:
    text = "\n".join(";".join(cells(row)) for row in PLAN)
    assert as_true(read(text.encode(), "план.csv")) == list(PLAN)


TORN = """УТВЕРЖДАЮ
Начальник управления образования
______________ Н.В. Кузнецова
«02» сентября 2024 г.
План мероприятий
по повышению объективности оценочных процедур
на 2024-2025 учебный год
№
п/п
Мероприятие Сроки Ответственные Результат
I. Организационные мероприятия
1.1
Проведение совещания с руководителями ОО по итогам ВПР за 2023-2024 учебный год
до 1 октября 2024 г.
Управление образования
Протокол совещания
1.2 Назначение школьных координаторов сентябрь 2024 Директора школ Приказы ОО
II. Методические мероприятия
2.1 Семинар «Анализ, выводы, решения» для
учителей русского языка и математики
12.11.2024
Петрова А.С., методист ИМЦ
Методические
рекомендации
2.2 Консультации ежемесячно Специалисты
ИМЦ
Журнал консульта-
ций
"""


def test_a_text_layer_with_sections_and_numbers_of_two_parts() -> None:
    first, second = "I. Организационные мероприятия", "II. Методические мероприятия"
    reading = read(TORN.encode("cp1251"), "план.txt")
    assert as_true(reading) == [
        TrueRow(
            "Проведение совещания с руководителями ОО по итогам ВПР за 2023-2024 учебный год",
            "до 1 октября 2024 г.",
            ("Управление образования",),
            "Протокол совещания",
            "1.1",
            first,
        ),
        TrueRow(
            "Назначение школьных координаторов",
            "сентябрь 2024",
            ("Директора школ",),
            "Приказы ОО",
            "1.2",
            first,
        ),
        TrueRow(
            "Семинар «Анализ, выводы, решения» для учителей русского языка и математики",
            "12.11.2024",
            ("Петрова А.С.", "методист ИМЦ"),
            "Методические рекомендации",
            "2.1",
            second,
        ),
        TrueRow("Консультации", "ежемесячно", ("Специалисты ИМЦ",), "Журнал консультаций", "2.2", second),
    ]
    assert reading.title == (
        "План мероприятий по повышению объективности оценочных процедур на 2024-2025 учебный год"
    )
    assert (reading.document.head_post, reading.document.head_name) == (
        "Начальник управления образования",
        "Н.В. Кузнецова",
    )


def test_columns_can_be_told_where_nothing_tells_them() -> None:
    text = "скоро;Дело первое;Ося\nпотом;Дело второе;Киса\n"
    with pytest.raises(UserError, match="не нашлось таблицы"):
        read(text.encode(), "план.csv")
    told = read_plan(read_document(text.encode(), "план.csv"), {0: "due_text", 1: "name", 2: "performers"})
    assert [(row.name, row.due_text, row.performers) for row in told.rows] == [
        ("Дело первое", "скоро", ("Ося",)),
        ("Дело второе", "потом", ("Киса",)),
    ]
    assert told.unread == (0, 1)


def test_columns_kept_by_spaces_whose_rows_have_neither_numbers_nor_gaps() -> None:
    text = """Мероприятие                       Срок            Ответственный
Совещание директоров              сентябрь 2024   Отдел образования
школ района
Семинар для учителей              октябрь 2024    ЦМТО
Консультации                      в течение года  методисты
Итоговый отчёт                    май 2025        ЦМТО
"""
    assert as_true(read(text.encode(), "план.txt")) == [
        TrueRow("Совещание директоров школ района", "сентябрь 2024", ("Отдел образования",)),
        TrueRow("Семинар для учителей", "октябрь 2024", ("ЦМТО",)),
        TrueRow("Консультации", "в течение года", ("методисты",)),
        TrueRow("Итоговый отчёт", "май 2025", ("ЦМТО",)),
    ]


def test_a_table_drawn_with_the_characters_for_boxes() -> None:
    text = """
┌───┬────────────────┬────────────┬──────────────┐
│ № │ Мероприятие    │ Срок       │ Ответственный│
├───┼────────────────┼────────────┼──────────────┤
│ 1 │ Формирование   │ сентябрь-  │ Отдел образо-│
│   │ списка школ    │ октябрь    │ вания        │
├───┼────────────────┼────────────┼──────────────┤
│   Раздел 2. Прочее                             │
├───┼────────────────┼────────────┼──────────────┤
│ 2 │ Семинар        │ октябрь    │ ЦМТО         │
└───┴────────────────┴────────────┴──────────────┘
"""
    assert as_true(read(text.encode(), "план.txt")) == [
        TrueRow("Формирование списка школ", "сентябрь-октябрь", ("Отдел образования",), number="1"),
        TrueRow("Семинар", "октябрь", ("ЦМТО",), number="2", section="Раздел 2. Прочее"),
    ]

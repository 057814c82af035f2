"""Lists that were typed in one line."""

import pytest

from roadmap_desktop.model.list_lines import points_apart


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Меры: 1) курсы; 2) выезды; 3) планы.", "Меры:\n1) курсы;\n2) выезды;\n3) планы."),
        ("Меры:1) курсы;2) выезды", "Меры:\n1) курсы;\n2) выезды"),
        ("1. Ход выполнения. 2. Разное.", "1. Ход выполнения.\n2. Разное."),
        (
            "Планы ОО: - по сопровождению; - по организации",
            "Планы ОО:\n- по сопровождению;\n- по организации",
        ),
        ("Меры:\n– курсы; – выезды", "Меры:\n– курсы;\n– выезды"),
        (
            "1) курсы: – для педагогов; – для руководителей; 2) выезды",
            "1) курсы:\n– для педагогов;\n– для руководителей;\n2) выезды",
        ),
    ],
)
def test_each_point_of_a_list_gets_a_line_of_its_own(typed: str, printed: str) -> None:
    assert points_apart(typed) == printed
    assert points_apart(printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "октябрь – декабрь; ноябрь – май",
        "с 01.09.2020 по 02.09.2020; 3.10.2020",
        "согласно п. 1. Раздел 2. Прочее",
        "отдел (далее – школа); – один раз",
        "Состояние: —\nСроки: —",
        "в ст. 15; 1) нет",
        "1) одно\n\n2) другое",
        "Школа: 2) второе; 3) третье",
    ],
)
def test_what_is_no_list_and_lines_that_there_are_stay(text: str) -> None:
    assert points_apart(text) == text

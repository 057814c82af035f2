"""The points of an agenda."""

import pytest

from roadmap_desktop.model.agenda import points


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Ход выполнения.\n2. Разное.", ["Ход выполнения.", "Разное."]),
        ("1) Ход выполнения\n\n2) Разное", ["Ход выполнения", "Разное"]),
        ("– Ход выполнения\n- Разное", ["Ход выполнения", "Разное"]),
        ("О результатах ВПР", ["О результатах ВПР"]),
        ("2020 год: итоги\n9 классы: подготовка", ["2020 год: итоги", "9 классы: подготовка"]),
        ("1.5 ставки учителя", ["1.5 ставки учителя"]),
        ("  \n", []),
    ],
)
def test_each_line_is_a_point_without_its_own_number(text: str, expected: list[str]) -> None:
    assert points(text) == expected

"""A wrong name is answered with the right one."""

import pytest

from roadmap_desktop.model.nearest import nearest


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("mounth", ("month", "quarter"), "month"),
        ("MONTH", ("month",), "month"),
        ("сошь", ("ООШ", "лицей", "СОШ"), "СОШ"),
        ("отчет", ("Отчёт", "План"), "Отчёт"),
        ("Пример", ("План развития", "Образцова А. А. — Примерная цель"), "Образцова А. А. — Примерная цель"),
    ],
)
def test_the_nearest_is_found_whatever_its_letters(typed: str, known: tuple[str, ...], meant: str) -> None:
    assert nearest(typed, known) == f" Может быть, «{meant}»?"


@pytest.mark.parametrize("typed", ["", "  ", "чепуха", "ж" * 20_000])
def test_where_nothing_is_near_nothing_is_offered(typed: str) -> None:
    assert nearest(typed, ("План", "Отчёт")) == ""

"""One institution under its names with and without a legal form."""

import pytest

from roadmap_desktop.model.institution_names import without_legal_form


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("МБОУ СОШ № 3", "сош № 3"),
        ("МАОУ «Лицей № 1»", "«лицей № 1»"),
        ("ФГБОУ ВО ВлГУ", "влгу"),
        ("МБУ ДО «Дворец творчества»", "«дворец творчества»"),
        ("Муниципальное казённое общеобразовательное учреждение «Основная школа № 2»", "«оош № 2»"),
        ("Муниципальное автономное учреждение дополнительного образования Центр", "центр"),
        ("средняя общеобразовательная школа № 3", "сош № 3"),
    ],
)
def test_the_form_before_a_name_is_left_out(name: str, bare: str) -> None:
    assert without_legal_form(name) == bare


@pytest.mark.parametrize("name", ["МБОУ", "Мугреевская СОШ", "Гусева А. А.", "Моушкина О. О.", "Учреждение"])
def test_what_is_no_form_stays(name: str) -> None:
    assert without_legal_form(name) == name.lower()

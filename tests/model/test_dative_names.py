"""Whom a letter is addressed to."""

import pytest

from roadmap_desktop.model.dative_names import dative_of_name


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Образцова А. А.", "Образцовой А. А."),
        ("Примеров Б. Б.", "Примерову Б. Б."),
        ("Показательская В. В.", "Показательской В. В."),
        ("Образцовский А. А.", "Образцовскому А. А."),
        ("Образцова-Показательская А. А.", "Образцовой-Показательской А. А."),
        ("Учебнёва А.А.", "Учебнёвой А.А."),
    ],
)
def test_a_surname_whose_ending_tells_its_cases_is_declined(name: str, dative: str) -> None:
    assert dative_of_name(name) == dative


@pytest.mark.parametrize(
    "name", ["", "Образец А. А.", "Школьная А. А.", "А. А. Образцова", "и. о. Образцова А. А."]
)
def test_any_other_name_is_left_to_be_written_by_hand(name: str) -> None:
    assert dative_of_name(name) == ""

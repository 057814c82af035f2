import pytest

from roadmap_desktop.model.contacts import contacts_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "тел. +7 (912) 345-67-89, zavuch@school5.example",
            ["тел. +7 (912) 345-67-89", "zavuch@school5.example"],
        ),
        ("8 912 345 67 89 или 89123456789", ["8 912 345 67 89", "89123456789"]),
        ("a.b-c@mail.example.", ["a.b-c@mail.example"]),
        ("Приказ № 8-912 от 01.09.2020, ИНН 5612345678901, 2020-2021, 18:30", []),
        ("@school, школа 5 @ 6", ["@school"]),
    ],
)
def test_telephones_and_addresses_are_told_from_other_numbers(text: str, found: list[str]) -> None:
    assert contacts_in(text) == found


@pytest.mark.parametrize("unit", ["9", "²", "а", "a.", "1-", "a@", "+7 "])
def test_an_endless_text_is_read_once_and_not_from_each_of_its_letters(unit: str) -> None:
    assert "zavuch@school5.example" in contacts_in(unit * 20_000 + " zavuch@school5.example")

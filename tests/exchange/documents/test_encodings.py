"""Texts whose encoding is not said."""

import pytest

from roadmap_desktop.exchange.documents.encodings import decoded

LISTS = [
    "ФИО;Стаж\r\nРыбин Р. Р.;5\r\n",
    "№;ИНН;ОГРН;ФИО;ОО;ВПР;ОГЭ\r\n1;33;10;Рыбин Р. Р.;СОШ;4;5\r\n",
    "│ Школа │ Балл │\r\n",
]


@pytest.mark.parametrize("text", LISTS[:2])
def test_short_lists_of_windows_full_of_abbreviations_are_read(text: str) -> None:
    assert decoded(text.encode("cp1251")) == text.replace("\r\n", "\n")


@pytest.mark.parametrize("text", LISTS[::2])
def test_those_of_dos_are_read_as_well(text: str) -> None:
    assert decoded(text.encode("cp866")) == text.replace("\r\n", "\n")

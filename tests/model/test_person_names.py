import pytest

from roadmap_desktop.model.person_names import names_in, signing_name
from roadmap_desktop.model.personal_text import reads_as_person


@pytest.mark.parametrize(
    "text",
    [
        "Иванова А. А.",
        "Иванова А.А.",
        "А. А. Иванова",
        "А.А.Иванова",
        "Иванова Анна Андреевна",
        "Анна Андреевна Иванова",
        "Анна Андреевна",
        "Мамин-Сибиряк Д. Н.",
        "ИВАНОВА А. А.",
        "методист Иванова А. А.",
        "Ивановой Анной Андреевной",
        "Петрову Петру Ильичу",
        "Кузьмин Лука Лукич",
        "Алиев Али Вагиф оглы",
        "zavuch@school5.example",
        "Завуч, тел. 8-912-345-67-89",
    ],
)
def test_a_name_of_a_person_is_known_however_it_is_written(text: str) -> None:
    assert reads_as_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "МКУ «ЦМТО»",
        "Руководители общеобразовательных организаций",
        "Управление образования, методисты",
        "МБОУ СОШ № 5 им. А. С. Пушкина",
        "Школа имени Гагарина Ю. А.",
        "Школа имени дважды Героя Гагарина Ю. А.",
        "Рабочая группа",
        "ОГЭ и ЕГЭ. И. о. директора",
        "Нижний Новгород",
        "Сентябрь 2020 г.",
    ],
)
def test_an_office_a_group_and_a_school_named_after_someone_are_no_persons(text: str) -> None:
    assert not reads_as_person(text)


def test_every_name_of_a_text_is_found_once() -> None:
    text = "Провели Петров П. П. и Сидорова Анна Ивановна; доложил Петров  П. П., школа имени Гагарина Ю. А."
    assert names_in(text) == ["Петров П. П.", "Сидорова Анна Ивановна"]


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Образцова А. А.", "А. А. Образцова"),
        ("Образцова А.А.", "А. А. Образцова"),
        ("Образцова Анна Андреевна", "А. А. Образцова"),
        ("Образцов-Примеров Пётр Ильич", "П. И. Образцов-Примеров"),
        ("А. А. Образцова", "А. А. Образцова"),
        ("А.А.Образцова", "А. А. Образцова"),
        ("Анна Андреевна Образцова", "А. А. Образцова"),
        ("Образцова А.", "А. Образцова"),
        ("Начальник отдела", "Начальник отдела"),
        ("Образцова", "Образцова"),
        ("", ""),
    ],
)
def test_beneath_a_signature_the_initials_come_first(name: str, signed: str) -> None:
    assert signing_name(name) == signed

"""What texts say of persons, by a long table."""

import pytest

from roadmap_desktop.model.personal_text import may_name_person, reads_as_person, said_of_persons
from roadmap_desktop.model.plan_templates import TEMPLATES, PlanTemplate
from tests.model.name_strings import NAMES, NO_NAMES
from tests.model.number_strings import CONTACTS, NO_CONTACTS


@pytest.mark.parametrize("text", [*NAMES, *CONTACTS])
def test_a_text_that_tells_of_a_person_is_known_by_itself_and_within_others(text: str) -> None:
    assert said_of_persons(text)
    assert reads_as_person(text)
    assert may_name_person(f"Объединение с копией «{text}»")
    assert said_of_persons(f"Провести семинар. Пригласить: {text}; подготовить справку")
    assert said_of_persons(f"Провести семинар ({text})")


@pytest.mark.parametrize("text", [*NO_NAMES, *NO_CONTACTS])
def test_a_text_of_offices_papers_and_numbers_raises_no_alarm(text: str) -> None:
    assert not said_of_persons(text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.title)
def test_of_its_own_words_the_program_never_asks_whether_they_are_names(template: PlanTemplate) -> None:
    words = [template.goal, *(text for step in template.steps for text in step if isinstance(text, str))]
    assert [text for text in words if said_of_persons(text)] == []


@pytest.mark.parametrize("word", ["Роза ветров", "Вера в ученика", "Сферум", "Долгих", "Шин"])
def test_what_may_be_a_name_is_asked_about(word: str) -> None:
    said = said_of_persons(word)
    assert said.perhaps
    assert not said.sure


@pytest.mark.parametrize("text", ["Гром", "Новый", "Зима", "Сокол", "волк", "методист дзюба", "Фоксфорд"])
def test_who_does_something_is_a_person_unless_it_is_surely_an_office(text: str) -> None:
    assert reads_as_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "директора ОО",
        "МКУ ЦМТО",
        "администрация",
        "заместитель директора по УВР",
        "СОШ № 5",
        "учителя-предметники",
        "классные руководители, родители",
        "ШМО учителей математики",
        "специалисты управления образования",
        "МАОУ «Лицей «Надежда»»",
        "рабочая группа; тьюторы",
    ],
)
def test_an_office_a_post_a_group_is_no_person(text: str) -> None:
    assert not reads_as_person(text)


def test_what_is_said_is_told_letter_for_letter_in_one_line() -> None:
    said = said_of_persons("Отчёт сдаёт Ива\u00adнова\u00a0А.\nА., тел. 2-34-56")
    assert said.sure == ("Ива\u00adнова\u00a0А. А.", "тел. 2-34-56")


@pytest.mark.parametrize(
    "part", ["А. ", "А ", "«а", "Аб", "1 ", "1-", "a@", "паспорт 1 ", "ул. А", "Иванов "]
)
def test_a_text_without_end_is_read_to_its_end(part: str) -> None:
    assert said_of_persons(part * 20_000 + "\nдоложит Петров П. П.").sure[-1].endswith("Петров П. П.")


def test_an_address_is_an_institutions_where_one_is_asked_for_unless_it_is_a_flat() -> None:
    assert said_of_persons("ул. Школьная, д. 5")
    assert not said_of_persons("ул. Школьная, д. 5", with_houses=False)
    assert said_of_persons("ул. Школьная, д. 5, кв. 12", with_houses=False)

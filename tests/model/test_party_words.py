"""Genders of the parties of a contract, by the words that are given."""

import pytest

from roadmap_desktop.model.party_words import party_words

MBOU = "Муниципальное бюджетное общеобразовательное учреждение «Школа № 1»"


@pytest.mark.parametrize(
    ("name", "named"),
    [
        (MBOU, "именуемое"),
        ("МБОУ «Лицей № 1»", "именуемое"),
        ("СОШ № 1", "именуемая"),
        ("Гимназия № 1", "именуемая"),
        ("Лицей «Образцовый»", "именуемый"),
    ],
)
def test_the_participle_agrees_with_what_the_party_is(name: str, named: str) -> None:
    words = party_words(name, "Школа", "директор", "Образцова А. А.", "Образцовой Анны Андреевны")
    assert words.startswith(f"{name}, {named} в дальнейшем «Школа», в лице директора Образцовой")


@pytest.mark.parametrize(
    ("genitive", "acting"),
    [
        ("Образцовой Анны Андреевны", "Образцовой Анны Андреевны, действующей на основании Устава"),
        ("Образцова Андрея Ильича", "Образцова Андрея Ильича, действующего на основании Устава"),
        ("Образцовой А. А.", "Образцовой А. А., действующей на основании Устава"),
        ("Примерова Б. Б.", "Примерова Б. Б., действующего на основании Устава"),
        ("Примеренко Б. Б.", "Примеренко Б. Б. на основании Устава"),
    ],
)
def test_who_acts_is_he_she_or_without_a_gender(genitive: str, acting: str) -> None:
    assert party_words(MBOU, "Школа", "директор", "", genitive).endswith(f"в лице директора {acting}")


@pytest.mark.parametrize(
    ("post", "declined"),
    [
        ("исполняющий обязанности директора", "исполняющего обязанности директора"),
        ("и. о. директора", "и. о. директора"),
        ("заведующая", "заведующей"),
    ],
)
def test_the_post_stands_in_the_genitive(post: str, declined: str) -> None:
    assert f", в лице {declined} Образцовой" in party_words(MBOU, "Школа", post, "", "Образцовой А. А.")


def test_without_the_words_for_it_no_gender_is_needed() -> None:
    assert party_words(MBOU, "Школа", "директор", "Образцова А. А.", "").endswith(
        "действующее на основании Устава (директор — Образцова А. А.)"
    )
    assert party_words("«Образцовая»", "Школа", "директор", "Образцова А. А.", "Образцовой А. А.") == (
        "«Образцовая» (в дальнейшем — «Школа»; действует на основании Устава; директор — Образцова А. А.)"
    )
    assert "(наставник — Образцова А. А.)" in party_words(
        MBOU, "Школа", "наставник", "Образцова А. А.", "Образцовой А. А."
    )

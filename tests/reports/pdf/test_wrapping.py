"""Lines of text: nothing is lost, nothing is wider than its room, and Russian print is respected."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.reports.pdf.drawable import SOFT_HYPHEN, drawable
from roadmap_desktop.reports.pdf.wrapping import wrapper
from roadmap_desktop.reports.typesetting import NO_BREAK, typeset

LETTERS = "абвЯЩ.,-–—/ xyz№5«»(\n" + NO_BREAK + SOFT_HYPHEN + "\u0301漢"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=120) | st.text(max_size=60)


def squeezed(text: str) -> str:
    return "".join(drawable(typeset(text)).replace(SOFT_HYPHEN, "").split())


def readable(lines: tuple[str, ...]) -> list[str]:
    return [line.replace(NO_BREAK, " ") for line in lines]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(700, 20_000), st.booleans())
def test_every_character_is_there_once_and_in_order(text: str, width: int, tight: bool) -> None:
    lines = wrapper(False).wrap(text, width, tight)
    assert lines
    assert "".join("".join(lines).replace(SOFT_HYPHEN, "").split()) == squeezed(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(1_500, 20_000), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, width: int, tight: bool) -> None:
    for line in wrapper(False).wrap(text, width, tight):
        assert wrapper(False).line_width(line.rstrip()) <= width + 0.001 or len(line) == 1


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(3_000, 20_000))
def test_hyphens_never_make_a_text_longer(text: str, width: int) -> None:
    assert len(wrapper(False).wrap(text, width, tight=True)) <= len(wrapper(False).wrap(text, width)) + 1


def test_words_are_whole_unless_a_line_is_asked_to_be_tight() -> None:
    text = "мониторинг образовательных результатов"
    assert wrapper(False).wrap(text, 11_000) == ("мониторинг", "образовательных", "результатов")
    tight = wrapper(False).wrap(text, 11_000, tight=True)
    assert tight[0].endswith(SOFT_HYPHEN)


def test_a_word_wider_than_its_line_is_hyphenated_by_syllables() -> None:
    first, second = wrapper(False).wrap("образовательными", 6_000)
    assert (first, second) == ("образователь" + SOFT_HYPHEN, "ными")


@pytest.mark.parametrize(
    "word", ["МКУ«ЦМТО»ДЛЯШКОЛ", "Р2021документация5", "01-10/142-2-01-10/142", "internationalization"]
)
def test_abbreviations_numbers_and_foreign_words_are_never_hyphenated(word: str) -> None:
    lines = wrapper(False).wrap(word, 5_000, tight=True)
    assert len(lines) > 1
    assert not any(line.endswith(SOFT_HYPHEN) for line in lines)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("работа школы № 5 города", "№ 5"),
        ("приказ от 2020 г. и далее", "2020 г."),
        ("мероприятие просрочено 6 дн. и", "6 дн."),
        ("порога не достигли 38 % детей", "38 %"),
        ("директор И. И. Иванов и", "И. И. Иванов"),
        ("директор И.И. Иванов и", "И.И. Иванов"),
        ("сроки: сентябрь- октябрь 2020", "сентябрь- октябрь"),
        ("выступит Образцова А. А., методист", "Образцова А. А."),
        ("работники МКУ «ЦМТО» и школ", "МКУ «ЦМТО»"),
        ("согласно п. 5 ст. 112 кодекса", "п. 5"),
        ("на уроки записано 12 чел. из", "12 чел."),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, together: str) -> None:
    for width in range(8_500, 14_000, 250):
        assert any(together in line for line in readable(wrapper(False).wrap(text, width)))


def test_a_surname_is_not_hyphenated_to_fill_a_line() -> None:
    for text in ("выступит Образцова А. А., методист", "выступит Образцова Анна Андреевна, методист"):
        for width in range(8_500, 14_000, 250):
            lines = readable(wrapper(False).wrap(text, width, tight=True))
            assert any("Образцова" in line for line in lines)


def test_two_initials_stay_together_where_no_line_holds_the_name() -> None:
    assert readable(wrapper(False).wrap("Демонстрационная О. П.", 9_000)) == ["Демонстрационная", "О. П."]
    assert readable(wrapper(False).wrap("О. П. Демонстрационная", 9_000)) == ["О. П.", "Демонстрационная"]


def test_a_surname_that_no_line_holds_is_hyphenated_rather_than_cut() -> None:
    assert wrapper(False).wrap("Преображенская А. А.", 5_500)[0].endswith(SOFT_HYPHEN)


def test_a_line_never_begins_with_a_dash_of_its_sentence() -> None:
    text = "школа – дом — сад - лес – поле"
    for width in range(4_500, 16_000, 250):
        assert not any(line.startswith(("-", "–", "—")) for line in wrapper(False).wrap(text, width))


def test_a_dash_that_begins_an_item_goes_with_the_item() -> None:
    lines = readable(wrapper(False).wrap("планов: - первому; - второму", 7_000))
    assert lines == ["планов:", "- первому;", "- второму"]


def test_a_compound_is_broken_at_its_own_hyphen() -> None:
    assert wrapper(False).wrap("учителей-предметников", 8_000) == ("учителей-", "предметников")


def test_a_soft_hyphen_that_was_typed_shows_only_where_it_ends_a_line() -> None:
    typed = f"электро{SOFT_HYPHEN}снабжение"
    assert wrapper(False).wrap(typed, 20_000) == ("электроснабжение",)
    assert wrapper(False).wrap(typed, 6_000) == (f"электро{SOFT_HYPHEN}", "снабжение")


def test_a_mark_stays_with_its_letter() -> None:
    lines = wrapper(False).wrap("з" + "а\u0301" * 40, 2_000)
    assert not any(line.startswith("\u0301") for line in lines)


def test_centred_lines_are_of_about_one_length_and_no_more_of_them() -> None:
    text = "Муниципальный план мероприятий по оказанию методической помощи образовательным организациям"
    wrapped, balanced = wrapper(False).wrap(text, 36_000), wrapper(False).balance(text, 36_000)
    assert len(balanced) == len(wrapped) == 2
    widths = [[wrapper(False).line_width(line) for line in lines] for lines in (wrapped, balanced)]
    assert max(widths[1]) - min(widths[1]) < max(widths[0]) - min(widths[0])
    assert " ".join(balanced) == text

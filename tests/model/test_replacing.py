import pytest
from hypothesis import given

from roadmap_desktop.model.replacing import Query, Replacer
from tests.hostile_texts import hostile_texts


@pytest.mark.parametrize(
    ("query", "text", "replaced"),
    [
        (Query("школа", "лицей"), "Школа и школа", "Лицей и лицей"),
        (Query("Школа", "лицей"), "Школа и школа", "лицей и лицей"),
        (Query("школа", "лицей", match_case=True), "Школа и школа", "Школа и лицей"),
        (Query("ИМЦ", "ЦМТО"), "МКУ ИМЦ", "МКУ ЦМТО"),
        (Query("план", "график", whole_words=True), "план, планы и под-план", "график, планы и под-график"),
        (Query("СОШ № 5", "Лицей"), "СОШ\u00a0№  5", "Лицей"),
        (Query("учет", "контроль"), "учёт", "контроль"),
        (Query("учет", "контроль", match_case=True), "учёт", "учёт"),
        (Query("1.5", "2"), "1.5 и 1x5", "2 и 1x5"),
        (Query(r"\d", r"\1"), r"\d и 5", r"\1 и 5"),
        (Query("лишнее "), "лишнее слово", "слово"),
    ],
)
def test_words_are_replaced_as_a_person_means_it(query: Query, text: str, replaced: str) -> None:
    replacer = Replacer(query)
    assert replacer.replaced(text) == replaced
    assert replacer.is_in(text) == (text != replaced)


def test_the_words_are_shown_with_what_is_around_them() -> None:
    text = f"{'а' * 50} школа {'б' * 50}"
    before, after = Replacer(Query("школа", "лицей")).around(text)
    assert before == f"…{'а' * 23} школа {'б' * 23}…"
    assert after == before.replace("школа", "лицей")


@given(hostile_texts, hostile_texts, hostile_texts)
def test_any_texts_can_be_looked_for_and_replaced(find: str, replacement: str, text: str) -> None:
    if find.strip():
        replacer = Replacer(Query(find, replacement))
        assert (replacer.count(text) > 0) == replacer.is_in(text)
        assert replacer.is_in(text) or replacer.replaced(text) == text

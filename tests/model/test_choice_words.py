"""The words of a choice as people write them."""

import pytest

from roadmap_desktop.model.choice_words import chosen_word
from roadmap_desktop.model.registers.schools import SchoolKind
from roadmap_desktop.model.registers.teachers import Category


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Высшая", Category.HIGHEST), ("вкк", Category.HIGHEST), ("I", Category.FIRST), ("1 кв.", None),
        ("СЗД", Category.FIT), ("б/к", Category.NONE), ("Не имеет.", Category.NONE), ("двадцатая", None),
    ],
)  # fmt: skip
def test_a_category_is_known(written: str, meant: Category | None) -> None:
    assert chosen_word(written, list(Category)) == meant


def test_a_kind_of_school_is_known() -> None:
    assert chosen_word("основная общеобразовательная школа", list(SchoolKind)) == SchoolKind.BASIC

"""Where search hits are marked."""

import pytest

from roadmap_desktop.ui.table.search_marks import marked_spans


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("Ёлка и ель", ("е",), [(0, 1), (7, 1)]),
        ("школа, ШКОЛА", ("школ",), [(0, 4), (7, 4)]),
        ("перенос\u00adимый", ("носим",), [(4, 6)]),
        ("🎒 школа", ("школа",), [(3, 5)]),
        ("Straße 5", ("strasse",), [(0, 6)]),
        ("абвг", ("абв", "бвг"), [(0, 4)]),
        ("раи\u0306он и маи\u0306", ("й",), [(2, 2), (11, 2)]),
        ("ничего", ("школа",), []),
        ("ничего", (), []),
    ],
)
def test_marks_stand_where_the_letters_are(
    text: str, words: tuple[str, ...], spans: list[tuple[int, int]]
) -> None:
    assert marked_spans(text, words) == spans

"""Text that is not what a methodist would type: it is data all the same, and nothing is lost."""

from collections.abc import Callable
from datetime import date

import pytest

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.render import pdf_bytes
from tests.reports.printed_month import printed_month

SEPTEMBER = Period(date(2020, 9, 1), date(2020, 9, 30))
WORDS = "Совещание с директорами школ и педагогами о качестве образования. "


@pytest.fixture
def printed(plan_of: Callable[..., Plan], read_back: Callable[..., str]) -> Callable[[str], str]:
    """The file's text when an activity has that name."""

    def read(name: str) -> str:
        return read_back(pdf_bytes(printed_month(plan_of({"name": name}, {}), SEPTEMBER)), "-raw")

    return read


@pytest.mark.parametrize(
    "name",
    [
        'A < B & "C"',
        "<font size=90>крупно</font>",
        "<b>жирно</b>",
        "]]>",
        "&lt;&amp;&#8470;",
        "скобки ( ) и \\ черта",
        "%s {0} \\n",
        "№ 5 – «ёлочки» … „лапки“ − минус",
    ],
)
def test_markup_is_printed_as_typed(printed: Callable[[str], str], name: str) -> None:
    assert name in " ".join(printed(name).split())


@pytest.mark.parametrize("name", [WORDS * 300, "щ" * 3000, "Ы" * 20_000, "a" * 61, "нано-" * 600])
def test_a_name_longer_than_a_page_goes_on_over_pages(
    printed: Callable[[str], str], bare: Callable[[str], str], name: str
) -> None:
    header = "№\nп/п\nНаименование мероприятия\n(краткое содержание)\n"
    pages = printed(name).split("\f")
    # A page's number and the table's header come between the parts of the name.
    rest = "".join(page[page.index(header) :] if header in page else page for page in pages)
    for repeated in (
        header,
        "Сроки исполнения",
        "Ответственный\nисполнитель",
        "Ожидаемый результат",
        "Отметка о\nвыполнении",
    ):
        rest = rest.replace(repeated, "")
    # The first lines' neighbours, the due date among them, are drawn after the first part of the name.
    found = bare(rest).replace("сентябрь2020года", "")
    assert bare(name) in found
    assert "Мероприятие2" in found


def test_what_the_font_lacks_is_a_visible_square(printed: Callable[[str], str]) -> None:
    assert "Привет □ и □□ конец" in printed("Привет 🎉 и 漢字 конец")
    assert "□" in printed("مرحبا")
    assert "до □ после" in printed("до \ud800 после")


def test_what_is_kept_together_is_copied_as_plain_words(printed: Callable[[str], str]) -> None:
    text = " ".join(printed("СОШ № 5, 273-ФЗ, А. А. Образцова, МКУ «ЦМТО»").split("\n"))
    assert "СОШ № 5, 273-ФЗ, А. А. Образцова, МКУ «ЦМТО»" in text


def test_invisible_controls_are_not_drawn(printed: Callable[[str], str]) -> None:
    assert "словослово" in printed("сло\u200bво\u202eсло\u2066во\ufeff")
    assert "а б" in printed("а\tб")


def test_marks_join_their_letters(printed: Callable[[str], str]) -> None:
    assert "йёж" in printed("и\u0306е\u0308ж")
    assert "за\u0301мок" in printed("за\u0301мок")


def test_line_ends_are_kept(printed: Callable[[str], str]) -> None:
    assert "планов:\n- первый;\n- второй" in printed("планов:\r\n- первый;\n- второй")


def test_a_title_that_is_not_text_does_no_harm(
    plan_of: Callable[..., Plan], read_back: Callable[..., str]
) -> None:
    document = printed_month(
        plan_of({}, title="\ud83d \x00 <b>" * 50, head_post="щ" * 500, head_name="ж" * 300), SEPTEMBER
    )
    assert "<b>" in read_back(pdf_bytes(document), "-raw")

"""Names nobody expects: they are shown as far as they fit, and nothing is read as markup."""

import pytest

NAMES = {
    "long": "Слово " * 3400,
    "one word": "ё" * 3000,
    "markup": "<b>Жирно</b> & <font size=90>крупно</font> ]]>",
    "mnemonic": "&Название && ещё",
    "zero width": "Ну\u200bле\u200dвая\ufeff ширина",
    "emoji": "Праздник 🎉👩‍🏫 для всех",
    "right to left": "שלום עולם 12 مرحبا",
    "line breaks": "Первая\nвторая\r\nтретья\tчетвёртая",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_name_is_shown_on_a_bar_in_one_line_after_its_number(person, name):
    person.set(7, "name", name)
    caption = next(caption for caption in person.captions() if caption.startswith("7 "))
    assert "\n" not in caption
    assert len(caption) < 300
    assert not person.page.grid.grab().isNull()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_name_is_shown_in_a_pill_and_in_a_list(person, name):
    person.set(8, "name", name)
    pill = person.page.strip.pills[0]
    assert pill.caption.startswith("8 ")
    assert pill.width() <= 250
    assert pill.shortcut().isEmpty()
    person.page.strip.more.click()
    assert person.listed()[0] == "8"
    assert not person.popup().grab().isNull()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_tooltip_is_never_wider_than_a_screen(person, name):
    person.set(7, "name", name)
    tip = person.page.grid.tooltip_at(person.bar(7).center())
    assert "<b>" not in tip
    assert "<font" not in tip
    assert max(len(line) for line in tip.split("<br>")) < 400
    assert tip.count("<br>") < 20


def test_wording_that_nobody_can_read_puts_the_activity_among_the_undated(person):
    person.word(7, "когда рак на горе свистнет")
    assert person.page.strip.undated.text() == "Без даты: 2"
    assert "7" not in {entry.row.number for entry in person.page.grid.layout_shown.entries}


def test_dates_at_the_ends_of_time_are_shown(person):
    person.word(7, "01.01.0001 – 31.12.9999")
    person.page.show_month(person.page.month.replace(year=9998, month=12))
    assert not person.page.grid.grab().isNull()
    person.page.show_month(person.page.month.replace(year=1000, month=1))
    assert not person.page.grid.grab().isNull()

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given

from roadmap_desktop.model.typed_date import read_date, without_midnight
from tests.hostile_texts import hostile_texts


@pytest.mark.parametrize(
    "text",
    [
        "01.09.2020", "1.9.2020", "01.09.20", "01.09.2020 0:00", "01.09.2020 00:00:00", "01.09.20 0:00",
        "1 сентября 2020 г.", "1 сентября 2020\u00a0года", "01 Сентября 2020", "«1» сентября 2020 г.", "01.сен.20",
        "1 сент. 2020", "1-сен-20", "2020-09-01", "2020-09-01 00:00:00", "2020-09-01T00:00:00", "  01.09.2020 г. ",
    ],
)  # fmt: skip
def test_a_day_is_read_however_excel_or_a_person_writes_it(text: str) -> None:
    assert read_date(text) == date(2020, 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "сентябрь 2020",
        "31.02.2020",
        "01.09",
        "01.09.2020 14:30",
        "1 сентябристов 2020",
        "1.13.20",
        "44075",
        "0:00",
    ],
)
def test_what_is_no_day_or_more_than_one_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        read_date(text)


def test_two_figures_are_a_year_of_whom_they_may_be() -> None:
    assert (read_date("05.03.71").year, read_date("15 мая 49").year) == (1971, 2049)


def test_a_due_wording_loses_the_midnight_of_a_spreadsheet_and_nothing_else() -> None:
    assert without_midnight("01.09.2020 0:00") == "01.09.2020"
    assert without_midnight("2020-09-01 00:00:00") == "01.09.2020"
    for words in ("до 01.09.2020 0:00", "1 сентября 2020 г.", "сентябрь - октябрь", "01.09.20", "в 14:00"):
        assert without_midnight(words) == words


@given(hostile_texts)
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert 1 <= read_date(text).year <= 9999
    assert isinstance(without_midnight(text), str)

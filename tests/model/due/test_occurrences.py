from datetime import date

import pytest

from roadmap_desktop.model.due import occurrences, read_due
from roadmap_desktop.model.period import Period, school_year

PLAN = school_year("2020-2021")
OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))


@pytest.mark.parametrize(
    ("wording", "days"),
    [
        ("каждый вторник", [6, 13, 20, 27]),
        ("по понедельникам и четвергам", [1, 5, 8, 12, 15, 19, 22, 26, 29]),
        ("последняя пятница месяца", [30]),
        ("первый вторник каждого месяца", [6]),
        ("ежемесячно, до 10 числа", [10]),
        ("последний день месяца", [31]),
        ("ежеквартально, до 10 числа месяца, следующего за отчётным", [10]),
        ("ежемесячно, до 5 числа месяца, следующего за отчётным", [5]),
        ("первая и третья среда месяца", [7, 21]),
        ("каждый вторник с 15 октября", [20, 27]),
        ("ежедневно", list(range(1, 32))),
        ("каждый вторник с 10 по 24 октября", [13, 20]),
        ("каждый вторник ноября", []),
        ("ежемесячно", []),
        ("еженедельно", []),
        ("раз в квартал", []),
        ("раз в две недели по вторникам", []),
        ("октябрь", []),
        ("по графику", []),
    ],
)
def test_days_of_october_that_the_words_name(wording: str, days: list[int]) -> None:
    found = occurrences(read_due(wording, PLAN), OCTOBER)
    assert found == [date(2020, 10, day) for day in days]


def test_a_window_cut_at_a_days_edge_has_that_day() -> None:
    reading = read_due("каждый вторник", PLAN)
    assert occurrences(reading, Period(date(2020, 10, 6), date(2020, 10, 6))) == [date(2020, 10, 6)]
    assert occurrences(reading, Period(date(2020, 10, 7), date(2020, 10, 12))) == []


def test_a_window_outside_the_plan_has_no_days() -> None:
    assert occurrences(read_due("ежедневно", PLAN), Period(date(2022, 1, 1), date(2022, 1, 31))) == []


@pytest.mark.parametrize(
    ("wording", "february"),
    [
        ("до 31 числа каждого месяца", [28]),
        ("каждого 31 числа", [28]),
        ("каждого 30 числа", [28]),
        ("ежемесячно, до 29 числа", [28]),
        ("5 и 31 числа каждого месяца", [5, 28]),
        ("28 числа каждого месяца", [28]),
    ],
)
def test_a_day_that_february_lacks_falls_on_its_last(wording: str, february: list[int]) -> None:
    reading = read_due(wording, PLAN)
    assert occurrences(reading, Period(date(2021, 2, 1), date(2021, 2, 28))) == [
        date(2021, 2, day) for day in february
    ]


def test_a_month_that_has_the_day_has_it_once_wherever_the_window_is_cut() -> None:
    reading = read_due("30 числа каждого месяца", PLAN)
    assert occurrences(reading, Period(date(2020, 10, 29), date(2020, 10, 31))) == [date(2020, 10, 30)]
    assert occurrences(reading, Period(date(2020, 10, 31), date(2020, 11, 30))) == [date(2020, 11, 30)]
    assert occurrences(reading, Period(date(2020, 10, 1), date(2020, 10, 29))) == []


def test_a_quarters_report_falls_after_the_quarter() -> None:
    reading = read_due("ежеквартально, до 31 числа месяца, следующего за отчётным", PLAN)
    assert occurrences(reading, PLAN) == [
        date(2020, 10, 31),
        date(2021, 1, 31),
        date(2021, 4, 30),
        date(2021, 7, 31),
    ]

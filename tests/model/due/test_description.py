import pytest

from roadmap_desktop.model.due import describe, read_due
from roadmap_desktop.model.due.rule_words import rule_words
from roadmap_desktop.model.period import school_year

from .test_reading import CASES

PLAN = school_year("2020-2021")


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("сентябрь – октябрь", "1 сентября – 31 октября 2020"),
        ("декабрь – февраль", "1 декабря 2020 – 28 февраля 2021"),
        ("октябрь", "1–31 октября 2020"),
        ("5 октября", "5 октября 2020"),
        ("октябрь, март", "1–31 октября 2020, 1–31 марта 2021"),
        ("до 1 ноября", "до 1 ноября 2020"),
        ("к 1 октября и 1 марта", "до 1 октября 2020, до 1 марта 2021"),
        ("весь год", "весь период: 1 сентября 2020 – 31 августа 2021"),
        ("по вторникам", "каждый вторник, 1 сентября 2020 – 31 августа 2021"),
        ("4 раза в год", "раз в квартал, 1 сентября 2020 – 31 августа 2021"),
        ("1 раз в 2 недели", "раз в 2 недели, 1 сентября 2020 – 31 августа 2021"),
        ("последний понедельник месяца", "последний понедельник месяца, 1 сентября 2020 – 31 августа 2021"),
        ("ежемесячно, до 10 числа", "10 числа каждого месяца, 1 сентября 2020 – 31 августа 2021"),
        ("последний день месяца", "последний день месяца, 1 сентября 2020 – 31 августа 2021"),
        ("по средам, вторникам и пятницам октября", "по вторникам, средам и пятницам, 1–31 октября 2020"),
        ("I четверть", "1 сентября – 26 октября 2020 (по обычным четвертям и каникулам)"),
        ("до конца I четверти", "до 26 октября 2020 (по обычным четвертям и каникулам)"),
        ("1-я и 3-я среда месяца", "первая и третья среда месяца, 1 сентября 2020 – 31 августа 2021"),
        (
            "ежеквартально, до 10 числа месяца, следующего за отчётным",
            "10 числа месяца, следующего за отчётным кварталом, 1 сентября 2020 – 31 августа 2021",
        ),
        ("по графику", "без даты"),
        ("когда-нибудь", "не распознано: укажите даты"),
        ("", "не распознано: укажите даты"),
    ],
)
def test_the_user_is_told_what_the_words_were_read_as(wording: str, told: str) -> None:
    assert describe(read_due(wording, PLAN)) == told


RULES = sorted({rule for wording, _ in CASES if (rule := read_due(wording, PLAN).rule)})


@pytest.mark.parametrize(
    "rule",
    [
        *RULES,
        "FREQ=DAILY;INTERVAL=10",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1SU",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1,15,20",
        "FREQ=MONTHLY;BYDAY=1MO,-1MO",
        "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1",
    ],
)
def test_a_rule_told_in_words_reads_as_that_rule(rule: str) -> None:
    assert read_due(rule_words(rule), PLAN).rule == rule

"""Words for dates given by hand, and words brought after dates that were dragged."""

from datetime import date

import pytest

from roadmap_desktop.model.due import read_due, rewrite_due, write_deadline, write_due
from roadmap_desktop.model.period import Period, school_year

PLAN = school_year("2020-2021")


def period(start: str, end: str | None = None) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start))


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        ([], ""),
        ([PLAN], "в течение всего периода"),
        ([period("2020-10-01", "2020-10-31")], "октябрь 2020 года"),
        ([period("2020-02-01", "2020-02-29")], "февраль 2020 года"),
        ([period("2020-02-01", "2020-02-28")], "1–28 февраля 2020 года"),
        ([period("2020-09-01", "2020-10-31")], "сентябрь – октябрь 2020 года"),
        ([period("2020-12-01", "2021-02-28")], "декабрь 2020 – февраль 2021 года"),
        ([period("2020-10-05")], "5 октября 2020 года"),
        ([period("2020-10-05", "2020-10-16")], "5–16 октября 2020 года"),
        ([period("2020-09-28", "2020-10-09")], "28 сентября – 9 октября 2020 года"),
        ([period("2020-12-28", "2021-01-15")], "28 декабря 2020 – 15 января 2021 года"),
        (
            [period("2020-10-01", "2020-10-31"), period("2021-03-05")],
            "октябрь 2020 года, 5 марта 2021 года",
        ),
        ([period("2021-05-03"), period("2021-08-04")], "3 мая 2021 года, 4 августа 2021 года"),
    ],
)
def test_dates_are_written_in_the_shortest_usual_words(periods: list[Period], words: str) -> None:
    assert write_due(periods, PLAN) == words


def test_the_last_day_of_all_calendars_can_be_written() -> None:
    assert write_due([Period(date(9999, 12, 1), date.max)], PLAN) == "декабрь 9999 года"


def test_a_deadline_is_written_with_its_day() -> None:
    assert write_deadline(date(2020, 11, 1), PLAN) == "до 1 ноября 2020 года"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("сентябрь- октябрь\n2020 года", period("2020-11-01", "2020-11-30"), "ноябрь 2020 года"),
        ("до 1 ноября", period("2020-11-05"), "до 5 ноября 2020 года"),
        ("Не позднее 25 декабря", period("2020-12-28"), "не позднее 28 декабря 2020 года"),
        ("к 1 сентября", period("2020-09-03"), "к 3 сентября 2020 года"),
        ("до 25.12.2020 г.", period("2020-12-28"), "до 28.12.2020"),
        ("01.10.2020 – 15.10.2020", period("2020-10-03", "2020-10-17"), "03.10.2020 – 17.10.2020"),
        ("с 01.10 по 15.10.2020", period("2020-10-03"), "03.10.2020"),
        ("до 15/10/2020", period("2020-10-20"), "до 20/10/2020"),
        ("в срок до 15 октября", period("2020-10-20"), "в срок до 20 октября 2020 года"),
        ("к концу учебного года", period("2021-05-31"), "к 31 мая 2021 года"),
        ("15/10", period("2020-10-20", "2020-10-22"), "20/10/2020 – 22/10/2020"),
        ("15.10.2020 в 14:00", period("2020-10-20"), "20.10.2020 в 14:00"),
        ("15 октября, 14:00", period("2020-10-20"), "20 октября 2020 года, 14:00"),
        ("15 октября в 14.00", period("2020-10-01", "2020-10-31"), "октябрь 2020 года"),
        ("до 15 октября, 18:00", period("2020-10-20"), "до 20 октября 2020 года, 18:00"),
        ("вторник, 6 октября", period("2020-10-07"), "7 октября 2020 года"),
        ("«1» сентября 2020 г.", period("2020-09-02"), "2 сентября 2020 года"),
        ("октябрь (первая неделя)", period("2020-10-08", "2020-10-14"), "8–14 октября 2020 года"),
        ("2021 г.", period("2022-01-01", "2022-12-31"), "январь – декабрь 2022 года"),
        ("2020–2022 гг.", period("2021-01-01", "2022-12-31"), "январь 2021 – декабрь 2022 года"),
        (
            "каждое 10 число",
            period("2020-10-01", "2020-12-31"),
            "10 числа каждого месяца, октябрь – декабрь 2020 года",
        ),
        ("ежемесячно", period("2020-10-01", "2021-05-31"), "ежемесячно, октябрь 2020 – май 2021 года"),
        ("каждый вторник октября", PLAN, "каждый вторник"),
        ("ежемесячно", period("2020-10-05"), "5 октября 2020 года"),
        ("в течение года", period("2020-10-05"), "5 октября 2020 года"),
        ("по отдельному плану", period("2020-10-05"), "5 октября 2020 года"),
        ("октябрь", PLAN, "в течение всего периода"),
    ],
)
def test_changed_dates_keep_the_style_of_the_words(old: str, new: Period, words: str) -> None:
    assert rewrite_due(old, read_due(old, PLAN), [new], PLAN) == words


@pytest.mark.parametrize("text", ["сентябрь- октябрь\n2020 года", "до 1 ноября", "по графику", "ежемесячно"])
def test_dates_that_have_not_changed_leave_the_words_letter_for_letter(text: str) -> None:
    reading = read_due(text, PLAN)
    assert rewrite_due(text, reading, reading.periods, PLAN) == text


def test_without_dates_there_are_no_words() -> None:
    assert rewrite_due("октябрь", read_due("октябрь", PLAN), [], PLAN) == ""
    assert rewrite_due("до 1 октября", read_due("до 1 октября", PLAN), [], PLAN) == ""

"""How wordings read, case by case (``wordings.txt``) and in the plans of other periods."""

from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.model.due import DueKind, DueReading, read_due
from roadmap_desktop.model.period import Period, school_year

PLAN = school_year("2020-2021")
LINES = Path(__file__).with_name("wordings.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(" | ")) for line in LINES if line and not line.startswith("#")]


def as_line(reading: DueReading) -> str:
    """A reading as ``wordings.txt`` writes it: «dated 2020-10-01/2020-10-31 2021-03-05»."""
    days = ("/".join(dict.fromkeys(day.isoformat() for day in period)) for period in reading.periods)
    return " ".join(filter(None, (reading.kind.value, *days, reading.rule)))


@pytest.mark.parametrize(("wording", "line"), CASES)
def test_a_wording_reads_as_the_table_says(wording: str, line: str) -> None:
    assert as_line(read_due(wording, PLAN)) == line


def test_all_23_activities_of_the_real_roadmap_are_in_the_table() -> None:
    start = next(number for number, line in enumerate(LINES) if line.startswith("# The real roadmap"))
    assert LINES.index("", start) - start - 1 == 23


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0", "\u200b", "…", ".", ",", "()", "–"])
def test_a_blank_wording_is_unknown_since_nobody_left_it_open_on_purpose(blank: str) -> None:
    assert read_due(blank, PLAN) == DueReading(DueKind.UNKNOWN)


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        ("октябрь", "dated 2021-10-01/2021-10-31"),
        ("сентябрь – декабрь", "dated 2021-09-01/2021-12-31"),
        ("март, октябрь", "dated 2021-03-01/2021-03-31 2021-10-01/2021-10-31"),
        ("первое полугодие", "dated 2021-01-01/2021-06-30"),
        ("второе полугодие", "dated 2021-07-01/2021-12-31"),
        ("первое полугодие 2020–2021 учебного года", "dated 2020-09-01/2020-12-31"),
        ("3–4 квартал", "dated 2021-07-01/2021-12-31"),
        ("2021 год", "period 2021-01-01/2021-12-31"),
        ("2020–2021 учебный год", "dated 2020-09-01/2021-08-31"),
        ("весь период", "period 2021-01-01/2021-12-31"),
    ],
)
def test_a_plan_of_a_calendar_year_has_its_months_in_that_year(wording: str, line: str) -> None:
    plan = Period(date(2021, 1, 1), date(2021, 12, 31))
    assert as_line(read_due(wording, plan)) == line


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        ("ежегодно, август", "dated 2021-08-01/2021-08-31 2022-08-01/2022-08-31 2023-08-01/2023-08-31"),
        ("август, ежегодно", "dated 2021-08-01/2021-08-31 2022-08-01/2022-08-31 2023-08-01/2023-08-31"),
        ("1 раз в год, 5 мая", "dated 2021-05-05 2022-05-05 2023-05-05"),
        ("ежегодно до 1 сентября", "deadline 2020-09-01 2021-09-01 2022-09-01"),
        ("ежегодно с 2022 года", "recurring 2022-01-01/2023-08-31 FREQ=YEARLY"),
        ("ежегодно с 2020 года", "recurring 2020-09-01/2023-08-31 FREQ=YEARLY"),
        ("ежегодно с 2024 года", "unknown"),
        ("ежегодно, 2021–2023 гг.", "recurring 2021-01-01/2023-12-31 FREQ=YEARLY"),
        ("ежегодно, октябрь 2021", "dated 2021-10-01/2021-10-31"),
        ("ежегодно", "recurring 2020-09-01/2023-08-31 FREQ=YEARLY"),
        ("август", "dated 2021-08-01/2021-08-31"),
        (
            "2 раза в год (октябрь, апрель)",
            "dated 2020-10-01/2020-10-31 2021-04-01/2021-04-30 2021-10-01/2021-10-31 2022-04-01/2022-04-30"
            " 2022-10-01/2022-10-31 2023-04-01/2023-04-30",
        ),
        ("до конца года", "unknown"),
        ("до конца 2022 года", "deadline 2022-12-31"),
    ],
)
def test_what_is_yearly_comes_in_each_year_of_a_longer_plan(wording: str, line: str) -> None:
    plan = Period(date(2020, 9, 1), date(2023, 8, 31))
    assert as_line(read_due(wording, plan)) == line


def test_the_terms_of_a_calendar_year_are_of_two_school_years() -> None:
    plan = Period(date(2021, 1, 1), date(2021, 12, 31))
    assert as_line(read_due("раз в четверть", plan)) == (
        "dated 2021-01-10/2021-03-22 2021-04-01/2021-05-26 2021-09-01/2021-10-26 2021-11-05/2021-12-29"
    )


@pytest.mark.parametrize(
    ("wording", "is_assumed"),
    [
        ("раз в четверть", True),
        ("I четверть", True),
        ("до конца I четверти", True),
        ("осенние каникулы", True),
        ("октябрь", False),
        ("I квартал", False),
        ("раз в квартал", False),
    ],
)
def test_dates_that_the_terms_of_a_school_decide_are_marked_as_assumed(
    wording: str, is_assumed: bool
) -> None:
    assert read_due(wording, PLAN).is_assumed == is_assumed


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        ("сентябрь", "dated 2020-09-01/2020-09-30"),
        ("5 сентября", "dated 2020-09-05"),
        ("май", "dated 2021-05-01/2021-05-31"),
        ("июль", "dated 2021-07-01/2021-07-31"),
    ],
)
def test_a_plan_that_begins_after_the_first_of_september_is_still_of_its_school_year(
    wording: str, line: str
) -> None:
    plan = Period(date(2020, 9, 10), date(2021, 5, 31))
    assert as_line(read_due(wording, plan)) == line


def test_letters_put_together_from_parts_are_letters() -> None:
    assert as_line(read_due("маи\u0306", PLAN)) == "dated 2021-05-01/2021-05-31"
    assert as_line(read_due("согласовано е\u0308", PLAN)) == "unknown"


def test_29_february_is_a_day_of_a_leap_year_alone() -> None:
    assert as_line(read_due("29 февраля", school_year("2023"))) == "dated 2024-02-29"
    assert as_line(read_due("февраль", school_year("2023"))) == "dated 2024-02-01/2024-02-29"


@pytest.mark.parametrize(
    "wording",
    [
        "сентябрь-\nоктябрь\n2020 года",
        "сентябрь\u00a0–\u2009октябрь 2020\u202fгода",
        "сен\u00adтябрь — октябрь 2020 г.",
        "\u200fсентябрь\u200b‑октябрь\u2060 2020 года\ufeff",
        "СЕНТЯБРЬ − ОКТЯБРЬ 2020 ГОДА;",
        "с сентября по октябрь 2020 года.",
        "  сентябрь--октябрь, 2020 года",
    ],
)
def test_line_breaks_dashes_and_invisible_characters_do_not_matter(wording: str) -> None:
    assert as_line(read_due(wording, PLAN)) == "dated 2020-09-01/2020-10-31"


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        ("сен-\nтябрь", "dated 2020-09-01/2020-09-30"),
        ("сен\u00ad\nтябрь", "dated 2020-09-01/2020-09-30"),
        ("сен¬\nтябрь", "dated 2020-09-01/2020-09-30"),
        ("сен-\nтябрь –\nок-\nтябрь", "dated 2020-09-01/2020-10-31"),
        ("сентябрь-\nок\u00ad\nтябрь 2020 года", "dated 2020-09-01/2020-10-31"),
        ("до 1 но-\nября", "deadline 2020-11-01"),
        ("в те-\nчение учебно-\nго года", "period 2020-09-01/2021-08-31"),
        ("по отдель-\nному плану", "undated"),
        ("по согласо-\nванию с ОО", "undated"),
        ("сентябрь-\nоктябрь", "dated 2020-09-01/2020-10-31"),
        ("5-\n9 октября", "dated 2020-10-05/2020-10-09"),
    ],
)
def test_a_word_broken_at_a_lines_end_is_whole_and_a_range_is_a_range(wording: str, line: str) -> None:
    assert as_line(read_due(wording, PLAN)) == line

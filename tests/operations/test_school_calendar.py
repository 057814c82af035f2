"""The terms of the district and its days off: typed, kept, read by."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop import app, folders
from roadmap_desktop.errors import UserError
from roadmap_desktop.model import school_calendar
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.holidays import days_off, holiday_names
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.file.school_calendar import (
    keep,
    load,
    shown_days_off,
    shown_terms,
    typed_calendar,
)

PLAN = Period(date(2026, 9, 1), date(2027, 5, 31))
OURS = [("01.09", "23.10"), ("2.11", "29.12"), ("11.01", "26.03"), ("5.04", "26.05")]
DAY = date(2027, 4, 20)


@pytest.fixture(autouse=True)
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(folders.HOME, str(tmp_path))
    yield
    school_calendar.use(school_calendar.SchoolCalendar())


def test_terms_and_holidays_are_those_of_the_district() -> None:
    assert read_due("осенние каникулы", PLAN).is_assumed
    keep(typed_calendar(OURS, ""))
    holidays = read_due("осенние каникулы", PLAN)
    assert holidays.periods == (Period(date(2026, 10, 24), date(2026, 11, 1)),)
    assert not holidays.is_assumed
    assert read_due("III четверть", PLAN).periods == (Period(date(2027, 1, 11), date(2027, 3, 26)),)
    each = read_due("раз в четверть", PLAN)
    assert each.periods[1] == Period(date(2026, 11, 2), date(2026, 12, 29))
    assert not each.is_assumed


def test_a_day_off_of_the_region_is_one_and_has_its_name() -> None:
    assert DAY not in days_off([DAY])
    keep(typed_calendar(OURS, "20.04.2027 – Радоница\n\n21.05.2027"))
    assert days_off([DAY, date(2027, 5, 21), date(2027, 4, 21)]) == {DAY, date(2027, 5, 21)}
    assert holiday_names(Period(DAY, DAY)) == {DAY: "Радоница"}


def test_the_next_start_reads_by_what_was_kept() -> None:
    keep(typed_calendar(OURS, "20.04.2027 Радоница"))
    school_calendar.use(school_calendar.SchoolCalendar())
    app._use_school_calendar()
    assert shown_terms(school_calendar.in_use())[1] == ("02.11", "29.12")
    assert shown_days_off(school_calendar.in_use()) == "20.04.2027 Радоница"


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"terms": [], "days_off": {}}', '{"terms": 5}', "\0"])
def test_what_was_damaged_is_the_usual_calendar(damaged: str) -> None:
    folders.school_calendar_file().parent.mkdir(parents=True)
    folders.school_calendar_file().write_text(damaged)
    load()
    assert school_calendar.in_use() == school_calendar.SchoolCalendar()


@pytest.mark.parametrize(
    ("terms", "off", "said"),
    [
        ([("31.02", "23.10"), *OURS[1:]], "", "I четверть: «31.02» — не день."),
        ([("01.09", ""), *OURS[1:]], "", "I четверть: день не указан."),
        ([OURS[0], OURS[0], *OURS[2:]], "", "не по порядку"),
        ([OURS[0], ("02.11", "15.01"), *OURS[2:]], "", "не по порядку"),
        ([OURS[0], ("02.11", "09.01"), *OURS[2:]], "", "до Нового года"),
        ([OURS[0], ("24.10", "29.12"), *OURS[2:]], "", "нет каникул"),
        (OURS, "Радоница", "«Радоница» не понят"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_changes(
    terms: list[tuple[str, str]], off: str, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        typed_calendar(terms, off)
    assert school_calendar.in_use() == school_calendar.SchoolCalendar()

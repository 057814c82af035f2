"""What due wordings and texts say in the next year's plan."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.due import DueKind, read_due
from roadmap_desktop.model.new_year.shift import Shift, moved_day, moved_period, working_day
from roadmap_desktop.model.new_year.wordings import Trouble, moved_due, moved_text
from roadmap_desktop.model.period import Period, school_year
from tests.hostile_texts import hostile_texts
from tests.model.due.test_reading import CASES

NEXT = Shift(school_year(2020), school_year(2021))
AS_IT_FALLS = NEXT._replace(to_working_days=False)
BACK = Shift(school_year(2021), school_year(2020), to_working_days=False)
few = settings(max_examples=150, deadline=None)
WORDINGS = st.sampled_from([case[0] for case in CASES])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("сентябрь 2020 года", "сентябрь 2021 года"),
        ("сентябрь- октябрь\n2020 года", "сентябрь- октябрь\n2021 года"),
        ("декабрь 2020 – февраль 2021 года", "декабрь 2021 – февраль 2022 года"),
        ("I квартал 2021 года", "I квартал 2022 года"),
        ("2020–2021 учебный год", "2021–2022 учебный год"),
        ("до 15.10.2020", "до 15.10.2021"),
        ("12 октября 2020 года, 14:00", "12 октября 2021 года, 14:00"),
        ("октябрь, март", "октябрь, март"),
        ("в течение года", "в течение года"),
        ("ежемесячно", "ежемесячно"),
        ("первый вторник октября 2020 года", "первый вторник октября 2021 года"),
        ("по отдельному плану", "по отдельному плану"),
        ("", ""),
        ("до конца октября", "до конца октября"),
        # A Saturday, a Sunday and the New Year's holidays: the working day before, or the first of the month.
        ("10 октября 2020 года", "8 октября 2021 года"),
        ("до 1 мая 2021 года", "до 4 мая 2022 года"),
        ("03.01.2021", "10.01.2022"),
    ],
)
def test_a_wording_says_the_same_of_the_next_year(old: str, new: str) -> None:
    assert moved_due(old, "", NEXT) == (new, None, "")


def test_a_day_that_the_next_year_has_not_is_the_day_before() -> None:
    leap, after = school_year(2019), school_year(2020)
    moved = moved_due("до 29 февраля 2020 года", "", Shift(leap, after, to_working_days=False))
    assert moved == ("до 28 февраля 2021 года", None, "")
    whole = moved_due("февраль 2020 года", "", Shift(leap, after))
    assert whole == ("февраль 2021 года", None, "")


def test_days_off_stay_where_that_is_wanted() -> None:
    assert moved_due("10 октября 2020 года", "", AS_IT_FALLS).text == "10 октября 2021 года"


def test_what_was_not_understood_or_lies_outside_is_told() -> None:
    assert moved_due("после каникул, 2020", "", NEXT).trouble is Trouble.UNREAD
    assert moved_due("декабрь 2021 года", "", NEXT) == ("декабрь 2022 года", Trouble.OUTSIDE, "")


def test_dates_given_by_hand_move_with_the_words_beside_them() -> None:
    moved = moved_due("по графику школы", "2020-10-10/2020-10-10; 2021-03-01/2021-03-31", NEXT)
    assert moved == ("по графику школы", None, "2021-10-08/2021-10-08; 2022-03-01/2022-03-31")


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ("План действий на 2020-2021 учебный год", "План действий на 2021-2022 учебный год", None),
        ("Итоги 2019–2020 года", "Итоги 2020–2021 года", None),
        ("Школа на улице 1905 года", "Школа на улице 1905 года", None),
        ("Проект до 2024 года", "Проект до 2024 года", None),
        (
            "Приказ от 10.09.2020 г. № 01-10/142-2 о плане на 2020 год",
            "Приказ от 10.09.2020 г. № 01-10/142-2 о плане на 2021 год",
            Trouble.CITED,
        ),
        ("№ Р-201 от 27 августа 2021 года", "№ Р-201 от 27 августа 2021 года", Trouble.CITED),
        ("Закон от 29.12.2012 № 273-ФЗ", "Закон от 29.12.2012 № 273-ФЗ", None),
        ("https://site.ru/2020/plan", "https://site.ru/2020/plan", Trouble.CITED),
    ],
)
def test_in_texts_the_years_of_the_plan_move_and_documents_keep_theirs(
    old: str, new: str, trouble: Trouble | None
) -> None:
    assert moved_text(old, NEXT)[:2] == (new, trouble)


@few
@given(WORDINGS)
def test_a_wording_moved_and_back_is_the_same(text: str) -> None:
    there = moved_due(text, "", AS_IT_FALLS)
    if there.trouble is None:
        assert moved_due(there.text, "", BACK).text == text


@few
@given(WORDINGS)
def test_a_wording_without_a_year_stays_letter_for_letter(text: str) -> None:
    if not re.search(r"\d\d\d\d|\d[./]\s?\d+[./]\s?\d\d|[а-я]\.\d\d", text.lower()):
        assert moved_due(text, "", AS_IT_FALLS).text == text


@few
@given(WORDINGS, st.booleans())
def test_every_dated_wording_is_inside_the_new_period_or_told(text: str, to_working_days: bool) -> None:
    moved = moved_due(text, "", NEXT._replace(to_working_days=to_working_days))
    reading = read_due(moved.text, NEXT.new)
    is_inside = all(NEXT.new.covers(period) for period in reading.periods)
    assert is_inside or moved.trouble is not None
    assert reading.kind is not DueKind.UNKNOWN or moved.trouble is not None or not text.strip()


@few
@given(WORDINGS)
def test_what_was_read_is_read_again_as_the_same_days_of_another_year(text: str) -> None:
    before, moved = read_due(text, NEXT.old), moved_due(text, "", AS_IT_FALLS)
    if before.periods and moved.trouble is not Trouble.UNSHIFTED:
        after = read_due(moved.text, NEXT.new)
        assert (after.kind, after.rule) == (before.kind, before.rule)
        for period, was in zip(after.periods, before.periods, strict=True):
            # «Первый вторник октября» is another day each year.
            assert abs((period.start - moved_period(was, 1).start).days) < 8
            assert period == moved_period(was, 1) or "вторник" in text or "пятниц" in text


@few
@given(hostile_texts, hostile_texts)
def test_no_text_breaks_it(text: str, dates: str) -> None:
    moved_due(text, dates, NEXT)
    assert moved_text(text, NEXT._replace(new=NEXT.old)).text == text


@few
@given(st.dates(date(1950, 1, 1), date(2080, 12, 31)))
def test_a_day_off_gives_way_to_a_working_day_of_its_month(day: date) -> None:
    worked = working_day(day)
    assert (worked.year, worked.month) == (day.year, day.month)
    assert working_day(worked) == worked


@few
@given(st.dates(date(1950, 1, 1), date(2080, 12, 31)), st.integers(0, 40))
def test_days_keep_their_order(day: date, later: int) -> None:
    other = date.fromordinal(day.toordinal() + later)
    assert working_day(day) <= working_day(other)
    assert moved_day(day, 1) <= moved_day(other, 1)


def test_a_year_beyond_all_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="2120"):
        moved_period(Period(date(2020, 9, 1), date(2021, 8, 31)), 100)

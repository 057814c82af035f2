from datetime import date

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import effective_due, format_dates, parse_dates
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.standing import MonthGroup, is_undated, is_year_round, month_group, standing

PLAN = Period(date(2020, 9, 1), date(2021, 8, 31))
OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))


def activity(due_text: str, state: State = State.PLANNED, due_dates: str = "") -> ActivityRow:
    return ActivityRow(
        id="a",
        number="1",
        section_id=None,
        name="Список школ",
        due_text=due_text,
        due_dates=due_dates,
        due=effective_due(due_text, due_dates, PLAN),
        performers=(),
        expected_result="",
        state=state,
        actual_result="",
        completed_on=None,
        note="",
    )


def test_open_work_is_overdue_from_the_day_after_its_last_day() -> None:
    row = activity("сентябрь 2020 года")
    assert standing(row, date(2020, 9, 30)).word == "запланировано"
    assert standing(row, date(2020, 10, 1)).word == "просрочено 1 дн."
    assert standing(row, date(2020, 10, 6)).overdue_days == 6
    assert standing(row, date(2026, 11, 23)).word == "просрочено 6 лет"


@pytest.mark.parametrize("state", [State.DONE, State.MOVED, State.CANCELLED])
def test_work_that_was_decided_on_is_never_overdue(state: State) -> None:
    assert not standing(activity("сентябрь 2020 года", state), date(2021, 5, 1)).is_overdue


@pytest.mark.parametrize(
    ("due_text", "state", "group"),
    [
        ("октябрь 2020 года", State.PLANNED, MonthGroup.MONTH),
        ("сентябрь- октябрь 2020 года", State.DONE, MonthGroup.MONTH),
        ("в течение года", State.IN_WORK, MonthGroup.YEAR_ROUND),
        ("в течение всего периода", State.PLANNED, MonthGroup.YEAR_ROUND),
        ("сентябрь 2020 года", State.PLANNED, MonthGroup.OVERDUE),
        ("сентябрь 2020 года", State.DONE, None),
        ("март 2021 года", State.PLANNED, None),
        ("по отдельному плану", State.PLANNED, MonthGroup.UNDATED),
        ("когда получится", State.PLANNED, MonthGroup.UNDATED),
        ("по отдельному плану", State.CANCELLED, None),
    ],
)
def test_each_activity_has_one_place_in_the_plan_of_october(
    due_text: str, state: State, group: MonthGroup | None
) -> None:
    assert month_group(activity(due_text, state), OCTOBER, PLAN, date(2021, 5, 1)) is group


def test_in_a_plan_printed_early_nothing_is_overdue_that_is_not_due_yet() -> None:
    row = activity("сентябрь 2020 года")
    assert month_group(row, OCTOBER, PLAN, date(2020, 9, 30)) is None
    assert month_group(row, OCTOBER, PLAN, date(2020, 10, 1)) is MonthGroup.OVERDUE


def test_dates_given_by_hand_serve_words_that_name_none() -> None:
    row = activity("по отдельному плану", due_dates="2020-10-05/2020-10-09")
    assert row.due.periods == (Period(date(2020, 10, 5), date(2020, 10, 9)),)
    assert not is_undated(row)


def test_dates_given_by_hand_never_contradict_words_that_name_their_own() -> None:
    row = activity("сентябрь 2020 года", due_dates="2020-12-05/2020-12-09")
    assert row.due.periods == (Period(date(2020, 9, 1), date(2020, 9, 30)),)


def test_dates_that_cover_the_whole_plan_run_all_year() -> None:
    assert is_year_round(activity("с 01.09.2020 по 31.08.2021"), PLAN)


def test_stored_dates_read_back_as_they_were_written() -> None:
    periods = (OCTOBER, Period(date(2021, 3, 1), date(2021, 3, 1)))
    assert parse_dates(format_dates(periods)) == periods

"""Where activities and work stand in the plan of a month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.calendar_periods import month_of, week_of
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.month_plan import (
    PlanGroup,
    PlanLine,
    activity_group,
    activity_lines,
    in_order,
    repeated_as_one,
    work_group,
)
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.plan_days import read_days, shown_days
from roadmap_desktop.model.roadmap import Numbering
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo
from roadmap_desktop.model.work import Direction, WorkState

YEAR = school_year(2020)
OCTOBER = month_of(date(2020, 10, 1))


def activity(wording: str, state: State = State.PLANNED, number: str = "1") -> ActivityRow:
    row = ActivityRow(id=number, name=f"Мероприятие {number}", due_text=wording, state=state)
    return row._replace(number=number, due=effective_due(wording, "", YEAR))


def plan(*wordings: str) -> Plan:
    info = RoadmapInfo("r", "Карта", YEAR.start, YEAR.end, "", "", None, "", "", "", next(iter(Numbering)))
    rows = [activity(wording, number=str(place)) for place, wording in enumerate(wordings, start=1)]
    return Plan(info, (), tuple(rows))


@pytest.mark.parametrize(
    ("wording", "group"),
    [
        ("6 октября", PlanGroup.BY_DATES),
        ("6–8 октября", PlanGroup.BY_DATES),
        ("каждый вторник", PlanGroup.BY_DATES),
        ("6 октября, 3 ноября", PlanGroup.BY_DATES),
        ("октябрь", PlanGroup.ALL_MONTH),
        ("октябрь – ноябрь", PlanGroup.ALL_MONTH),
        ("октябрь, март", PlanGroup.ALL_MONTH),
        ("ежемесячно", PlanGroup.ALL_MONTH),
        ("сентябрь – октябрь", PlanGroup.EXPIRING),
        ("до 15 октября", PlanGroup.EXPIRING),
        ("с 5 сентября по 20 октября", PlanGroup.EXPIRING),
        ("в течение учебного года", PlanGroup.ALL_YEAR),
        ("постоянно", PlanGroup.ALL_YEAR),
        ("сентябрь", PlanGroup.EARLIER),
        ("по отдельному плану", PlanGroup.UNDATED),
        ("ноябрь", None),
    ],
)
def test_each_wording_has_its_part_of_october(wording: str, group: PlanGroup | None) -> None:
    assert activity_group(activity(wording), OCTOBER, YEAR) is group


def test_in_a_plan_made_early_nothing_is_undone_that_is_not_due_yet() -> None:
    assert activity_group(activity("сентябрь"), OCTOBER, YEAR, date(2020, 9, 30)) is None
    assert activity_group(activity("сентябрь"), OCTOBER, YEAR, date(2020, 10, 1)) is PlanGroup.EARLIER


def test_what_was_done_before_is_not_brought_up_again() -> None:
    assert activity_group(activity("сентябрь", State.DONE), OCTOBER, YEAR) is None
    assert activity_group(activity("по отдельному плану", State.DONE), OCTOBER, YEAR) is None


WORDINGS = st.sampled_from(
    (
        "6 октября",
        "6 и 20 октября",
        "октябрь, март",
        "6 октября, октябрь",
        "сентябрь – октябрь",
        "до 31 октября",
        "каждый вторник",
        "ежемесячно",
        "в течение года",
        "по отдельному плану",
        "ноябрь 2020, апрель 2021",
        "последняя пятница месяца",
    )
)


@given(st.lists(WORDINGS, max_size=12), st.integers(0, 400))
def test_every_activity_stands_in_a_window_at_most_once(wordings: list[str], day: int) -> None:
    made = plan(*wordings)
    for window in (
        month_of(YEAR.start + timedelta(days=day % 365)),
        week_of(YEAR.start + timedelta(days=day)),
    ):
        lines = activity_lines(made, window)
        assert len({line.id for line in lines}) == len(lines)
        touched = {row.id for row in made.activities if any(one.overlaps(window) for one in row.due.periods)}
        assert touched <= {line.id for line in lines}
        assert sorted(line.id for line in in_order(lines)) == sorted(line.id for line in lines)


def test_lines_stand_by_day_and_activities_without_one_as_in_the_plan() -> None:
    lines = in_order(activity_lines(plan("октябрь", "20 октября", "до 15 октября", "6 октября"), OCTOBER))
    assert [(line.numbers[0], shown_days(line, OCTOBER)) for line in lines] == [
        ("4", "6, вт"),
        ("2", "20, вт"),
        ("1", "1–31"),
        ("3", "до 15"),
    ]


def test_a_recurrence_is_one_line_with_its_days() -> None:
    (line,) = activity_lines(plan("каждый вторник"), OCTOBER)
    assert shown_days(line, OCTOBER) == "6, 13, 20, 27, вт"
    (line,) = activity_lines(plan("6 и 21 октября"), OCTOBER)
    assert shown_days(line, OCTOBER) == "6, 21"


def test_work_that_recurs_is_told_once_with_its_days_and_twice_on_a_day_is_twice() -> None:
    def work(key: str, day: int, state: WorkState = WorkState.PLANNED, name: str = "Занятие") -> PlanLine:
        days = Period(date(2020, 10, day), date(2020, 10, day))
        return PlanLine("tasks", key, PlanGroup.BY_DATES, Direction.PUPILS, "Дело", name, state, days)

    told = repeated_as_one(
        [
            work("a", 6),
            work("b", 13),
            work("c", 13),
            work("d", 20, WorkState.DONE),
            work("e", 27, name="Иное"),
        ]
    )
    assert [(line.name, shown_days(line, OCTOBER)) for line in told] == [
        ("Занятие", "6, 13, вт"),
        ("Занятие", "13, вт"),
        ("Занятие", "20, вт"),
        ("Иное", "27, вт"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "group"),
    [
        (date(2020, 10, 8), date(2020, 10, 8), PlanGroup.BY_DATES),
        (date(2020, 10, 8), date(2020, 10, 20), PlanGroup.BY_DATES),
        (date(2020, 9, 29), date(2020, 10, 2), PlanGroup.BY_DATES),
        (date(2020, 10, 1), date(2020, 10, 31), PlanGroup.ALL_MONTH),
        (date(2020, 9, 1), date(2020, 10, 15), PlanGroup.ALL_MONTH),
    ],
)
def test_work_stands_under_its_day_unless_it_lasts_for_the_month(
    first: date, last: date, group: PlanGroup
) -> None:
    assert work_group(Period(first, last), OCTOBER) is group


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("8", date(2020, 10, 8), date(2020, 10, 8)),
        ("8, чт", date(2020, 10, 8), date(2020, 10, 8)),
        ("8–10", date(2020, 10, 8), date(2020, 10, 10)),
        ("08.10.2020", date(2020, 10, 8), date(2020, 10, 8)),
        ("8 октября", date(2020, 10, 8), date(2020, 10, 8)),
        ("30 октября – 2 ноября", date(2020, 10, 30), date(2020, 11, 2)),
        ("12 января", date(2021, 1, 12), date(2021, 1, 12)),
        ("октябрь", date(2020, 10, 1), date(2020, 10, 31)),
    ],
)
def test_days_are_read_as_they_are_typed(text: str, first: date, last: date) -> None:
    assert read_days(text, OCTOBER) == Period(first, last)


def test_a_day_of_a_week_is_that_of_the_week() -> None:
    week = week_of(date(2020, 10, 1))
    assert week == Period(date(2020, 9, 28), date(2020, 10, 4))
    assert read_days("30", week) == Period(date(2020, 9, 30), date(2020, 9, 30))
    assert read_days("2", week) == Period(date(2020, 10, 2), date(2020, 10, 2))


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    try:
        found = read_days(text, OCTOBER)
    except ValueError as error:
        assert str(error).strip()
    else:
        assert found is None or found.start <= found.end

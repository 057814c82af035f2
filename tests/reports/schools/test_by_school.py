"""The matrix of activities and schools on paper."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Row
from roadmap_desktop.reports.schools.by_school import progress_by_school
from tests.reports.plan_source import rows, sentences, tables
from tests.reports.schools.district import a_source, membership, record

YEAR = school_year(2020)


def mark(activity: str, school: str, state: State, day: date | None = None) -> Any:
    return record(
        f"{activity} {school}", activity_id=activity, school_id=school, state=state.value, done_on=day
    )


def test_signs_and_totals_by_row_and_column(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({"name": "Список школ"}, {"name": "Рабочая группа"})
    marks = [
        mark("activity-1", "s10", State.DONE, date(2020, 10, 5)),
        mark("activity-1", "s2", State.DONE),
        mark("activity-2", "s2", State.IN_WORK),
        mark("activity-2", "s3", State.DONE),
    ]
    listed = [membership("m1", "s10"), membership("m2", "s2")]
    document = progress_by_school(a_source(plan, memberships=listed, progress=marks), YEAR)
    [table] = tables(document)
    assert [column.title for column in table.columns][2:] == ["Выполнили из 2", "СОШ № 2", "СОШ № 10"]
    assert rows(table) == [
        ("1.", "Список школ", "2", "+", "+ 05.10"),
        ("2.", "Рабочая группа", "0", "±", ""),
        ("", "Выполнено мероприятий из 2", "2", "1", "1"),
    ]


def test_every_sign_is_explained(plan_of: Callable[..., Plan]) -> None:
    for state in State:
        marks = [mark("activity-1", "s2", state)]
        document = progress_by_school(a_source(plan_of({}), progress=marks), YEAR)
        sign = rows(tables(document)[0])[0][3]
        assert f"«{sign}» — {state.value}" in sentences(document)[1]


def test_a_month_has_its_own_activities(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(
        {"due_text": "октябрь 2020 года"}, {"due_text": "март 2021 года"}, {"due_text": "по графику"}
    )
    [october] = tables(progress_by_school(a_source(plan), month_of(date(2020, 10, 1))))
    assert [row[0] for row in rows(october)[:-1]] == ["1."]
    [year] = tables(progress_by_school(a_source(plan), YEAR))
    assert [row[0] for row in rows(year)[:-1]] == ["1.", "2.", "3."]


def test_what_is_missing_is_said(plan: Plan, plan_of: Callable[..., Plan]) -> None:
    nobody = a_source(plan, schools=[])
    assert sentences(progress_by_school(nobody, YEAR)) == ["Школ пока нет, отмечать выполнение не у кого."]
    nothing = progress_by_school(a_source(plan_of()), YEAR)
    assert sentences(nothing) == ["За 2020–2021 учебный год мероприятий дорожной карты нет."]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(st.one_of(st.none(), st.sampled_from(State)), min_size=12, max_size=12))
def test_rows_and_columns_have_one_sum(plan_of: Callable[..., Plan], states: list[State | None]) -> None:
    places = [(f"activity-{number}", school) for number in range(1, 5) for school in ("s2", "s3", "s10")]
    marks = [mark(*place, state) for place, state in zip(places, states, strict=True) if state]
    [table] = tables(progress_by_school(a_source(plan_of({}, {}, {}, {}), progress=marks), YEAR))
    *activities, total = [row for row in table.rows if isinstance(row, Row)]
    done = states.count(State.DONE)
    assert total.is_total
    assert sum(int(row.texts[2]) for row in activities) == sum(map(int, total.texts[3:])) == done
    assert int(total.texts[2]) == done

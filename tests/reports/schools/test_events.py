"""What partners do together over a period."""

from datetime import date

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.schools.events import events
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.schools.district import a_source, partnership, record

NOVEMBER = month_of(date(2020, 11, 1))


def source(plan: Plan) -> PlanSource:
    def event(id: str, day: date | None, result: str = "") -> object:
        return record(id, partnership_id="b", name=f"Урок {id}", held_on=day, result=result)

    return a_source(
        plan,
        partnerships=[partnership("b", "s2")],
        events=[event("1", None), event("2", date(2020, 11, 20), "Проведено"), event("3", date(2020, 10, 1))],
    )


def held(plan: Plan, period: Period) -> list[str]:
    return [row[2] for row in rows(tables(events(source(plan), period))[0])]


def test_the_events_of_the_period_by_their_days(plan: Plan) -> None:
    [table] = tables(events(source(plan), NOVEMBER))
    assert rows(table) == [("1.", "20.11.2020", "Урок 2", "СОШ № 2", "СОШ № 3", "Проведено")]


def test_those_without_a_day_belong_to_the_whole_roadmap_alone(plan: Plan) -> None:
    assert held(plan, school_year(2020)) == ["Урок 3", "Урок 2", "Урок 1"]


def test_an_empty_period_says_so(plan: Plan) -> None:
    assert sentences(events(a_source(plan), NOVEMBER)) == [
        "За ноябрь 2020 года совместных мероприятий не записано."
    ]

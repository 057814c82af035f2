"""The summary of plans of development."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.teachers.plans import plans_summary
from tests.reports.charts import charts_of
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.teachers.people import plan, school, step, teacher


def source(made: Plan) -> PlanSource:
    registers: dict[str, Any] = {
        "schools": [school(10), school(2)],
        "teachers": [teacher("Ясная А. А.", 10), teacher("Ёлкина А. А.", 10), teacher("Берёзкина А. А.", 2)],
        "plans": [
            plan("1", "Ясная А. А.", state="выполнено"),
            plan("2", "Ёлкина А. А."),
            plan("3", "Берёзкина А. А."),
            plan("4", "Берёзкина А. А.", starts_on=date(2019, 10, 1), ends_on=date(2020, 5, 31)),
        ],
        "steps": [
            step("1", "а", state="выполнено", hours=10),
            step("2", "б", hours=4),
            step("2", "в", state="отменено", hours=100),
            step("4", "г"),
        ],
    }
    return PlanSource(made, registers=registers)


def test_plans_of_the_year_are_counted_by_school_with_steps_and_hours(plan_of: Callable[..., Plan]) -> None:
    document = plans_summary(source(plan_of()))
    by_school, listed = tables(document)
    assert [column.title for column in by_school.columns[3:5]] == ["В работе", "Выполнено"]
    assert rows(by_school) == [
        ("СОШ № 2", "1", "1", "1", "0", "0", "0", "", "0"),
        ("СОШ № 10", "2", "2", "1", "1", "2", "1", "50", "14"),
        ("Всего", "3", "3", "2", "1", "2", "1", "50", "14"),
    ]
    assert [row[1:3] + row[6:] for row in rows(listed)] == [
        ("Берёзкина А. А.", "СОШ № 2", "в работе", "0 из 0", "0"),
        ("Ёлкина А. А.", "СОШ № 10", "в работе", "0 из 1", "4"),
        ("Ясная А. А.", "СОШ № 10", "выполнено", "1 из 1", "10"),
    ]
    assert sentences(document)[0] == (
        "По состоянию на 10.12.2020 составлены 3 индивидуальных плана профессионального развития для 3 педагогов. "
        "Состояние: в работе — 2, выполнено — 1. Выполнено шагов: 1 из 2 (50\N{NO-BREAK SPACE}%)."
    )


def test_the_chart_has_the_schools_whose_plans_have_steps(plan_of: Callable[..., Plan]) -> None:
    [chart] = charts_of(plans_summary(source(plan_of())))
    assert isinstance(chart, Chart)
    assert (chart.categories, chart.series[0].values) == (("СОШ № 10",), (50.0,))


def test_one_school_has_its_list_alone(plan_of: Callable[..., Plan]) -> None:
    document = plans_summary(source(plan_of()), "s2")
    [listed] = tables(document)
    assert [row[1] for row in rows(listed)] == ["Берёзкина А. А."]
    assert "СОШ № 2" in sentences(document)


def test_no_plans_are_told(plan_of: Callable[..., Plan]) -> None:
    document = plans_summary(PlanSource(plan_of()))
    assert sentences(document) == ["Индивидуальных планов профессионального развития пока нет."]

"""The log of targeted help, and its hours."""

from datetime import date

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Heading
from roadmap_desktop.reports.schools.helps import help_log
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables
from tests.reports.schools.district import a_source, helped, teacher, visit

YEAR = school_year(2020)


def source(plan: Plan) -> PlanSource:
    return a_source(
        plan,
        teachers=[teacher("t1", "s2")],
        helps=[
            helped("h1", school_id="s10", theme="Подготовка к ОГЭ"),
            helped("h2", teacher_id="t1", form="наставничество"),
        ],
        visits=[
            visit("v1", "h1", date(2020, 12, 1), 2.5),
            visit("v2", "h1", date(2020, 10, 1), 2.0),
            visit("v3", "h2", date(2020, 11, 1)),
        ],
    )


def test_the_log_tells_day_by_day_who_came_to_whom_and_leaves_room_to_sign(plan: Plan) -> None:
    log, totals = tables(help_log(source(plan), YEAR))
    assert rows(log) == [
        ("1.", "01.10.2020", "Шаблонова В. В.\nтьюторство", "СОШ № 10", "Посещение v2", "2", "", ""),
        (
            "2.",
            "01.11.2020",
            "Шаблонова В. В.\nнаставничество",
            "СОШ № 2\nОбразцова А. А.",
            "Посещение v3",
            "",
            "",
            "",
        ),
        ("3.", "01.12.2020", "Шаблонова В. В.\nтьюторство", "СОШ № 10", "Посещение v1", "2,5", "", ""),
    ]
    assert log.columns[-1].title == "Подпись получившего помощь"
    assert log.least_height >= 8
    assert not captions(log)
    assert [(row[1], *row[-2:]) for row in rows(totals)] == [
        ("СОШ № 2", "1", ""),
        ("СОШ № 10", "2", "4,5"),
        ("", "3", "4,5"),
    ]


def test_a_month_has_its_own_days_and_names_who_has_none(plan: Plan) -> None:
    document = help_log(source(plan), month_of(date(2020, 10, 1)))
    assert [row[1] for row in rows(tables(document)[0])] == ["01.10.2020"]
    assert sentences(document) == [
        "За этот период нет записей: Шаблонова В. В. (СОШ № 2, Образцова А. А.; наставничество)."
    ]


def test_one_school_has_the_help_of_its_teachers_too(plan: Plan) -> None:
    document = help_log(source(plan), YEAR, "s2")
    assert document.blocks[0] == Heading("Журнал адресной помощи за 2020–2021 учебный год (СОШ № 2)")
    assert [row[4] for row in rows(tables(document)[0])] == ["Посещение v3"]


def test_an_empty_log_says_so(plan: Plan) -> None:
    document = help_log(a_source(plan), YEAR)
    assert sentences(document) == ["За 2020–2021 учебный год выездов и консультаций не записано."]

"""Plans of a quarter, half a school year and a year: the month's table over a longer term."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.calendar_periods import half_of, quarter_of
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.rows import Plan, SectionRow
from roadmap_desktop.reports.blocks import Document, Heading
from roadmap_desktop.reports.catalogue import find_report
from roadmap_desktop.reports.report import Stamp
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables

PERIODS = {"quarter": quarter_of(2020, 4), "half": half_of(2020, 1), "year": school_year(2020)}


def printed(id: str, plan: Plan, **chosen: Any) -> Document:
    report = find_report(id)
    usual: Mapping[str, Any] = {each.name: each.default for each in report.parameters}
    return report.build(PlanSource(plan), **{**usual, id: PERIODS[id], **chosen})


def numbers(document: Document) -> list[str]:
    return [row[0] for table in tables(document) for row in rows(table)]


def parted(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in tables(document)[0].rows:
        if hasattr(row, "text"):
            found[row.text] = []
        else:
            found[list(found)[-1]].append(row.texts[0])
    return found


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("quarter", "План мероприятий на IV квартал 2020 года"),
        ("half", "План мероприятий на I полугодие 2020–2021 учебного года"),
        ("year", "План мероприятий на 2020–2021 учебный год"),
    ],
)
def test_the_title_names_the_term_and_the_head_approves(plan: Plan, id: str, title: str) -> None:
    document = printed(id, plan)
    assert document.title == title
    assert document.blocks[0] == Heading(title)
    assert find_report(id).stamp is Stamp.APPROVED
    assert [column.title for column in tables(document)[0].columns][-1] == "Отметка о выполнении"


def test_a_quarter_has_its_own_then_the_year_then_what_is_overdue(plan: Plan) -> None:
    found = parted(printed("quarter", plan))
    assert found == {
        "Мероприятия квартала": ["3.", "7.", "10.", "12.", "13.", "14."],
        "В течение всего периода": ["8.", "19.", "20.", "21.", "22.", "23."],
        "Не выполнено в предыдущие кварталы": ["1.", "2.", "4.", "5.", "6.", "11."],
    }


def test_half_a_year_has_both_its_quarters_months(plan: Plan) -> None:
    found = parted(
        printed("half", plan, groups=frozenset({"Мероприятия полугодия", "Без установленного срока"}))
    )
    assert found["Мероприятия полугодия"] == [f"{n}." for n in (1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14)]
    assert found["Без установленного срока"] == ["18."]


def test_a_year_by_months_loses_no_activity_and_repeats_none(plan: Plan) -> None:
    document = printed("year", plan)
    found = parted(document)
    assert sorted(numbers(document)) == sorted(f"{row.number}." for row in plan.activities)
    assert found["Сентябрь 2020"] == [f"{n}." for n in (1, 2, 3, 4, 5, 6, 7, 10, 11, 12)]
    assert found["Октябрь 2020"] == ["13.", "14."]
    assert found["Март 2021"] == ["15."]
    assert found["Без установленного срока"] == ["18."]
    assert list(found)[-1] == "За пределами учебного года"
    assert found["За пределами учебного года"] == ["17."]


def test_a_year_by_sections_keeps_the_order_of_the_plan(plan_of: Callable[..., Plan]) -> None:
    made = plan_of({}, {"section_id": "a"}, {"section_id": "b", "due_text": "по отдельному плану"})
    sections = (SectionRow("a", "Кадры", 1), SectionRow("b", "Контроль", 2))
    document = printed("year", Plan(made.info, sections, made.activities), by="по разделам")
    assert parted(document) == {"Вне разделов": ["1."], "Кадры": ["2."], "Контроль": ["3."]}


def test_a_year_by_sections_of_a_plan_without_them_is_one_list(plan: Plan) -> None:
    [table] = tables(printed("year", plan, by="по разделам"))
    assert captions(table) == []
    assert [row[0] for row in rows(table)] == [f"{row.number}." for row in plan.activities]


@pytest.mark.parametrize("id", ["quarter", "half", "year"])
def test_a_term_without_activities_says_so(plan_of: Callable[..., Plan], id: str) -> None:
    document = printed(
        id,
        plan_of({"due_text": "март 2025 года"}, period_start=date(2024, 9, 1), period_end=date(2025, 8, 31)),
    )
    assert tables(document) == []
    assert sentences(document)[-1].startswith("На ")
    assert sentences(document)[-1].endswith(" мероприятий дорожной карты не запланировано.")


@pytest.mark.parametrize("id", ["quarter", "half", "year"])
def test_an_empty_choice_is_not_said_to_be_an_empty_plan(plan: Plan, id: str) -> None:
    assert sentences(printed(id, plan, groups=frozenset()))[-1].startswith("В выбранных группах")

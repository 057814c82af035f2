"""The analytical note on deficits: its numbers, its charts and what it concludes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Heading, Item
from roadmap_desktop.reports.teachers.deficits import deficits
from tests.reports.charts import charts_of
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.teachers.people import deficit, plan, school, score, teacher

A, B, C = "Альфа А. А.", "Бета Б. Б.", "Гамма В. В."


def source(made: Plan, *found: Any, plans: Any = ()) -> PlanSource:
    registers: dict[str, Any] = {
        "schools": [school(10), school(2)],
        "teachers": [
            teacher(A, 10),
            teacher(B, 2, subjects="Физика, математика"),
            teacher(C, 2),
            teacher("Нет", 2),
        ],
        "assessments": [score(A, 1), score(B, 4), score(C, 5)],
        "deficits": list(found),
        "plans": list(plans),
    }
    return PlanSource(made, registers=registers)


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def concluded(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Item)]


FOUND = (
    deficit(A),
    deficit(A, "Задачи", competence="предметная", state="устранён"),
    deficit(B),
    deficit(B, "Прошлогодний", state="устранён", found_on=date(2019, 10, 1)),
)


def test_the_summary_counts_teachers_and_deficits(plan_of: Callable[..., Plan]) -> None:
    document = deficits(source(plan_of(), *FOUND))
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in sentences(document)][:2] == [
        "По состоянию на 10.12.2020",
        "В диагностике участвовали 3 педагога из 2 школ. Выявлены 3 дефицита: предметных — 1 (33 %), "
        "методических — 2 (67 %). Из них устранено: 1. Неустранённые дефициты есть у 2 педагогов (67 %).",
    ]


def test_the_tables_are_by_competence_name_school_and_subject(plan_of: Callable[..., Plan]) -> None:
    document = deficits(source(plan_of(), *FOUND))
    assert headings(document) == [
        "По видам компетенций",
        "Наиболее распространённые дефициты",
        "По школам",
        "По предметам",
        "Выводы",
    ]
    competences, frequent, schools, subjects = tables(document)
    assert rows(competences) == [
        ("Предметные", "1", "33"),
        ("Методические", "2", "67"),
        ("Психолого-педагогические", "0", "0"),
        ("Коммуникативные", "0", "0"),
        ("Всего", "3", "100"),
    ]
    assert rows(frequent) == [("Оценивание", "методическая", "2"), ("Задачи", "предметная", "1")]
    total = ("Всего", "3", "2", "67", "1", "2", "0", "0", "3")
    assert rows(schools) == [
        ("СОШ № 2", "2", "1", "50", "0", "1", "0", "0", "1"),
        ("СОШ № 10", "1", "1", "100", "1", "1", "0", "0", "2"),
        total,
    ]
    assert rows(subjects) == [
        ("математика", "3", "2", "67", "1", "2", "0", "0", "3"),
        ("физика", "1", "1", "100", "0", "1", "0", "0", "1"),
        total,
    ]
    assert "Педагог, который преподаёт несколько предметов, учтён по каждому из них" in sentences(document)[2]
    assert [chart.title for chart in charts_of(document)] == [
        "Дефициты по видам компетенций",
        "Дефициты по школам",
        "Дефициты по предметам",
    ]


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        ((), "Для 2 педагогов с неустранёнными дефицитами необходимо разработать индивидуальные планы"),
        ((plan("p", A),), "Индивидуальные планы профессионального развития есть у 1 из 2 педагогов"),
        ((plan("p", A), plan("q", B)), "есть у всех педагогов с неустранёнными дефицитами."),
    ],
)
def test_it_concludes_who_needs_what(plan_of: Callable[..., Plan], planned: Any, said: str) -> None:
    most, hardest, plans = concluded(deficits(source(plan_of(), *FOUND, plans=planned)))
    assert most.replace("\N{NO-BREAK SPACE}", " ") == (
        "Преобладают методические дефициты — 67 % всех выявленных."
    )
    assert hardest.startswith("Наибольшая доля педагогов с неустранёнными дефицитами — СОШ № 10 (100")
    assert said in plans


def test_it_says_no_more_than_the_data(plan_of: Callable[..., Plan]) -> None:
    closed = deficits(source(plan_of(), deficit(A, state="устранён"), deficit(B, state="устранён")))
    assert concluded(closed) == [
        "Все выявленные дефициты — методические.",
        "Все выявленные дефициты устранены.",
    ]
    none = deficits(source(plan_of()))
    assert "Профессиональных дефицитов не выявлено." in sentences(none)[1]
    assert concluded(none) == ["Меры по восполнению дефицитов не требуются."]
    both = deficits(source(plan_of(), deficit(A), deficit(B, "Задачи", competence="предметная")))
    assert concluded(both)[0].startswith("Преобладают предметные и методические дефициты — по 50")


def test_one_deficit_is_no_many(plan_of: Callable[..., Plan]) -> None:
    assert concluded(deficits(source(plan_of(), deficit(A, state="устранён")))) == [
        "Выявленный дефицит устранён."
    ]
    for plans, said in (
        ((), "Для педагога с неустранёнными дефицитами необходимо разработать индивидуальный план"),
        ((plan("p", A),), "Индивидуальный план профессионального развития у педагога с неустранёнными"),
    ):
        *_, last = concluded(deficits(source(plan_of(), deficit(A), plans=plans)))
        assert last.startswith(said)


def test_one_school_and_one_subject(plan_of: Callable[..., Plan]) -> None:
    of_school = deficits(source(plan_of(), *FOUND), "s10")
    assert "По школам" not in headings(of_school)
    assert sentences(of_school)[0] == "СОШ № 10 · По состоянию на 10.12.2020"
    of_subject = deficits(source(plan_of(), *FOUND), None, "физика")
    assert "По предметам" not in headings(of_subject)
    assert sentences(of_subject)[1].startswith("В диагностике участвовал 1 педагог из 1 школы.")


def test_no_diagnosis_is_told(plan_of: Callable[..., Plan]) -> None:
    document = deficits(PlanSource(plan_of()))
    assert tables(document) == []
    assert sentences(document)[-1].startswith("Сведений о диагностике педагогов пока нет")


def test_equally_frequent_deficits_stand_as_they_were_met(plan_of: Callable[..., Plan]) -> None:
    names = [f"Умение {number}" for number in range(9)]
    _, frequent, *_ = tables(deficits(source(plan_of(), *(deficit(A, name) for name in names))))
    assert [row[0] for row in rows(frequent)] == names

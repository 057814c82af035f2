"""From self-assessment to deficits, from deficits to plans of development."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.plan_templates import STEP_FOR, TEMPLATES
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.step_dues import due_from
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.registers import development_plans, record_listing, registers
from roadmap_desktop.operations.registers.development_plans import PlanRequest, time_left
from roadmap_desktop.operations.registers.indicators import results_charts
from roadmap_desktop.operations.registers.network import read_network
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

TODAY, YEAR = date(2020, 10, 6), school_year("2020")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        yield file


def add(file: RoadmapFile, register: str, **texts: str) -> str:
    one = BY_ID[register]
    values = {
        name: text if name.endswith("_id") else parse_field(one.field(name), text)
        for name, text in texts.items()
    }
    return registers.add_record(file, one, values)[0]


def teacher(file: RoadmapFile, *scores: tuple[str, str]) -> str:
    id_ = add(file, "teachers", name="Образцова А. А.")
    for competence, score in scores:
        add(
            file,
            "assessments",
            teacher_id=id_,
            competence=competence,
            name=f"Тема: {competence}",
            score=score,
        )
    return id_


def texts(file: RoadmapFile, register: str, field: str) -> list[str]:
    listing = record_listing.read_listing(file, BY_ID[register])
    return [listing.text(row, BY_ID[register].field(field)) for row in listing.rows]


def test_low_scores_become_deficits_once(file: RoadmapFile) -> None:
    id_ = teacher(file, ("предметная", "2"), ("методическая", "3"), ("коммуникативная", "1"))
    development_plans.deficits_from_assessment(file, [id_], TODAY)
    assert sorted(texts(file, "deficits", "competence")) == ["коммуникативная", "предметная"]
    assert development_plans.deficits_from_assessment(file, [id_], TODAY) is None
    history.undo(file)
    assert texts(file, "deficits", "competence") == []


def test_a_plan_has_a_step_for_each_open_deficit_and_names_them(file: RoadmapFile) -> None:
    id_ = teacher(file, ("предметная", "1"), ("методическая", "2"))
    development_plans.deficits_from_assessment(file, [id_], TODAY)
    made = development_plans.create_plans(file, [id_], PlanRequest(YEAR))
    assert made is not None
    assert texts(file, "plans", "starts_on") == ["01.09.2020"]
    steps = texts(file, "steps", "name")
    assert len(steps) == 5
    assert "Курсы по предмету: Тема: предметная" in steps
    assert len(texts(file, "plan-deficits", "deficit_id")) == 2


def test_plans_of_many_are_one_step_of_undo(file: RoadmapFile) -> None:
    ids = [teacher(file) for _ in range(5)]
    development_plans.create_plans(file, ids, PlanRequest(YEAR))
    assert len(texts(file, "plans", "goal")) == 5
    history.undo(file)
    assert texts(file, "plans", "goal") == []
    with pytest.raises(UserError, match="Не выбран"):
        development_plans.create_plans(file, [], PlanRequest(YEAR))


def test_results_are_lines_by_exam_and_subject(file: RoadmapFile) -> None:
    school = add(file, "schools", name="СОШ № 1")
    for year, below in (("2020-2021", "34"), ("2018-2019", "41,5"), ("2019-2020", "")):
        add(
            file,
            "indicators",
            school_id=school,
            school_year=year,
            exam="ОГЭ",
            subject="математика",
            below=below,
        )
    (chart,) = results_charts(file, school)
    assert chart.categories == ("2018–2019", "2020–2021")
    assert chart.series == (("ОГЭ, математика", (41.5, 34.0)),)


def test_the_network_shows_who_helps_whom(file: RoadmapFile) -> None:
    one, two, three = (add(file, "schools", name=f"СОШ № {number}") for number in (1, 2, 3))
    add(file, "partnerships", school_id=one, partner_id=three, site="базовая площадка")
    add(file, "partnerships", school_id=two, partner_id=three)
    network = read_network(file)
    assert [(node.name, node.is_base) for node in network.nodes] == [
        ("СОШ № 3", True),
        ("СОШ № 1", False),
        ("СОШ № 2", False),
    ]
    assert {(bond.helper, bond.school) for bond in network.bonds} == {(three, one), (three, two)}


def test_a_template_gives_its_steps_in_its_order_to_each(file: RoadmapFile) -> None:
    ids = [add(file, "teachers", name=f"Образцова {letter}. А.") for letter in "АБ"]
    template = TEMPLATES[1]
    made = development_plans.create_plans(file, ids, PlanRequest(YEAR, template, "Примерова Б. В."))
    assert made is not None
    assert texts(file, "plans", "goal") == [template.goal] * 2
    assert texts(file, "plans", "mentor") == ["Примерова Б. В."] * 2
    assert texts(file, "steps", "name") == [step.name for step in template.steps] * 2
    history.undo(file)
    assert texts(file, "plans", "goal") == []


def test_steps_of_a_template_are_added_once(file: RoadmapFile) -> None:
    plan = add(
        file, "plans", teacher_id=add(file, "teachers", name="Образцова А. А."), goal="Освоить оценивание"
    )
    assert development_plans.add_steps(file, plan, TEMPLATES[0], YEAR.start) is not None
    assert development_plans.add_steps(file, plan, TEMPLATES[0], YEAR.start) is None
    assert texts(file, "steps", "name") == [step.name for step in TEMPLATES[0].steps]
    assert development_plans.with_open_plan(file, ["кто-то"]) == frozenset()


def test_a_period_that_ends_before_it_begins_makes_no_plan(file: RoadmapFile) -> None:
    id_ = add(file, "teachers", name="Образцова А. А.")
    with pytest.raises(UserError, match="заканчивается раньше"):
        development_plans.create_plans(file, [id_], PlanRequest(Period(date(2021, 5, 1), date(2020, 9, 1))))
    assert texts(file, "plans", "goal") == []


@pytest.mark.parametrize(
    "today", [date(2020, 9, 14), date(2020, 11, 30), date(2021, 1, 25), date(2021, 6, 2)]
)
def test_a_plan_made_after_september_is_not_born_overdue(file: RoadmapFile, today: date) -> None:
    id_ = add(file, "teachers", name="Образцова А. А.")
    for template in TEMPLATES:
        development_plans.create_plans(file, [id_], PlanRequest(time_left(YEAR, today), template))
    plan = add(file, "plans", teacher_id=id_, goal="Освоить оценивание", starts_on="01.09.2020")
    development_plans.add_steps(file, plan, TEMPLATES[1], today)
    for due in texts(file, "steps", "due_text"):
        assert max(period.end for period in effective_due(due, "", YEAR).periods) > today, due


def test_the_months_of_a_late_plan_are_as_many_and_no_later_than_its_end() -> None:
    said = {
        date(2020, 9, 14): ["сентябрь – октябрь", "октябрь – ноябрь", "март – апрель", "ежемесячно"],
        date(2020, 12, 3): ["декабрь – январь", "декабрь – январь", "март – апрель", "ежемесячно"],
        date(2021, 4, 3): ["апрель – май", "апрель – май", "апрель – май", "ежемесячно"],
        date(2021, 8, 3): ["август", "август", "август", "ежемесячно"],
    }
    for begins, dues in said.items():
        own = time_left(YEAR, begins)
        wordings = ("сентябрь – октябрь", "октябрь – ноябрь", "март – апрель", "ежемесячно")
        assert [due_from(due, own, YEAR) for due in wordings] == dues
    later = Period(date(2021, 10, 1), date(2022, 5, 31))
    assert due_from("сентябрь – октябрь", later, YEAR) == "октябрь – ноябрь 2021 года"


def test_the_due_wordings_of_all_templates_are_read() -> None:
    for template in TEMPLATES:
        for step in (*template.steps, *STEP_FOR.values()):
            assert effective_due(step.due, "", YEAR).periods, step.due

"""The individual plan of professional development."""

from collections.abc import Callable
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn, Item, Row, Signature
from roadmap_desktop.reports.teachers.plan import development_plan
from tests.reports.plan_source import PlanSource, entry, rows, sentences, tables
from tests.reports.teachers.people import deficit, plan, school, step, teacher

WHO = "Образцова А. А."


def document(made: Plan, *steps: Any, number: int = 1, **fields: Any) -> Document:
    registers = {
        "schools": [school(1)],
        "teachers": [teacher(WHO, number)],
        "plans": [plan("p", WHO, **fields)],
        "steps": [*steps, step("другой", "Чужой шаг")],
        "deficits": [
            deficit(WHO),
            deficit(WHO, "Задачи", competence="предметная"),
            deficit(WHO, "Не из плана"),
        ],
        "plan-deficits": [
            entry("1", plan_id="p", deficit_id=f"{WHO}: Оценивание"),
            entry("2", plan_id="p", deficit_id=f"{WHO}: Задачи"),
        ],
    }
    return development_plan(PlanSource(made, registers=registers), "p")


def lines(of: Document) -> dict[str, FillIn]:
    return {block.label: block for block in of.blocks if isinstance(block, FillIn)}


def test_it_tells_goal_term_mentor_and_the_deficits_it_answers(plan_of: Callable[..., Plan]) -> None:
    made = document(plan_of())
    assert made.title == (
        "Индивидуальный план профессионального развития педагога на 2020–2021 учебный год: Образцова А. А."
    )
    told = {label: line.value for label, line in lines(made).items()}
    assert told["Наставник"] == "Наставникова Б. Б."
    assert told["Срок реализации"] == "01.10.2020 – 31.05.2021"
    assert told["Цель"] == "Освоить оценивание"
    assert [block.text for block in made.blocks if isinstance(block, Item)] == [
        "Задачи (предметная компетенция)",
        "Оценивание (методическая компетенция)",
    ]


def test_steps_have_their_expected_result_and_room_for_a_mark(plan_of: Callable[..., Plan]) -> None:
    made = document(
        plan_of(),
        step("p", "Курсы", state="выполнено", certificate="Удостоверение № 5"),
        step("p", "Урок", hours=2, state="отменено"),
        step("p", "Чтение", hours=None),
    )
    [table] = tables(made)
    same = ("курсы", "МКУ «ЦМТО»", "октябрь")
    assert rows(table) == [
        ("1.", "Курсы", *same, "36", "Удостоверение", "выполнено\nУдостоверение № 5"),
        ("2.", "Урок", *same, "2", "Удостоверение", "отменено"),
        ("3.", "Чтение", *same, "", "Удостоверение", ""),
        ("", "Всего часов", "", "", "", "36", "", ""),
    ]
    assert isinstance(table.rows[0], Row)
    assert table.rows[0].cells[5] == 36


def test_reflection_is_printed_or_has_lines_to_write_on(plan_of: Callable[..., Plan]) -> None:
    assert lines(document(plan_of()))["Что удалось, что не удалось, над чем работать дальше"].lines > 2
    assert "Освоены приёмы" in sentences(document(plan_of(), reflection="Освоены приёмы"))
    assert "Шаги плана пока не записаны." in sentences(document(plan_of()))


def test_the_head_of_the_school_approves_it_the_teacher_the_mentor_and_the_methodist_sign(
    plan_of: Callable[..., Plan],
) -> None:
    made = document(plan_of(), mentor="")
    assert made.approver == Signature("Директор СОШ № 1", "А. А. Директорова")
    assert made.signatures == (
        Signature("С планом ознакомлен(а), педагог", "А. А. Образцова"),
        Signature("Наставник", ""),
        Signature("Методист", ""),
    )
    assert document(plan_of(), number=0).approver is None

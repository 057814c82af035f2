"""The sheet of self-assessment, filled in and empty."""

from collections.abc import Callable
from typing import Any

from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn, Signature
from roadmap_desktop.reports.teachers.assessment import REPORT
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables
from tests.reports.teachers.people import school, score, teacher

WHO = "Образцова А. А."


def sheet(plan: Plan, *scores: Any, **choices: Any) -> Document:
    registers = {"schools": [school(1)], "teachers": [teacher(WHO)], "assessments": list(scores)}
    return REPORT.build(
        PlanSource(plan, registers=registers), **({"record": None, "rows": None, "blank": False} | choices)
    )


def lines(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}


def test_scores_stand_by_competence_and_low_ones_are_deficits(plan_of: Callable[..., Plan]) -> None:
    document = sheet(
        plan_of(),
        score(WHO, 2, "методическая"),
        score(WHO, 5),
        score(WHO, 3, "методическая", assessed_on=None),
        score("Другая", 1),
        record=WHO,
    )
    [table] = tables(document)
    assert captions(table) == ["Предметные компетенции", "Методические компетенции"]
    assert rows(table) == [
        ("1.", "Умение 5", "5", "06.10.2020", ""),
        ("2.", "Умение 2", "2", "06.10.2020", "дефицит"),
        ("3.", "Умение 3", "3", "", ""),
    ]
    assert sentences(document)[-1] == "Средний балл: 3,3. Профессиональные дефициты: умение 2."
    assert lines(document) == {
        "Фамилия, имя, отчество": WHO,
        "Образовательная организация": "Учреждение «СОШ № 1»",
        "Должность, преподаваемые предметы": "учитель, математика",
        "Квалификационная категория": "первая",
        "Педагогический стаж": "21 год",
    }
    assert document.signatures == (Signature("Педагог", "А. А. Образцова"),)


def test_no_deficits_and_no_scores_are_told(plan_of: Callable[..., Plan]) -> None:
    document = sheet(plan_of(), score(WHO, 4), score(WHO, None), record=WHO)
    assert sentences(document)[-1] == "Средний балл: 4,0. Профессиональных дефицитов по самооценке нет."
    nothing = sheet(plan_of(), record=WHO)
    assert tables(nothing) == []
    assert "пока не заполнена" in sentences(nothing)[-1]


def test_the_form_asks_about_every_competence_on_the_register_s_scale(plan_of: Callable[..., Plan]) -> None:
    document = sheet(plan_of(), blank=True, rows=2)
    [table] = tables(document)
    assert [column.title for column in table.columns[2:]] == ["1", "2", "3", "4", "5"]
    assert captions(table) == [f"{words.many} компетенции" for words in COMPETENCES.values()]
    asked = [statement for words in COMPETENCES.values() for statement in (*words.statements, "", "")]
    assert [row[1] for row in rows(table)] == asked
    assert not any(lines(document).values())


def test_the_form_of_a_teacher_bears_the_name(plan_of: Callable[..., Plan]) -> None:
    document = sheet(plan_of(), score(WHO, 2), blank=True, record=WHO)
    assert lines(document)["Фамилия, имя, отчество"] == WHO
    assert not any(mark for row in rows(tables(document)[0]) for mark in row[2:])

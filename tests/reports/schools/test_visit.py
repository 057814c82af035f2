"""The note on a visit to a school."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn, Signature
from roadmap_desktop.reports.schools.visit import REPORT
from tests.reports.plan_source import PlanSource
from tests.reports.schools.district import helped, record, school, teacher


def printed(plan: Plan, help_: Any = None, record_id: str | None = "v", blank: bool = False) -> Document:
    visit = record(
        "v", help_id="h", held_on=date(2020, 10, 6), name="Посещение уроков", hours=4.5, outcome="Даны советы"
    )
    registers = {
        "visits": [visit],
        "helps": [help_ or helped("h", school_id="s2", theme="Подготовка к ОГЭ")],
        "schools": [school("s2", head="Образцова А. А.", full_name="Учреждение «СОШ № 2»"), school("s3")],
        "teachers": [teacher("t1", "s3")],
    }
    return REPORT.build(PlanSource(plan, registers=registers), record=record_id, blank=blank)


def filled(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}


def test_the_note_tells_who_went_where_what_for_and_what_came_of_it(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of())
    assert filled(document) == {
        "Дата": "06.10.2020",
        "Образовательная организация": "Учреждение «СОШ № 2»",
        "Кто выезжал": "Шаблонова В. В.",
        "Цель": "Подготовка к ОГЭ",
        "Что сделано": "Посещение уроков",
        "Затрачено часов": "4,5",
        "Итог": "Даны советы",
        "Рекомендации": "",
        "Срок выполнения рекомендаций": "",
    }
    assert document.signatures == (
        Signature("Справку составил(а)", "В. В. Шаблонова"),
        Signature("Ознакомлен(а): директор СОШ № 2", "А. А. Образцова"),
    )


def test_help_to_a_teacher_is_given_in_the_teacher_s_school(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), helped("h", teacher_id="t1"))
    assert filled(document)["Образовательная организация"] == "СОШ № 3"
    assert filled(document)["Кому оказана помощь"] == "Образцова А. А."
    assert document.signatures[1] == Signature("Ознакомлен(а): директор СОШ № 3", "")


def test_the_form_has_lines_to_write_on(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), record_id=None, blank=True)
    assert document.title == "Справка о выезде в школу (бланк)"
    assert set(filled(document).values()) == {""}
    assert [one.name for one in document.signatures] == ["", ""]
    assert document.signatures[1].post == "Ознакомлен(а): руководитель образовательной организации"

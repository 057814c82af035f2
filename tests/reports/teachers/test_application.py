"""The application for courses."""

from collections.abc import Callable
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn, Signature
from roadmap_desktop.reports.teachers.application import REPORT
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.teachers.test_courses import OCTOBER, source


def printed(made: Plan, found: PlanSource | None = None, **choices: Any) -> Document:
    return REPORT.build(found or source(made), **({"record": None, "period": OCTOBER} | choices))


def filled(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}


def test_an_application_to_one_course_names_its_places_and_who_gives_it(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of(approving_body="Отдел образования", head_post="Начальник", head_name="Образцова А. А.")
    document = printed(plan, record="Оценивание")
    assert rows(tables(document)[0])[0] == (
        "1.",
        "Берёзкина А. А.",
        "учитель",
        "СОШ № 2",
        "математика",
        "Оценивание",
        "06.10.2020 – 06.11.2020",
        "36",
    )
    assert filled(document) == {"Заявитель": "Отдел образования", "Организатор курсов": "Институт"}
    assert sentences(document) == ["на обучение на курсах повышения квалификации"]
    assert document.signatures == (Signature("Начальник", "А. А. Образцова"),)


def test_an_application_of_a_period_has_all_its_courses(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of())
    assert [(row[1], row[5]) for row in rows(tables(document)[0])] == [
        ("Берёзкина А. А.", "Оценивание"),
        ("Ёлкина А. А.", "Оценивание"),
        ("Ясная А. А.", "Оценивание"),
        ("Ясная А. А.", "Управление"),
    ]
    assert sentences(document) == ["на обучение на курсах повышения квалификации на октябрь 2020 года"]


def test_with_nobody_entered_there_are_rows_to_write_in(plan_of: Callable[..., Plan]) -> None:
    for document in (
        printed(plan_of(), record="Пустые"),
        printed(plan_of(approving_body=""), PlanSource(plan_of(approving_body=""))),
    ):
        [table] = tables(document)
        assert [row[1:] for row in rows(table)] == [("",) * 7] * 10
        assert table.least_height >= 8

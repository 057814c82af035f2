"""The register of effective practices."""

from datetime import date
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.schools.practices import practices
from tests.reports.plan_source import rows, sentences, tables
from tests.reports.schools.district import a_source, record


def practice(id: str, **values: Any) -> object:
    usual = {"name": id, "school_id": None, "author": "", "description": "", "presented_at": ""}
    return record(id, **(usual | {"presented_on": None} | values))


def test_they_stand_by_school_and_theme_with_their_files(plan: Plan) -> None:
    made = [
        practice("Чтение", school_id="s10"),
        practice(
            "Наставничество",
            school_id="s2",
            presented_at="Методическая неделя",
            presented_on=date(2021, 3, 12),
        ),
        practice("Группы", school_id="s10", author="Образцова А. А.", description="Сменные группы"),
    ]
    files = {"practice/Чтение": ["План.docx", "Фото.zip"]}
    [table] = tables(practices(a_source(plan, files, practices=made)))
    assert rows(table) == [
        ("1.", "Наставничество", "СОШ № 2", "", "", "Методическая неделя, 12.03.2021", ""),
        ("2.", "Группы", "СОШ № 10", "Образцова А. А.", "Сменные группы", "", ""),
        ("3.", "Чтение", "СОШ № 10", "", "", "", "План.docx\nФото.zip"),
    ]


def test_an_empty_register_says_so(plan: Plan) -> None:
    assert sentences(practices(a_source(plan))) == ["Эффективных практик пока не записано."]

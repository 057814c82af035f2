"""The sheet that participants sign: those known to come, and empty rows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn
from roadmap_desktop.reports.meetings.attendance import REPORT
from tests.reports.meetings.test_group import member
from tests.reports.plan_source import PlanSource, entry, named, rows, sentences, tables
from tests.reports.teachers.people import teacher

DAY = date(2020, 10, 6)


def meeting(id: str, kind: str, community: str | None = None) -> Any:
    made = named("Ход работы", id, kind=kind, held_on=DAY, place="МКУ «ЦМТО»", community_id=community)
    return made._replace(texts={**made.texts, "community_id": "ММО математиков" if community else ""})


def printed(plan: Plan, **choices: Any) -> Document:
    registers = {
        "meetings": [
            meeting("g", "рабочая группа"),
            meeting("c", "методическое объединение", "o"),
            meeting("d", "директора школ"),
        ],
        "group": [member("Учебная А. А.", "секретарь"), member("Модельная А. А.", "председатель")],
        "teachers": [teacher("Ясная А. А.", 10), teacher("Берёзкина А. А.", 2)],
        "members": [
            entry("1", community_id="o", teacher_id="Ясная А. А."),
            entry("2", community_id="o", teacher_id="Берёзкина А. А."),
        ],
        "courses": [named("Оценивание", "k", starts_on=DAY, ends_on=None)],
        "participants": [entry("3", course_id="k", teacher_id="Ясная А. А.")],
        "lessons": [named("Уравнения", "l", subject="Математика", held_on=None, schedule="по средам")],
        "events": [named("Открытый урок", "e", held_on=DAY)],
    }
    return REPORT.build(PlanSource(plan, registers=registers), **({"rows": 3} | choices))


def filled(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}


def test_members_of_the_group_are_expected_at_its_meeting(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), meeting="g")
    [table] = tables(document)
    assert rows(table) == [
        ("1.", "Модельная А. А.", "методист", "", ""),
        ("2.", "Учебная А. А.", "методист", "", ""),
        ("3.", "", "", "", ""),
    ]
    assert table.columns[-1].title == "Подпись"
    assert table.least_height >= 8
    assert filled(document) == {"Дата": "06.10.2020", "Место проведения": "МКУ «ЦМТО»"}
    assert sentences(document)[0] == (
        "заседания рабочей группы по вопросам повышения качества образования\n«Ход работы»"
    )


def test_members_of_a_community_are_expected_at_theirs(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), meeting="c")
    assert [row[1:4] for row in rows(tables(document)[0])] == [
        ("Берёзкина А. А.", "учитель, математика", "СОШ № 2"),
        ("Ясная А. А.", "учитель, математика", "СОШ № 10"),
        ("", "", ""),
    ]
    assert sentences(document)[0].startswith("заседания методического объединения математиков")


def test_participants_are_expected_at_their_course(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), course="k", rows=1)
    assert [row[1] for row in rows(tables(document)[0])] == ["Ясная А. А."]
    assert filled(document)["Дата"] == "с 06.10.2020"


@pytest.mark.parametrize(
    ("chosen", "what", "days"),
    [
        ({"meeting": "d"}, "совещания с директорами образовательных организаций\n«Ход работы»", "06.10.2020"),
        ({"lesson": "l"}, "дистанционного занятия: Математика\n«Уравнения»", "по средам"),
        ({"event": "e"}, "совместного мероприятия сетевых партнёров\n«Открытый урок»", "06.10.2020"),
    ],
)
def test_where_nobody_is_known_rows_are_empty(
    plan_of: Callable[..., Plan], chosen: dict[str, str], what: str, days: str
) -> None:
    document = printed(plan_of(), **chosen)
    assert sentences(document)[0] == what
    assert filled(document)["Дата"] == days
    assert [row[1:] for row in rows(tables(document)[0])] == [("", "", "", "")] * 3


def test_a_sheet_of_nothing_is_an_empty_one(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of())
    assert filled(document) == {"Мероприятие": "", "Дата": "", "Место проведения": ""}
    assert len(rows(tables(document)[0])) == 3


def test_two_gatherings_at_once_are_refused_in_words(plan_of: Callable[..., Plan]) -> None:
    with pytest.raises(UserError, match="Выбрано несколько: совещание и курсы"):
        printed(plan_of(), meeting="g", course="k")

"""The plan of meetings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.meetings.schedule import schedule
from roadmap_desktop.reports.source import Entry
from tests.reports.plan_source import PlanSource, named, rows, sentences, tables

OCTOBER = month_of(date(2020, 10, 1))


def meeting(name: str, **fields: Any) -> Entry:
    usual = {
        "kind": "рабочая группа",
        "held_on": date(2020, 10, 6),
        "agenda": "",
        "place": "Отдел образования",
    }
    return named(name, **(usual | fields))


def source(plan: Plan) -> PlanSource:
    meetings = [
        meeting("Итоги ВПР", kind="директора школ", held_on=date(2020, 10, 20)),
        meeting("Ход работы", agenda="1) Справки\n2) Разное"),
        meeting("Потом", held_on=None),
        meeting("Весной", held_on=date(2021, 3, 1)),
    ]
    items = [
        named("Разное", meeting_id="Итоги ВПР", number=2),
        named("Результаты школ", meeting_id="Итоги ВПР", number=1),
    ]
    return PlanSource(plan, registers={"meetings": meetings, "agenda-items": items})


def test_meetings_stand_by_date_with_their_agenda(plan_of: Callable[..., Plan]) -> None:
    document = schedule(source(plan_of()), OCTOBER)
    assert document.title == "План совещаний на октябрь 2020 года"
    [table] = tables(document)
    assert rows(table) == [
        ("1.", "06.10.2020", "Ход работы", "1. Справки\n2. Разное", "рабочая группа", "Отдел образования"),
        (
            "2.",
            "20.10.2020",
            "Итоги ВПР",
            "1. Результаты школ\n2. Разное",
            "директора школ",
            "Отдел образования",
        ),
    ]
    assert isinstance(table.rows[0].cells[1], date)


def test_the_whole_year_ends_with_what_has_no_date_yet(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of()
    document = schedule(source(plan), plan.info.period)
    assert document.title == "План совещаний на 2020–2021 учебный год"
    assert [row[1:3] for row in rows(tables(document)[0])][-2:] == [
        ("01.03.2021", "Весной"),
        ("дата уточняется", "Потом"),
    ]


def test_one_kind_is_named_in_the_title_and_not_in_every_row(plan_of: Callable[..., Plan]) -> None:
    document = schedule(source(plan_of()), OCTOBER, "директора школ")
    assert document.title == "План совещаний с директорами школ на октябрь 2020 года"
    [table] = tables(document)
    assert "Вид" not in [column.title for column in table.columns]
    assert [row[2] for row in rows(table)] == ["Итоги ВПР"]


def test_no_meetings_are_told(plan_of: Callable[..., Plan]) -> None:
    document = schedule(PlanSource(plan_of()), OCTOBER)
    assert sentences(document) == ["На октябрь 2020 года совещаний не запланировано."]

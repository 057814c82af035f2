"""The working group as an annex to its order."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.meetings.group import working_group
from tests.reports.plan_source import PlanSource, named, rows, sentences, tables


def member(name: str, role: str, **fields: Any) -> Any:
    usual = {"position": "методист", "order_number": "12", "order_date": date(2020, 9, 9)}
    return named(name, role=role, **(usual | fields))


def test_the_chairman_comes_first_then_deputies_the_secretary_and_members_by_surname(
    plan_of: Callable[..., Plan],
) -> None:
    members = [
        member("Школьная А. А.", "член группы"),
        member("Ёлкина А. А.", "член группы"),
        member("Учебная А. А.", "секретарь"),
        member("Модельная А. А.", "председатель", position="начальник отдела образования"),
        member("Пробная А. А.", "заместитель председателя"),
    ]
    document = working_group(PlanSource(plan_of(), registers={"group": members}))
    [table] = tables(document)
    assert rows(table) == [
        ("1.", "Модельная А. А.", "начальник отдела образования", "председатель"),
        ("2.", "Пробная А. А.", "методист", "заместитель председателя"),
        ("3.", "Учебная А. А.", "методист", "секретарь"),
        ("4.", "Ёлкина А. А.", "методист", "член группы"),
        ("5.", "Школьная А. А.", "методист", "член группы"),
    ]
    assert document.annex.startswith("Приложение № ____\nк приказу ")
    assert document.annex.endswith("\nот 09.09.2020 № 12")


def test_members_of_several_orders_have_a_column_of_orders_and_the_annex_lines_to_write_on(
    plan_of: Callable[..., Plan],
) -> None:
    members = [
        member("Учебная А. А.", "председатель"),
        member("Школьная А. А.", "член группы", order_number="45", order_date=None),
    ]
    document = working_group(PlanSource(plan_of(), registers={"group": members}))
    [table] = tables(document)
    assert table.columns[-1].title == "Приказ"
    assert [row[-1] for row in rows(table)] == ["№ 12 от 09.09.2020", "№ 45"]
    assert document.annex.endswith("от ____________ № ________")


def test_an_empty_group_says_so(plan_of: Callable[..., Plan]) -> None:
    document = working_group(PlanSource(plan_of()))
    assert tables(document) == []
    assert "Рабочая группа пока не создана" in sentences(document)[0]

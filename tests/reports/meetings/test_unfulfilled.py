"""What meetings decided and what is not done."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.meetings.unfulfilled import REPORT
from tests.reports.plan_source import PlanSource, named, rows, sentences, tables

OCTOBER = date(2020, 10, 6)


def decision(name: str, due: str = "", state: str = "запланировано", of: str = "m", **fields: Any) -> Any:
    return named(
        name, meeting_id=of, due_text=due, state=state, responsible="директора школ", done="", **fields
    )


def printed(plan: Plan, *decisions: Any, day: date | None = OCTOBER, **choices: Any) -> Document:
    """The report of 10 December 2020 on what a meeting of that day decided."""
    meetings = [named("Итоги диагностики", "m", held_on=day)]
    source = PlanSource(plan, registers={"meetings": meetings, "decisions": decisions})
    return REPORT.build(source, **({"period": plan.info.period} | choices))


def late(document: Document) -> list[tuple[str, str]]:
    return [(row[1], row[5]) for table in tables(document) for row in rows(table)]


def test_only_what_is_not_done_is_told_the_most_overdue_first(plan_of: Callable[..., Plan]) -> None:
    document = printed(
        plan_of(),
        decision("Без срока"),
        decision("Будущее", "до 15 мая"),
        decision("Начатое", "до 4 декабря", "в работе"),
        decision("Просроченное", "до 10 октября"),
        decision("Перенесённое", "до 1 ноября", "перенесено"),
        decision("Сделанное", "до 10 октября", "выполнено"),
        decision("Отменённое", "до 10 октября", "отменено"),
    )
    [table] = tables(document)
    assert [column.title for column in table.columns] == [
        "№ п/п",
        "Решение",
        "Совещание, дата",
        "Ответственный",
        "Срок",
        "Просрочено",
        "Состояние",
    ]
    assert rows(table)[0] == (
        "1.",
        "Просроченное",
        "Итоги диагностики\n06.10.2020",
        "директора школ",
        "до 10 октября",
        "61\N{NO-BREAK SPACE}дн.",
        "запланировано",
    )
    assert late(document) == [
        ("Просроченное", "61\N{NO-BREAK SPACE}дн."),
        ("Перенесённое", ""),
        ("Начатое", "6\N{NO-BREAK SPACE}дн."),
        ("Будущее", ""),
        ("Без срока", ""),
    ]
    assert sentences(document) == ["По состоянию на 10.12.2020 не выполнено: 5, из них просрочено: 2"]


@pytest.mark.parametrize("due", ["до 10 декабря", "15.05.2021", "в течение всего периода", "по графику", ""])
def test_what_is_due_today_or_later_or_on_no_day_is_never_overdue(
    plan_of: Callable[..., Plan], due: str
) -> None:
    assert late(printed(plan_of(), decision("Решение", due))) == [("Решение", "")]


def test_a_due_without_a_year_is_never_before_its_meeting(plan_of: Callable[..., Plan]) -> None:
    november = date(2020, 11, 5)
    assert late(printed(plan_of(), decision("Планы", "до 25 октября"), day=november)) == [("Планы", "")]
    [(_name, days)] = late(printed(plan_of(), decision("Планы", "до 25 октября 2020 года"), day=november))
    assert days == "46\N{NO-BREAK SPACE}дн."


def test_a_meeting_that_is_to_come_has_left_nothing_undone(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), decision("Решение"), day=date(2020, 12, 11))
    assert sentences(document) == ["За 2020–2021 учебный год невыполненных решений совещаний нет."]


def test_a_period_has_the_decisions_of_its_meetings(plan_of: Callable[..., Plan]) -> None:
    kept = printed(plan_of(), decision("Решение", "до 10 октября"), period=month_of(OCTOBER))
    assert kept.title == "Невыполненные решения совещаний за октябрь 2020 года"
    assert len(late(kept)) == 1
    assert late(printed(plan_of(), decision("Решение"), period=month_of(date(2020, 11, 1)))) == []
    assert len(late(printed(plan_of(), decision("Решение"), day=None))) == 1

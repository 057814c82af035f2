"""The calendar page of a month: what stands on which day."""

from collections.abc import Callable
from datetime import date

import pytest

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.dated_record import DatedRecord
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Orientation
from roadmap_desktop.reports.calendar import calendar_page
from roadmap_desktop.reports.calendar_cells import RECORD_KINDS, short
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables

NOVEMBER = month_of(date(2020, 11, 1))
LONG = "Обсуждение вопросов реализации комплекса мероприятий, направленных на создание условий для получения качества"


def page(plan: Plan, month: Period = NOVEMBER, *records: DatedRecord) -> Document:
    return calendar_page(
        PlanSource(plan, records=records), month, frozenset({"Совещания", "Решения совещаний"})
    )


def days(document: Document) -> dict[str, list[str]]:
    """The lines written beneath each day's number and holiday."""
    cells = [cell.split("\n") for row in rows(tables(document)[0]) for cell in row if cell]
    return {lines[0]: lines[1:] for lines in cells}


def written(document: Document) -> dict[str, list[str]]:
    return {day: lines for day, lines in days(document).items() if lines}


def test_the_grid_has_every_day_in_its_weekday_and_days_off_are_shaded(plan: Plan) -> None:
    document = page(plan)
    assert document.page.orientation is Orientation.LANDSCAPE
    [table, _] = tables(document)
    assert [column.title for column in table.columns][::6] == ["Понедельник", "Воскресенье"]
    grid = rows(table)
    assert list(grid[0]) == [""] * 6 + ["1"]
    assert len(days(document)) == 30
    assert grid[-1] == ("30", *[""] * 6)
    assert grid[1][2] == "4 День народного единства"
    assert [sorted(row.shaded) for row in table.rows] == [[6], [2, 5, 6], [5, 6], [5, 6], [5, 6], []]  # type: ignore[union-attr]
    assert table.least_height > 0


@pytest.mark.parametrize(
    ("due_text", "expected"),
    [
        ("до 16 ноября 2020 года", {"16": ["Срок: 1. Мероприятие 1"]}),
        ("с 17 по 19 ноября 2020 года", {day: ["1. Мероприятие 1"] for day in ("17", "18", "19")}),
        ("с 5 по 20 ноября 2020 года", {"5": ["Начало: 1. Мероприятие 1"], "20": ["Срок: 1. Мероприятие 1"]}),
        ("с 20 октября по 3 ноября 2020 года", {"3": ["Срок: 1. Мероприятие 1"]}),
        ("ноябрь 2020 года", {}),
        ("октябрь-ноябрь 2020 года", {}),
        ("в течение года", {}),
        ("по отдельному плану", {}),
        ("каждый вторник ноября 2020 года", {day: ["1. Мероприятие 1"] for day in ("3", "10", "17", "24")}),
    ],
)
def test_an_activity_stands_on_the_days_that_its_words_name(
    plan_of: Callable[..., Plan], due_text: str, expected: dict[str, list[str]]
) -> None:
    assert written(page(plan_of({"due_text": due_text}))) == expected


def test_beneath_the_grid_names_stand_whole(plan_of: Callable[..., Plan]) -> None:
    document = page(
        plan_of(
            {"due_text": "до 16 ноября 2020 года", "name": LONG},
            {"due_text": "в течение года"},
            {"due_text": "ноябрь 2020 года"},
            {"due_text": "март 2021 года"},
        )
    )
    assert written(document) == {
        "16": ["Срок: 1. Обсуждение вопросов реализации комплекса мероприятий, направленных…"]
    }
    table = tables(document)[1]
    assert [row[0] for row in rows(table)] == ["1.", "3.", "2."]
    assert captions(table) == ["В течение всего периода"]
    assert rows(table)[0][1:] == (LONG, "до 16 ноября 2020 года")


def test_records_stand_on_their_day_and_terms_on_their_last(plan_of: Callable[..., Plan]) -> None:
    day, term = Period(date(2020, 11, 12), date(2020, 11, 12)), Period(date(2020, 11, 1), date(2020, 11, 27))
    beyond = Period(date(2020, 11, 25), date(2020, 12, 2))
    records = (
        DatedRecord("meetings", "1", "О <b>ходе</b>\nвыполнения", "Совещание", day),
        DatedRecord("decisions", "2", "Обновить список", "Решение", term),
        DatedRecord("decisions", "3", "Позже", "Решение", beyond),
        DatedRecord("lessons", "4", "Не выбрано", "Занятие", day),
    )
    assert written(page(plan_of(), NOVEMBER, *records)) == {
        "12": ["Совещание: О <b>ходе</b> выполнения"],
        "27": ["Срок: Решение: Обновить список"],
    }


def test_an_empty_month_is_still_a_grid(plan_of: Callable[..., Plan]) -> None:
    document = page(plan_of())
    assert len(tables(document)) == 1
    assert sentences(document) == ["На ноябрь 2020 года мероприятий дорожной карты не запланировано."]


def test_the_kinds_to_choose_from_are_the_registers_with_a_day() -> None:
    assert {each.id: each.title for each in REGISTERS if each.day} == RECORD_KINDS


def test_a_name_is_cut_between_words_and_never_begins_a_page_long_cell() -> None:
    assert short("Коротко и ясно.") == "Коротко и ясно."
    assert short("слово, " * 20) == "слово, " * 9 + "слово…"
    assert short("щ" * 20_000) == "щ" * 70 + "…"

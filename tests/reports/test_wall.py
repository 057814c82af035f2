"""The year wall planner: numbers in the days of its months, the span of each activity along its row."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.dated_record import DatedRecord
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.wall import wall_planner
from tests.reports.plan_source import PlanSource, rows, sentences, tables

YEAR = school_year(2020)


def wall(plan: Plan, *records: DatedRecord) -> Document:
    return wall_planner(PlanSource(plan, records=records), YEAR)


def months(document: Document) -> dict[str, dict[str, str]]:
    table = tables(document)[0]
    titles = [column.title for column in table.columns]
    return {row[0]: {t: c for t, c in zip(titles, row, strict=True) if c} for row in rows(table)}


def test_the_wall_has_twelve_months_of_days_with_numbers_in_them(plan_of: Callable[..., Plan]) -> None:
    meeting = DatedRecord(
        "meetings", "1", "О ходе", "Совещание", Period(date(2020, 11, 16), date(2020, 11, 16))
    )
    document = wall(
        plan_of(
            {"due_text": "до 16 ноября 2020 года"},
            {"due_text": "октябрь-ноябрь 2020 года"},
            {"due_text": "в течение года"},
        ),
        meeting,
    )
    found = months(document)
    assert next(iter(found)) == "сентябрь 2020"
    assert list(found)[-1] == "август 2021"
    assert len(found) == 12
    assert found["ноябрь 2020"] == {"Месяц": "ноябрь 2020", "16": "1\nС", "Весь месяц": "2"}
    table = tables(document)[0]
    february: Any = table.rows[5]
    assert {29, 30, 31} <= february.shaded
    assert {6, 7, 23} <= february.shaded
    assert 1 not in february.shaded


@pytest.mark.parametrize(
    ("due_text", "expected"),
    [
        ("до 16 ноября 2020 года", {"ноя": "до 16"}),
        ("с 5 по 20 ноября 2020 года", {"ноя": "5–20"}),
        ("с 28 октября по 3 ноября 2020 года", {"окт": "28–31", "ноя": "1–3"}),
        ("октябрь-ноябрь 2020 года", {"окт": "●", "ноя": "●"}),
        ("октябрь, март", {"окт": "●", "мар": "●"}),
        ("по отдельному плану", {}),
    ],
)
def test_the_span_of_an_activity_is_read_along_its_row(
    plan_of: Callable[..., Plan], due_text: str, expected: dict[str, str]
) -> None:
    document = wall(plan_of({"due_text": due_text}, {}))
    table = tables(document)[1]
    titles = [column.title for column in table.columns]
    first: Any = table.rows[0]
    assert {t: c for t, c in zip(titles[3:], first.texts[3:], strict=True) if c} == expected
    assert first.shaded == {titles.index(month) for month in expected}
    assert first.texts[:3] == ("1.", "Мероприятие 1", due_text)


def test_an_empty_year_is_still_a_calendar(plan_of: Callable[..., Plan]) -> None:
    document = wall(plan_of())
    assert len(tables(document)) == 1
    assert sentences(document) == ["На 2020–2021 учебный год мероприятий дорожной карты не запланировано."]

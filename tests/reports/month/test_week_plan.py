"""The plan of a week by its days."""

from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.calendar_periods import week_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.printing.printing import report_document
from roadmap_desktop.reports.month.week_plan import week_plan
from roadmap_desktop.reports.render import pdf_bytes
from tests.reports.every_report import FULL, TODAY
from tests.reports.month.planned_work import cells, parted, work
from tests.reports.plan_source import PlanSource, sentences

WEEK = week_of(date(2020, 10, 8))


def test_the_days_are_captions_and_the_cells_say_the_hour(plan: Plan) -> None:
    lines = [
        work("выезд", 8, time="9:30–13:00"),
        work("сбор", 8),
        work("курсы", 6, 7),
        work("с прошлой недели", 3, 5),
    ]
    document = week_plan(PlanSource(plan, TODAY, lines=lines), WEEK, sources={"Дела"})
    assert document.title == "План работы на неделю 5–11 октября 2020 года"
    assert parted(document) == {
        "Понедельник, 5 октября": ["с прошлой недели"],
        "Вторник, 6 октября": ["курсы"],
        "Четверг, 8 октября": ["сбор", "выезд"],
    }
    assert cells(document, "Дата, время") == ["3–5 октября", "6–7 октября", "", "9:30–13:00"]


@pytest.mark.parametrize("typed", ["2020-12-09", "9 декабря", "13.12.2020"])
def test_any_day_of_the_week_names_it_and_it_fits_on_a_sheet(samples: dict[str, Path], typed: str) -> None:
    with open_roadmap(samples[FULL]) as file:
        document = report_document(file, "week", {"week": typed}, TODAY)
    assert document.title == "План работы на неделю 7–13 декабря 2020 года"
    assert pdf_bytes(document).count(b"/Type /Page\n") == 1


def test_a_week_of_two_years_names_both(plan: Plan) -> None:
    document = week_plan(PlanSource(plan), week_of(date(2021, 1, 1)), sources=())
    assert document.title == "План работы на неделю 28 декабря 2020 – 3 января 2021 года"
    assert sentences(document)[-1].endswith("мероприятий нет.")


@pytest.mark.parametrize("typed", ["вчера", "9999-12-31", "0001-01-01"])
def test_what_is_no_week_is_refused(samples: dict[str, Path], typed: str) -> None:
    with open_roadmap(samples[FULL]) as file, pytest.raises(UserError, match="Неделя"):
        report_document(file, "week", {"week": typed}, TODAY)

"""What the screen shows of the reports is what they print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.overview import OverviewKind
from roadmap_desktop.model.period import school_year
from roadmap_desktop.operations.file.files import create_empty, open_roadmap
from roadmap_desktop.operations.plan import reading
from roadmap_desktop.operations.printing.overview import read_overview, read_overview_of
from roadmap_desktop.operations.printing.printing import report_document
from roadmap_desktop.reports.blocks import Row, Table
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.reports.charts import charts_of
from tests.samples import full_sample_at

TODAY = date(2020, 12, 10)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoadmapFile]:
    path = tmp_path_factory.mktemp("full") / "карта.roadmap"
    full_sample_at(path)
    with open_roadmap(path) as file:
        yield file


@pytest.mark.parametrize("kind", OverviewKind)
def test_every_chart_and_tally_of_the_report_is_there(full: RoadmapFile, kind: OverviewKind) -> None:
    document = report_document(full, kind.report, {}, TODAY)
    parts = read_overview(full, kind, TODAY).parts
    assert tuple(part.chart for part in parts if part.chart is not None) == charts_of(document)
    printed = {
        tuple(row.texts for row in block.rows if isinstance(row, Row))
        for block in document.blocks
        if isinstance(block, Table)
    }
    assert len(parts) >= 3
    assert all(part.texts in printed for part in parts if part.has_total)


def test_a_chart_without_a_table_has_its_values_as_one(full: RoadmapFile) -> None:
    first = read_overview(full, OverviewKind.EXECUTION, TODAY).parts[0]
    assert first.header == ("Состояние мероприятий", "Мероприятий")
    assert dict(first.texts)["Выполнено"] == "8"
    assert sum(int(count) for _, count in first.texts) == 23


def test_the_roadmap_is_not_called_by_its_whole_name_again(full: RoadmapFile) -> None:
    title = reading.read_plan(full).info.title
    assert not [kind for kind in OverviewKind if title in read_overview(full, kind, TODAY).parts[0].notes]


def test_a_month_has_the_activities_of_the_month(full: RoadmapFile) -> None:
    month = read_overview(full, OverviewKind.EXECUTION, TODAY, month_of(date(2021, 4, 1)))
    assert month.title == "Отчёт о выполнении дорожной карты за апрель 2021 года"
    assert 0 < sum(int(count) for _, count in month.parts[0].texts) < 23


@pytest.mark.parametrize("kind", OverviewKind)
def test_a_file_is_read_without_being_opened_for_editing(full: RoadmapFile, kind: OverviewKind) -> None:
    plan = reading.read_plan(full)
    assert read_overview_of(full.path, plan, kind, TODAY) == read_overview(full, kind, TODAY)


@pytest.mark.parametrize("kind", OverviewKind)
def test_an_empty_plan_has_a_sentence(tmp_path: Path, kind: OverviewKind) -> None:
    create_empty(tmp_path / "карта.roadmap", school_year("2020"))
    with open_roadmap(tmp_path / "карта.roadmap") as file:
        (part,) = read_overview(file, kind, TODAY).parts
    assert "мероприятий" in part.notes[-1].lower()
    assert (part.chart, part.rows) == (None, ())

"""The sample is the real roadmap, word for word; another year moves every year in it."""

from pathlib import Path

import pytest

from roadmap_desktop.model.due import DueKind
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap, own_sample
from roadmap_desktop.operations.plan.reading import read_plan
from tests.samples import sample_at


def plan_of(path: Path) -> Plan:
    with open_roadmap(path) as file:
        return read_plan(file)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    sample_at(tmp_path / "карта.roadmap")
    return plan_of(tmp_path / "карта.roadmap")


def test_there_are_23_activities_with_the_words_of_the_source(plan: Plan) -> None:
    rows = plan.activities
    assert [row.number for row in rows] == [str(number) for number in range(1, 24)]
    assert rows[2].due_text == "сентябрь- октябрь 2020 года"
    assert rows[5].performers == ("Отдел образования", "МКУ «ЦМТО»")
    assert rows[18].expected_result == (
        "Система комплексного научно методического сопровождения школ с низкими результатами"
    )
    assert not any("\n" in row.name or "  " in row.name for row in rows)


def test_every_wording_reads_as_the_methodist_means_it(plan: Plan) -> None:
    kinds = {row.number: row.due.kind for row in plan.activities}
    year_round = {number for number, kind in kinds.items() if kind is DueKind.PERIOD}
    assert year_round == {"8", "19", "20", "21", "22", "23"}
    assert [number for number, kind in kinds.items() if kind is DueKind.UNDATED] == ["18"]
    assert {kinds[number] for number in kinds if number not in year_round | {"18"}} == {DueKind.DATED}
    (seventeenth,) = plan.activities[16].due.periods
    assert [day.isoformat() for day in seventeenth] == ["2021-09-01", "2021-12-31"]


def test_another_school_year_moves_every_year_and_leaves_the_old_order_out(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path, school_year("2026-2027"))
    plan = plan_of(path)
    assert plan.activities[0].due_text == "сентябрь 2026 года"
    assert plan.activities[8].due_text == "январь-февраль 2027 года"
    assert "на 2026-2027 учебный год" in plan.activities[3].name
    assert plan.info.period == school_year("2026-2027")
    assert (plan.info.order_number, plan.info.order_date) == ("", None)


def test_the_users_copy_is_made_once_and_never_written_over(tmp_path: Path) -> None:
    first = own_sample(tmp_path / "Документы")
    before = first.read_bytes()
    assert own_sample(tmp_path / "Документы") == first
    assert first.read_bytes() == before

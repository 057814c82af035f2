"""After an edit only what it touched is read; what the plan is then is what reading all of it would give."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.plan.refreshing import refreshed, touched_activities
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

Edit = Callable[[RoadmapFile, Plan], ChangeSet | None]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


def _ids(plan: Plan, *places: int) -> list[str]:
    return [plan.activities[place].id for place in places]


def _add_school(file: RoadmapFile, _plan: Plan) -> ChangeSet:
    return registers.add_record(file, BY_ID["schools"], {"name": "Школа № 7"})[1]


def _undo_of_performers(file: RoadmapFile, plan: Plan) -> ChangeSet:
    activities.set_field(file, plan, _ids(plan, 3), "performers", ("Новый отдел", "Школы"))
    return history.undo(file)


EDITS: dict[str, Edit] = {
    "a state": lambda file, plan: activities.set_field(file, plan, _ids(plan, 0, 4), "state", State.DONE),
    "performers": lambda file, plan: activities.set_field(
        file, plan, _ids(plan, 2), "performers", ("Отдел",)
    ),
    "a new activity": lambda file, _plan: activities.add_activity(file, ActivityDraft(name="Круглый стол")),
    "deleted": lambda file, plan: activities.delete_activities(file, plan, _ids(plan, 1, 2)),
    "moved": lambda file, plan: activities.move_activities(
        file, plan, _ids(plan, 5), before=plan.activities[0].id, section_id=plan.activities[0].section_id
    ),
    "the roadmap's title": lambda file, _plan: roadmap.set_roadmap(file, {"title": "Другой план"}),
    "a school": _add_school,
    "undone performers": _undo_of_performers,
    "undone deletion": lambda file, plan: (
        activities.delete_activities(file, plan, _ids(plan, 1)),
        history.undo(file),
    )[1],
}


@pytest.mark.parametrize("name", EDITS)
def test_the_plan_is_what_reading_all_of_it_gives(file: RoadmapFile, name: str) -> None:
    before = read_plan(file)
    change_set = EDITS[name](file, before)
    assert change_set is not None
    after, read = refreshed(before, file, change_set), read_plan(file)
    assert (after.info, after.sections, after.activities) == (read.info, read.sections, read.activities)


def test_the_edit_of_a_register_reads_nothing_of_the_plan(file: RoadmapFile) -> None:
    plan = read_plan(file)
    change_set = _add_school(file, plan)
    assert refreshed(plan, cast(RoadmapFile, None), change_set) is plan


def test_the_edit_of_a_field_concerns_its_rows_alone(file: RoadmapFile) -> None:
    plan = read_plan(file)
    ids = _ids(plan, 0, 4)
    change_set = activities.set_field(file, plan, ids, "note", "Важно")
    assert change_set is not None
    assert touched_activities(plan, change_set) == set(ids)
    fresh = refreshed(plan, file, change_set)
    kept = [old is new for old, new in zip(plan.activities, fresh.activities, strict=True)]
    assert kept.count(False) == 2


@pytest.mark.parametrize(
    ("old", "new", "concerned"),
    [("Школы", "Школы района", True), (NOTHING, "Школы", False), ("Школы", NOTHING, False)],
)
def test_a_performer_concerns_those_who_have_it(
    file: RoadmapFile, old: str, new: str, concerned: bool
) -> None:
    plan = read_plan(file)
    name = plan.activities[0].performers[0]
    words = {"Школы": name}
    change = Change("performer", "1", "name", words.get(old, old), words.get(new, new))
    change_set = activities.set_field(file, plan, _ids(plan, 0), "note", "1")
    assert change_set is not None
    having = {row.id for row in plan.activities if name in row.performers}
    assert touched_activities(plan, change_set._replace(changes=(change,))) == (
        having if concerned else set()
    )

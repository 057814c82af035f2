"""Records and the activities that they serve; where an activity's work is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, activity_links, history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.storage.copies import assert_whole

SCHOOLS, MEETINGS = BY_ID["schools"], BY_ID["meetings"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path, school_year("2026-2027"))
    with open_roadmap(path) as file:
        yield file
    assert_whole(path)


def activity(file: RoadmapFile, number: int) -> str:
    return read_plan(file).activities[number - 1].id


def places(file: RoadmapFile, number: int) -> list[str]:
    return [register.id for register in activity_links.place_of_work(file, activity(file, number))]


def test_a_record_is_linked_to_activities_and_the_link_undone(file: RoadmapFile) -> None:
    school, _ = registers.add_record(file, SCHOOLS, {"name": "СОШ № 1"})
    third, first = activity(file, 3), activity(file, 1)
    activity_links.link(file, SCHOOLS, school, [third, first])
    assert activity_links.activities_of(file, SCHOOLS, school) == (first, third)
    assert activity_links.link(file, SCHOOLS, school, [first]) is None
    activity_links.unlink(file, SCHOOLS, school, [first])
    assert activity_links.activities_of(file, SCHOOLS, school) == (third,)
    for _ in range(2):
        history.undo(file)
    assert activity_links.activities_of(file, SCHOOLS, school) == ()


def test_an_activity_tells_its_records_by_register(file: RoadmapFile) -> None:
    third = activity(file, 3)
    for name in ("СОШ №10", "СОШ № 2"):
        activity_links.link(file, SCHOOLS, registers.add_record(file, SCHOOLS, {"name": name})[0], [third])
    meeting, _ = registers.add_record(file, MEETINGS, {"name": "О причинах"})
    activity_links.link(file, MEETINGS, meeting, [third])

    def told() -> list[tuple[str, list[str]]]:
        served = activity_links.records_of(file, third)
        return [(one.register.id, [name for _, name in one.records]) for one in served]

    both = ("schools", ["СОШ № 2", "СОШ №10"])
    assert told() == [both, ("meetings", ["О причинах"])]
    registers.delete_records(file, MEETINGS, [meeting])
    assert told() == [both]
    history.undo(file)
    assert told() == [both, ("meetings", ["О причинах"])]


def test_what_is_gone_is_not_linked(file: RoadmapFile) -> None:
    school, _ = registers.add_record(file, SCHOOLS, {"name": "СОШ № 1"})
    with pytest.raises(UserError, match="мероприятия уже нет"):
        activity_links.link(file, SCHOOLS, school, ["нет"])
    registers.delete_records(file, SCHOOLS, [school])
    with pytest.raises(UserError, match="записи уже нет"):
        activity_links.link(file, SCHOOLS, school, [activity(file, 1)])


def test_work_is_done_where_the_typical_roadmap_says_in_any_year(file: RoadmapFile) -> None:
    assert places(file, 3) == ["risks", "zones"]
    assert places(file, 22) == ["agreements"]
    assert "meetings" in places(file, 18)
    # The fourth names the school year, which is another one here.
    assert places(file, 4) == ["documents"]


def test_an_activity_of_other_words_has_only_what_is_linked_to_it(file: RoadmapFile) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [activity(file, 3)], "name", "Своё мероприятие")
    assert places(file, 3) == []
    school, _ = registers.add_record(file, SCHOOLS, {"name": "СОШ № 1"})
    activity_links.link(file, SCHOOLS, school, [activity(file, 3)])
    assert places(file, 3) == ["schools"]

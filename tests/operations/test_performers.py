"""Performers: renamed and joined in all activities and tasks at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.performers import (
    delete_performers,
    join_performers,
    list_performers,
    rename_performer,
)
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at
from tests.storage.copies import assert_whole

TASK = {"name": "Выезд", "performers": ("Второй", "Третий")}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        one, other, third = (row.id for row in read_plan(opened).activities[:3])
        for id_, names in (
            (one, ["Первый", "Второй"]),
            (other, ["Второй", "Третий", "Первый"]),
            (third, ["Третий"]),
        ):
            activities.set_fields(opened, read_plan(opened), [id_], {"performers": names})
        registers.add_record(opened, BY_ID["tasks"], TASK)
        yield opened
    assert_whole(path)


def key(file: RoadmapFile, name: str) -> str:
    (found,) = [row.id for row in list_performers(file) if row.name == name]
    return found


def named(file: RoadmapFile) -> list[tuple[str, ...]]:
    (task,) = read_listing(file, BY_ID["tasks"]).rows
    return [*(row.performers for row in read_plan(file).activities[:3]), task.performers]


def test_they_are_counted(file: RoadmapFile) -> None:
    found = {row.name: (row.activities, row.tasks) for row in list_performers(file)}
    assert (found["Первый"], found["Второй"], found["Третий"]) == ((2, 0), (2, 1), (2, 1))


def test_a_new_name_stands_everywhere_after_one_step(file: RoadmapFile) -> None:
    before = named(file)
    rename_performer(file, key(file, "Второй"), "  МКУ «Центр,  школа» ")
    center = "МКУ «Центр, школа»"
    assert named(file) == [("Первый", center), (center, "Третий", "Первый"), ("Третий",), (center, "Третий")]
    history.undo(file)
    assert named(file) == before


def test_two_become_one_and_keep_the_first_of_their_places(file: RoadmapFile) -> None:
    before = named(file)
    ids = [key(file, name) for name in ("Первый", "Второй", "Третий")]
    join_performers(file, ids[:2], ids[0])
    assert named(file) == [("Первый",), ("Первый", "Третий"), ("Третий",), ("Первый", "Третий")]
    assert "Второй" not in [row.name for row in list_performers(file)]
    history.undo(file)
    assert named(file) == before


@pytest.mark.parametrize(
    ("name", "why"), [(" ", "пустым"), ("Один, другой", "несколько"), ("Первый", "уже есть")]
)
def test_a_name_that_cannot_be_is_refused_in_words(file: RoadmapFile, name: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        rename_performer(file, key(file, "Второй"), name)


def test_only_those_whom_nothing_names_are_deleted(file: RoadmapFile) -> None:
    with pytest.raises(UserError, match="назван"):
        delete_performers(file, [key(file, "Первый")])
    first = read_plan(file).activities[2].id
    activities.set_fields(file, read_plan(file), [first], {"performers": ["Четвёртый"]})
    activities.set_fields(file, read_plan(file), [first], {"performers": []})
    fourth = next(row for row in list_performers(file) if row.name == "Четвёртый")
    assert fourth.is_unused
    delete_performers(file, [fourth.id])
    with pytest.raises(UserError, match="удалили"):
        rename_performer(file, fourth.id, "Пятый")

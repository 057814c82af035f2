"""Whatever a copy holds, merging it is refused in a sentence and mine is untouched, or mine goes on as before."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.app import main
from roadmap_desktop.operations import activities, history, revisions, roadmap
from roadmap_desktop.operations.files import open_roadmap
from roadmap_desktop.operations.full_sample import create_full_sample
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile

from .storage.crafted import Craft, cases

CASES = cases()
Say = Callable[..., tuple[int, str]]


def _note(file: RoadmapFile, number: int, text: str) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[number].id], "note", text)


@pytest.fixture(scope="session")
def mine_and_copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file of every register, with edits, an undo and a revision, and a copy in which one thing more was done."""
    folder = tmp_path_factory.mktemp("crafted")
    mine, copy = folder / "мой.roadmap", folder / "копия.roadmap"
    create_full_sample(mine)
    with open_roadmap(mine) as file:
        roadmap.add_section(file, "Раздел")
        _note(file, 1, "первая")
        _note(file, 2, "вторая")
        history.undo(file)
        revisions.approve(file, "Редакция 1")
    shutil.copy(mine, copy)
    with open_roadmap(copy) as file:
        _note(file, 3, "из копии")
    with open_roadmap(mine) as file:
        _note(file, 4, "моя")
    return mine, copy


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out + captured.err

    return run


@pytest.mark.parametrize("name", CASES)
def test_a_crafted_copy_is_refused_or_harmless(
    name: str, mine_and_copy: tuple[Path, Path], tmp_path: Path, say: Say
) -> None:
    mine, copy = (Path(shutil.copy(path, tmp_path)) for path in mine_and_copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        CASES[name](Craft(connection))
    before, copied = mine.read_bytes(), copy.read_bytes()
    code, said = say("merge", str(mine), str(copy), "--prefer", "newest")
    assert copy.read_bytes() == copied
    if code:
        assert (code, mine.read_bytes()) == (2, before), said
        assert "не измен" in said or "не тронут" in said, said
        return
    assert_goes_on(str(mine), say)


def assert_goes_on(mine: str, say: Say) -> None:
    """Mine lists, edits, undoes, tells its history and checks sound."""
    listed = say("list", mine, "--json")[1]
    for step in (("set", mine, "2", "note", "дальше"), ("undo", mine), ("history", mine), ("check", mine)):
        assert say(*step)[0] == 0, (step, say(*step))
    assert json.loads(say("list", mine, "--json")[1]) == json.loads(listed)
    for _ in range(2):
        assert say("undo", mine)[0] == 0
    assert say("check", mine)[0] == 0

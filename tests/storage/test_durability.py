"""What was reported as saved is on the disk, whatever happens to the process or the disk."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from roadmap_desktop.errors import KnownError
from roadmap_desktop.operations import activities
from roadmap_desktop.operations.files import (
    create_empty,
    create_from_sample,
    open_roadmap,
    parse_school_year,
)
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage.copying import save_copy

_STORM = """
import sys
from pathlib import Path
from roadmap_desktop.operations import activities
from roadmap_desktop.operations.files import open_roadmap
from roadmap_desktop.operations.reading import read_plan
with open_roadmap(Path(sys.argv[1])) as file:
    plan = read_plan(file)
    for number in range(100000):
        activities.set_field(file, plan, [plan.activities[0].id], "note", str(number))
        print(number, flush=True)
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    return path


def test_every_edit_reported_as_saved_survives_kill_9(sample: Path, rounds: int) -> None:
    chance = random.Random(20)
    for _ in range(rounds):
        storm = subprocess.Popen(
            [sys.executable, "-c", _STORM, str(sample)], stdout=subprocess.PIPE, text=True
        )
        assert storm.stdout is not None
        reported = int(storm.stdout.readline())
        time.sleep(chance.random() * 0.1)
        os.kill(storm.pid, signal.SIGKILL)
        reported = max([reported, *map(int, storm.stdout.read().split("\n")[:-1])])
        storm.wait()
        storm.stdout.close()
        with open_roadmap(sample) as file:
            plan = read_plan(file)
            assert int(plan.activities[0].note) in (reported, reported + 1)
            # A journal that was torn before it counted is taken away by the next edit.
            activities.set_field(file, plan, [plan.activities[0].id], "note", "-1")
        assert [item.name for item in sample.parent.iterdir()] == [sample.name]


def test_a_full_disk_refuses_the_edit_in_words_and_keeps_the_file(sample: Path) -> None:
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        before = sample.read_bytes()
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        old_handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), limit[1]))
        try:
            with pytest.raises(KnownError, match="цело"):
                activities.set_field(file, plan, [plan.activities[0].id], "note", "длинно " * 100_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
            signal.signal(signal.SIGXFSZ, old_handler)
        assert sample.read_bytes() == before
        activities.set_field(file, plan, [plan.activities[0].id], "note", "места снова хватает")
        assert read_plan(file).activities[0].note == "места снова хватает"


def test_a_new_file_never_takes_the_place_of_another(sample: Path) -> None:
    before = sample.read_bytes()
    with pytest.raises(KnownError, match="уже есть"):
        create_empty(sample, parse_school_year("2026-2027"))
    assert sample.read_bytes() == before


def test_a_new_file_in_a_missing_folder_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="нет"):
        create_empty(tmp_path / "нет" / "карта.roadmap", parse_school_year("2026-2027"))
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_whole_and_a_taken_name_is_refused(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "копия.roadmap"
    save_copy(sample, copy)
    with open_roadmap(sample) as ours, open_roadmap(copy) as theirs:
        assert read_plan(ours).activities == read_plan(theirs).activities
    with pytest.raises(KnownError, match="уже есть"):
        save_copy(sample, copy)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["карта.roadmap", "копия.roadmap"]


def test_two_programs_writing_one_file_do_not_lose_edits(sample: Path) -> None:
    with open_roadmap(sample) as one, open_roadmap(sample) as two:
        plan = read_plan(one)
        activities.set_field(one, plan, [plan.activities[0].id], "note", "первый")
        activities.set_field(two, read_plan(two), [plan.activities[1].id], "note", "второй")
        assert [row.note for row in read_plan(one).activities[:2]] == ["первый", "второй"]

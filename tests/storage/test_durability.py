"""What was reported as saved is on the disk, whatever happens to the process or the disk."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import (
    create_empty,
    open_roadmap,
    parse_school_year,
)
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.history import file_history
from roadmap_desktop.operations.plan.reading import read_plan
from tests.samples import sample_at
from tests.systems import KILL, needs_size_limits, no_file_larger_than, was_killed

_STORM = """
import secrets
import sys
from pathlib import Path
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
def attach(file, plan):
    scan.write_bytes(secrets.token_bytes(30_000))
    return attachments.attach(file, plan, owner_value("activity", plan.activities[2].id), [scan])
with open_roadmap(Path(sys.argv[1])) as file:
    # Beside nothing that is looked at.
    plan, scan = read_plan(file), file.path.parent.with_suffix(".scan")
    edits = (
        lambda: activities.set_field(file, plan, [plan.activities[0].id], "note", secrets.token_hex(9)),
        lambda: activities.set_field(file, plan, [plan.activities[1].id], "performers", [secrets.token_hex(9)]),
        lambda: activities.add_activity(file, ActivityDraft(name=f"Дело {number}", performers=("МКУ",))),
        lambda: history.undo(file),
        lambda: attach(file, plan),
    )
    for number in range(100000):
        made = edits[number % 5]()
        print(made.id if number else "begun", flush=True)
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


def test_every_edit_reported_as_saved_survives_kill_9(sample: Path, rounds: int) -> None:
    chance, reported = random.Random(20), set[str]()
    for _ in range(rounds):
        storm = started_storm(sample)
        assert storm.stdout is not None
        reported.add(storm.stdout.readline().strip())
        time.sleep(chance.random() * 0.1)
        os.kill(storm.pid, KILL)
        reported |= set(storm.stdout.read().split("\n")[:-1])
        # Killed, and not ended by a fault of its own.
        assert was_killed(storm.wait())
        storm.stdout.close()
        # What starts after it takes the torn journal back by itself and asks nothing.
        with open_roadmap(sample) as file:
            assert reported <= {made.id for made in file_history(file)}
            plan = read_plan(file)
            activities.set_field(file, plan, [plan.activities[0].id], "note", "дальше")
        assert check_file(sample) == ()
        assert [item.name for item in sample.parent.iterdir()] == [sample.name]
    print(f"killed {rounds} times, {len(reported)} edits reported as saved, all there")
    assert len(reported) >= rounds


def test_a_copy_taken_by_other_means_during_edits_is_whole_or_refused(sample: Path, torture: bool) -> None:
    copy, outcomes = sample.with_name("копия.roadmap"), Counter[str]()
    storm = started_storm(sample)
    try:
        for number in range(500 if torture else 20):
            # Page by page, as a slow stick takes them; and at once, as Explorer does.
            copied_in_pieces(sample, copy, 4096 if number % 2 else 1 << 20)
            try:
                open_roadmap(copy).close()
            except UserError as refusal:
                assert "не изменён" in str(refusal)
                outcomes["refused"] += 1
            else:
                assert check_file(copy) == ()
                outcomes["whole"] += 1
            copy.unlink()
        assert storm.poll() is None, "the storm has ended by a fault of its own"
    finally:
        storm.kill()
        storm.communicate()
    print(f"copied during edits: {dict(outcomes)}")
    assert outcomes["whole"]


def started_storm(path: Path) -> "subprocess.Popen[str]":
    """A process that edits until it is killed, and prints each change set's key once it is on the disk; it has printed
    the first."""
    storm = subprocess.Popen(
        [sys.executable, "-c", _STORM, str(path)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert storm.stdout is not None
    assert storm.stdout.readline() == "begun\n"
    return storm


def copied_in_pieces(source: Path, target: Path, size: int) -> None:
    with source.open("rb", buffering=0) as reading, target.open("wb") as writing:
        while piece := reading.read(size):
            writing.write(piece)


@needs_size_limits
def test_a_full_disk_refuses_the_edit_in_words_and_keeps_the_file(sample: Path) -> None:
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        before = sample.read_bytes()
        with no_file_larger_than(len(before)), pytest.raises(UserError, match="цело"):
            activities.set_field(file, plan, [plan.activities[0].id], "note", "длинно " * 100_000)
        assert sample.read_bytes() == before
        activities.set_field(file, plan, [plan.activities[0].id], "note", "места снова хватает")
        assert read_plan(file).activities[0].note == "места снова хватает"


def test_a_new_file_never_takes_the_place_of_another(sample: Path) -> None:
    before = sample.read_bytes()
    with pytest.raises(UserError, match="уже есть"):
        create_empty(sample, parse_school_year("2026-2027"))
    assert sample.read_bytes() == before


def test_a_new_file_in_a_missing_folder_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="нет"):
        create_empty(tmp_path / "нет" / "карта.roadmap", parse_school_year("2026-2027"))
    assert list(tmp_path.iterdir()) == []


def test_two_programs_writing_one_file_do_not_lose_edits(sample: Path) -> None:
    with open_roadmap(sample) as one, open_roadmap(sample) as two:
        plan = read_plan(one)
        activities.set_field(one, plan, [plan.activities[0].id], "note", "первый")
        activities.set_field(two, read_plan(two), [plan.activities[1].id], "note", "второй")
        assert [row.note for row in read_plan(one).activities[:2]] == ["первый", "второй"]

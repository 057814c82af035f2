"""Another file is laid over the open one, byte by byte (Explorer's «Заменить», cp, sync), or takes its name."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.history import file_history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.continuity import Replaced
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at
from tests.systems import needs_moving_open_files


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


def note(file: RoadmapFile, number: int, text: str) -> ChangeSet | None:
    plan = read_plan(file)
    return activities.set_field(file, plan, [plan.activities[number - 1].id], "note", text)


def lay_over(source: Path, target: Path) -> None:
    """As ``cp`` does it: the same file, other bytes."""
    inode = target.stat().st_ino
    target.write_bytes(source.read_bytes())
    assert target.stat().st_ino == inode


def take_the_name(source: Path, target: Path) -> None:
    fresh = target.with_name("fresh")
    shutil.copy(source, fresh)
    fresh.replace(target)


WAYS = pytest.mark.parametrize("put", [lay_over, pytest.param(take_the_name, marks=needs_moving_open_files)])


@WAYS
def test_no_edit_goes_into_a_file_that_was_put_in_the_place_of_the_open_one(
    sample: Path, put: object, torture: bool
) -> None:
    chance, copy = random.Random(7), sample.with_name("копия.roadmap")
    rounds = 100 if torture else 10
    for number in range(rounds):
        shutil.copy(sample, copy)
        edits = chance.randrange(1, 4)
        with open_roadmap(sample) as mine, open_roadmap(copy) as other:
            # As many commits on either side, so that SQLite's counters are equal.
            for count in range(edits):
                note(mine, chance.randrange(1, 24), f"моё {number} {count}")
                note(other, chance.randrange(1, 24), f"иное {number} {count}")
            read_plan(mine)
            put(copy, sample)  # type: ignore[operator]
            before = sample.read_bytes()
            with pytest.raises(Replaced):
                activities.set_field(
                    mine, read_plan(other), [read_plan(other).activities[0].id], "note", "ой"
                )
            assert sample.read_bytes() == before
        assert check_file(sample) == ()
        with open_roadmap(sample) as mine:
            note(mine, 5, f"дальше {number}")
        assert check_file(sample) == ()
    print(f"{put.__name__}: {rounds} times, none damaged, all noticed")  # type: ignore[attr-defined]


def test_what_is_read_is_never_a_mixture_of_two_files(sample: Path) -> None:
    copy = Path(shutil.copy(sample, sample.with_name("копия.roadmap")))
    with open_roadmap(sample) as mine, open_roadmap(copy) as other:
        for number in range(1, 24):
            note(mine, number, f"моё {number}")
            note(other, number, f"иное {number}")
        read_plan(mine)
        lay_over(copy, sample)
        with pytest.raises(Replaced):
            read_plan(mine)


@WAYS
def test_an_older_copy_takes_no_edit_of_the_later_one(sample: Path, put: object) -> None:
    older = Path(shutil.copy(sample, sample.with_name("копия.roadmap")))
    with open_roadmap(sample) as mine:
        plan = read_plan(mine)
        note(mine, 1, "новое")
        put(older, sample)  # type: ignore[operator]
        with pytest.raises(Replaced, match="лежит другой"):
            activities.set_field(mine, plan, [plan.activities[0].id], "note", "ещё новее")
    assert sample.read_bytes() == older.read_bytes()


def test_a_copy_that_has_everything_and_more_is_gone_on_with(sample: Path) -> None:
    later = sample.with_name("копия.roadmap")
    with open_roadmap(sample) as mine:
        note(mine, 1, "моё")
        shutil.copy(sample, later)
        with open_roadmap(later) as other:
            note(other, 2, "и ещё")
        lay_over(later, sample)
        note(mine, 3, "дальше")
        assert [row.note for row in read_plan(mine).activities[:3]] == ["моё", "и ещё", "дальше"]
    assert check_file(sample) == ()


def test_half_a_copy_takes_no_edit(sample: Path) -> None:
    whole = sample.read_bytes()
    with open_roadmap(sample) as mine:
        plan = read_plan(mine)
        sample.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(UserError):
            activities.set_field(mine, plan, [plan.activities[0].id], "note", "ой")
        assert sample.read_bytes() == whole[: len(whole) // 2]


_SET_AFTER_A_LINE = """
import sys
from pathlib import Path
from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
with open_roadmap(Path(sys.argv[1])) as file:
    plan = read_plan(file)
    print("read", flush=True)
    sys.stdin.readline()
    try:
        activities.set_field(file, plan, [plan.activities[0].id], "note", "ой")
    except UserError as error:
        print(error)
"""


@WAYS
def test_another_process_finds_it_out_as_well(sample: Path, put: object) -> None:
    copy = Path(shutil.copy(sample, sample.with_name("копия.roadmap")))
    for path in (sample, copy):
        with open_roadmap(path) as file:
            note(file, 2, path.stem)
    with subprocess.Popen(
        [sys.executable, "-c", _SET_AFTER_A_LINE, sample],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "read\n"
        put(copy, sample)  # type: ignore[operator]
        assert "лежит другой" in process.communicate("\n")[0]
    assert sample.read_bytes() == copy.read_bytes()


@needs_moving_open_files
def test_a_deleted_file_takes_no_edit_that_would_vanish_with_it(sample: Path) -> None:
    with open_roadmap(sample) as mine:
        plan = read_plan(mine)
        sample.unlink()
        with pytest.raises(Replaced):
            activities.set_field(mine, plan, [plan.activities[0].id], "note", "ой")
        # What was read is still there to be kept elsewhere.
        assert len(read_plan(mine).activities) == 23


def test_the_history_goes_on_after_another_process_wrote(sample: Path) -> None:
    with open_roadmap(sample) as mine:
        note(mine, 1, "моё")
        with open_roadmap(sample) as other:
            note(other, 2, "другое")
        note(mine, 3, "дальше")
        assert len(file_history(mine)) == 4
    with open_roadmap(sample) as file:
        assert [row.note for row in read_plan(file).activities[:3]] == ["моё", "другое", "дальше"]

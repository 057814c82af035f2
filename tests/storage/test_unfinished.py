"""What a killed program has left half written is swept by the next one; what a living one writes is not."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.operations.file.leftovers import sweep_leftovers
from roadmap_desktop.storage.unfinished import temporary_folder, unfinished_name
from tests.samples import sample_at
from tests.systems import WINDOWS

# A copy is whole on the disk, and its writer waits before it gives it its name.
WRITER = """
import sys, time
from roadmap_desktop.storage import copying, durable, output
def hold(*_):
    print("written", flush=True)
    time.sleep(600)
copying.put_in_place = hold
output.os.fsync = hold
from roadmap_desktop.cli.main import run
run(sys.argv[1:])
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "документы" / "карта.roadmap"
    path.parent.mkdir()
    sample_at(path)
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "флешка"
    folder.mkdir()
    return folder


class Writers:
    """Programs that are in the middle of writing."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, *words], stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert process.stdout is not None
        self._running.append(process)
        assert process.stdout.readline() == "written\n"
        return process

    def kill(self, process: subprocess.Popen[str]) -> None:
        process.kill()
        process.communicate()
        self._running.remove(process)

    def kill_all(self) -> None:
        for process in list(self._running):
            self.kill(process)


@pytest.fixture
def writers() -> Iterator[Writers]:
    made = Writers()
    yield made
    made.kill_all()


def left_in(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir() if item.name.startswith("."))


def test_what_a_killed_copy_left_on_a_stick_goes_at_the_next_start(
    sample: Path, stick: Path, writers: Writers
) -> None:
    process = writers.start("copy", str(sample), str(stick / "копия.roadmap"))
    (left,) = left_in(stick)
    assert (stick / left).stat().st_size > 0
    assert run(["list", str(sample)]) == 0
    assert left_in(stick) == [left], "a living program is writing it"
    writers.kill(process)
    assert run(["list", str(sample)]) == 0
    assert left_in(stick) == []


def test_a_half_printed_document_goes_too(sample: Path, stick: Path, writers: Writers) -> None:
    process = writers.start("print", str(sample), "--report", "annex", "-o", str(stick / "план.pdf"))
    assert [Path(name).suffix for name in left_in(stick)] == [".pdf"]
    writers.kill(process)
    assert run(["list", str(sample)]) == 0
    assert left_in(stick) == []


def test_a_stick_that_was_pulled_out_is_swept_when_it_is_there_again(
    sample: Path, stick: Path, writers: Writers
) -> None:
    writers.kill(writers.start("copy", str(sample), str(stick / "копия.roadmap")))
    away = stick.rename(stick.with_name("вынута"))
    assert run(["list", str(sample)]) == 0
    away.rename(stick)
    assert run(["list", str(sample)]) == 0
    assert left_in(stick) == []


def test_what_lies_beside_a_file_that_is_opened_goes_though_nobody_remembers_it(
    sample: Path, stick: Path, writers: Writers
) -> None:
    writers.kill(writers.start("copy", str(sample), str(stick / "копия.roadmap")))
    other_letter = stick.rename(stick.with_name("другая буква"))
    shutil.copy(sample, other_letter / "карта.roadmap")
    assert run(["list", str(other_letter / "карта.roadmap")]) == 0
    assert left_in(other_letter) == []


def test_what_is_not_surely_ours_and_dead_stays(sample: Path) -> None:
    folder, mine = sample.parent, unfinished_name(sample.parent).name
    pid = f"-{os.getpid()}-"
    dead = mine.replace(pid, "-4000000-")
    others = [
        mine,  # this process lives
        dead.replace(mine[9:17], "0" * 8),  # another PC's, or another user's
        f"{dead}.roadmap.old",
        f".roadmap-{'0' * 16}.new",  # of an older program, of today
        ".roadmap-important.txt",
        ".roadmap-.new",
    ]
    for name in others:
        (folder / name).write_text("чужое")
        # Today by the clock of this process: the disk's own may be another.
        os.utime(folder / name, (time.time(), time.time()))
    target = folder / "важное.txt"
    target.write_text("важное")
    if not WINDOWS:
        (folder / dead.replace(".new", ".lnk")).symlink_to(target)
        os.mkfifo(folder / dead.replace(".new", ".fifo"))
    (folder / dead.replace(".new", ".dir")).mkdir()
    (folder / dead).write_text("ничьё")
    before = {item.name for item in folder.iterdir()}
    sweep_leftovers(beside=sample)
    assert before - {item.name for item in folder.iterdir()} == {dead}
    assert target.read_text() == "важное"


def test_what_an_older_program_left_long_ago_goes(sample: Path) -> None:
    old = sample.with_name(f".roadmap-{'a1' * 8}.new")
    old.write_text("копия")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    sweep_leftovers(beside=sample)
    assert not old.exists()


def test_a_temporary_folder_of_a_killed_program_goes_with_its_files(tmp_path: Path, sample: Path) -> None:
    code = (
        "import os\n"
        "from roadmap_desktop.storage.unfinished import temporary_folder\n"
        "with temporary_folder() as folder:\n"
        "    (folder / 'копия.roadmap').write_text('копия')\n"
        "    print(folder, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, encoding="utf-8", check=False
    ).stdout
    folder = Path(said.strip())
    assert list(folder.iterdir()) != []
    with temporary_folder() as living:
        assert run(["list", str(sample)]) == 0
        assert not folder.exists()
        assert living.exists()
        assert living.stat().st_mode & 0o777 == (0o777 if WINDOWS else 0o700)
    assert not living.exists()

"""Which windows run is known by a file of each; what is left of others is found once, whatever is in it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.storage import unfinished
from roadmap_desktop.storage.running import Interrupted, Running, interrupted
from roadmap_desktop.storage.unfinished import name_of_this_process
from tests.systems import needs_links, needs_pipes


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(folders.HOME, str(tmp_path))
    folders.running_folder().mkdir(parents=True)
    # Whose files are whose is remembered in that home, and asked once.
    unfinished._owner.cache_clear()
    yield folders.running_folder()
    unfinished._owner.cache_clear()


def left_by_another(folder: Path, content: bytes = b"") -> Path:
    """What a window has left whose process had the number of this one, before the computer was switched on again."""
    pid = os.getpid()
    owner, _, rest = name_of_this_process(".running").removeprefix(".roadmap-").partition("-")
    path = folder / f".roadmap-{owner}-{pid}-1-{rest.rpartition('-')[2]}"
    path.write_bytes(content)
    return path


def test_a_window_that_runs_is_not_told_of_and_one_that_has_ended_leaves_nothing(folder: Path) -> None:
    running = Running()
    running.opened(Path("план.roadmap"))
    assert interrupted() == []
    running.end()
    assert list(folder.iterdir()) == []


def test_what_a_power_cut_has_made_of_it_is_told_once(folder: Path) -> None:
    left_by_another(folder, b"\0" * 4096)
    assert interrupted() == [Interrupted(None, "")]
    assert interrupted() == []


def test_the_file_it_showed_last_and_where_it_was_torn_down(folder: Path) -> None:
    written = b'opened "a.roadmap"\nopened "b\\n.roadmap"\nFatal Python error: Aborted\n\nCurrent thread\n'
    left_by_another(folder, written)
    assert interrupted() == [
        Interrupted(Path("b\n.roadmap"), "Fatal Python error: Aborted\n\nCurrent thread")
    ]


def test_what_another_computer_that_shares_the_home_runs_is_left_alone(folder: Path) -> None:
    theirs = folder / ".roadmap-00000000-1-1-00000000.running"
    theirs.touch()
    assert interrupted() == []
    assert theirs.exists()


@needs_pipes
@needs_links
def test_a_pipe_or_a_link_in_its_place_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    path = left_by_another(folder)
    path.unlink()
    os.mkfifo(path)
    link = left_by_another(folder)
    link.unlink()
    link.symlink_to(tmp_path)
    assert interrupted() == []


def test_where_no_file_can_be_written_the_window_works_without(folder: Path) -> None:
    folder.rmdir()
    folder.write_text("в её месте файл")
    running = Running()
    running.opened(None)
    running.end()
    assert interrupted() == []


def test_an_error_of_a_library_is_written_there(folder: Path) -> None:
    fall = (
        "import ctypes\nfrom roadmap_desktop.storage.running import Running\nRunning()\nctypes.string_at(0)"
    )
    fallen = subprocess.run([sys.executable, "-c", fall], capture_output=True, check=False)
    assert fallen.returncode != 0
    (found,) = interrupted()
    assert found.trace

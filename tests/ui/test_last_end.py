"""The program was torn down, killed, or the computer switched off: the next start says so once, and that the work is
safe. Real processes."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from tests.systems import WINDOWS

ROOT = Path(__file__).parents[2]
needs_signals = pytest.mark.skipif(WINDOWS, reason="Windows asks programs to end by messages")

PATIENCE = 120  # seconds
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(sample: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the program on the sample, in a home of its own."""
    started: list[subprocess.Popen[str]] = []
    environment = os.environ | {folders.HOME: str(tmp_path / "дом"), "PYTHONPATH": str(ROOT)}

    def start(wanted: str, path: Path = sample, **screen: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.started_program", str(path), wanted],
            cwd=ROOT,
            env=environment | screen,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def said(process: subprocess.Popen[str]) -> str:
    """Everything it has printed when it ends."""
    return process.communicate()[0]


def wait_until_ready(process: subprocess.Popen[str]) -> list[str]:
    """What it says before it has edited."""
    assert process.stdout is not None
    lines = []
    while (line := process.stdout.readline()) != "ready\n":
        assert line, process.wait()
        lines.append(line)
    return lines


def log_of(tmp_path: Path) -> str:
    log = tmp_path / "дом" / "log" / "roadmap-desktop.log"
    return log.read_text(encoding="utf-8") if log.exists() else ""


def test_after_a_kill_the_next_start_says_up_to_when_the_work_is_saved_and_the_one_after_nothing(
    start: Start, tmp_path: Path
) -> None:
    first = start("edit")
    assert wait_until_ready(first) == []
    first.kill()
    first.wait()
    told = said(start("look"))
    assert "В прошлый раз работа оборвалась" in told
    assert re.search(
        r"Работа сохранена до (\S+ )?\d\d:\d\d, последняя правка — «Примечание, мероприятие 1»", told
    )
    assert told.endswith("True\n")
    assert "did not end in order" in log_of(tmp_path)
    assert said(start("look")) == ""


@needs_signals
def test_torn_down_by_a_library_it_says_so_and_the_log_keeps_where(start: Start, tmp_path: Path) -> None:
    fallen = start("fall")
    wait_until_ready(fallen)
    assert fallen.wait() == -signal.SIGSEGV
    assert "Segmentation fault" not in log_of(tmp_path)
    assert "В прошлый раз программа закрылась сама" in said(start("look"))
    assert "Segmentation fault" in log_of(tmp_path)
    assert "started_program.py" in log_of(tmp_path)


def test_two_windows_at_once_do_not_take_each_other_for_fallen(
    start: Start, sample: Path, tmp_path: Path
) -> None:
    first = start("edit")
    wait_until_ready(first)
    other = tmp_path / "другая.roadmap"
    other.write_bytes(sample.read_bytes())
    assert said(start("look", other)) == ""
    first.kill()
    first.wait()
    # Another file is open now: what was edited in the first is not told of this one.
    told = said(start("look", other))
    assert "каждая правка записывается сразу" in told
    assert "Примечание" not in told


@needs_signals
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP"])
def test_asked_to_end_by_the_system_it_ends_in_order(start: Start, asked: str, tmp_path: Path) -> None:
    window = start("edit")
    wait_until_ready(window)
    window.send_signal(getattr(signal, asked))
    assert window.wait(PATIENCE) == 0
    assert not list((tmp_path / "дом" / "data" / "running").iterdir())
    assert said(start("look")) == ""


@pytest.fixture
def screen() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A screen in memory and who shows it."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL, encoding="utf-8")
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}", server
    server.kill()
    server.wait()


def test_when_the_display_is_lost_the_work_is_saved_the_log_says_so_and_nobody_is_alarmed(
    start: Start, sample: Path, tmp_path: Path, screen: tuple[str, subprocess.Popen[str]]
) -> None:
    display, server = screen
    window = start("edit", QT_QPA_PLATFORM="xcb", DISPLAY=display)
    wait_until_ready(window)
    server.kill()
    assert window.wait() == 1
    assert "connection broke" in log_of(tmp_path)
    assert said(start("look")) == ""
    with open_roadmap(sample) as file:
        assert read_plan(file).activities[0].note == "записано"

"""She starts the program on a file whose window is open behind others: that window comes to the front."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.storage.lock import note_path
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.second_start import SecondStarts, raise_first
from tests.samples import sample_at
from tests.systems import needs_links
from tests.ui.test_read_only import another_window

# Opened, a window is painted and leaves without a word: a test must not wait for who would close it.
_SECOND = """
import sys
from pathlib import Path
from roadmap_desktop import app
code = app._open_window(Path(sys.argv[1]), with_sample=False)
print("ended with", code, flush=True)
"""
_ENDED = "ended with 0\n"
_A_WINDOW_OF_ITS_OWN = ""

Start = Callable[[Path], str]


@pytest.fixture
def start_again(qtbot: QtBot) -> Start:
    """Starts the program once more, and answers what it said when it ended by itself."""

    def start(path: Path) -> str:
        environment = os.environ | {"ROADMAP_EXIT_WHEN_PAINTED": "1"}
        command = [sys.executable, "-c", _SECOND, str(path)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            qtbot.waitUntil(lambda: process.poll() is not None)
            assert process.stdout is not None
            return process.stdout.read()

    return start


@pytest.fixture
def first(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window, listening, behind another program's."""
    SecondStarts(window.document, window)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    return window


def test_the_window_comes_to_the_front_and_the_second_start_ends(
    first: MainWindow, sample: Path, start_again: Start
) -> None:
    assert start_again(sample) == _ENDED
    assert first.isActiveWindow()
    assert first.document.can_edit


def test_a_minimised_window_comes_back(first: MainWindow, sample: Path, start_again: Start) -> None:
    first.showMinimized()
    start_again(sample)
    assert not first.isMinimized()
    assert first.isActiveWindow()


def test_a_dialog_before_the_window_stays_before_it(
    first: MainWindow, sample: Path, start_again: Start, qtbot: QtBot
) -> None:
    dialog = QDialog(first)
    dialog.open()
    assert start_again(sample) == _ENDED
    assert QApplication.activeWindow() is dialog
    dialog.close()


@needs_links
def test_the_file_is_known_by_another_way_to_it(
    first: MainWindow, sample: Path, start_again: Start, tmp_path: Path
) -> None:
    link = tmp_path / "ярлык.roadmap"
    link.symlink_to(sample)
    assert start_again(link) == _ENDED
    assert first.isActiveWindow()


def test_another_file_opens_a_window_of_its_own(
    first: MainWindow, start_again: Start, tmp_path: Path
) -> None:
    other = tmp_path / "другая.roadmap"
    sample_at(other)
    assert start_again(other) == _A_WINDOW_OF_ITS_OWN
    assert not first.isActiveWindow()


def test_the_window_answers_for_the_file_that_it_shows_now(
    first: MainWindow, sample: Path, start_again: Start, tmp_path: Path
) -> None:
    other = tmp_path / "другая.roadmap"
    sample_at(other)
    first.files.open_path(other)
    assert start_again(sample) == _A_WINDOW_OF_ITS_OWN
    assert start_again(other) == _ENDED


def test_a_window_that_does_not_answer_is_not_waited_for(sample: Path) -> None:
    with another_window(sample):
        assert not raise_first(sample)


def test_a_note_with_any_key_names_no_other_socket(sample: Path) -> None:
    with another_window(sample):
        note = note_path(sample)
        note.write_text(note.read_text().replace('"id": "', '"id": "/../../'))
        assert not raise_first(sample)


def test_nothing_stays_behind_when_the_window_is_closed(first: MainWindow, sample: Path) -> None:
    first.close()
    assert not raise_first(sample)

"""Another file is laid over the one on the screen, byte by byte, as Explorer's «Заменить» and sync clients do it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.copies import copies
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.ui import path_watcher, watching
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose
from tests.ui.test_read_only import button, change
from tests.ui.test_watching import (
    note_of,
    notes_on_disk,
    save_elsewhere,
    write_note,
)


@pytest.fixture
def seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window has no time to look by itself before the next edit."""
    monkeypatch.setattr(watching, "_LOOK_EVERY_MS", 10_000_000)
    monkeypatch.setattr(path_watcher, "_SETTLE_MS", 10_000_000)


def is_replaced(window: MainWindow) -> bool:
    return "теперь лежит другой" in window.access_strip.text


def older(window: MainWindow, sample: Path) -> Path:
    copy = Path(shutil.copy(sample, sample.with_name("вчера.roadmap")))
    write_note(window, 3, "сегодня")
    return copy


def other_work(window: MainWindow, sample: Path) -> Path:
    """As many edits on either side, so that SQLite's counters are equal."""
    copy = Path(shutil.copy(sample, sample.with_name("Вера.roadmap")))
    write_note(window, 3, "сегодня")
    change(copy, 3, "от Веры")
    return copy


def without_names(window: MainWindow, sample: Path) -> Path:
    """The same newest edit, but not all of its history."""
    write_note(window, 3, "сегодня")
    copy = sample.with_name("без имён.roadmap")
    copies.save_without_personal_data(sample, copy)
    return copy


@pytest.mark.parametrize("made", [older, other_work])
def test_what_was_laid_over_the_file_is_noticed_and_the_screen_is_kept(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path, made: Callable[[MainWindow, Path], Path]
) -> None:
    copy = made(window, sample)
    sample.write_bytes(copy.read_bytes())
    qtbot.waitUntil(lambda: is_replaced(window))
    assert note_of(window, 3) == "сегодня"
    assert sample.read_bytes() == copy.read_bytes()
    target = tmp_path / "спасено.roadmap"
    save_elsewhere(window, target)
    write_note(window, 4, "и дальше")
    assert notes_on_disk(target)[2:4] == ["сегодня", "и дальше"]


@pytest.mark.usefixtures("seldom")
@pytest.mark.parametrize("made", [older, other_work])
def test_an_edit_made_before_anyone_looked_goes_nowhere_and_is_told(
    window: MainWindow, sample: Path, made: Callable[[MainWindow, Path], Path]
) -> None:
    copy = made(window, sample)
    sample.write_bytes(copy.read_bytes())
    write_note(window, 5, "мимо")
    assert is_replaced(window)
    assert sample.read_bytes() == copy.read_bytes()
    assert note_of(window, 3) == "сегодня"


def test_what_is_laid_over_it_right_after_opening_is_not_taken_for_what_was_open(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    copy = Path(shutil.copy(sample, sample.with_name("Вера.roadmap")))
    change(copy, 3, "от Веры")
    write_note(window, 3, "сегодня")
    sample.write_bytes(copy.read_bytes())
    window.access_strip.watch._kept.keep()
    qtbot.waitUntil(lambda: is_replaced(window))
    assert note_of(window, 3) == "сегодня"


def test_a_later_copy_is_gone_on_with(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    write_note(window, 3, "сегодня")
    copy = Path(shutil.copy(sample, sample.with_name("Вера.roadmap")))
    change(copy, 5, "от Веры")
    sample.write_bytes(copy.read_bytes())
    qtbot.waitUntil(lambda: note_of(window, 5) == "от Веры")
    assert window.access_strip.text == ""
    write_note(window, 6, "и дальше")
    assert notes_on_disk(sample)[2:6] == ["сегодня", "", "от Веры", "и дальше"]
    assert check_file(sample) == ()


def test_when_the_right_file_is_put_back_work_goes_on(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    copy = other_work(window, sample)
    mine = sample.read_bytes()
    sample.write_bytes(copy.read_bytes())
    qtbot.waitUntil(lambda: is_replaced(window))
    sample.write_bytes(mine)
    qtbot.waitUntil(lambda: window.access_strip.text == "")
    write_note(window, 4, "и дальше")
    assert notes_on_disk(sample)[2:4] == ["сегодня", "и дальше"]


def test_what_is_no_roadmap_is_noticed_too(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    write_note(window, 3, "сегодня")
    sample.write_bytes(b"x" * 100_000)
    qtbot.waitUntil(lambda: is_replaced(window))
    assert note_of(window, 3) == "сегодня"
    choose(window, "Вид", "История")
    assert button(window, "Сохранить в другое место…").isVisible()

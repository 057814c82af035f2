"""The program starts and works where the computer offers it little, and where what it remembers was spoiled."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from roadmap_desktop import folders
from roadmap_desktop.operations.copies.digest import read_digest
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.reports.catalogue import REPORTS
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.calendar import export_dialog
from roadmap_desktop.ui.calendar.kinds_button import KindsButton
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.printing import kept_choices
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.header import TableHeader
from tests.samples import sample_at
from tests.systems import WINDOWS
from tests.ui.conftest import TODAY

ROOT = Path(__file__).parents[2]

Started = Callable[..., dict[str, Any]]


@pytest.fixture
def started(tmp_path: Path) -> Started:
    """Starts the program as a process of its own, edits and closes it; answers what it told of its window."""

    def start(path: Path, **surroundings: str) -> dict[str, Any]:
        home = {folders.HOME: str(tmp_path / "дом"), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.started_program", str(path), "tell"],
            cwd=ROOT,
            env=os.environ | home | surroundings,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        told: dict[str, Any] = json.loads(done.stdout)
        assert (told["note"], told["boxes"]) == ("записано", [])
        assert check_file(path) == ()
        return told

    return start


@pytest.mark.skipif(WINDOWS, reason="Windows has no such locale")
def test_in_the_locale_c(started: Started, sample: Path) -> None:
    assert "Дорожная карта.roadmap" in started(sample, LC_ALL="C", LANG="C")["title"]


@pytest.mark.skipif(WINDOWS, reason="Windows is never without fonts")
def test_on_a_computer_without_fonts_it_writes_with_its_own(started: Started, sample: Path) -> None:
    nothing = sample.with_name("fonts.conf")
    nothing.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    told = started(sample, FONTCONFIG_FILE=str(nothing))
    assert (told["font"], told["unwritten"]) == (theme.FONT_FAMILY, "")


def test_where_nothing_can_be_remembered_work_goes_on(started: Started, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "дом").write_text("в её месте файл")
    started(sample)


def test_a_path_of_250_letters(started: Started, tmp_path: Path) -> None:
    path = tmp_path.joinpath(*["папка отдела образования"] * 4)
    path /= f"{'п' * (250 - len(str(path)) - len('/.roadmap'))}.roadmap"
    path.parent.mkdir(parents=True)
    sample_at(path)
    assert len(str(path)) == 250
    assert path.name in started(path)["title"]


def test_a_settings_file_of_noise_is_as_none(started: Started, sample: Path, tmp_path: Path) -> None:
    settings = tmp_path / "дом" / "settings" / "settings.ini"
    settings.parent.mkdir(parents=True)
    for name in ("settings.ini", "methodist.json", "school-calendar.json"):
        settings.with_name(name).write_bytes(bytes(range(256)) * 40)
    assert started(sample)["points"] == pytest.approx(theme.FONT_POINTS)


@pytest.mark.parametrize("letters", ["-5", "0", "99999", "ой"])
def test_letters_of_no_known_size_are_the_usual_ones(tmp_path: Path, letters: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.remember("look/letters", letters)
    settings.remember("look/theme", "theme of a later version")
    assert settings.look == theme.Look("system", 100)


def test_a_last_file_that_the_system_cannot_even_look_for_does_not_keep_the_program_from_starting(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    # As of a share that does not answer: asked for it, the system neither finds it nor says that it is not there.
    unknown = tmp_path / f"{'я' * 300}.roadmap"
    settings.remember_file(unknown)
    window = MainWindow(RoadmapDocument(), settings, InlineRunner(), tmp_path, tmp_path / "log")
    qtbot.addWidget(window)
    window.show()
    window.open_at_start(None)
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    window.files.open_path(unknown)
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "слишком длинн" in box.text()


def test_a_digest_tells_of_a_file_that_cannot_be_looked_for(sample: Path) -> None:
    lines = read_digest([sample, sample.with_name("я" * 300)], TODAY).files
    assert [bool(line.refusal) for line in lines] == [False, True]


SPOILED = (
    "",
    "-1",
    "99999999999",
    "{",
    "[[[1]]]",
    '{"a": {"b": 7}}',
    QByteArray(b"\xff\xd9\x00" * 50),
    "ой\n\n",
)


def remembered_by(window: MainWindow) -> set[str]:
    """Every key that its pages and dialogs look under."""
    for page in PAGES:
        window.show_page(page)
    keys = {
        "look/theme",
        "look/letters",
        "agenda/on-opening",
        "window/details",
        "digest/files",
        "digest/folder",
    }
    for header in window.findChildren(TableHeader):
        keys |= {
            f"{header._memory._key}/{what}" for what in ("sort", "widths", "columns", "grouping", "views")
        }
    keys |= {kept_choices._key(report) for report in REPORTS}
    keys |= {export_dialog._HIDDEN, *(button._key for button in window.findChildren(KindsButton))}
    window.close()
    return keys | set(window._settings._store.allKeys())


@pytest.mark.parametrize("spoiled", SPOILED, ids=range(len(SPOILED)))
def test_whatever_stands_in_the_settings_every_page_and_dialog_is_shown(
    window: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot, spoiled: str | QByteArray
) -> None:
    for key in remembered_by(window):
        window._settings.remember(key, spoiled)
    window._settings.save()
    again = MainWindow(
        RoadmapDocument(), Settings(tmp_path / "settings.ini"), InlineRunner(), tmp_path, tmp_path
    )
    qtbot.addWidget(again)
    again.show()
    again.open_at_start(sample)
    for page in PAGES:
        again.show_page(page)
        QApplication.processEvents()
    for dialog in ("print_month", "print_any", "export_calendar", "digest", "settings"):
        again._actions[dialog].trigger()
        opened = QApplication.activeModalWidget()
        assert opened is not None, dialog
        assert not isinstance(opened, QMessageBox), dialog
        opened.hide()
    again.hide()

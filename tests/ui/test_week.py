"""A week of work, done with keys alone and with the mouse alone, leaves the same file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop import folders
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.storage import author
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.conftest import TODAY
from tests.ui.week_of_work import monday_to_wednesday, thursday_and_friday
from tests.ui.week_of_work.hand import Hand
from tests.ui.week_of_work.keys import Keys
from tests.ui.week_of_work.mouse import Mouse
from tests.ui.week_of_work.steps import PLAN, WEEK

DAYS = (monday_to_wednesday, thursday_and_friday)
Rows = list[tuple[str, ...]]


@pytest.fixture
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody waits for the second click of one; what is remembered of who works is of one week alone."""
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(1)
    monkeypatch.setenv(folders.HOME, "")
    yield
    QApplication.setDoubleClickInterval(interval)
    author.methodist.cache_clear()


@pytest.mark.usefixtures("quick_hands")
def test_the_week_by_keys_and_the_week_by_mouse_leave_the_same_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(WEEK) >= 60
    left = []
    for name, kind in (("keys", Keys), ("mouse", Mouse)):
        monkeypatch.setenv(folders.HOME, str(tmp_path / name / "home"))
        author.methodist.cache_clear()
        left.append(worked(qtbot, tmp_path / name, kind))
    by_keys, by_mouse = left
    for said, rows in by_keys.items():
        assert rows == by_mouse[said], said
    # Of all that was done something is there.
    assert sum(bool(rows) for rows in by_keys.values()) >= 16


def worked(qtbot: QtBot, folder: Path, kind: type[Hand]) -> dict[str, Rows]:
    """Does the week in a fresh window, and reads what it has left."""
    folder.mkdir()
    settings = Settings(folder / "settings.ini")
    window = MainWindow(
        RoadmapDocument(today=lambda: TODAY), settings, InlineRunner(), folder, folder / "log"
    )
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_at_start(None)
    qtbot.waitExposed(window)
    # As the program does when it is started.
    window.preferences.ask_who_works()
    hand = kind(window, folder)
    for said, do in WEEK:
        try:
            do(hand)
        except Exception as error:
            error.add_note(f"{kind.__name__}: {said}")
            raise
    return contents(folder / PLAN)


def contents(path: Path) -> dict[str, Rows]:
    """What is said in a file, the keys of its records aside, by what it is said of."""
    with open_roadmap(path) as file:
        plan = read_plan(file)
        said = {
            "the roadmap": [tuple(map(str, plan.info[1:]))],
            "sections": [(one.name,) for one in plan.sections],
        }
        for register in BY_ID.values():
            listing = read_listing(file, register)
            said[register.id] = sorted(
                tuple(listing.text(row, field) for field in register.fields) for row in listing.rows
            )
    return said

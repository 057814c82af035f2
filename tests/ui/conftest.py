"""The window as a person meets it, on a fresh copy of the sample."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import folders
from roadmap_desktop.storage import author
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.samples import sample_at
from tests.ui.copies import copy_of

TODAY = date(2020, 10, 6)

# Milliseconds. What comes late on a busy computer is not wrong: a test does not know how quick the computer is.
_PATIENCE = 120_000
for _waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive, QtBot.waitExposed):
    assert _waiting.__kwdefaults__ and "timeout" in _waiting.__kwdefaults__
    _waiting.__kwdefaults__["timeout"] = _PATIENCE


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["pytest", *theme.STYLE_ARGUMENTS]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply_theme(qapp)
    theme.speak_russian(qapp)
    yield qapp
    # Qt lets go of what was copied after Python has ended, and what Python made must not outlive it.
    qapp.clipboard().clear()


@pytest.fixture
def first_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody has said yet who works, nor «Позже», which is remembered."""
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))
    author.methodist.cache_clear()
    yield
    author.methodist.cache_clear()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Дорожная карта.roadmap"
    sample_at(path)
    return path


def window_on(path: Path, document: RoadmapDocument, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with that file open, closed at the end."""
    hide_what_is_left()
    made = MainWindow(
        document, Settings(tmp_path / "settings.ini"), InlineRunner(), tmp_path, tmp_path / "log"
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open_at_start(path)
    qtbot.waitExposed(made)
    yield made
    hide_what_is_left(besides=made)
    made.close()
    # Without an event loop nothing that is to be deleted later is, and every new style would be given to it, too.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def hide_what_is_left(besides: QWidget | None = None) -> None:
    """Of a dialog that a test leaves open the next one must know nothing; closed, it may ask whether to save."""
    for left in QApplication.topLevelWidgets():
        if left is not besides and left.isVisible():
            left.hide()


@pytest.fixture
def window(qtbot: QtBot, sample: Path, tmp_path: Path) -> Iterator[MainWindow]:
    yield from window_on(sample, RoadmapDocument(today=lambda: TODAY), qtbot, tmp_path)


@pytest.fixture
def vera(window: MainWindow, sample: Path) -> Path:
    """Vera's copy of what is open in the window."""
    return copy_of(sample, "Вера")

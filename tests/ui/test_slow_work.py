"""A large file, a large paste, a large undo: in the background, told of, and not lost on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.lock import note_path
from roadmap_desktop.ui import document as document_module
from roadmap_desktop.ui import watching
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import ThreadRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.conftest import TODAY


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(document_module, "_LARGE_FILE", 0)
    runner = ThreadRunner()
    document = RoadmapDocument(today=lambda: TODAY, runner=runner)
    made = MainWindow(document, Settings(tmp_path / "settings.ini"), runner, tmp_path, tmp_path / "log")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_a_large_file_opens_while_the_window_lives(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: window.document.plan is not None)
    assert window.document.path == sample
    assert not [box for box in window.findChildren(QProgressDialog) if box.isVisible()]


def test_a_damaged_large_file_is_refused_in_words(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    sample.write_bytes(sample.read_bytes()[: 4096 * 5])
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert window.document.plan is None


def test_a_paste_of_many_rows_and_its_undo_keep_the_window_alive(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: window.document.plan is not None)
    QApplication.clipboard().setText("".join(f"Дело {n}\tмарт\n" for n in range(600)))
    window.table.paste()
    qtbot.waitUntil(lambda: len(window.document.plan.activities) == 623)  # type: ignore[union-attr]
    undo = window.findChild(QAction, "undo")
    assert undo is not None
    undo.trigger()
    qtbot.waitUntil(lambda: len(window.document.plan.activities) == 23)  # type: ignore[union-attr]
    with open_roadmap(sample) as file:
        assert len(read_plan(file).activities) == 23


def test_cancelling_leaves_the_file_as_it_was(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: window.document.plan is not None)
    window.document.waiting.connect(lambda _label, task: task.cancel())
    QApplication.clipboard().setText("".join(f"Дело {n}\tмарт\n" for n in range(600)))
    with qtbot.waitSignal(window.document.waiting) as waiting:
        window.table.paste()
    _label, task = waiting.args
    qtbot.waitUntil(lambda: task.is_over)
    with open_roadmap(sample) as file:
        assert len(read_plan(file).activities) == 23


def test_an_opening_that_is_cancelled_or_refused_leaves_no_note_of_an_editor(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    window.document.waiting.connect(lambda _label, task: task.cancel())
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: not note_path(sample).exists())
    assert window.document.plan is None
    window.document.waiting.disconnect()
    sample.write_bytes(sample.read_bytes()[: 4096 * 5])
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert not note_path(sample).exists()


def test_what_another_writes_to_a_large_file_is_read_in_the_background(
    qtbot: QtBot, window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_LARGE", 0)
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: window.document.plan is not None)
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[4].id], "note", "перенести")
    qtbot.waitUntil(lambda: window.document.plan.activities[4].note == "перенести")  # type: ignore[union-attr]

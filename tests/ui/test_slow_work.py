"""A large file, a large paste, a large undo: in the background, told of, and not lost on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.ordering import keys_between
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.lock import note_path
from roadmap_desktop.ui import document as document_module
from roadmap_desktop.ui import watching
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.performers_dialog import PerformersDialog
from roadmap_desktop.ui.registers.join_dialog import JoinDialog
from roadmap_desktop.ui.runner import ThreadRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.conftest import TODAY
from tests.ui.person import choose, click
from tests.ui.registers.test_joining import shown as join_dialog
from tests.ui.registers.test_row_commands import choose_in_menu
from tests.ui.test_registers import page_of


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


@pytest.fixture
def many_teachers(qtbot: QtBot, window: MainWindow, sample: Path) -> JoinDialog:
    """A school entered twice, the second time with more teachers than can be waited for, about to be joined."""
    with open_roadmap(sample) as file, file.edit("Школы") as edit:
        one, other = School(name="СОШ № 1"), School(name="МБОУ СОШ № 1")
        edit.add(one, other)
        edit.flush()
        edit.add(*(Teacher(name=f"Педагог {place}", school_id=other.id) for place in range(201)))
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: window.document.plan is not None)
    page = page_of(window, "schools")
    page.view.choose([one.id])
    choose_in_menu(page.view, "Объединить с…")
    return join_dialog(window)


def schools_of_teachers(window: MainWindow) -> set[str]:
    page = page_of(window, "teachers")
    return {page.model.text(row, page.register.field("school_id")) for row in page.model.rows}


def test_joining_a_school_with_many_teachers_keeps_the_window_alive(
    qtbot: QtBot, window: MainWindow, many_teachers: JoinDialog
) -> None:
    with qtbot.waitSignal(window.document.waiting) as waiting:
        click(many_teachers.join)
    assert waiting.args[0] == "Записи объединяются…"
    qtbot.waitUntil(lambda: window.status.text == "Объединено в «СОШ № 1». Отменить: Ctrl+Z")
    assert schools_of_teachers(window) == {"СОШ № 1"}


def test_joining_that_is_cancelled_leaves_both(
    qtbot: QtBot, window: MainWindow, many_teachers: JoinDialog
) -> None:
    window.document.waiting.connect(lambda _label, task: task.cancel())
    with qtbot.waitSignal(window.document.waiting) as waiting:
        click(many_teachers.join)
    qtbot.waitUntil(lambda: waiting.args[1].is_over)
    assert schools_of_teachers(window) == {"МБОУ СОШ № 1"}


def test_joining_a_performer_of_many_activities_keeps_the_window_alive(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    with open_roadmap(sample) as file, file.edit("Исполнители") as edit:
        one, other = Performer(name="Центр"), Performer(name="Центр развития")
        edit.add(one, other)
        last = edit.find(Activity, order=("position",))[-1].position
        made = [Activity(name="Дело", position=place) for place in keys_between(last, None, 201)]
        edit.add(*made)
        edit.flush()
        edit.add(
            *(ActivityPerformer(activity_id=each.id, performer_id=other.id, position="a") for each in made)
        )
    window.open_at_start(sample)
    qtbot.waitUntil(lambda: window.document.plan is not None)
    choose(window, "Справочники", "Исполнители…")
    (dialog,) = [each for each in window.findChildren(PerformersDialog) if each.isVisible()]
    for row in range(dialog.list.rowCount()):
        dialog.list.item(row, 0).setSelected(dialog.list.item(row, 0).text().startswith("Центр"))
    with qtbot.waitSignal(window.document.waiting):
        click(dialog.join_button)
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        click(next(button for button in box.buttons() if button.text() == "Центр"))
    qtbot.waitUntil(lambda: window.document.plan.activities[-1].performers == ("Центр",))  # type: ignore[union-attr]

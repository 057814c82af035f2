"""A file that may only be read: who edits it or why not, what still works, and what is not offered."""

import errno
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage import location
from roadmap_desktop.storage.lock import note_path
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import StateEditor, TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings
from tests.ui.conftest import TODAY
from tests.ui.person import choose, click, press, type_text

# A program that has the file open for editing, as a window has.
_EDITOR = """
import sys
from pathlib import Path
from roadmap_desktop.operations.file.opening import access_to
access = access_to(Path(sys.argv[1]))
assert access.can_edit
print("open", flush=True)
sys.stdin.readline()
access.release()
print("closed", flush=True)
sys.stdin.readline()
"""


@contextmanager
def another_window(path: Path) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", _EDITOR, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def tell_to_close(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "closed\n"


@pytest.fixture
def empty_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(
        RoadmapDocument(today=lambda: TODAY),
        Settings(tmp_path / "settings.ini"),
        InlineRunner(),
        tmp_path,
        tmp_path / "log",
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()


@pytest.fixture
def reader(empty_window: MainWindow, sample: Path) -> Iterator[MainWindow]:
    """A window on a file that another program has open."""
    with another_window(sample):
        empty_window.open_at_start(sample)
        yield empty_window


def button(window: MainWindow, text: str) -> QPushButton:
    (found,) = [one for one in window.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    return found


def has_button(window: MainWindow, text: str) -> bool:
    return any(one.text() == text and one.isVisible() for one in window.findChildren(QPushButton))


def change(path: Path, number: int, note: str) -> None:
    """Another program changes the note of an activity."""
    subprocess.run(
        [sys.executable, "-m", "roadmap_desktop", "set", path, str(number), "note", note],
        check=True,
        capture_output=True,
    )


def traces(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_the_second_window_says_who_edits_where_and_since_when(reader: MainWindow, sample: Path) -> None:
    note = json.loads(note_path(sample).read_text(encoding="utf-8"))
    words = reader.access_strip.text
    assert words.startswith(
        f"Только чтение: файл открыт у пользователя {note['user']} на компьютере {note['host']} с "
    )
    assert not has_button(reader, "Обновить")
    assert not reader.findChildren(QMessageBox)


def test_nothing_that_edits_is_offered_or_done(reader: MainWindow, sample: Path) -> None:
    before = sample.read_bytes()
    plan = reader.document.plan
    assert plan is not None
    reader.selection.choose([plan.activities[2].id])
    for menu, entry in (
        ("Правка", "Вставить строки"),
        ("Правка", "Удалить"),
        ("Файл", "Сведения о дорожной карте…"),
    ):
        with pytest.raises(AssertionError):
            choose(reader, menu, entry)
    table = reader.table
    press(Qt.Key.Key_F2, widget=table.view)
    type_text("буквы", table.view)
    assert table.editing.editor is None
    table.paste()
    table.delete()
    table.move_down()
    assert "только для чтения" in reader.status.text
    for editor in reader.details.findChildren(TextEditor):
        assert editor.isReadOnly() or not editor.isEnabled()
    assert not any(editor.isEnabled() for editor in reader.details.findChildren(StateEditor))
    assert sample.read_bytes() == before


def test_rows_are_not_dragged_and_bars_are_not_moved(reader: MainWindow, sample: Path) -> None:
    before = sample.read_bytes()
    view = reader.table.view
    assert not view.can_reorder
    choose(reader, "Вид", "Календарь")
    page = reader._pages.currentWidget()
    grid = page.grid  # type: ignore[attr-defined]
    plan = reader.document.plan
    assert plan is not None
    bars = filter(None, (grid.hits.bar_of(row.id) for row in plan.activities))
    start = next(hit for hit in bars if hit.entry.can_move).rect.center()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grid, start + QPoint(300, 0))
    assert grid.gestures.drag is None
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=start + QPoint(300, 0))
    press(Qt.Key.Key_Insert, widget=grid)
    assert sample.read_bytes() == before


def test_the_menu_of_a_row_offers_to_look_and_to_copy(reader: MainWindow) -> None:
    plan = reader.document.plan
    assert plan is not None
    reader.selection.choose([plan.activities[0].id])
    reader.table._open_menu(QPoint(50, 50))
    menu = next(menu for menu in reader.table.view.findChildren(QMenu) if menu.isVisible())
    assert [
        action.objectName() for action in menu.actions() if action.isEnabled() and action.objectName()
    ] == [
        "details",
        "copy",
        "print_chosen",
    ]
    menu.close()


def test_reading_copying_searching_and_printing_work(reader: MainWindow, tmp_path: Path) -> None:
    plan = reader.document.plan
    assert plan is not None
    reader.selection.choose([plan.activities[0].id])
    choose(reader, "Правка", "Копировать строки")
    assert plan.activities[0].name.split()[0] in QApplication.clipboard().text()
    type_text("дефицит", reader.toolbar.search)
    assert reader.table.view.model().rowCount() == 3
    choose(reader, "Вид", "История")
    choose(reader, "Отчёты", "Печать месяца…")
    (dialog,) = [one for one in reader.findChildren(QDialog) if one.isVisible()]
    dialog.save_to(tmp_path / "план.pdf")  # type: ignore[attr-defined]
    assert (tmp_path / "план.pdf").read_bytes().startswith(b"%PDF")


def test_when_the_editor_has_written_the_reader_may_refresh(
    qtbot: QtBot, reader: MainWindow, sample: Path
) -> None:
    change(sample, 3, "позвонить")
    qtbot.waitUntil(lambda: has_button(reader, "Обновить"))
    plan = reader.document.plan
    assert plan is not None
    assert plan.activities[2].note == ""
    click(button(reader, "Обновить"))
    assert reader.document.plan.activities[2].note == "позвонить"  # type: ignore[union-attr]
    assert not has_button(reader, "Обновить")


def test_when_the_editor_closes_the_reader_may_begin(
    qtbot: QtBot, empty_window: MainWindow, sample: Path
) -> None:
    with another_window(sample) as editor:
        empty_window.open_at_start(sample)
        assert not empty_window.document.can_edit
        tell_to_close(editor)
        qtbot.waitUntil(lambda: has_button(empty_window, "Начать редактирование"))
        click(button(empty_window, "Начать редактирование"))
        assert empty_window.access_strip.text == ""
        choose(empty_window, "Правка", "Добавить мероприятие")
        press(Qt.Key.Key_Return)
    with open_roadmap(sample) as file:
        assert len(read_plan(file).activities) == 24


def test_after_a_crash_of_the_editor_nothing_is_asked(empty_window: MainWindow, sample: Path) -> None:
    with another_window(sample) as editor:
        editor.kill()
        editor.wait()
    assert note_path(sample).exists()
    empty_window.open_at_start(sample)
    assert empty_window.document.can_edit
    assert empty_window.access_strip.text == ""
    assert not [box for box in empty_window.findChildren(QDialog) if box.isVisible()]


def test_a_window_that_is_closed_leaves_the_file_alone_in_its_folder(
    window: MainWindow, sample: Path
) -> None:
    assert note_path(sample).exists()
    window.close()
    assert not note_path(sample).exists()


def test_opening_the_same_file_again_goes_on_editing(window: MainWindow, sample: Path) -> None:
    window.open_at_start(sample)
    assert window.document.can_edit
    assert note_path(sample).exists()


def test_the_note_moves_on_with_the_window_to_another_file(window: MainWindow, sample: Path) -> None:
    other = sample.with_name("другая.roadmap")
    create_from_sample(other)
    window.open_at_start(other)
    assert note_path(other).exists()
    assert not note_path(sample).exists()


def test_a_file_in_an_archive_is_opened_whole_without_a_trace(
    empty_window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "tmp" / "ark-Xq3b1Z"
    folder.mkdir(parents=True)
    path = folder / sample.name
    shutil.copy(sample, path)
    before = traces(folder)
    empty_window.open_at_start(path)
    assert location.PREVIEW in empty_window.access_strip.text
    assert empty_window.table.view.model().rowCount() == 23
    empty_window.close()
    assert traces(folder) == before


def test_a_file_of_an_older_version_is_read_and_copied_without_being_upgraded(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "tmp" / "ark-Xq3b1Z"
    folder.mkdir(parents=True)
    path = folder / "Карта.roadmap"
    shutil.copy(Path(__file__).parents[1] / "storage" / "released" / "version-1.roadmap", path)
    before = traces(folder)
    empty_window.open_at_start(path)
    plan = empty_window.document.plan
    assert plan is not None
    choose(empty_window, "Вид", "История")
    from roadmap_desktop.operations.copies.copies import CopyRequest

    empty_window.files.copy_to(tmp_path / "копия.roadmap", CopyRequest())
    with open_roadmap(tmp_path / "копия.roadmap") as copy:
        assert read_plan(copy).activities == plan.activities
    assert traces(folder) == before


def test_a_folder_that_refuses_the_note_makes_the_file_one_to_read(
    empty_window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests may be allowed everything: the refusal of the system is given here.
    def refuse(_note: Path, _content: bytes) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr("roadmap_desktop.storage.lock._write", refuse)
    before = traces(sample.parent)
    empty_window.open_at_start(sample)
    assert location.FOLDER_PROTECTED in empty_window.access_strip.text
    assert {name: traces(sample.parent)[name] for name in before} == before


def test_the_strip_shows_letters_of_others_as_they_are(empty_window: MainWindow, sample: Path) -> None:
    with another_window(sample):
        said = json.loads(note_path(sample).read_text(encoding="utf-8"))
        note_path(sample).write_text(json.dumps(said | {"user": "<b>Анна</b>"}), encoding="utf-8")
        empty_window.open_at_start(sample)
    assert "у пользователя <b>Анна</b> на" in empty_window.access_strip.text
    (label,) = empty_window.access_strip.findChildren(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText

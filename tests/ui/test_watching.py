"""The open file is written to, moved, deleted, replaced and put back by others while it is on the screen."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file import file_content
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.lock import note_path
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.ui import kept_copy
from roadmap_desktop.ui.editors import TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from tests.systems import needs_moving_open_files
from tests.ui.person import choose, click, press, type_text
from tests.ui.test_read_only import button, change, has_button


def note_of(window: MainWindow, number: int) -> str:
    plan = window.document.plan
    assert plan is not None
    return plan.activities[number - 1].note


def notes_on_disk(path: Path) -> list[str]:
    with open_roadmap(path) as file:
        return [row.note for row in read_plan(file).activities]


def choose_activity(window: MainWindow, number: int) -> None:
    plan = window.document.plan
    assert plan is not None
    window.selection.choose([plan.activities[number - 1].id])


def note_field(window: MainWindow) -> TextEditor:
    (field,) = [
        editor
        for editor in window.details.findChildren(TextEditor)
        if editor.accessibleName() == "Примечание" and editor.isVisible()
    ]
    return field


def write_note(window: MainWindow, number: int, words: str) -> None:
    choose_activity(window, number)
    click(note_field(window))
    note_field(window).selectAll()
    type_text(words)
    press(Qt.Key.Key_Tab)


def save_elsewhere(window: MainWindow, target: Path) -> None:
    click(button(window, "Сохранить в другое место…"))
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    dialog.fileSelected.emit(str(target))
    dialog.close()


def is_gone(window: MainWindow) -> bool:
    return "нет на прежнем месте" in window.access_strip.text


def test_what_the_command_line_writes_is_on_the_screen(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    change(sample, 5, "перенести")
    qtbot.waitUntil(lambda: note_of(window, 5) == "перенести")
    choose(window, "Правка", "Отменить")
    assert notes_on_disk(sample)[4] == ""


def test_what_is_being_typed_is_not_lost_when_another_writes(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    choose_activity(window, 3)
    click(note_field(window))
    type_text("до конца")
    change(sample, 5, "перенести")
    qtbot.waitUntil(lambda: note_of(window, 5) == "перенести")
    assert note_field(window).value() == "до конца"
    type_text(" недели")
    press(Qt.Key.Key_Tab)
    assert notes_on_disk(sample)[2] == "до конца недели"
    assert notes_on_disk(sample)[4] == "перенести"


def test_a_cell_that_is_being_edited_stays_open_when_another_writes(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    choose_activity(window, 3)
    window.table.edit_field(window.selection.current or "", "name")
    type_text("Новое имя")
    change(sample, 5, "перенести")
    qtbot.waitUntil(lambda: note_of(window, 5) == "перенести")
    assert window.table.editing.editor is not None
    press(Qt.Key.Key_Return)
    with open_roadmap(sample) as file:
        assert "Новое имя" in read_plan(file).activities[2].name


@needs_moving_open_files
@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.rename(path.with_name("переехал"))])
def test_a_file_that_is_gone_stays_on_the_screen_and_goes_on_elsewhere(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path, lose: object
) -> None:
    write_note(window, 3, "позвонить")
    lose(sample)  # type: ignore[operator]
    qtbot.waitUntil(lambda: is_gone(window))
    assert not window.document.can_edit
    assert note_of(window, 3) == "позвонить"
    choose(window, "Вид", "История")
    target = tmp_path / "спасено" / "Карта.roadmap"
    target.parent.mkdir()
    save_elsewhere(window, target)
    assert window.access_strip.text == ""
    assert window.windowTitle().startswith("Карта.roadmap")
    choose(window, "Вид", "Таблица")
    write_note(window, 4, "и дальше")
    assert notes_on_disk(target)[2:4] == ["позвонить", "и дальше"]
    assert note_path(target).exists()
    assert not window.findChildren(QMessageBox)


@needs_moving_open_files
def test_the_window_is_not_closed_over_the_only_copy_without_a_word(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    sample.unlink()
    qtbot.waitUntil(lambda: is_gone(window))
    window.close()
    assert window.isVisible()
    (box,) = window.findChildren(QMessageBox)
    assert "кнопкой «Сохранить в другое место…»" in box.text()
    assert button(window, "Сохранить в другое место…").isVisible()
    click(button(box, "Не закрывать"))
    assert window.isVisible()
    window.close()
    click(button(window, "Закрыть без сохранения"))
    assert not window.isVisible()


@needs_moving_open_files
def test_a_stick_that_is_pulled_out_leaves_everything_in_memory(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing can be read any more, also not through what is open."""
    qtbot.waitUntil(lambda: window.access_strip.watch._kept.before.content is not None)
    write_note(window, 3, "позвонить")
    sample.rename(tmp_path / "в кармане")

    def unreadable(_file: RoadmapFile) -> bytes | None:
        return None

    with monkeypatch.context() as pulled:
        pulled.setattr(file_content, "content_of", unreadable)
        qtbot.waitUntil(lambda: is_gone(window))
    assert "последней секунды" not in window.access_strip.text
    save_elsewhere(window, tmp_path / "спасено.roadmap")
    assert notes_on_disk(tmp_path / "спасено.roadmap")[2] == "позвонить"


@needs_moving_open_files
def test_a_file_too_large_to_be_kept_is_said_to_be_so(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_copy, "_LARGEST", 1)
    monkeypatch.setattr(file_content, "content_of", lambda _file: None)
    sample.rename(tmp_path / "в кармане")
    qtbot.waitUntil(lambda: is_gone(window))
    assert not has_button(window, "Сохранить в другое место…")
    with pytest.raises(UserError, match="велик"):
        window.access_strip.watch.go_on_at(tmp_path / "спасено.roadmap")
    (tmp_path / "в кармане").rename(sample)
    qtbot.waitUntil(lambda: window.document.can_edit)


@needs_moving_open_files
def test_when_the_file_comes_back_work_goes_on(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    aside = tmp_path / "в кармане"
    sample.rename(aside)
    qtbot.waitUntil(lambda: is_gone(window))
    change(aside, 7, "дописано дома")
    aside.rename(sample)
    qtbot.waitUntil(lambda: window.document.can_edit)
    assert window.access_strip.text == ""
    assert note_of(window, 7) == "дописано дома"
    write_note(window, 3, "позвонить")
    assert notes_on_disk(sample)[2] == "позвонить"


@needs_moving_open_files
def test_what_is_typed_when_the_file_goes_is_written_when_it_comes_back(
    window: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_activity(window, 3)
    click(note_field(window))
    type_text("позвонить")
    aside = tmp_path / "в кармане"
    sample.rename(aside)
    press(Qt.Key.Key_Tab)
    assert is_gone(window)
    assert note_field(window).value() == "позвонить"
    aside.rename(sample)
    qtbot.waitUntil(lambda: window.document.can_edit)
    assert notes_on_disk(sample)[2] == "позвонить"


@needs_moving_open_files
def test_an_edit_never_goes_to_a_file_that_was_replaced_under_it(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    """Another program put a newer file in its place a moment ago; nobody has looked since."""
    newer = tmp_path / "новее"
    shutil.copy(sample, newer)
    change(newer, 7, "из другой программы")
    newer.replace(sample)
    write_note(window, 3, "позвонить")
    assert notes_on_disk(sample)[2] == "позвонить"
    assert notes_on_disk(sample)[6] == "из другой программы"


@pytest.mark.parametrize("put", [pytest.param(os.replace, marks=needs_moving_open_files), shutil.copyfile])
def test_an_older_copy_put_in_its_place_does_not_take_the_screen(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path, put: object
) -> None:
    older = tmp_path / "старая"
    shutil.copy(sample, older)
    qtbot.waitUntil(lambda: window.access_strip.watch._kept.before.content is not None)
    write_note(window, 3, "позвонить")
    put(older, sample)  # type: ignore[operator]
    qtbot.waitUntil(lambda: "лежит другой" in window.access_strip.text)
    assert note_of(window, 3) == "позвонить"
    save_elsewhere(window, tmp_path / "спасено.roadmap")
    assert notes_on_disk(tmp_path / "спасено.roadmap")[2] == "позвонить"
    assert notes_on_disk(sample)[2] == ""


def test_who_lost_the_right_to_edit_while_the_pc_slept_only_reads(
    qtbot: QtBot, window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = note_path(sample).read_text(encoding="utf-8")
    host, id_ = window.document.access.lock.holder.host, window.document.access.lock.holder.id  # type: ignore[union-attr]
    note_path(sample).write_text(said.replace(host, "PC-3").replace(id_, "0"), encoding="utf-8")
    monkeypatch.setattr("roadmap_desktop.operations.file.opening.HEARTBEAT", 0)
    qtbot.waitUntil(lambda: "на компьютере PC-3" in window.access_strip.text)
    assert not window.document.can_edit

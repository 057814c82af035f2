"""Files of an activity beside the list: attached, dropped, saved, opened, taken off, as a person does it."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.file import attachments
from roadmap_desktop.ui.details.drop_area import DropArea
from roadmap_desktop.ui.editors import TextEditor
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.properties_dialog import PropertiesDialog
from roadmap_desktop.ui.runner import ThreadRunner
from tests.storage.damage import change
from tests.systems import MARKUP
from tests.ui.dropping import let_fall
from tests.ui.person import click


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / f"Скан {MARKUP}приказа & списка.pdf"
    path.write_bytes(b"%PDF" + bytes(3000))
    return path


@pytest.fixture
def third(window: MainWindow) -> str:
    assert window.document.plan is not None
    id_ = window.document.plan.activities[2].id
    window.selection.choose([id_])
    return id_


def cards(window: MainWindow) -> list[QPushButton]:
    found = window.details.findChildren(QPushButton)
    return [button for button in found if button.property("card") and button.isVisible()]


def names(window: MainWindow) -> list[str]:
    return [card.accessibleName() for card in cards(window)]


def shown(window: MainWindow, qtbot: QtBot, *expected: str) -> None:
    qtbot.waitUntil(lambda: names(window) == list(expected))


def choose(window: MainWindow, entry: str) -> None:
    """Chooses an entry from the menu of the only card."""
    (card,) = cards(window)
    (action,) = [action for action in card.menu().actions() if action.text() == entry]
    action.trigger()


def answer_place(window: MainWindow, *names: Path) -> None:
    """Chooses these names in the dialog that stands open."""
    dialog = next(found for found in window.findChildren(QFileDialog) if found.isVisible())
    dialog.fileSelected.emit(str(names[0]))
    dialog.filesSelected.emit([str(name) for name in names])
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog)


def said(window: MainWindow) -> str:
    box = next(found for found in window.findChildren(QMessageBox) if found.isVisible())
    text = box.text()
    box.close()
    return text


def drop(window: MainWindow, *paths: Path, on: QWidget | None = None) -> bool:
    """Drags files over the details and lets them fall; tells whether anything took them."""
    target = on or window.details.findChild(DropArea)
    assert target is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # As file managers do.
    data.setText("\n".join(map(str, paths)))
    return let_fall(target, data, QPointF(target.rect().center()))


def test_a_file_is_pasted_to_the_chosen_activity(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    # As file managers do.
    data.setText(str(scan))
    QApplication.clipboard().setMimeData(data)
    assert window.document.plan is not None
    number = len(window.document.plan.activities)
    window._actions["paste"].trigger()
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    assert len(window.document.plan.activities) == number
    window._actions["properties"].trigger()
    (dialog,) = window.findChildren(PropertiesDialog)
    assert dialog.files.text() == "1 файл, вместе 3 КБ"
    dialog.reject()


def test_a_file_pasted_while_the_details_are_closed_is_attached_in_sight(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot
) -> None:
    window._actions["details"].setChecked(False)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    QApplication.clipboard().setMimeData(data)
    window._actions["paste"].trigger()
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    assert window.details.isVisible()


def test_files_without_a_chosen_activity_are_no_rows(window: MainWindow, scan: Path) -> None:
    window.selection.choose([])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    QApplication.clipboard().setMimeData(data)
    assert window.document.plan is not None
    number = len(window.document.plan.activities)
    window._actions["paste"].trigger()
    assert len(window.document.plan.activities) == number


def test_a_file_is_attached_by_the_dialog_and_undone(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot
) -> None:
    button = next(
        found for found in window.details.findChildren(QPushButton) if found.objectName() == "attach"
    )
    window.details.ensureWidgetVisible(button)
    click(button)
    answer_place(window, scan)
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    (card,) = cards(window)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in card.findChildren(QLabel))
    assert MARKUP not in card.toolTip()
    assert f"приложен файл: {scan.name}" in window.details.history_text
    window._actions["undo"].trigger()
    shown(window, qtbot)
    window._actions["redo"].trigger()
    shown(window, qtbot, f"{scan.name}, 3 КБ")


def test_files_are_dropped_on_the_details_and_belong_to_the_chosen_activity(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Список.docx").write_bytes(b"1" * 10)
    assert drop(window, scan, tmp_path / "Список.docx")
    shown(window, qtbot, f"{scan.name}, 3 КБ", "Список.docx, 10 байт")
    assert window.document.undo_state.undo == "Приложено файлов: 2, мероприятие 3"
    assert window.document.plan is not None
    window.selection.choose([window.document.plan.activities[3].id])
    shown(window, qtbot)
    window.selection.choose([third])
    shown(window, qtbot, f"{scan.name}, 3 КБ", "Список.docx, 10 байт")


def test_a_roadmap_is_opened_and_not_attached(
    window: MainWindow, third: str, sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "другая.roadmap"
    other.write_bytes(sample.read_bytes())
    assert drop(window, other)
    assert window.document.path == other
    window.document.open(sample)
    window.selection.choose([third])
    assert names(window) == []


def test_files_without_an_activity_to_hold_them_are_not_taken(
    window: MainWindow, third: str, scan: Path, tmp_path: Path
) -> None:
    (tmp_path / "второй.pdf").touch()
    window.selection.choose(())
    drop(window, scan, tmp_path / "второй.pdf")
    window.selection.choose([third])
    assert window.document.undo_state.undo is None


def test_a_file_dropped_on_a_field_is_attached_and_not_typed_in_as_its_path(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot
) -> None:
    editors = window.details.findChildren(TextEditor)
    note = next(editor for editor in editors if editor.accessibleName() == "Примечание")
    assert drop(window, scan, on=note.viewport())
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    assert note.value() == ""
    window._actions["undo"].trigger()
    shown(window, qtbot)
    (line,) = [line for line in window.details.findChildren(QLineEdit) if line.isVisible()]
    assert drop(window, scan, on=line)
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    assert line.text() == ""


def test_a_refused_file_is_said_and_nothing_is_attached(
    window: MainWindow, third: str, scan: Path, tmp_path: Path
) -> None:
    drop(window, scan, tmp_path)
    assert "папка, приложить можно только файл" in said(window)
    drop(window, scan, tmp_path / "нет.pdf")
    assert "Такого файла или папки нет" in said(window)
    assert names(window) == []
    assert window.document.undo_state.undo is None


def test_a_file_that_is_attached_already_is_said_to_be_and_a_lost_one_comes_back(
    window: MainWindow, third: str, scan: Path, sample: Path, qtbot: QtBot
) -> None:
    drop(window, scan)
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    change(sample, "UPDATE content SET data = NULL")
    window.document.open(sample)
    window.selection.choose([third])
    shown(window, qtbot, f"{scan.name}, содержимое утрачено")
    drop(window, scan)
    assert "уже приложен" in said(window)
    shown(window, qtbot, f"{scan.name}, 3 КБ")


def test_a_heavy_file_is_attached_and_saved_while_the_window_lives(
    window: MainWindow, third: str, qtbot: QtBot, tmp_path: Path
) -> None:
    runner = ThreadRunner()
    window.document._runner = runner
    heavy = tmp_path / "запись.mp4"
    heavy.write_bytes(os.urandom(3_000_000))
    drop(window, heavy)
    assert names(window) == []
    shown(window, qtbot, "запись.mp4, 2,9 МБ")
    choose(window, "Сохранить как…")
    answer_place(window, tmp_path / "мой.mp4")
    qtbot.waitUntil((tmp_path / "мой.mp4").exists)
    runner.wait()
    assert (tmp_path / "мой.mp4").read_bytes() == heavy.read_bytes()


def test_a_large_file_is_asked_about_first(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGE", 1000)
    drop(window, scan)
    box = next(found for found in window.findChildren(QMessageBox) if found.isVisible())
    assert scan.name in box.text()
    assert "тяжелее" in box.text()
    assert names(window) == []
    click(next(button for button in box.buttons() if button.text() == "Приложить"))
    shown(window, qtbot, f"{scan.name}, 3 КБ")


def test_a_file_is_saved_where_the_user_says_and_never_over_another(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, scan)
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    choose(window, "Сохранить как…")
    dialog = next(found for found in window.findChildren(QFileDialog) if found.isVisible())
    written = MARKUP.replace("<", "_").replace(">", "_")
    assert [Path(name).name for name in dialog.selectedFiles()] == [f"Скан {written}приказа & списка.pdf"]
    answer_place(window, tmp_path / "мой.pdf")
    assert (tmp_path / "мой.pdf").read_bytes() == scan.read_bytes()
    (tmp_path / "мой.pdf").write_text("другое")
    choose(window, "Сохранить как…")
    answer_place(window, tmp_path / "мой.pdf")
    assert "уже есть" in said(window)
    assert (tmp_path / "мой.pdf").read_text() == "другое"


def test_a_document_is_opened_from_the_place_chosen_for_it(
    window: MainWindow, third: str, scan: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    answers = [True, False]
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: (opened.append(Path(url.toLocalFile())), answers.pop(0))[1]
    )
    drop(window, scan)
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    choose(window, "Открыть…")
    assert opened == []
    answer_place(window, tmp_path / "мой.pdf")
    assert opened == [tmp_path / "мой.pdf"]
    assert opened[0].read_bytes() == scan.read_bytes()
    choose(window, "Открыть…")
    answer_place(window, tmp_path / "другой.pdf")
    assert "программы, которая его открывает, на этом компьютере нет" in said(window)
    # A name given by the user does not make a program of it.
    choose(window, "Открыть…")
    answer_place(window, tmp_path / "мой.exe")
    assert "не открываются, их можно только сохранить" in said(window)
    assert not (tmp_path / "мой.exe").exists()


@pytest.mark.parametrize("name", ["Отчёт.pdf.exe", "счёт\u202efdp.scr", "запуск.desktop", "таблица.xlsm"])
def test_a_program_is_only_saved(
    window: MainWindow, third: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("a program was opened"))
    (tmp_path / name).write_bytes(b"MZ")
    drop(window, tmp_path / name)
    qtbot.waitUntil(lambda: len(names(window)) == 1)
    choose(window, "Открыть…")
    assert "из программы не открываются, их можно только сохранить" in said(window)
    assert not any(dialog.isVisible() for dialog in window.findChildren(QFileDialog))
    choose(window, "Сохранить как…")
    answer_place(window, tmp_path / "сохранён")
    assert (tmp_path / "сохранён").read_bytes() == b"MZ"


def test_a_file_is_taken_off_and_comes_back(window: MainWindow, third: str, scan: Path, qtbot: QtBot) -> None:
    drop(window, scan)
    shown(window, qtbot, f"{scan.name}, 3 КБ")
    plan = window.document.plan
    choose(window, "Убрать")
    shown(window, qtbot)
    # Nothing of the rows was read again for it.
    assert window.document.plan is not None
    assert plan is not None
    assert window.document.plan.sections is plan.sections
    window._actions["undo"].trigger()
    shown(window, qtbot, f"{scan.name}, 3 КБ")

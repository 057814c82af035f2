"""Backups in the window: made behind it, looked at, taken back by clicks."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.file import backups
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.backups_dialog import BackupsDialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import ThreadRunner
from roadmap_desktop.ui.settings import Settings

from .conftest import TODAY
from .person import choose, click, press


@pytest.fixture(autouse=True)
def own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "копии"
    monkeypatch.setattr(backups, "backups_folder", lambda: root)
    return root


def write_note(window: MainWindow, text: str) -> None:
    plan = window.document.plan
    assert plan is not None
    first = plan.activities[0].id
    window.document.execute(lambda file: activities.set_field(file, _plan(window), [first], "note", text))


def _plan(window: MainWindow) -> Plan:
    assert window.document.plan is not None
    return window.document.plan


def opened_dialog(window: MainWindow) -> BackupsDialog:
    choose(window, "Файл", "Резервные копии…")
    (dialog,) = [found for found in window.findChildren(BackupsDialog) if found.isVisible()]
    return dialog


def pick(dialog: BackupsDialog, row: int = 0) -> None:
    place = dialog.list.visualItemRect(dialog.list.topLevelItem(row)).center()
    click(dialog.list.viewport(), place)


def box_over(dialog: BackupsDialog) -> QMessageBox:
    (box,) = [found for found in dialog.findChildren(QMessageBox) if found.isVisible()]
    return box


def answer(dialog: BackupsDialog, words: str) -> None:
    (button,) = [button for button in box_over(dialog).buttons() if button.text() == words]
    click(button)


def test_yesterday_comes_back_and_today_is_kept(window: MainWindow, sample: Path) -> None:
    write_note(window, "вчера")
    window.backups.back_up()
    write_note(window, "напрасно")
    dialog = opened_dialog(window)
    assert dialog.list.topLevelItemCount() == 1
    pick(dialog)
    assert dialog.facts["В плане"].text() == "23 мероприятия, выполнено 0"
    assert "Примечание" in dialog.facts["Последнее изменение"].text()
    click(dialog.restore)
    answer(dialog, "Восстановить")
    assert _plan(window).activities[0].note == "вчера"
    assert not dialog.isVisible()
    assert "восстановлен" in window.status.text
    choose(window, "Правка", "Отменить")
    assert _plan(window).activities[0].note == ""
    assert opened_dialog(window).list.topLevelItem(0).text(1) == "перед восстановлением"


def test_nothing_is_chosen_until_a_copy_is_clicked(window: MainWindow, sample: Path) -> None:
    window.backups.back_up()
    dialog = opened_dialog(window)
    for _ in range(2):
        dialog.list.setFocus()
        assert dialog.chosen() is None
        assert not dialog.restore.isEnabled()
        assert not dialog.keep.isVisible()
        assert "Выберите копию" in dialog.said.text()
        dialog.fill()


def test_the_question_names_the_file_and_enter_does_nothing(window: MainWindow, sample: Path) -> None:
    write_note(window, "вчера")
    window.backups.back_up()
    write_note(window, "сегодня")
    dialog = opened_dialog(window)
    pick(dialog)
    click(dialog.restore)
    made_at = backups.list_backups(sample)[0].at
    assert f"Заменить файл «{sample.name}» копией от {made_at:%d.%m.%Y %H:%M}?" in box_over(dialog).text()
    press(Qt.Key.Key_Return, widget=box_over(dialog))
    assert _plan(window).activities[0].note == "сегодня"
    assert dialog.isVisible()


def test_a_copy_of_a_file_of_the_same_name_in_another_folder_says_where_it_is_from(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "флешка" / sample.name
    other.parent.mkdir()
    shutil.copy(sample, other)
    write_note(window, "моё")
    window.backups.back_up()
    backups.back_up(other, backups.Reason.MERGE)
    dialog = opened_dialog(window)
    files = [dialog.list.topLevelItem(row).text(2) for row in range(2)]
    assert sorted(files) == sorted([sample.stem, f"{sample.stem} — {other.parent}"])
    pick(dialog, files.index(f"{sample.stem} — {other.parent}"))
    click(dialog.restore)
    assert f"Это копия другого файла: {other}." in box_over(dialog).text()


def test_a_copy_is_made_now_and_the_same_state_only_once(window: MainWindow, sample: Path) -> None:
    dialog = opened_dialog(window)
    click(dialog.make)
    assert "сделана" in box_over(dialog).text()
    answer(dialog, "OK")
    made = dialog.chosen()
    assert made is not None
    assert made.reason == "вручную"
    click(dialog.make)
    assert "Новая копия не нужна" in box_over(dialog).text()
    answer(dialog, "OK")
    dialog.close()
    choose(window, "Файл", "Сделать резервную копию сейчас")
    assert "Новая копия не нужна" in window.status.text
    assert len(backups.list_backups(sample)) == 1


def test_a_copy_is_kept_for_good_by_a_tick_and_says_so_in_the_list(window: MainWindow, sample: Path) -> None:
    window.backups.back_up()
    dialog = opened_dialog(window)
    pick(dialog)
    click(dialog.keep)
    assert dialog.list.topLevelItem(0).text(1) == "при открытии, не удалять"
    assert dialog.keep.isChecked()
    assert [backup.is_kept for backup in backups.list_backups(sample)] == [True]
    click(dialog.keep)
    assert [backup.is_kept for backup in backups.list_backups(sample)] == [False]


def test_a_backup_is_made_soon_after_opening_without_being_asked(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(backups.list_backups(sample)))
    assert backups.list_backups(sample)[0].reason == "при открытии"


def test_a_spoiled_backup_says_so_and_cannot_be_taken(window: MainWindow, sample: Path) -> None:
    window.backups.back_up()
    (backup,) = backups.list_backups(sample)
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    dialog = opened_dialog(window)
    pick(dialog)
    assert "поврежд" in dialog.said.text()
    assert not dialog.restore.isEnabled()


def test_without_backups_the_dialog_says_when_the_first_is_made(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    assert "пока нет" in dialog.said.text()
    assert not dialog.restore.isEnabled()


def test_a_failing_backup_is_told_and_hinders_nobody(window: MainWindow, own_backups: Path) -> None:
    own_backups.write_text("файл на месте папки")
    window.backups.back_up()
    assert window.status.text.startswith("Резервная копия не сделана.")
    write_note(window, "работа идёт")
    assert _plan(window).activities[0].note == "работа идёт"


def test_the_second_place_is_shown_and_forgotten(window: MainWindow, tmp_path: Path) -> None:
    backups.set_second_place(tmp_path)
    dialog = opened_dialog(window)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(str(tmp_path) in text for text in labels)
    (forget,) = [one for one in dialog.findChildren(type(dialog.restore)) if one.text() == "Не копировать"]
    click(forget)
    assert backups.second_place() is None


def test_restoring_that_is_cancelled_leaves_the_plan_open_as_it_was(
    qtbot: QtBot, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = ThreadRunner()
    document = RoadmapDocument(today=lambda: TODAY, runner=runner)
    window = MainWindow(document, Settings(tmp_path / "settings.ini"), runner, tmp_path, tmp_path / "log")
    qtbot.addWidget(window)
    window.show()
    window.open_at_start(sample)
    backups.back_up(sample, backups.Reason.OPENING)
    write_note(window, "сегодня")
    has_begun, may_go_on = Event(), Event()

    def hold(path: Path) -> None:
        has_begun.set()
        may_go_on.wait(20)

    monkeypatch.setattr(backups, "refuse_where_held", hold)
    dialog = opened_dialog(window)
    pick(dialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    click(dialog.restore)
    answer(dialog, "Восстановить")
    assert has_begun.wait(20)
    (waiting,) = window.findChildren(QProgressDialog)
    waiting.canceled.emit()
    may_go_on.set()
    qtbot.waitUntil(lambda: window.document.plan is not None)
    assert _plan(window).activities[0].note == "сегодня"
    assert window.document.can_edit
    runner.wait()
    window.close()
